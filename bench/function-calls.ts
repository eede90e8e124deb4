import { RFM } from "../functions/rfm";
import { cellAt } from "../src/core/ledger/cells";
import { plainTable, transactions } from "./transactions";

/** Columns as Excel hands them over: rows of one cell each. */
export type Columns = readonly [unknown[][], unknown[][], unknown[][]];

/** The runtime's error class, which isn't in Node; nothing is refused in what is measured. */
export function giveErrors(): void {
  Object.assign(globalThis, { CustomFunctions: { Error, ErrorCode: {} } });
}

/** So many copies of the same purchases' columns, each as it comes out of the JSON of a call of Excel. */
export function argumentsOf(rows: number, copies: number): Columns[] {
  const { columns } = plainTable(transactions(rows, rows / 20));
  const text = JSON.stringify(
    columns.map(({ cells }) => Array.from({ length: rows }, (_, row) => [cellAt(cells, row)])),
  );
  return Array.from({ length: copies }, () => JSON.parse(text) as Columns);
}

/** RFM of columns. */
export function callRfm([customers, dates, amounts]: Columns): unknown[][] {
  return RFM(customers, dates, amounts, null, undefined, null, null, "en");
}
