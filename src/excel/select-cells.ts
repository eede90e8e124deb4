import { no, ok, type Result } from "../core/language/message";
import { columnLetters } from "../files/headers";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** How many of the rows that were asked for are selected: an address holds only so many. */
export interface Selected {
  readonly rows: number;
  readonly of: number;
}

/** The longest address a range takes, see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting. */
const LONGEST_ADDRESS = 8192;

/**
 * Shows a sheet, by its id, and selects the cells of `rows` (1 for the first) in `columns` (0 for A), as many as an
 * address holds; where Excel can't select several areas at once (before ExcelApi 1.18), the first of them. A hidden
 * sheet is refused.
 */
export async function selectCells(
  sheet: string,
  rows: readonly number[],
  columns: readonly number[],
  pause: Wait = wait,
): Promise<Result<Selected>> {
  const asked = [...new Set(rows)].sort((a, b) => a - b);
  const inRows = runsOf(asked);
  const inColumns = runsOf([...new Set(columns)].sort((a, b) => a - b));
  if (inRows.length === 0 || inColumns.length === 0) return ok({ rows: 0, of: asked.length });
  return onSheet(sheet, pause, (proxy) => {
    const all = Office.context.requirements.isSetSupported("ExcelApi", "1.18")
      ? addressOfRuns(inRows, inColumns)
      : null;
    if (all !== null && all.areas > 1) {
      const areas = proxy.getRanges(all.address);
      // A client that is older than its Excel doesn't have it.
      if (typeof areas.select === "function") {
        areas.select();
        return { rows: all.rows, of: asked.length };
      }
    }
    const first = addressOfRuns(inRows.slice(0, 1), inColumns.slice(0, 1));
    proxy.getRange(first.address).select();
    return { rows: first.rows, of: asked.length };
  });
}

/** Shows a sheet, by its id, and selects an area of it. A hidden sheet is refused. */
export async function goTo(
  sheet: string,
  address: string | null = null,
  pause: Wait = wait,
): Promise<Result<null>> {
  return onSheet(sheet, pause, (proxy) => {
    if (address !== null) proxy.getRange(address).select();
    return null;
  });
}

/** Shows a sheet and does something there. */
async function onSheet<T>(id: string, pause: Wait, act: (sheet: Excel.Worksheet) => T): Promise<Result<T>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = await patiently(async () => {
        const proxy = context.workbook.worksheets.getItemOrNullObject(id);
        proxy.load("name,visibility");
        await context.sync();
        return proxy;
      }, pause);
      if (sheet.isNullObject) return no("excel-item-gone");
      if (sheet.visibility !== "Visible") return no("sheet-hidden-not-shown", { sheet: sheet.name });
      return ok(
        await patiently(async () => {
          sheet.activate();
          const done = act(sheet);
          await context.sync();
          return done;
        }, pause),
      );
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** Numbers that follow one another, as first and last. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOf(ascending: readonly number[]): readonly Run[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of ascending) {
    const run = runs.at(-1);
    if (run && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** The address of rows in columns, `A2:A9,C2:C9,A12,C12`: the rows that fit into one, the first of a run at least. */
export function addressOfRuns(
  rows: readonly Run[],
  columns: readonly Run[],
  longest = LONGEST_ADDRESS,
): { readonly address: string; readonly rows: number; readonly areas: number } {
  const areas: string[] = [];
  let length = 0;
  let count = 0;
  for (const { first, last } of rows) {
    const more = columns.map((run) => cells(run, first, last));
    const longer = length + more.reduce((sum, area) => sum + area.length + 1, 0);
    if (areas.length > 0 && longer - 1 > longest) break;
    areas.push(...more);
    length = longer;
    count += last - first + 1;
  }
  return { address: areas.join(","), rows: count, areas: areas.length };
}

function cells(columns: Run, first: number, last: number): string {
  const start = `${columnLetters(columns.first)}${first}`;
  const end = `${columnLetters(columns.last)}${last}`;
  return start === end ? start : `${start}:${end}`;
}
