import type { Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import { enumerated, numberValue, type Arguments } from "../arguments";
import { hostClass, type Property } from "../host-class";
import { invalidArgument, itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { rangeArgument } from "./range-target-of";

declare module "../host-class" {
  interface HostTargets {
    PageLayout: Sheet;
  }
}

/** Kept as it was set; nothing is printed here. */
function kept(name: string, standard: unknown, check: (value: unknown) => unknown): Property<Sheet> {
  return {
    since: "1.9",
    get: (sheet) => sheet.pageLayout[name] ?? standard,
    set: (sheet, value, run) => {
      sheet.pageLayout[name] = check(value);
      run.workbook.tell({ kind: "objects", sheet, of: "page" });
    },
  };
}

const yesOrNo = (value: unknown): boolean => value === true;

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const SIDES: readonly string[] = ["top", "bottom", "left", "right", "header", "footer"];

function printArea(sheet: Sheet): { sheet: Sheet; areas: readonly Area[] } | null {
  const areas = sheet.pageLayout["printArea"] as readonly Area[] | undefined;
  return areas ? { sheet, areas } : null;
}

/** The rows or columns printed on each page. */
function title(name: "printTitleRows" | "printTitleColumns", orNull = false) {
  return {
    since: "1.9",
    returns: "Range" as const,
    call: (sheet: Sheet, _: Arguments, run: Run): RangeTarget | null => {
      const area = sheet.pageLayout[name] as Area | undefined;
      return area ? run.range(sheet, area) : orNull ? null : notThere();
    },
  };
}

function notThere(): never {
  throw itemNotFound();
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export const pageLayoutClass = hostClass("PageLayout", {
  properties: {
    orientation: kept("orientation", "Portrait", (value) => enumerated(value, ["Portrait", "Landscape"])),
    paperSize: kept("paperSize", "A4", (value) =>
      enumerated(value, ["Letter", "Legal", "A3", "A4", "A5", "B4", "B5", "Tabloid"]),
    ),
    centerHorizontally: kept("centerHorizontally", false, yesOrNo),
    centerVertically: kept("centerVertically", false, yesOrNo),
    printGridlines: kept("printGridlines", false, yesOrNo),
    printHeadings: kept("printHeadings", false, yesOrNo),
    blackAndWhite: kept("blackAndWhite", false, yesOrNo),
    topMargin: kept("topMargin", 54, numberValue),
    bottomMargin: kept("bottomMargin", 54, numberValue),
    leftMargin: kept("leftMargin", 50.4, numberValue),
    rightMargin: kept("rightMargin", 50.4, numberValue),
    headerMargin: kept("headerMargin", 21.6, numberValue),
    footerMargin: kept("footerMargin", 21.6, numberValue),
    draftMode: kept("draftMode", false, yesOrNo),
    firstPageNumber: kept("firstPageNumber", "", (value) => (value === "" ? "" : numberValue(value))),
    printComments: kept("printComments", "NoComments", (value) =>
      enumerated(value, ["NoComments", "EndSheet", "InPlace"]),
    ),
    printErrors: kept("printErrors", "AsDisplayed", (value) =>
      enumerated(value, ["AsDisplayed", "Blank", "Dash", "NotAvailable"]),
    ),
    printOrder: kept("printOrder", "DownThenOver", (value) =>
      enumerated(value, ["DownThenOver", "OverThenDown"]),
    ),
    zoom: kept("zoom", { scale: 100 }, (value) => {
      if (typeof value !== "object" || value === null)
        throw invalidArgument("should be an object of options");
      return value;
    }),
  },
  navigations: {
    headersFooters: { since: "1.9", class: "HeaderFooterGroup", get: (sheet) => sheet },
  },
  methods: {
    setPrintMargins: {
      since: "1.9",
      call: (sheet, args, run) => {
        const points = POINTS[args.oneOf(0, ["Points", "Inches", "Centimeters"])];
        for (const [side, margin] of Object.entries(args.options(1))) {
          if (!SIDES.includes(side)) throw invalidArgument(`no margin of a page: ${side}`);
          sheet.pageLayout[`${side}Margin`] = numberValue(margin) * points;
        }
        run.workbook.tell({ kind: "objects", sheet, of: "page" });
      },
    },
    getPrintArea: {
      since: "1.9",
      returns: "RangeAreas",
      call: (sheet) => printArea(sheet) ?? notThere(),
    },
    getPrintAreaOrNullObject: { since: "1.9", returns: "RangeAreas", call: printArea },
    getPrintTitleRows: title("printTitleRows"),
    getPrintTitleRowsOrNullObject: title("printTitleRows", true),
    getPrintTitleColumns: title("printTitleColumns"),
    getPrintTitleColumnsOrNullObject: title("printTitleColumns", true),
    setPrintArea: {
      since: "1.9",
      call: (sheet, args) => {
        const areas = args.isObject(0, "RangeAreas")
          ? args.object(0, "RangeAreas").areas
          : [rangeArgument(args, 0, sheet).area];
        sheet.pageLayout["printArea"] = areas;
      },
    },
    setPrintTitleRows: {
      since: "1.9",
      call: (sheet, args) => void (sheet.pageLayout["printTitleRows"] = rangeArgument(args, 0, sheet).area),
    },
    setPrintTitleColumns: {
      since: "1.9",
      call: (sheet, args) =>
        void (sheet.pageLayout["printTitleColumns"] = rangeArgument(args, 0, sheet).area),
    },
  },
});
