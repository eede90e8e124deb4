import { tokenize } from "../formulas/tokens";
import { columnLetters, columnOf, COLUMNS, ROWS } from "./area";

/** A formula as it reads some rows down and columns across: relative references move, those that leave the sheet are #REF!. */
export function copiedFormula(formula: string, down: number, across: number): string {
  if (down === 0 && across === 0) return formula;
  const copied = tokenize(formula).map(({ kind, text }) => {
    if (kind !== "reference") return text;
    const at = text.lastIndexOf("!") + 1;
    const ends = text
      .slice(at)
      .split(":")
      .map((end) => copiedEnd(end, down, across));
    return ends.includes(undefined) ? "#REF!" : text.slice(0, at) + ends.join(":");
  });
  return `=${copied.join("")}`;
}

function copiedEnd(end: string, down: number, across: number): string | undefined {
  const parts = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9]\d*)?$/.exec(end);
  if (!parts) return end;
  const [, first = "", letters, second = "", digits] = parts;
  // "$5" of a whole row: the only sign is the row's.
  const rowSign = letters === undefined ? first : second;
  let copied = "";
  if (letters !== undefined) {
    const column = columnOf(letters) + (first === "$" ? 0 : across);
    if (column < 0 || column >= COLUMNS) return undefined;
    copied = first + columnLetters(column);
  }
  if (digits === undefined) return copied;
  const row = Number(digits) + (rowSign === "$" ? 0 : down);
  return row < 1 || row > ROWS ? undefined : copied + rowSign + String(row);
}
