import { LOOKS, type Look } from "./cell-styles";
import { xmlText } from "./excel-text";

/** The number that a workbook's styles give each look. */
export type StyleNumbers = Readonly<Record<Look, number>>;

/** The style numbers in the order of `LOOKS`. */
export function styleNumbers(numbers: readonly number[]): StyleNumbers {
  return Object.fromEntries(LOOKS.map((look, i) => [look, numbers[i] ?? 0])) as Record<Look, number>;
}

/** What a block has in one row of a sheet. */
export interface RowPiece {
  /** 1 for the first. */
  readonly row: number;
  /** 0 for A: pieces of one row are put in the order of their columns. */
  readonly column: number;
  readonly cells: string;
  /** Lines of text that it is high. */
  readonly lines: number;
}

/** A cell that holds a number. */
export function numberCell(reference: string, style: number, value: number): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

/** A cell that holds text, inline; none for an empty text. */
export function textCell(reference: string, style: number, text: string): string {
  if (text === "") return "";
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}
