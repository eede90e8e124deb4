import Papa from "papaparse";

/** The delimiters that are told from content, the likelier first. */
const DELIMITERS = [",", "\t", ";", "|"] as const;

const SAMPLE_ROWS = 100;

/**
 * The delimiter of a text's first lines: the one that cuts most rows into the same number of fields (two or more), and
 * the header too. Papa Parse's own guess looks at ten rows and counts a title above the header against the right one,
 * and a decimal comma in every row speaks for the comma there; here the first row that any delimiter cuts has to be cut.
 *
 * @param sample whole lines, newlines as `\n`
 * @param likely what the file's name says, which decides between equals
 */
export function delimiterOf(sample: string, likely: string): string {
  const cuts = DELIMITERS.map((delimiter) => ({ delimiter, counts: fieldCounts(sample, delimiter) }));
  const header = Math.min(...cuts.map(({ counts }) => firstCut(counts)));
  let best = likely;
  let bestScore = 0;
  for (const { delimiter, counts } of cuts) {
    const score =
      evenness(counts) * (firstCut(counts) > header ? 0.5 : 1) + (delimiter === likely ? 1e-9 : 0);
    if (score > bestScore + 1e-12) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function fieldCounts(sample: string, delimiter: string): readonly number[] {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: "\n", preview: SAMPLE_ROWS });
  return data
    .map((row) => (row.every((cell) => cell.trim() === "") ? 0 : row.length))
    .filter((count) => count > 0);
}

/** Which row is the first of several fields. */
function firstCut(counts: readonly number[]): number {
  const row = counts.findIndex((count) => count > 1);
  return row < 0 ? Infinity : row;
}

/** The share of rows that have the commonest number of fields above one, a little more for more fields. */
function evenness(counts: readonly number[]): number {
  const rows = new Map<number, number>();
  for (const count of counts) if (count > 1) rows.set(count, (rows.get(count) ?? 0) + 1);
  let best = 0;
  for (const [fields, times] of rows)
    best = Math.max(best, times / counts.length + Math.min(fields, 100) * 1e-6);
  return best;
}
