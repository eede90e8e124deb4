import { intersection, type Area } from "../../workbook/area";
import { isCellError } from "../../workbook/cell-value";
import type { Sheet } from "../../workbook/sheet";
import type { Arguments } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { HostError, notSimulated } from "../host-error";
import type { RangeAreasTarget } from "./range-areas";
import type { Run } from "../run";

const TYPES = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "Visible",
] as const;
type Type = (typeof TYPES)[number];

const VALUE_TYPES = [
  ...["All", "Errors", "ErrorsLogical", "ErrorsNumbers", "ErrorsText", "ErrorsLogicalNumber"],
  ...[
    "ErrorsLogicalText",
    "ErrorsNumberText",
    "Logical",
    "LogicalNumbers",
    "LogicalText",
    "LogicalNumbersText",
  ],
  ...["Numbers", "NumbersText", "Text"],
] as const;

/** Whether a value is of a kind that a word such as "ErrorsNumberText" names. */
function isOfKind(value: unknown, kinds: string): boolean {
  if (kinds === "All") return true;
  if (isCellError(value as never)) return kinds.includes("Errors");
  if (typeof value === "boolean") return kinds.includes("Logical");
  return kinds.includes(typeof value === "number" ? "Number" : "Text");
}

/** The cells of a kind within areas: as blocks, from the top. */
function specialAreas({ sheet, areas }: RangeAreasTarget, args: Arguments, run: Run): Area[] {
  run.settle();
  const type = args.oneOf(0, TYPES);
  const kinds = args.oneOf(1, VALUE_TYPES, "All");
  const used = sheet.usedArea(false);
  if (used === undefined) return [];
  return areas.flatMap((area) => {
    // Excel looks no further than what is used.
    const within = intersection(area, used);
    return within ? blocks(within, (row, column) => isSpecial(sheet, row, column, type, kinds)) : [];
  });
}

function isSpecial(sheet: Sheet, row: number, column: number, type: Type, kinds: string): boolean {
  const spill = sheet.spillOf(row, column);
  const computed = sheet.formula(row, column) !== undefined || spill !== undefined;
  const value = sheet.value(row, column);
  switch (type) {
    case "Blanks":
      return value === null && !computed;
    case "Constants":
      return value !== null && !computed && isOfKind(value, kinds);
    case "Formulas":
      return computed && isOfKind(value, kinds);
    case "Visible":
      return !sheet.rowHidden(row) && !sheet.columnHidden(column);
    default:
      throw notSimulated(`getSpecialCells of ${type}`);
  }
}

/** Rectangles that cover the cells a test takes: runs across a row, joined with the same run of the row above. */
function blocks(area: Area, takes: (row: number, column: number) => boolean): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const runs: Area[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      if (!takes(row, column)) continue;
      const last = runs.at(-1);
      if (last?.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
      else runs.push({ top: row, left: column, bottom: row, right: column });
    }
    const grown = runs.map((run) => {
      const above = open.find(({ left, right }) => left === run.left && right === run.right);
      return above ? { ...run, top: above.top } : run;
    });
    done.push(
      ...open.filter(
        ({ top, left, right }) =>
          !grown.some((run) => run.top === top && run.left === left && run.right === right),
      ),
    );
    open = grown;
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** "If no cells are found, this method throws an ItemNotFound error." */
function special(target: RangeAreasTarget, args: Arguments, run: Run): RangeAreasTarget {
  const areas = specialAreas(target, args, run);
  if (areas.length === 0) throw new HostError("ItemNotFound", "No cells were found.");
  return { sheet: target.sheet, areas };
}

function specialOrNull(target: RangeAreasTarget, args: Arguments, run: Run): RangeAreasTarget | null {
  const areas = specialAreas(target, args, run);
  return areas.length === 0 ? null : { sheet: target.sheet, areas };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getspecialcells-member(1) */
const ofRange = hostClass("Range", {
  methods: {
    getSpecialCells: {
      since: "1.9",
      returns: "RangeAreas",
      call: ({ sheet, area }, args, run) => special({ sheet, areas: [area] }, args, run),
    },
    getSpecialCellsOrNullObject: {
      since: "1.9",
      returns: "RangeAreas",
      call: ({ sheet, area }, args, run) => specialOrNull({ sheet, areas: [area] }, args, run),
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas#excel-excel-rangeareas-getspecialcells-member(1) */
const ofAreas = hostClass("RangeAreas", {
  methods: {
    getSpecialCells: { since: "1.9", returns: "RangeAreas", call: special },
    getSpecialCellsOrNullObject: { since: "1.9", returns: "RangeAreas", call: specialOrNull },
  },
});

export const specialCellClasses = [ofRange, ofAreas] as unknown as readonly HostClass[];
