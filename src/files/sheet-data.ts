import type { ReportColumn } from "../core/report/report";
import { LOOKS, numberLook, type Look } from "./cell-styles";
import { looksTyped, xmlText } from "./excel-text";
import { columnLetters } from "./headers";
import { headerLines, heightOf, wrappedLines } from "./row-height";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";

/** The number that a workbook's styles give each look. */
export type StyleNumbers = Readonly<Record<Look, number>>;

/** The style numbers in the order of `LOOKS`. */
export function styleNumbers(numbers: readonly number[]): StyleNumbers {
  return Object.fromEntries(LOOKS.map((look, i) => [look, numbers[i] ?? 0])) as Record<Look, number>;
}

const CHUNK_LENGTH = 64 * 1024;

/**
 * The rows of a sheet as XML (`sheetData`, ECMA-376-1, 18.3.1.80), in pieces. Text is inline, so that nothing is held:
 * the distinct texts of 50,000 customers would be.
 */
export function* sheetData({ blocks, widths }: PlacedSheet, styles: StyleNumbers): Generator<string> {
  let chunk = "<sheetData>";
  for (const block of blocks) {
    for (const row of block.kind === "heading"
      ? [headingRow(block, styles)]
      : tableRows(block, widths, styles)) {
      chunk += row;
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = "";
    }
  }
  yield `${chunk}</sheetData>`;
}

function headingRow(
  { row, heading }: PlacedBlock & { readonly kind: "heading" },
  styles: StyleNumbers,
): string {
  const look: Look = heading.level === 1 ? "title" : heading.level === 2 ? "section" : "line";
  return `<row r="${row + 1}">${textCell(`A${row + 1}`, styles[look], heading.text)}</row>`;
}

function* tableRows(
  block: PlacedBlock & { readonly kind: "table" },
  widths: readonly number[],
  styles: StyleNumbers,
): Generator<string> {
  const { columns, headers } = block;
  const letters = columns.map((_, c) => columnLetters(c));
  const looks = columns.map(numberLook);
  const wrapped = columns.flatMap(({ wrap, values }, c) => (wrap ? [{ values, width: widths[c] ?? 0 }] : []));
  const headerCells = headers.map((header, c) => {
    const style = columns[c]?.format === "text" ? styles.header : styles.numberHeader;
    return textCell(`${letters[c]}${block.row + 1}`, style, header);
  });
  const tallest = Math.max(1, ...headers.map((header, c) => headerLines(header, widths[c] ?? 0)));
  yield `<row r="${block.row + 1}"${heightOf(tallest)}>${headerCells.join("")}</row>`;
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
        styles,
      );
    }
    if (cells === "") continue;
    let lines = 1;
    for (const { values, width } of wrapped) {
      lines = Math.max(lines, wrappedLines(String(values[block.from + i] ?? ""), width));
    }
    yield `<row r="${number}"${heightOf(lines)}>${cells}</row>`;
  }
}

function cellXml(
  reference: string,
  column: ReportColumn,
  value: string | number | null,
  look: Look = "text",
  styles: StyleNumbers,
): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return "";
    if (column.format !== "text") return `<c r="${reference}" s="${styles[look]}"><v>${value}</v></c>`;
  }
  const text = String(value);
  const quoted = looksTyped(text);
  const style = column.wrap ? (quoted ? "quotedWrapped" : "wrapped") : quoted ? "quoted" : "text";
  return textCell(reference, styles[style], text);
}

function textCell(reference: string, style: number, text: string): string {
  if (text === "") return "";
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}
