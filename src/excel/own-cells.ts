import { addressOf, without, type SheetArea } from "./sheet-area";

/** The address of an area as a name's formula has it: `$A$1:$C$9`. */
export function fixedAddress(area: SheetArea): string {
  return addressOf(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/**
 * The area of an address or of a name's formula: `=Sheet!$A$1:$C$9`, `A:C`, `1:9`; null of anything else, `#REF!` among
 * it.
 */
export function areaOfAddress(text: string): SheetArea | null {
  const whole = /^=?(?:.*!)?\$?([A-Z]{1,3}|\d+):\$?([A-Z]{1,3}|\d+)$/.exec(text);
  if (whole?.[1] && whole[2]) {
    const [, first, last] = whole;
    const isRow = /\d/.test(first);
    if (isRow !== /\d/.test(last)) return null;
    const from = isRow ? Number(first) - 1 : columnOf(first);
    const count = (isRow ? Number(last) - 1 : columnOf(last)) - from + 1;
    return isRow
      ? { row: from, column: 0, rows: count, columns: COLUMNS }
      : { row: 0, column: from, rows: ROWS, columns: count };
  }
  const parts = /^=?(?:.*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(text);
  if (!parts?.[1] || !parts[2]) return null;
  const row = Number(parts[2]) - 1;
  const column = columnOf(parts[1]);
  return {
    row,
    column,
    rows: Number(parts[4] ?? parts[2]) - row,
    columns: columnOf(parts[3] ?? parts[1]) - column + 1,
  };
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The cells that two areas have in common; null where there are none. */
export function common(one: SheetArea, other: SheetArea): SheetArea | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** What of an area is in none of others, as areas. */
export function withoutAll(area: SheetArea, others: readonly SheetArea[]): readonly SheetArea[] {
  return others.reduce<readonly SheetArea[]>(
    (rest, other) => rest.flatMap((one) => without(one, other)),
    [area],
  );
}

/**
 * The range of an area on a sheet, for one message: Excel isn't asked to keep it in its place, which takes two requests
 * more. See https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#untrack-unneeded-proxy-objects
 */
export function rangeOf(sheet: Excel.Worksheet, area: SheetArea): Excel.Range {
  return keptRangeOf(sheet, area).untrack();
}

/** The range of an area on a sheet, which Excel keeps in its place while rows and columns come and go. */
export function keptRangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: SheetArea): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** Queues the clearing of own cells with all that they look like: merges and conditional formats go by themselves. */
export function clearOwn(range: Excel.Range): void {
  range.unmerge();
  range.conditionalFormats.clearAll();
  range.clear();
}

/** Neighbours that are alike, as runs. */
export function runsOf<T>(
  values: readonly T[],
): readonly { readonly from: number; readonly count: number; readonly value: T }[] {
  const runs: { from: number; count: number; value: T }[] = [];
  values.forEach((value, from) => {
    const last = runs.at(-1);
    if (last && last.value === value) last.count++;
    else runs.push({ from, count: 1, value });
  });
  return runs;
}
