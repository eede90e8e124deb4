import { tokenize } from "../../formulas/tokens";
import { columnLetters, columnOf, COLUMNS, ROWS } from "../../workbook/area";

/** A formula copied some rows down and columns across: relative references move, those that leave the sheet are #REF!. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = tokenize(formula).map(({ kind, text }) =>
    kind === "reference" ? movedReference(text, rows, columns) : text,
  );
  return `=${moved.join("")}`;
}

function movedReference(text: string, rows: number, columns: number): string {
  const bang = text.lastIndexOf("!");
  const sheet = text.slice(0, bang + 1);
  const ends = text
    .slice(bang + 1)
    .split(":")
    .map((end) => movedEnd(end, rows, columns));
  return ends.some((end) => end === undefined) ? "#REF!" : sheet + ends.join(":");
}

function movedEnd(end: string, rows: number, columns: number): string | undefined {
  const [, columnFixed, letters, rowFixed, number] = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/.exec(end) ?? [];
  if (letters === undefined) return end;
  let column = "";
  if (letters !== "") {
    // "$5" of a whole row leaves its sign to the first group.
    const at = columnOf(letters) + (columnFixed ? 0 : columns);
    if (at < 0 || at >= COLUMNS) return undefined;
    column = columnFixed + columnLetters(at);
  }
  if (number === "") return column;
  const fixed = letters === "" ? columnFixed : rowFixed;
  const row = Number(number) + (fixed ? 0 : rows);
  if (row < 1 || row > ROWS) return undefined;
  return `${column}${fixed}${row}`;
}
