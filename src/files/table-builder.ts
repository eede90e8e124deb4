import { no, ok, type Message, type Param, type Result } from "../core/language/message";
import { isBlank, type Cell, type Column, type Table } from "../core/ledger/cells";
import { growingColumn, type GrowingColumn } from "./coded-column";
import { headersOf } from "./headers";

/** Rows looked at for the one with the headers: titles and blank rows may stand above it. */
const HEADER_ROWS = 50;

/** Codes take four bytes each: 800 MB. */
const MOST_CELLS = 200_000_000;

/** A row as a reader gives it: a cell a column, holes blank; and which of its numbers show as dates. */
export type ReadRow = readonly (Cell | undefined)[];

/** Takes the rows of a sheet or file one after another and makes a table of them. */
export interface TableBuilder {
  /** A row by its index in the sheet, 0 for row 1. Rows left out are blank. */
  readonly row: (index: number, cells: ReadRow, dated?: readonly boolean[]) => void;
  /** True once there are more cells than can be held: there is no use in reading on. */
  readonly full: () => boolean;
  /** The table and what to note about its headers, or why there is none. */
  readonly finish: (dateSystem: Table["dateSystem"]) => Result<{
    readonly table: Table;
    readonly notes: readonly Message[];
  }>;
}

interface BuiltColumn {
  readonly cells: GrowingColumn;
  numbers: number;
  dates: number;
}

/**
 * A builder of the table of one file or sheet. The header row is found among the first rows by `headerRowOf`; what
 * stands above it is left out, with a note. Where no row looks like headers, columns go by their letters, the first filled row is
 * data, and a note says so. Columns with neither header nor cell are left out. Blank rows stay where they are, so that a
 * row keeps its number; those after the last filled row are dropped.
 */
export function tableBuilder(
  file: Param,
  headerRowOf: (rows: readonly (readonly Cell[])[]) => number,
): TableBuilder {
  const waiting: { readonly index: number; readonly cells: ReadRow; readonly dated?: readonly boolean[] }[] =
    [];
  const columns: BuiltColumn[] = [];
  let firstFilled = -1;
  let header: { readonly row: number; readonly cells: ReadRow } | null = null;
  let lastFilled = -1;
  let above = 0;
  let full = false;

  const put = (index: number, cells: ReadRow, dated?: readonly boolean[]) => {
    if (!header || index <= header.row) return;
    const row = index - header.row - 1;
    if (row * columns.length > MOST_CELLS) {
      full = true;
      return;
    }
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      if (cell === null || cell === undefined || cell === "") continue;
      const column = (columns[c] ??= { cells: growingColumn(), numbers: 0, dates: 0 });
      if (!column.cells.put(row, cell)) continue;
      if (row > lastFilled) lastFilled = row;
      if (typeof cell === "number") {
        column.numbers++;
        if (dated?.[c]) column.dates++;
      }
    }
  };

  const decide = () => {
    if (firstFilled < 0) return;
    const rows: (readonly Cell[])[] = [];
    for (const { index, cells } of waiting) {
      while (rows.length < index - firstFilled) rows.push([]);
      rows[index - firstFilled] = Array.from(cells, (cell) => cell ?? null);
    }
    const filled = rows.map((row) => row.some((cell) => !isBlank(cell)));
    // A row that stands alone is a header without data, whatever its words are.
    const found = filled.lastIndexOf(true) === 0 ? 0 : headerRowOf(rows);
    above = filled.slice(0, Math.max(found, 0)).filter(Boolean).length;
    header = { row: firstFilled + found, cells: rows[found] ?? [] };
    for (const { index, cells, dated } of waiting.splice(0)) put(index, cells, dated);
  };

  return {
    row(index, cells, dated) {
      if (header) return put(index, cells, dated);
      if (firstFilled < 0) {
        if (cells.every((cell) => isBlank(cell ?? null))) return;
        firstFilled = index;
      }
      if (index < firstFilled + HEADER_ROWS)
        waiting.push({ index, cells: [...cells], dated: dated && [...dated] });
      else {
        decide();
        put(index, cells, dated);
      }
    },
    full: () => full,
    finish(dateSystem) {
      if (!header) decide();
      if (!header) return no("file-empty", { file });
      const { row, cells } = header;
      if (lastFilled < 0) return no("file-header-only", { file, row: row + 1 });
      const width = Math.max(cells.length, columns.length);
      const kept = Array.from({ length: width }, (_, c) => c).filter(
        (c) => columns[c] !== undefined || !isBlank(cells[c] ?? null),
      );
      const rowCount = lastFilled + 1;
      if (full || rowCount * kept.length > MOST_CELLS) {
        return no("file-too-many-cells", { file, rows: rowCount, columns: kept.length });
      }
      const { headers, notes: named } = headersOf(cells, kept);
      const notes: Message[] = row < firstFilled ? [{ code: "file-no-header" }] : [...named];
      if (above > 0)
        notes.unshift({ code: "file-rows-above-header", params: { header: row + 1, count: above } });
      const built = kept.map((c, i): Column => {
        const column = columns[c];
        delete columns[c];
        const header = headers[i] ?? "";
        const headerCell = String(cells[c] ?? "");
        return {
          header,
          ...(headerCell === header ? {} : { headerCell }),
          at: c,
          cells: (column?.cells ?? growingColumn()).finish(rowCount),
          dated: column !== undefined && column.dates > 0 && 2 * column.dates > column.numbers,
        };
      });
      return ok({ table: { columns: built, rowCount, firstRow: row + 2, dateSystem }, notes });
    },
  };
}
