/** Points of a line of 11-point text, and the most a row can be. */
const LINE = 15;
const TALLEST = 409;

/** Points of a row of so many lines. */
export function pointsHigh(lines: number): number {
  return Math.min(lines * LINE, TALLEST);
}

/**
 * The attributes of a row of so many lines: none for one line, which is the default height. Said to be the writer's own
 * (`customHeight`; ECMA-376-1, 18.3.1.73), for readers fit a row anew that isn't, by the one cell of a merged one.
 */
export function heightOf(lines: number): string {
  return lines > 1 ? ` ht="${pointsHigh(lines)}" customHeight="1"` : "";
}
