import { some, columnLetters } from "../files/headers";
import type { Message } from "../core/language/message";
import { isBlank, type Cell } from "../core/ledger/cells";
import { headerRowOf } from "../core/ledger/recognise";
import { addressOf, type SheetArea } from "./sheet-area";

/** The first rows of a sheet as they are to be read, and what to tell of their merged cells. */
export interface Unmerged {
  /** The rows that were given; texts of cells merged over several rows of headers stand in the last of these. */
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly Message[];
}

/**
 * Reads merged cells at the head of a sheet. Excel keeps the value of merged cells in the first of them, and the others
 * are blank. A header that is merged over two rows is moved down to the second, where the headers beside it are; one
 * that is merged over several columns is its first column's, and which others have none is told. So are merged cells
 * below the headers, whose value counts for their first row alone.
 *
 * @param first where the given rows begin
 * @param merges the merged areas, at their places in the sheet
 */
export function readMerged(
  rows: readonly (readonly Cell[])[],
  first: { readonly row: number; readonly column: number },
  merges: readonly SheetArea[],
): Unmerged {
  const inRows = merges.map((merge) => ({
    ...merge,
    row: merge.row - first.row,
    column: merge.column - first.column,
  }));
  const tall = inRows.filter(
    ({ row, column, rows: height }) =>
      height > 1 && row >= 0 && row + height <= rows.length && isText(rows[row]?.[column]),
  );
  // Which of them are headers is known when the headers are, and these when the texts stand in their row.
  const all = movedDown(rows, tall);
  const header = headerRowOf(all);
  const heads = tall.filter(({ row, rows: height }) => row + height - 1 <= header);
  const read = heads.length === tall.length ? all : movedDown(rows, heads);
  const headerRow = headerRowOf(read);

  const notes: Message[] = [];
  const told = new Set<SheetArea>(heads);
  for (const merge of inRows) {
    const bottom = merge.row + merge.rows - 1;
    if (merge.columns < 2 || headerRow < 0 || bottom !== headerRow) continue;
    told.add(merge);
    notes.push({
      code: "sheet-merged-header",
      params: {
        cells: whereOf(merge, first),
        header: String(read[headerRow]?.[merge.column] ?? ""),
        column: columnLetters(first.column + merge.column),
        count: merge.columns - 1,
        others: some(
          Array.from({ length: merge.columns - 1 }, (_, i) =>
            columnLetters(first.column + merge.column + 1 + i),
          ),
        ),
      },
    });
  }
  const above = inRows.filter(
    (merge) => merge.columns > 1 && merge.row + merge.rows - 1 < headerRow && isGroup(merge, read, headerRow),
  );
  for (const merge of above) told.add(merge);
  if (above.length > 0) {
    notes.push({
      code: "sheet-merged-above-headers",
      params: { cells: some(above.map((merge) => whereOf(merge, first))), row: first.row + headerRow + 1 },
    });
  }
  const below = inRows.filter((merge) => !told.has(merge) && merge.row + merge.rows - 1 > headerRow);
  if (below.length > 0) {
    notes.push({
      code: "sheet-merged-cells",
      params: { count: below.length, cells: some(below.map((merge) => whereOf(merge, first))) },
    });
  }
  return { rows: read, notes };
}

function isText(cell: Cell | undefined): boolean {
  return typeof cell === "string" && !isBlank(cell);
}

/** Rows with the texts of merged cells in the last of their rows. */
function movedDown(
  rows: readonly (readonly Cell[])[],
  merges: readonly SheetArea[],
): readonly (readonly Cell[])[] {
  if (merges.length === 0) return rows;
  const moved = rows.map((row) => [...row]);
  for (const { row, column, rows: height } of merges) {
    const from = moved[row];
    const to = moved[row + height - 1];
    if (!from || !to) continue;
    to[column] = from[column] ?? null;
    from[column] = null;
  }
  return moved;
}

/** True of a merged text that stands over headers of their own and doesn't run over the whole width, as a title does. */
function isGroup(
  { row, rows: height, column, columns }: SheetArea,
  rows: readonly (readonly Cell[])[],
  headerRow: number,
): boolean {
  const headers = rows[headerRow] ?? [];
  const width = headers.filter((cell) => !isBlank(cell)).length;
  return row + height === headerRow && columns < width && isText(rows[row + height - 1]?.[column]);
}

function whereOf(merge: SheetArea, first: { readonly row: number; readonly column: number }): string {
  return addressOf({ ...merge, row: merge.row + first.row, column: merge.column + first.column });
}
