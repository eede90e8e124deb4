import type { Sheet } from "../../workbook/sheet";
import { booleanValue, enumerated, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import type { Run } from "../run";

/** The lines of one kind of page. */
interface HeaderFooter {
  readonly sheet: Sheet;
  readonly pages: "defaultForAllPages" | "evenPages" | "firstPage" | "oddPages";
}

declare module "../host-class" {
  interface HostTargets {
    HeaderFooter: HeaderFooter;
    HeaderFooterGroup: Sheet;
  }
}

const PARTS = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;

function keep(sheet: Sheet, key: string, value: unknown, run: Run): void {
  sheet.pageLayout[key] = value;
  run.workbook.tell({ kind: "objects", sheet, of: "page" });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfooter; codes such as &P are kept as written. */
const headerFooterClass = hostClass("HeaderFooter", {
  properties: Object.fromEntries(
    PARTS.map((part): [string, Property<HeaderFooter>] => [
      part,
      {
        since: "1.9",
        get: ({ sheet, pages }) => sheet.pageLayout[`${pages}.${part}`] ?? "",
        set: ({ sheet, pages }, value, run) => keep(sheet, `${pages}.${part}`, textValue(value), run),
      },
    ]),
  ),
});

const pages = (name: HeaderFooter["pages"]) => ({
  since: "1.9",
  class: "HeaderFooter" as const,
  get: (sheet: Sheet): HeaderFooter => ({ sheet, pages: name }),
});

const flag = (name: string): Property<Sheet> => ({
  since: "1.9",
  get: (sheet) => sheet.pageLayout[name] ?? true,
  set: (sheet, value, run) => keep(sheet, name, booleanValue(value), run),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfootergroup */
const groupClass = hostClass("HeaderFooterGroup", {
  properties: {
    state: {
      since: "1.9",
      get: (sheet) => sheet.pageLayout["headersFootersState"] ?? "Default",
      set: (sheet, value, run) =>
        keep(
          sheet,
          "headersFootersState",
          enumerated(value, ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"]),
          run,
        ),
    },
    useSheetMargins: flag("useSheetMargins"),
    useSheetScale: flag("useSheetScale"),
  },
  navigations: {
    defaultForAllPages: pages("defaultForAllPages"),
    evenPages: pages("evenPages"),
    firstPage: pages("firstPage"),
    oddPages: pages("oddPages"),
  },
});

export const headerFooterClasses = [headerFooterClass, groupClass] as unknown as readonly HostClass[];
