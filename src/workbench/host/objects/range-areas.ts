import {
  addressOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  sheetPrefix,
  sizeOf,
  type Area,
} from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import { hostClass, type HostClass } from "../host-class";
import { HostError } from "../host-error";
import { clearRange } from "./range-write";
import { usedWithin } from "./range-target-of";

/** Several areas of one sheet. */
export interface RangeAreasTarget {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

declare module "../host-class" {
  interface HostTargets {
    RangeAreas: RangeAreasTarget;
    RangeCollection: RangeAreasTarget;
  }
}

const addresses = ({ sheet, areas }: RangeAreasTarget): string =>
  areas.map((area) => sheetPrefix(sheet.name) + addressOf(area)).join(",");

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
const rangeAreasClass = hostClass("RangeAreas", {
  properties: {
    address: { since: "1.9", get: addresses },
    addressLocal: { since: "1.9", get: addresses },
    areaCount: { since: "1.9", get: ({ areas }) => areas.length },
    cellCount: {
      since: "1.9",
      get: ({ areas }) => {
        const cells = areas.reduce((sum, area) => sum + sizeOf(area).cells, 0);
        return cells > 2 ** 31 - 1 ? -1 : cells;
      },
    },
    isEntireColumn: { since: "1.9", get: ({ areas }) => areas.every(isWholeColumns) },
    isEntireRow: { since: "1.9", get: ({ areas }) => areas.every(isWholeRows) },
  },
  navigations: {
    areas: { since: "1.9", class: "RangeCollection", get: (target) => target },
    format: { since: "1.9", class: "RangeFormat", get: (target) => target },
    worksheet: { since: "1.9", class: "Worksheet", get: ({ sheet }) => sheet },
  },
  methods: {
    clear: {
      since: "1.9",
      call: ({ sheet, areas }, args, run) => {
        const what = args.oneOf(0, ["All", "Formats", "Contents"], "All");
        for (const area of areas) {
          clearRange({ sheet, area }, what.toLowerCase() as "all" | "formats" | "contents", run);
        }
      },
    },
    select: {
      since: "1.18",
      call: ({ sheet, areas }, _, run) => {
        if (sheet.visibility !== "Visible") {
          throw new HostError("InvalidOperation", "A range of a hidden sheet can't be selected.");
        }
        run.workbook.selection = { sheet, areas };
      },
    },
    getUsedRangeAreasOrNullObject: {
      since: "1.9",
      returns: "RangeAreas",
      call: ({ sheet, areas }, args, run) => {
        run.settle();
        const used = areas
          .map((area) => usedWithin({ sheet, area }, args.boolean(0, false))?.area)
          .filter((area) => area !== undefined);
        return used.length > 0 ? { sheet, areas: used } : null;
      },
    },
    getIntersectionOrNullObject: {
      since: "1.9",
      returns: "RangeAreas",
      call: ({ sheet, areas }, args) => {
        const other = args.isObject(0, "Range")
          ? [args.object(0, "Range").area]
          : args.object(0, "RangeAreas").areas;
        const common = areas.flatMap((area) =>
          other.map((each) => intersection(area, each)).filter((each) => each !== undefined),
        );
        return common.length > 0 ? { sheet, areas: common } : null;
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
const rangeCollectionClass = hostClass("RangeCollection", {
  collection: {
    of: "Range",
    items: ({ sheet, areas }, run) => areas.map((area) => run.range(sheet, area)),
    find: () => undefined,
    getItemAt: "1.9",
    getCount: "1.9",
  },
});

export const rangeAreasClasses = [rangeAreasClass, rangeCollectionClass] as unknown as readonly HostClass[];
