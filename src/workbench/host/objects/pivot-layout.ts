import type { Area } from "../../workbook/area";
import type { DataHierarchy, PivotField, PivotLayoutOptions, PivotTable } from "../../workbook/pivot";
import { settlePivots } from "../../workbook/pivot-settle";
import { gridOf } from "../../workbook/pivot-write";
import type { AxisNode } from "../../workbook/pivot-figures";
import type { PivotGrid, PivotLine } from "../../workbook/pivot-layout";
import { sortByLabels } from "../../workbook/pivot-edit";
import type { Arguments } from "../arguments";
import { booleanValue, enumerated, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { granted, invalidArgument, invalidOperation } from "../host-error";
import { change } from "./pivot-table";
import { rangeArgument } from "./range-target-of";
import type { PivotItemTarget } from "./analysis-targets";

type Flag = {
  [K in keyof PivotLayoutOptions]: PivotLayoutOptions[K] extends boolean ? K : never;
}[keyof PivotLayoutOptions];

const flag = (name: Flag, since: string): Property<PivotTable> => ({
  since,
  get: (pivot) => pivot.layout[name],
  set: (pivot, value, run) => {
    const on = booleanValue(value);
    return change(pivot, run, () => void (pivot.layout[name] = on));
  },
});

const text = (name: "altTextDescription" | "altTextTitle" | "emptyCellText"): Property<PivotTable> => ({
  since: "1.13",
  get: (pivot) => pivot.layout[name],
  set: (pivot, value, run) => {
    const given = textValue(value);
    return change(pivot, run, () => void (pivot.layout[name] = given));
  },
});

function needed(pivot: PivotTable): PivotGrid {
  granted(settlePivots(pivot.sheet.book));
  const grid = gridOf(pivot);
  if (!grid) throw invalidOperation("the PivotTable has no fields");
  return grid;
}

/** The figures: grand totals are among them. */
function bodyArea(pivot: PivotTable): Area {
  const { headerRows, labelColumns, columns, rows } = needed(pivot);
  if (columns.length === 0 || rows.length === 0) throw invalidOperation("the PivotTable shows no data");
  return { ...pivot.body, top: pivot.body.top + headerRows, left: pivot.body.left + labelColumns };
}

/** The lines of a cell of the figures. */
function linesAt(pivot: PivotTable, args: Arguments, index: number): { row: PivotLine; column: PivotLine } {
  const { sheet, area } = rangeArgument(args, index, pivot.sheet);
  const body = bodyArea(pivot);
  const grid = needed(pivot);
  const row = grid.rows[area.top - body.top];
  const column = grid.columns[area.left - body.left];
  if (sheet !== pivot.sheet || !row || !column)
    throw invalidArgument("the cell is not one of the PivotTable's data");
  return { row, column };
}

/** The items that a line stands for, the outermost first. */
function itemsOn(pivot: PivotTable, node: AxisNode): PivotItemTarget[] {
  if (!node.item || !node.field || node.depth < 0) return [];
  return [...(node.parent ? itemsOn(pivot, node.parent) : []), { pivot, field: node.field, item: node.item }];
}

function autoSort(
  pivot: PivotTable,
  field: PivotField,
  data: DataHierarchy | undefined,
  descending: boolean,
): void {
  if (data) field.sort = { by: "values", descending, hierarchy: data.name };
  else sortByLabels(pivot, field, descending);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotlayout */
const pivotLayoutClass = hostClass("PivotLayout", {
  properties: {
    layoutType: {
      since: "1.8",
      get: (pivot) => pivot.layout.layoutType,
      set: (pivot, value, run) => {
        const type = enumerated(value, ["Compact", "Tabular", "Outline"]);
        return change(pivot, run, () => void (pivot.layout.layoutType = type));
      },
    },
    subtotalLocation: {
      since: "1.8",
      get: (pivot) => pivot.layout.subtotalLocation,
      set: (pivot, value, run) => {
        const place = enumerated(value, ["AtTop", "AtBottom", "Off"]);
        return change(pivot, run, () => void (pivot.layout.subtotalLocation = place));
      },
    },
    showColumnGrandTotals: flag("showColumnGrandTotals", "1.8"),
    showRowGrandTotals: flag("showRowGrandTotals", "1.8"),
    autoFormat: flag("autoFormat", "1.9"),
    preserveFormatting: flag("preserveFormatting", "1.9"),
    enableFieldList: flag("enableFieldList", "1.10"),
    showFieldHeaders: flag("showFieldHeaders", "1.13"),
    fillEmptyCells: flag("fillEmptyCells", "1.13"),
    emptyCellText: text("emptyCellText"),
    altTextTitle: text("altTextTitle"),
    altTextDescription: text("altTextDescription"),
  },
  methods: {
    displayBlankLineAfterEachItem: {
      since: "1.13",
      call: (pivot, args, run) => {
        const on = args.boolean(0);
        return change(pivot, run, () => void (pivot.layout.blankLines = on));
      },
    },
    repeatAllItemLabels: {
      since: "1.13",
      call: (pivot, args, run) => {
        const on = args.boolean(0);
        return change(pivot, run, () => void (pivot.layout.repeatLabels = on));
      },
    },
    getRange: {
      since: "1.8",
      returns: "Range",
      call: (pivot, _, run) => {
        granted(settlePivots(pivot.sheet.book));
        return run.range(pivot.sheet, pivot.body);
      },
    },
    getDataBodyRange: {
      since: "1.8",
      returns: "Range",
      call: (pivot, _, run) => run.range(pivot.sheet, bodyArea(pivot)),
    },
    getColumnLabelRange: {
      since: "1.8",
      returns: "Range",
      call: (pivot, _, run) => {
        const { headerRows, labelColumns } = needed(pivot);
        const { top, left } = pivot.body;
        return run.range(pivot.sheet, {
          ...pivot.body,
          left: left + labelColumns,
          bottom: top + headerRows - 1,
        });
      },
    },
    getRowLabelRange: {
      since: "1.8",
      returns: "Range",
      call: (pivot, _, run) => {
        const { headerRows, labelColumns } = needed(pivot);
        const { top, left } = pivot.body;
        const right = left + Math.max(labelColumns, 1) - 1;
        return run.range(pivot.sheet, { ...pivot.body, top: top + headerRows - 1, right });
      },
    },
    getFilterAxisRange: {
      since: "1.8",
      returns: "Range",
      call: (pivot, _, run) => {
        granted(settlePivots(pivot.sheet.book));
        if (pivot.filters.length === 0) throw invalidOperation("the PivotTable has no filters");
        const { area } = pivot;
        return run.range(pivot.sheet, {
          ...area,
          bottom: area.top + pivot.filters.length - 1,
          right: area.left + 1,
        });
      },
    },
    getDataHierarchy: {
      since: "1.9",
      returns: "DataPivotHierarchy",
      call: (pivot, args) => {
        const { data } = linesAt(pivot, args, 0).column;
        if (!data) throw invalidOperation("the PivotTable shows no data");
        return { pivot, data };
      },
    },
    getPivotItems: {
      since: "1.9",
      returns: "PivotItemCollection",
      call: (pivot, args) => {
        const axis = args.oneOf(0, ["Row", "Column"]);
        const lines = linesAt(pivot, args, 1);
        return { pivot, items: itemsOn(pivot, axis === "Row" ? lines.row.node : lines.column.node) };
      },
    },
    setAutoSortOnCell: {
      since: "1.9",
      call: (pivot, args, run) => {
        const { row, column } = linesAt(pivot, args, 0);
        const descending = args.oneOf(1, ["Ascending", "Descending"]) === "Descending";
        const { field } = row.node;
        if (!field) throw invalidOperation("a grand total can't be sorted on");
        return change(pivot, run, () => autoSort(pivot, field, column.data, descending));
      },
    },
  },
});

export const pivotLayoutClasses = [pivotLayoutClass] as unknown as readonly HostClass[];
