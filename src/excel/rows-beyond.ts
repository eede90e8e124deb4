import { Refused } from "./going";
import type { Sync } from "./joint-sync";
import { rangeOf } from "./own-cells";
import type { OwnBeside } from "./own-found";
import { readCells } from "./read-cells";
import type { SheetArea } from "./sheet-area";
import type { SheetNow } from "./workbook-look";

/** Own columns beside plain rows of which there are more by now than the columns' hidden names cover. */
export interface RowsBeyond {
  readonly now: SheetNow;
  /** The rows that are there by now, from the first below the headers. */
  readonly row: number;
  readonly rows: number;
  readonly keyColumn: number;
  /** The columns that will be written, each with its cells in all of the rows and in those that are new. */
  readonly columns: readonly { readonly whole: SheetArea; readonly beyond: SheetArea }[];
}

/** Where new rows go on beside own columns; of columns that go away, or of a native table, nothing is written there. */
export function rowsBeyond(
  own: OwnBeside | null,
  at: Pick<RowsBeyond, "now" | "row" | "rows" | "keyColumn">,
  ids: readonly string[],
): RowsBeyond {
  const areas = (own?.table ? [] : (own?.columns ?? [])).flatMap(({ written, area }) =>
    area && ids.includes(written.id) ? [area] : [],
  );
  const end = at.row + at.rows;
  const columns = areas.flatMap((area) => {
    const first = area.row + area.rows;
    const whole = { ...area, row: at.row, rows: at.rows };
    return first < end ? [{ whole, beyond: { ...area, row: first, rows: end - first } }] : [];
  });
  return { ...at, columns };
}

/** Asks whether anything stands in the new rows of own columns. */
export function queueBeyond({ now, columns }: RowsBeyond): readonly Excel.Range[] {
  return columns.map(({ beyond }) => {
    const used = rangeOf(now.sheet, beyond).getUsedRangeOrNullObject(true);
    used.load("rowIndex");
    return used;
  });
}

/**
 * Throws `Refused` where cells stand in the new rows of own columns that Tiersheet hasn't written. Results that were
 * sorted there together with their rows are Tiersheet's.
 */
export async function refuseWhereTaken(
  sync: Sync,
  found: RowsBeyond,
  used: readonly Excel.Range[],
): Promise<void> {
  if (used.every((range) => range.isNullObject)) return;
  const { now, row, rows, keyColumn, columns } = found;
  const whole = [{ row, column: keyColumn, rows, columns: 1 }, ...columns.map((one) => one.whole)];
  const [keys = [], ...cells] = await readCells(
    sync,
    whole.map((area) => ({ sheet: now.sheet, area })),
  );
  const known = Math.min(...columns.map(({ beyond }) => beyond.row - row));
  const lines = keys.map((_, r) => cells.map((column) => column[r]?.[0] ?? ""));
  if (areSorted(lines, keys.flat(), known)) return;
  throw new Refused("excel-below-taken", { rows: rows - known, sheet: now.name });
}

/**
 * True where all that stands in new rows may have been sorted there: no more rows than have come among the known ones
 * without results, each filled like one of those; a single cell must say what another one says, too.
 */
function areSorted(lines: readonly (readonly unknown[])[], keys: readonly unknown[], known: number): boolean {
  const isFilled = (line: readonly unknown[]) => line.some((cell) => cell !== "");
  const kindsOf = (line: readonly unknown[]) => {
    const filled = line.filter((cell) => cell !== "");
    return JSON.stringify(
      line.map((cell) => (cell === "" ? "" : filled.length === 1 ? [cell] : typeof cell)),
    );
  };
  const like = new Set(lines.slice(0, known).filter(isFilled).map(kindsOf));
  const come = lines.slice(0, known).filter((line, r) => !isFilled(line) && keys[r] !== "").length;
  const beyond = lines.slice(known).filter(isFilled);
  return beyond.length <= come && beyond.every((line) => like.has(kindsOf(line)));
}
