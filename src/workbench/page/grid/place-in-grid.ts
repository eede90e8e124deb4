import type { Dimension } from "../../workbook/dimension";
import type { Sheet } from "../../workbook/sheet";
import type { GridSize } from "./draw-sheet";
import { POINTS } from "./grid-edits";

/** How wide and high the grid draws what nobody has resized, in pixels. */
const GRID_COLUMN = 96;
const GRID_ROW = 23;

/** Place and size on a sheet, in points. */
interface Placed {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a chart or a slicer stands in the grid: over the same cells as in the workbook. Columns and rows that nobody has resized are
 * larger there, and it with them.
 */
export function placeInGrid({ left, top, width, height }: Placed, sheet: Sheet, size: GridSize) {
  const across = ruler(sheet.columns, GRID_COLUMN, size.columns);
  const down = ruler(sheet.rows, GRID_ROW, size.rows);
  const start = { x: across(left), y: down(top) };
  const end = { x: across(left + width), y: down(top + height) };
  return {
    col: start.x.index,
    row: start.y.index,
    offset: { x: start.x.into, y: start.y.into },
    size: { width: end.x.pixels - start.x.pixels, height: end.y.pixels - start.y.pixels },
  };
}

/** Points from the edge of a sheet as pixels of the grid: the row or column there, how far in, and from the edge. */
function ruler(lines: Dimension, usual: number, count: number) {
  return (points: number) => {
    let rest = points;
    let pixels = 0;
    for (let index = 0; index < count; index++) {
      const size = lines.isHidden(index) ? 0 : lines.size(index);
      const drawn = size === 0 ? 0 : lines.sizes.has(index) ? Math.round(size / POINTS) : usual;
      if (rest < size || index === count - 1) {
        const into = size === 0 ? 0 : Math.round((Math.min(rest, size) / size) * drawn);
        return { index, into, pixels: pixels + into };
      }
      rest -= size;
      pixels += drawn;
    }
    return { index: 0, into: 0, pixels: 0 };
  };
}
