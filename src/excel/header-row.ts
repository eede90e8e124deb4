import { Refused } from "./going";
import type { Sync } from "./joint-sync";
import type { Beside } from "./new-sheet";
import { rangeOf } from "./own-cells";
import { AREA, type SheetArea } from "./sheet-area";

/** Rows of headers that may be merged. */
export const HEADER_ROWS = 10;

/** The headers of rows of data, as they are by now. */
export interface Headers {
  readonly column: number;
  /** What stands over each column: of a header that is merged over several rows its text, which Excel keeps in the first. */
  readonly texts: readonly unknown[];
  /** The merged cells that reach into the row. */
  readonly merged: readonly SheetArea[];
}

/** What a load of areas asks for: by the names of its members, as all of them would read the cells too. */
export const LOAD_AREAS = `items/${AREA.replaceAll(",", ",items/")},items/address`;

/** Headers with the texts of those that are merged over several rows, the last of which is the header row. */
export async function withMergedTexts(
  sync: Sync,
  sheet: Excel.Worksheet,
  headerRow: number,
  { column, texts, merged: all }: Headers,
): Promise<Headers> {
  const merged = all.filter(({ row, rows }) => row + rows > headerRow);
  const tall = merged.filter(({ row, rows }) => row < headerRow && row + rows - 1 === headerRow);
  if (tall.length === 0) return { column, texts, merged };
  const cells = await sync(() => {
    const firsts = tall.map((area) => rangeOf(sheet, { ...area, rows: 1, columns: 1 }));
    for (const cell of firsts) cell.load("values");
    return firsts;
  });
  const first = Math.min(column, ...tall.map((area) => area.column));
  const end = Math.max(column + texts.length, ...tall.map((area) => area.column + area.columns));
  const shown = Array.from({ length: end - first }, (_, i): unknown => texts[first + i - column] ?? "");
  tall.forEach((area, i) => (shown[area.column - first] = (cells[i]?.values as unknown[][])[0]?.[0] ?? ""));
  return { column: first, texts: shown, merged };
}

/** True of a cell with a header, however its words are spaced. */
export const isHeader = (cell: unknown, header: string): boolean =>
  String(cell ?? "")
    .replace(/\s+/g, " ")
    .trim() === header.replace(/\s+/g, " ").trim();

/** The column of the customers, wherever it has been moved. A sheet without headers is taken as it was read. */
export function customerColumn({ column, texts }: Headers, plan: Beside, sheet: string): number {
  const { customerHeader: header } = plan;
  if (header === "") return plan.customerColumn;
  const found = texts.flatMap((text, i) => (isHeader(text, header) ? [column + i] : []));
  // Of lists side by side with the same header, the one that was read.
  if (found.includes(plan.customerColumn)) return plan.customerColumn;
  if (found.length > 1) throw new Refused("excel-header-doubled", { sheet, header });
  const [only] = found;
  if (only === undefined) throw new Refused("excel-header-gone", { sheet, header });
  return only;
}
