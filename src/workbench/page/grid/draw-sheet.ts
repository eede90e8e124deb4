import { addressOf } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import { inGrid, type Command, type Drawn } from "./drawn";
import { POINTS, runs } from "./grid-edits";

/** Rows and columns the grid has of a sheet. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A sheet in the grid is as large as what is on it, with room to go on; all rows of Excel would be too many for it. */
export function sizeFor(sheet: Sheet): GridSize {
  const used = sheet.usedArea(false);
  let bottom = used?.bottom ?? 0;
  let right = used?.right ?? 0;
  for (const { area } of [...sheet.tables, ...sheet.pivotTables.flatMap((pivot) => areaOfPivot(pivot))]) {
    bottom = Math.max(bottom, area.bottom);
    right = Math.max(right, area.right);
  }
  return {
    rows: Math.min(1_048_576, Math.max(200, bottom + 1 + Math.max(50, Math.round(bottom * 0.02)))),
    columns: Math.min(16_384, Math.max(26, right + 6)),
  };
}

function areaOfPivot(pivot: object) {
  const area = (pivot as { area?: { bottom: number; right: number } }).area;
  return area ? [{ area }] : [];
}

/** Merged cells, sizes, hidden rows and columns, and panes of a sheet. */
export function drawnSheet(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  return [
    ...merges(sheet, sheetId, size),
    ...sizes(sheet, sheetId, size, "COL"),
    ...sizes(sheet, sheetId, size, "ROW"),
    ...hidden(sheet, sheetId, size, "COL"),
    ...hidden(sheet, sheetId, size, "ROW"),
    ...panes(sheet, sheetId, size),
  ];
}

function merges(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  return sheet.merges.flatMap((merge) => {
    const area = inGrid(merge, size);
    if (!area || (area.top === area.bottom && area.left === area.right)) return [];
    const target = { sheetId, target: [area] };
    return [
      {
        id: `merge ${addressOf(area)}`,
        print: "",
        put: [{ type: "ADD_MERGE", ...target, force: true }],
        take: [{ type: "REMOVE_MERGE", ...target }],
      },
    ];
  });
}

const dimensionOf = (sheet: Sheet, dimension: "ROW" | "COL") =>
  dimension === "ROW" ? sheet.rows : sheet.columns;

function sizes(sheet: Sheet, sheetId: string, size: GridSize, dimension: "ROW" | "COL"): Drawn[] {
  const count = dimension === "ROW" ? size.rows : size.columns;
  const bySize = new Map<number, number[]>();
  for (const [index, points] of dimensionOf(sheet, dimension).sizes) {
    if (index >= count) continue;
    const pixels = Math.max(dimension === "ROW" ? 10 : 5, Math.round(points / POINTS));
    const known = bySize.get(pixels);
    if (known) known.push(index);
    else bySize.set(pixels, [index]);
  }
  return [...bySize].map(([pixels, elements]) => {
    const lines = { sheetId, dimension, elements };
    return {
      id: `size ${dimension} ${pixels}`,
      print: JSON.stringify(runs(elements)),
      put: [{ type: "RESIZE_COLUMNS_ROWS", ...lines, size: pixels }],
      take: [{ type: "RESIZE_COLUMNS_ROWS", ...lines, size: null }],
    };
  });
}

function hidden(sheet: Sheet, sheetId: string, size: GridSize, dimension: "ROW" | "COL"): Drawn[] {
  const count = dimension === "ROW" ? size.rows : size.columns;
  const elements = [...dimensionOf(sheet, dimension).hidden].filter((index) => index < count);
  if (elements.length === 0) return [];
  return [
    {
      id: `hidden ${dimension}`,
      print: JSON.stringify(runs(elements)),
      put: [{ type: "HIDE_COLUMNS_ROWS", sheetId, dimension, elements }],
      take: [{ type: "UNHIDE_COLUMNS_ROWS", sheetId, dimension, elements }],
    },
  ];
}

function panes({ freeze, showGridlines }: Sheet, sheetId: string, size: GridSize): Drawn[] {
  const made: Drawn[] = [];
  const pane = (kind: "ROWS" | "COLUMNS", quantity: number, limit: number) => {
    if (quantity < 1 || quantity >= limit) return;
    const put: Command = { type: `FREEZE_${kind}`, sheetId, quantity };
    made.push({
      id: `freeze ${kind}`,
      print: String(quantity),
      put: [put],
      take: [{ type: `UNFREEZE_${kind}`, sheetId }],
    });
  };
  pane("ROWS", freeze.rows, size.rows);
  pane("COLUMNS", freeze.columns, size.columns);
  if (!showGridlines) {
    const lines = (areGridLinesVisible: boolean) => ({
      type: "SET_GRID_LINES_VISIBILITY",
      sheetId,
      areGridLinesVisible,
    });
    made.push({ id: "gridlines", print: "", put: [lines(false)], take: [lines(true)] });
  }
  return made;
}
