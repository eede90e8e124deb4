import type { Sheet } from "../../workbook/sheet";
import type { Drawn } from "./drawn";
import type { GridSize } from "./draw-sheet";
import { placeInGrid } from "./place-in-grid";

/** What the grid calls a figure that is a slicer; see slicer-figure.ts. */
export const SLICER = "slicer";

/** The id of a slicer's figure, and the slicer's of a figure's. */
const PREFIX = "slicer ";
export const slicerIdOf = (figureId: string): string => figureId.slice(PREFIX.length);

/** The slicers of a sheet as figures of the grid. What they let through is read when they are drawn. */
export function drawnSlicers(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  return sheet.slicers.map((slicer) => {
    const figureId = PREFIX + slicer.id;
    const place = placeInGrid(slicer, sheet, size);
    return {
      id: figureId,
      print: JSON.stringify(place),
      put: [{ type: "CREATE_FIGURE", sheetId, figureId, tag: SLICER, ...place }],
      take: [{ type: "DELETE_FIGURE", sheetId, figureId }],
    };
  });
}
