import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { hostClass } from "../host-class";
import { accessDenied, invalidArgument } from "../host-error";

declare module "../host-class" {
  interface HostTargets {
    WorksheetProtection: Sheet;
    WorkbookProtection: Workbook;
  }
}

/** What a protection allows unless told: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
const DEFAULTS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export const worksheetProtectionClass = hostClass("WorksheetProtection", {
  properties: {
    protected: { since: "1.2", get: (sheet) => sheet.protection !== undefined },
    options: { since: "1.2", get: (sheet) => sheet.protection?.options ?? null },
  },
  methods: {
    protect: {
      since: "1.2",
      call: (sheet, args, run) => {
        // "It fails if the worksheet has already been protected."
        if (sheet.protection) throw accessDenied();
        const options = args.options(0);
        for (const name of Object.keys(options)) {
          if (!(name in DEFAULTS)) throw invalidArgument(`no option of a protection: ${name}`);
        }
        const password = args.text(1, undefined);
        sheet.protection = { password: password || undefined, options: { ...DEFAULTS, ...options } };
        run.workbook.tell({ kind: "objects", sheet, of: "protection" });
      },
    },
    unprotect: {
      since: "1.2",
      call: (sheet, args, run) => {
        const { protection } = sheet;
        if (!protection) return;
        if (protection.password !== undefined && protection.password !== args.text(0, undefined)) {
          throw accessDenied();
        }
        sheet.protection = undefined;
        run.workbook.tell({ kind: "objects", sheet, of: "protection" });
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
export const workbookProtectionClass = hostClass("WorkbookProtection", {
  properties: { protected: { since: "1.7", get: (book) => book.protection !== undefined } },
  methods: {
    protect: {
      since: "1.7",
      call: (book, args) => {
        if (book.protection) throw accessDenied();
        book.protection = { password: args.text(0, undefined) || undefined };
        book.tell({ kind: "objects", sheet: undefined, of: "protection" });
      },
    },
    unprotect: {
      since: "1.7",
      call: (book, args) => {
        if (!book.protection) return;
        const { password } = book.protection;
        if (password !== undefined && password !== args.text(0, undefined)) throw accessDenied();
        book.protection = undefined;
        book.tell({ kind: "objects", sheet: undefined, of: "protection" });
      },
    },
  },
});
