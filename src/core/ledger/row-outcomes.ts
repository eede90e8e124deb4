import { cellAt, isBlank, ReadState, type Table } from "./cells";
import { BLANK_ROW, outcomeOf, type Outcomes } from "./check";
import { duplicateRows } from "./duplicates";
import type { RowRules } from "./ledger";
import type { TransactionColumns } from "./transaction-columns";

/** What became of each row, and how many were blank all through or equal an earlier one in every column. */
export interface RowOutcomes {
  readonly outcomes: Outcomes;
  readonly blankRows: number;
  readonly duplicates: number;
}

const ERROR_CELL = outcomeOf("error-cell");
const NO_CUSTOMER = outcomeOf("no-customer");
const NO_DATE = outcomeOf("no-date");
const UNREADABLE_DATE = outcomeOf("unreadable-date");
const UNREADABLE_AMOUNT = outcomeOf("unreadable-amount");
const AFTER_AS_OF = outcomeOf("after-as-of");
const EXCLUDED_STATUS = outcomeOf("excluded-status");
const REFUND = outcomeOf("refund");
const DUPLICATE = outcomeOf("duplicate");

/** Uses each row of transactions or sets it aside for the first reason that applies. */
export function rowOutcomes(table: Table, read: TransactionColumns, rules: RowRules): RowOutcomes {
  return judged(table, read, rules, duplicateRows(table.columns, table.rowCount));
}

function judged(
  table: Table,
  { ids, dates, amounts, amountState, orders, statuses, asOf }: TransactionColumns,
  rules: RowRules,
  duplicate: Uint8Array,
): RowOutcomes {
  const dropDuplicates = rules.duplicates === "drop";
  const setRefundsAside = rules.refunds === "set-aside";
  const outcomes: Outcomes = new Uint8Array(table.rowCount);
  let duplicates = 0;
  let blankRows = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const id = ids.state[row] ?? ReadState.Blank;
    const date = dates.state[row] ?? ReadState.Blank;
    const money = amountState[row] ?? ReadState.Blank;
    const mayBeBlank = id === ReadState.Blank && date === ReadState.Blank && money !== ReadState.Read;
    if (mayBeBlank && table.columns.every(({ cells }) => isBlank(cellAt(cells, row)))) {
      outcomes[row] = BLANK_ROW;
      blankRows++;
      continue;
    }
    if (duplicate[row]) duplicates++;
    const anError =
      id === ReadState.ErrorCell ||
      date === ReadState.ErrorCell ||
      money === ReadState.ErrorCell ||
      orders?.state[row] === ReadState.ErrorCell ||
      statuses?.ids.state[row] === ReadState.ErrorCell;
    if (anError) outcomes[row] = ERROR_CELL;
    else if (id !== ReadState.Read) outcomes[row] = NO_CUSTOMER;
    else if (date === ReadState.Blank) outcomes[row] = NO_DATE;
    else if (date !== ReadState.Read) outcomes[row] = UNREADABLE_DATE;
    else if (money !== ReadState.Read) outcomes[row] = UNREADABLE_AMOUNT;
    else if ((dates.days[row] ?? 0) > asOf) outcomes[row] = AFTER_AS_OF;
    else if (statuses?.excluded[statuses.ids.index[row] ?? -1]) outcomes[row] = EXCLUDED_STATUS;
    else if (setRefundsAside && (amounts.values[row] ?? 0) < 0) outcomes[row] = REFUND;
    else if (dropDuplicates && duplicate[row]) outcomes[row] = DUPLICATE;
  }
  return { outcomes, blankRows, duplicates };
}
