import { plainLines } from "../core/report/row-lines";
import { figureLook, inWholeUnits, plainNumberLook, type Look } from "./cell-styles";
import { numberCell, textCell, type RowPiece, type StyleNumbers } from "./cell-xml";
import { looksTyped } from "./excel-text";
import { columnLetters } from "./headers";
import type { PlacedBlock } from "./sheet-layout";

type PlacedTable = PlacedBlock & { readonly kind: "table" };

/** How the cells of a plain table look, and how many lines its rows are high. Rows are those of the block, from 0. */
export interface PlainLooks {
  readonly header: (column: number) => Look;
  readonly headerLines: number;
  readonly cell: (row: number, column: number) => Look;
  readonly lines: (row: number) => number;
}

/** What a plain table looks like on a sheet of such widths. */
export function plainLooks(block: PlacedTable, widths: readonly number[]): PlainLooks {
  const { columns, at, from, table } = block;
  const figures = table.look === "figures";
  const lines = plainLines(table, at[0] ?? 0, widths);
  const whole = inWholeUnits(columns);
  const numbers = columns.map((column) => plainNumberLook(column, whole));
  const sums = new Set(table.sums);
  return {
    header: (c) =>
      figures ? "figureName" : columns[c]?.format === "text" ? "plainHeader" : "plainNumberHeader",
    headerLines: lines.header,
    cell: (row, c) => {
      const kind = sums.has(from + row) ? "sum" : "plain";
      const column = columns[c];
      const value = column?.values[from + row] ?? null;
      if (figures && column) return figureLook(column, value);
      const number = numbers[c];
      if (number && typeof value !== "string") return `${kind}${number}`;
      if ((column?.indents?.[from + row] ?? 0) > 0) return `${kind}InsetText`;
      return typeof value === "string" && looksTyped(value) ? `${kind}QuotedText` : `${kind}Text`;
    },
    lines: (row) => lines.row(from + row),
  };
}

/** The rows of a table that is no native one: cells on a page, some of them merged over several columns. */
export function* plainRows(
  block: PlacedTable,
  widths: readonly number[],
  styles: StyleNumbers,
): Generator<RowPiece> {
  const { columns, headers, at, row } = block;
  const first = at[0] ?? 0;
  const looks = plainLooks(block, widths);
  yield {
    row: row + 1,
    column: first,
    cells: rowCells(
      block,
      row + 1,
      (c, reference) => textCell(reference, styles[looks.header(c)], headers[c] ?? ""),
      (c) => styles[looks.header(c)],
    ),
    lines: looks.headerLines,
  };
  for (let i = 0; i < block.count; i++) {
    const number = row + 2 + i;
    const look = (c: number) => styles[looks.cell(i, c)];
    yield {
      row: number,
      column: first,
      cells: rowCells(
        block,
        number,
        (c, reference) => {
          const value = columns[c]?.values[block.from + i] ?? null;
          if (typeof value !== "number") return textCell(reference, look(c), value ?? "");
          return Number.isFinite(value) ? numberCell(reference, look(c), value) : "";
        },
        look,
      ),
      lines: looks.lines(i),
    };
  }
}

/** Cells of a row; one without a value, and those that a merged one covers, only have a look: borders and fills need it. */
function rowCells(
  { columns, at }: PlacedTable,
  row: number,
  cell: (c: number, reference: string) => string,
  style: (c: number) => number,
): string {
  let cells = "";
  columns.forEach(({ span = 1 }, c) => {
    const first = at[c] ?? 0;
    const reference = `${columnLetters(first)}${row}`;
    cells += cell(c, reference) || `<c r="${reference}" s="${style(c)}"/>`;
    for (let covered = 1; covered < span; covered++) {
      cells += `<c r="${columnLetters(first + covered)}${row}" s="${style(c)}"/>`;
    }
  });
  return cells;
}
