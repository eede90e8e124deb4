import type { Sync } from "./joint-sync";
import { isPayloadLimit } from "./office-troubles";
import { rangeOf } from "./own-cells";
import type { SheetArea } from "./sheet-area";

/** Cells of a sheet to be read. */
export interface CellsToRead {
  readonly sheet: Excel.Worksheet;
  readonly area: SheetArea;
}

/** Cells asked for at once: some 2 MB, as most cells take ten to twenty bytes. */
const CELLS = 120_000;

/** Reads areas, by `Range.formulas`: a formula as text that begins with =, else the value. Rows of each area. */
export async function readCells(
  sync: Sync,
  areas: readonly CellsToRead[],
): Promise<readonly (readonly (readonly unknown[])[])[]> {
  const read: unknown[][][] = areas.map(() => []);
  let limit = CELLS;
  let waiting = piecesOf(areas, limit);
  while (waiting.length > 0) {
    let cells = 0;
    const end = waiting.findIndex(({ area }) => (cells += area.rows * area.columns) > limit);
    const now = waiting.slice(0, end < 0 ? waiting.length : Math.max(1, end));
    try {
      const ranges = await sync(() => {
        const loaded = now.map(({ sheet, area }) => rangeOf(sheet, area));
        for (const range of loaded) range.load("formulas");
        return loaded;
      });
      now.forEach(({ of }, i) => read[of]?.push(...((ranges[i]?.formulas ?? []) as unknown[][])));
      for (const range of ranges) range.untrack();
    } catch (error) {
      if (!isPayloadLimit(error) || limit <= 1) throw error;
      limit = Math.ceil(limit / 4);
      waiting = piecesOf(waiting, limit);
      continue;
    }
    waiting = waiting.slice(now.length);
  }
  return read;
}

interface Piece extends CellsToRead {
  /** The place of the area among those asked for. */
  readonly of: number;
}

function piecesOf(areas: readonly (CellsToRead & { readonly of?: number })[], limit: number): Piece[] {
  return areas.flatMap(({ sheet, area, of }, i) => {
    const rows = Math.max(1, Math.floor(limit / Math.max(1, area.columns)));
    return Array.from({ length: Math.ceil(area.rows / rows) }, (_, at) => ({
      sheet,
      of: of ?? i,
      area: { ...area, row: area.row + at * rows, rows: Math.min(rows, area.rows - at * rows) },
    }));
  });
}
