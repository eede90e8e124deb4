import type { Sheet } from "../../workbook/sheet";
import { hostClass, type HostClass } from "../host-class";
import type { Run } from "../run";
import { rangeArgument } from "./range-target-of";

/** The breaks of a sheet before rows or before columns. */
interface PageBreaks {
  readonly sheet: Sheet;
  readonly before: "rowBreaks" | "columnBreaks";
}

/** One of them: the row or column that begins a page, 0 for the first. */
interface PageBreakTarget extends PageBreaks {
  readonly at: number;
}

declare module "../host-class" {
  interface HostTargets {
    PageBreakCollection: PageBreaks;
    PageBreak: PageBreakTarget;
  }
}

/** Kept as they were set, in order; nothing is printed here. */
const breaksOf = ({ sheet, before }: PageBreaks): readonly number[] =>
  (sheet.pageLayout[before] as readonly number[] | undefined) ?? [];

function keep({ sheet, before }: PageBreaks, breaks: readonly number[], run: Run): void {
  sheet.pageLayout[before] = [...new Set(breaks)].sort((a, b) => a - b);
  run.workbook.tell({ kind: "objects", sheet, of: "page" });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
const pageBreakCollectionClass = hostClass("PageBreakCollection", {
  collection: {
    of: "PageBreak",
    items: (breaks) => breaksOf(breaks).map((at) => ({ ...breaks, at })),
    find: (breaks, index) => {
      const at = breaksOf(breaks)[Number(index)];
      return at === undefined ? undefined : { ...breaks, at };
    },
    getItem: "1.9",
    getCount: "1.9",
  },
  methods: {
    add: {
      since: "1.9",
      returns: "PageBreak",
      call: (breaks, args, run) => {
        const { area } = rangeArgument(args, 0, breaks.sheet);
        const at = breaks.before === "rowBreaks" ? area.top : area.left;
        keep(breaks, [...breaksOf(breaks), at], run);
        return { ...breaks, at };
      },
    },
    removePageBreaks: { since: "1.9", call: (breaks, _, run) => keep(breaks, [], run) },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreak */
const pageBreakClass = hostClass("PageBreak", {
  properties: {
    columnIndex: { since: "1.9", get: ({ before, at }) => (before === "columnBreaks" ? at : 0) },
    rowIndex: { since: "1.9", get: ({ before, at }) => (before === "rowBreaks" ? at : 0) },
  },
  methods: {
    delete: {
      since: "1.9",
      call: ({ at, ...breaks }, _, run) =>
        keep(
          breaks,
          breaksOf(breaks).filter((one) => one !== at),
          run,
        ),
    },
  },
});

const way = (before: PageBreaks["before"]) => ({
  since: "1.9",
  class: "PageBreakCollection" as const,
  get: (sheet: Sheet): PageBreaks => ({ sheet, before }),
});

const worksheetWays = hostClass("Worksheet", {
  navigations: { horizontalPageBreaks: way("rowBreaks"), verticalPageBreaks: way("columnBreaks") },
});

export const pageBreakClasses = [
  worksheetWays,
  pageBreakCollectionClass,
  pageBreakClass,
] as unknown as readonly HostClass[];
