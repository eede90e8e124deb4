import type { Sheet } from "../../workbook/sheet";
import { enumerated, numberValue } from "../arguments";
import { hostClass, type Property } from "../host-class";
import { invalidArgument } from "../host-error";
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
    zoom: kept("zoom", { scale: 100 }, (value) => {
      if (typeof value !== "object" || value === null)
        throw invalidArgument("should be an object of options");
      return value;
    }),
  },
  methods: {
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
