import { cellAt, isErrorCell, type Table } from "./cells";
import { outcomeOf, type Outcomes, type Reason } from "./check";
import type { Mapping, Role, TableKind } from "./roles";

/** Rows set aside for one reason: their indexes in the table, ascending, and the columns whose cells are the reason. */
export interface SetAsideRows {
  readonly rows: readonly number[];
  /** Indexes of the table's columns, ascending. */
  readonly columns: readonly number[];
}

/** All rows set aside for a reason, and where in them to look. */
export function setAsideRows(
  table: Table,
  kind: TableKind,
  mapping: Mapping,
  outcomes: Outcomes,
  reason: Reason,
): SetAsideRows {
  const outcome = outcomeOf(reason);
  const rows: number[] = [];
  for (let row = 0; row < outcomes.length; row++) if (outcomes[row] === outcome) rows.push(row);
  const columns =
    reason === "duplicate" ? table.columns.map((_, at) => at) : columnsOf(kind, mapping, reason);
  // A row has its error in one of the columns that are read; those without any aren't the reason.
  const atFault =
    reason === "error-cell"
      ? columns.filter((at) => {
          const cells = table.columns[at]?.cells ?? [];
          return rows.some((row) => isErrorCell(cellAt(cells, row)));
        })
      : columns;
  return { rows, columns: [...new Set(atFault)].sort((a, b) => a - b) };
}

/** The columns that a reason may lie in. */
function columnsOf(kind: TableKind, mapping: Mapping, reason: Exclude<Reason, "duplicate">): number[] {
  const playing = (...roles: readonly Role[]) =>
    roles.map((role) => mapping[role] ?? -1).filter((at) => at >= 0);
  const when = kind === "transactions" ? playing("date") : first(playing("recency", "date"));
  const money =
    kind === "transactions"
      ? playing("amount").length > 0
        ? playing("amount")
        : playing("quantity", "price")
      : [...playing("frequency"), ...first(playing("monetary", "amount"))];
  switch (reason) {
    case "error-cell":
      return kind === "transactions"
        ? [...playing("customer", "order", "status"), ...when, ...money]
        : [...playing("customer", "first"), ...when, ...money];
    case "no-customer":
      return playing("customer");
    case "no-date":
    case "unreadable-date":
    case "after-as-of":
      return when;
    case "unreadable-amount":
    case "refund":
      return money;
    case "excluded-status":
      return playing("status");
  }
}

function first(columns: readonly number[]): number[] {
  return columns.slice(0, 1);
}
