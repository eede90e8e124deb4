import type { ReportColumn } from "../core/report/report";
import { headerLines, headingLines, wrappedLines } from "../core/report/row-lines";
import { isBesideNumbers, numberLook, textLooks, type Look, type TextLooks } from "./cell-styles";
import { numberCell, textCell, type RowPiece, type StyleNumbers } from "./cell-xml";
import { looksTyped } from "./excel-text";
import { columnLetters } from "./headers";
import { plainRows } from "./plain-rows";
import { heightOf } from "./row-height";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";

const CHUNK_LENGTH = 64 * 1024;
/** What an indent takes of a cell's width, in characters. */
const INDENT = 1.5;

/**
 * The rows of a sheet as XML (`sheetData`, ECMA-376-1, 18.3.1.80), in pieces. Blocks may stand side by side: their rows
 * are merged as they come. Text is inline, so that nothing is held: the distinct texts of 50,000 customers would be.
 */
export function* sheetData({ blocks, widths }: PlacedSheet, styles: StyleNumbers): Generator<string> {
  const sources = blocks.map((block) => rowsOf(block, widths, styles));
  const heads = sources.map((source) => source.next());
  let chunk = "<sheetData>";
  for (;;) {
    let row = Infinity;
    for (const head of heads) if (!head.done) row = Math.min(row, head.value.row);
    if (row === Infinity) break;
    const pieces: RowPiece[] = [];
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i];
      if (!head || head.done || head.value.row !== row) continue;
      pieces.push(head.value);
      const source = sources[i];
      if (source) heads[i] = source.next();
    }
    if (pieces.length > 1) pieces.sort((a, b) => a.column - b.column);
    const lines = Math.max(...pieces.map((piece) => piece.lines));
    chunk += `<row r="${row}"${heightOf(lines)}>${pieces.map(({ cells }) => cells).join("")}</row>`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  yield `${chunk}</sheetData>`;
}

function rowsOf(block: PlacedBlock, widths: readonly number[], styles: StyleNumbers): Generator<RowPiece> {
  if (block.kind === "heading") return headingRow(block, widths, styles);
  return block.table.plain ? plainRows(block, widths, styles) : tableRows(block, widths, styles);
}

function* headingRow(
  { row, column, heading }: PlacedBlock & { readonly kind: "heading" },
  widths: readonly number[],
  styles: StyleNumbers,
): Generator<RowPiece> {
  const { level, text, span } = heading;
  const look: Look =
    level === 1 ? "title" : level === 2 ? "section" : span === undefined ? "line" : "paragraph";
  yield {
    row: row + 1,
    column,
    cells: textCell(`${columnLetters(column)}${row + 1}`, styles[look], text),
    lines: headingLines(heading, column, widths),
  };
}

function* tableRows(
  block: PlacedBlock & { readonly kind: "table" },
  widths: readonly number[],
  styles: StyleNumbers,
): Generator<RowPiece> {
  const { columns, headers, at } = block;
  const first = at[0] ?? 0;
  const letters = at.map((c) => columnLetters(c));
  const looks = columns.map(numberLook);
  const texts = columns.map((_, c) => textLooks(columns, c));
  const widthOf = (c: number) => (widths[at[c] ?? 0] ?? 0) - (isBesideNumbers(columns, c) ? INDENT : 0);
  const wrapped = columns.flatMap(({ wrap, values }, c) => (wrap ? [{ values, width: widthOf(c) }] : []));
  const headerCells = headers.map((header, c) => {
    const look = columns[c]?.format === "text" ? (texts[c]?.header ?? "header") : "numberHeader";
    return textCell(`${letters[c]}${block.row + 1}`, styles[look], header);
  });
  const tallest = Math.max(1, ...headers.map((header, c) => headerLines(header, widthOf(c))));
  yield { row: block.row + 1, column: first, cells: headerCells.join(""), lines: tallest };
  for (let i = 0; i < block.count; i++) {
    const number = block.row + 2 + i;
    let cells = "";
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c];
      if (!column) continue;
      cells += cellXml(
        `${letters[c]}${number}`,
        column,
        column.values[block.from + i] ?? null,
        looks[c],
        texts[c],
        styles,
      );
    }
    if (cells === "") continue;
    let lines = 1;
    for (const { values, width } of wrapped) {
      lines = Math.max(lines, wrappedLines(String(values[block.from + i] ?? ""), width));
    }
    yield { row: number, column: first, cells, lines };
  }
}

function cellXml(
  reference: string,
  column: ReportColumn,
  value: string | number | null,
  look: Look = "text",
  texts: TextLooks | undefined,
  styles: StyleNumbers,
): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return "";
    if (column.format !== "text") return numberCell(reference, styles[look], value);
  }
  const text = String(value);
  const style = texts?.text(column.wrap ?? false, looksTyped(text)) ?? "text";
  return textCell(reference, styles[style], text);
}
