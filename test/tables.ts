import type { Cell, Column, Table } from "../src/core/ledger/cells";

/** A table whose headers stand in row 1, from the cells of each column. */
export function tableOf(columns: Readonly<Record<string, readonly Cell[] | Float64Array>>): Table {
  const list: Column[] = Object.entries(columns).map(([header, cells]) => ({ header, cells }));
  return {
    columns: list,
    rowCount:
      list[0]?.cells instanceof Float64Array
        ? list[0].cells.length
        : ((list[0]?.cells as readonly Cell[] | undefined)?.length ?? 0),
    firstRow: 2,
    dateSystem: 1900,
  };
}

/** A table from rows under headers. */
export function tableOfRows(headers: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    columns: headers.map((header, at) => ({ header, cells: rows.map((row) => row[at] ?? null) })),
    rowCount: rows.length,
    firstRow: 2,
    dateSystem: 1900,
  };
}
