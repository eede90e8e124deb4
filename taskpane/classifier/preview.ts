import { cellAt, type Column, type Table } from "../../src/core/ledger/cells";
import { isoOf } from "../../src/core/ledger/dates";
import type { Opened } from "./protocol";

/** Rows that a reader sees of a table, to know it again. */
const ROWS = 5;
const LONGEST = 60;

/** Days between serial 0 of the two date systems. */
const BETWEEN_SYSTEMS = 1462;

/** The headers and first rows of a table as text. */
export function previewOf({ columns, rowCount, dateSystem }: Table): Opened["preview"] {
  return {
    headers: columns.map(({ header }) => header),
    rows: Array.from({ length: Math.min(ROWS, rowCount) }, (_, row) =>
      columns.map((column) => cellText(column, row, dateSystem, LONGEST)),
    ),
  };
}

/** A cell as a reader knows it: a date as yyyy-mm-dd, a blank as nothing; a text of more than `longest` characters is cut. */
export function cellText(
  { cells, dated }: Column,
  row: number,
  dateSystem: Table["dateSystem"],
  longest: number,
): string {
  const cell = cellAt(cells, row);
  if (cell === null) return "";
  if (dated && typeof cell === "number") {
    return isoOf(Math.floor(cell) + (dateSystem === 1904 ? BETWEEN_SYSTEMS : 0));
  }
  const text = String(cell).trim();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
