import { type Cell, isBlank, isErrorCell } from "./cells";
import { parseAmountText } from "./amount-text";
import { parseDateText } from "./date-text";
import { readHeaderWords } from "./header-words";

/** Rows looked at for the header. */
const LOOKED = 50;

/**
 * The index of the header row among a sheet's first rows, -1 where no row looks like headers. Passes over titles,
 * print dates, blank rows and the upper row of two-level headers: the header is the row of short, different texts,
 * nearly as wide as the table, whose words are known from headers; where no row has known words, it is the first such
 * row above cells of another nature (numbers or dates) or above different texts.
 */
export function headerRowOf(rows: readonly (readonly Cell[])[]): number {
  const looked = rows.slice(0, LOOKED);
  const width = Math.max(0, ...looked.map((row) => row.filter((cell) => !isBlank(cell)).length));
  let best = -1;
  let bestScore = 0;
  looked.forEach((row, at) => {
    const score = scoreOf(row, looked.slice(at + 1), looked.toSpliced(at, 1), width);
    if (score > bestScore) [best, bestScore] = [at, score];
  });
  return best;
}

function scoreOf(
  row: readonly Cell[],
  below: readonly (readonly Cell[])[],
  others: readonly (readonly Cell[])[],
  width: number,
): number {
  const cells = row.filter((cell) => !isBlank(cell));
  if (cells.length === 0 || cells.length < width / 2) return 0;
  const texts = cells.filter(isLabel);
  if (texts.length < 0.8 * cells.length) return 0;
  const names = texts.map((text) => readHeaderWords(text));
  const different = new Set(names.map((name) => name.text)).size / names.length;
  if (different < 0.6) return 0;
  const meant = names.filter(
    ({ kind, subject, known }) => known >= 0.5 && (kind !== null || subject !== null),
  ).length;
  const nature = below.some((other) =>
    row.some((cell, at) => isLabel(cell) && !isBlank(other[at] ?? null) && !isLabel(other[at] ?? null)),
  );
  const repeated = row.some((cell, at) => isLabel(cell) && others.some((other) => other[at] === cell));
  if (meant === 0 && (width < 2 || below.length === 0)) return 0;
  if (repeated && meant < names.length / 2) return 0;
  const wide = cells.length / width;
  return (meant / names.length) * 2 + wide * different + (nature ? 0.5 : 0) - (repeated ? 1 : 0);
}

/** A text that could be a header: short, with a letter, no date, amount or error value. */
function isLabel(cell: Cell): cell is string {
  return (
    typeof cell === "string" &&
    cell.length <= 60 &&
    /\p{L}/u.test(cell) &&
    !isErrorCell(cell) &&
    parseAmountText(cell) === null &&
    parseDateText(cell) === 0
  );
}
