import type { PivotTable } from "../../workbook/pivot";
import { gridOf } from "../../workbook/pivot-write";
import type { Sheet } from "../../workbook/sheet";
import type { GridStyle } from "./cell-look";

/** What a PivotTable's style adds to a cell. */
export interface PivotLook {
  readonly style: GridStyle;
  /** How deep a label stands under those of outer fields. */
  readonly indent: number;
}

/** The colours of Excel's own first choice, PivotStyleLight16. */
const BAND = "#DDEBF7";
const HEADER: GridStyle = { bold: true, fillColor: BAND };
const OUTER: GridStyle = { bold: true };
const PLAIN: GridStyle = {};

/** The look that a PivotTable gives one of its cells, as Excel's style does: it is no format of the cell. */
export function pivotLookAt(sheet: Sheet, row: number, column: number): PivotLook | undefined {
  if (sheet.pivotTables.length === 0) return undefined;
  const pivot = sheet.pivotTables.find(
    ({ body }) => body.top <= row && row <= body.bottom && body.left <= column && column <= body.right,
  );
  return pivot && lookIn(pivot, row - pivot.body.top, column - pivot.body.left);
}

function lookIn(pivot: PivotTable, row: number, column: number): PivotLook | undefined {
  const grid = gridOf(pivot);
  if (!grid) return undefined;
  if (row < grid.headerRows) return { style: HEADER, indent: 0 };
  const line = grid.rows[row - grid.headerRows];
  if (!line) return undefined;
  if (line.kind === "grand") return { style: HEADER, indent: 0 };
  const { depth } = line.node;
  const outer = depth >= 0 && depth < pivot.rows.length - 1;
  const compact = pivot.layout.layoutType === "Compact" && column < grid.labelColumns;
  return { style: outer ? OUTER : PLAIN, indent: compact ? Math.max(depth, 0) : 0 };
}

const mixed = new WeakMap<GridStyle, WeakMap<GridStyle, GridStyle>>();
const NOTHING: GridStyle = {};

/** A cell's own look over that of its PivotTable; the same objects give the same one. */
export function withPivotLook(own: GridStyle | undefined, pivot: GridStyle): GridStyle | undefined {
  if (pivot === PLAIN) return own;
  const key = own ?? NOTHING;
  let looks = mixed.get(key);
  if (!looks) mixed.set(key, (looks = new WeakMap()));
  let look = looks.get(pivot);
  if (!look) looks.set(pivot, (look = { ...pivot, ...own }));
  return look;
}
