import { WHOLE_SHEET, areaOf, splitSheet, type Area } from "../../workbook/area";
import type { Sheet, Visibility } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import type { Arguments } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from "../host-error";
import type { Run } from "../run";
import { eventsOf } from "./event-names";
import { colour } from "./range-format";
import { LONGEST_ADDRESS, areaAt, namedRange, rangeOn, usedWithin } from "./range-target-of";
import { checkSheetName } from "./sheet-name";
import { copySheet } from "./copy-sheet";
import { freezePanesClass } from "./freeze-panes";
import { headerFooterClasses } from "./headers-footers";
import { pageLayoutClass } from "./page-layout";
import { worksheetPropertyClasses } from "./worksheet-properties";
import { worksheetProtectionClass } from "./protection";

declare module "../host-class" {
  interface HostTargets {
    WorksheetCollection: Workbook;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
const worksheetClass = hostClass("Worksheet", {
  identity: (sheet) => sheet.id,
  properties: {
    id: { since: "1.1", get: (sheet) => sheet.id },
    name: {
      since: "1.1",
      get: (sheet) => sheet.name,
      set: (sheet, value, run) => {
        mayChangeSheets(run);
        run.workbook.renameSheet(sheet, checkSheetName(run.workbook, textValue(value), sheet));
      },
    },
    position: {
      since: "1.1",
      get: (sheet, run) => run.workbook.sheets.indexOf(sheet),
      set: (sheet, value, run) => {
        mayChangeSheets(run);
        const position = numberValue(value);
        if (!Number.isInteger(position) || position < 0 || position >= run.workbook.sheets.length) {
          throw invalidArgument("no such position");
        }
        run.workbook.moveSheet(sheet, position);
      },
    },
    visibility: {
      since: "1.1",
      get: (sheet) => sheet.visibility,
      set: (sheet, value, run) => {
        mayChangeSheets(run);
        hideOrShow(sheet, enumerated(value, ["Visible", "Hidden", "VeryHidden"]), run);
      },
    },
    tabColor: {
      since: "1.7",
      get: (sheet) => sheet.tabColor,
      set: (sheet, value, run) => {
        sheet.tabColor = colour(value);
        run.workbook.tell({ kind: "sheets" });
      },
    },
    showGridlines: { since: "1.8", get: (sheet) => sheet.showGridlines, set: gridlines },
    showHeadings: { since: "1.8", get: (sheet) => sheet.showHeadings, set: headings },
    // The names under which the client sets these two.
    gridlines: { since: "1.8", get: (sheet) => sheet.showGridlines, set: gridlines, onlyWhenNamed: true },
    headings: { since: "1.8", get: (sheet) => sheet.showHeadings, set: headings, onlyWhenNamed: true },
    standardHeight: { since: "1.7", get: (sheet) => sheet.rows.standard },
    standardWidth: {
      since: "1.7",
      get: (sheet) => sheet.columns.standard,
      set: (sheet, value) => void (sheet.columns.standard = numberValue(value)),
    },
    tabId: { since: "1.14", get: (sheet, run) => run.workbook.sheets.indexOf(sheet) + 1 },
  },
  navigations: {
    freezePanes: { since: "1.7", class: "WorksheetFreezePanes", get: (sheet) => sheet },
    protection: { since: "1.2", class: "WorksheetProtection", get: (sheet) => sheet },
    customProperties: { since: "1.12", class: "WorksheetCustomPropertyCollection", get: (sheet) => sheet },
    pageLayout: { since: "1.9", class: "PageLayout", get: (sheet) => sheet },
    names: {
      since: "1.4",
      class: "NamedItemCollection",
      get: (sheet, run) => ({ book: run.workbook, scope: sheet }),
    },
  },
  methods: {
    activate: {
      since: "1.1",
      call: (sheet, _, run) => {
        if (sheet.visibility !== "Visible") throw invalidOperation("a hidden sheet can't be activated");
        run.workbook.activeSheet = sheet;
      },
    },
    calculate: { since: "1.6", call: (_, __, run) => run.workbook.calculation.settle() },
    delete: {
      since: "1.1",
      call: (sheet, _, run) => {
        mayChangeSheets(run);
        // "If the worksheet's visibility is set to VeryHidden, the delete operation will fail with an InvalidOperation exception."
        if (sheet.visibility === "VeryHidden") throw invalidOperation("a very hidden sheet can't be deleted");
        refuseLastVisible(sheet, run);
        run.workbook.deleteSheet(sheet);
      },
    },
    copy: {
      since: "1.7",
      returns: "Worksheet",
      call: (sheet, args, run) => {
        mayChangeSheets(run);
        const type = args.oneOf(0, ["None", "Before", "After", "Beginning", "End"], "None");
        const relative = args.has(1) ? args.object(1, "Worksheet") : undefined;
        return copySheet(sheet, type, relative, run);
      },
    },
    getRange: {
      since: "1.1",
      returns: "Range",
      call: (sheet, args) => rangeOn(sheet, args.text(0, undefined)),
    },
    getRangeByIndexes: {
      since: "1.7",
      returns: "Range",
      call: (sheet, args, run) =>
        run.range(sheet, areaAt(args.whole(0, 0), args.whole(1, 0), args.whole(2, 1), args.whole(3, 1))),
    },
    getRanges: {
      since: "1.9",
      returns: "RangeAreas",
      call: (sheet, args) => ({ sheet, areas: areasOf(sheet, args) }),
    },
    getCell: {
      since: "1.1",
      returns: "Range",
      call: (sheet, args, run) => run.range(sheet, areaAt(args.whole(0, 0), args.whole(1, 0), 1, 1)),
    },
    getUsedRange: {
      since: "1.1",
      returns: "Range",
      // "If the entire worksheet is blank, this function will return the top left cell."
      call: (sheet, args, run) => {
        run.settle();
        const used = usedWithin({ sheet, area: WHOLE_SHEET }, args.boolean(0, false));
        return used ?? run.range(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      },
    },
    getUsedRangeOrNullObject: {
      since: "1.4",
      returns: "Range",
      call: (sheet, args, run) => {
        run.settle();
        return usedWithin({ sheet, area: WHOLE_SHEET }, args.boolean(0, false)) ?? null;
      },
    },
    // How the client finds a copied or neighbouring sheet again.
    _GetSheetById: { since: "1.5", returns: "Worksheet", call: sheetById },
    _GetAnotherWorksheetById: { since: "1.7", returns: "Worksheet", call: sheetById },
    getNext: neighbour(1, false),
    getNextOrNullObject: neighbour(1, true),
    getPrevious: neighbour(-1, false),
    getPreviousOrNullObject: neighbour(-1, true),
  },
  events: eventsOf("Worksheet"),
});

function gridlines(sheet: Sheet, value: unknown, run: Run): void {
  sheet.showGridlines = booleanValue(value);
  run.workbook.tell({ kind: "objects", sheet, of: "page" });
}

function headings(sheet: Sheet, value: unknown, run: Run): void {
  sheet.showHeadings = booleanValue(value);
  run.workbook.tell({ kind: "objects", sheet, of: "page" });
}

function areasOf(sheet: Sheet, args: Arguments): readonly Area[] {
  const address = args.text(0, undefined);
  if (address === undefined) return [WHOLE_SHEET];
  if (address.length > LONGEST_ADDRESS)
    throw invalidArgument(`an address has at most ${LONGEST_ADDRESS} characters`);
  return address.split(",").map((part) => {
    const area = areaOf(splitSheet(part.trim()).address);
    const found = area ? { sheet, area } : namedRange(sheet.book, part.trim(), sheet);
    if (!found || found.sheet !== sheet) throw invalidArgument(`no such range: ${part}`);
    return found.area;
  });
}

function sheetById(_: Sheet, args: Arguments, run: Run): Sheet {
  const found = run.workbook.sheets.find(({ id }) => id === args.key(0));
  if (!found) throw itemNotFound();
  return found;
}

/** The sheet before or after, among the visible ones if asked so. */
function neighbour(step: 1 | -1, orNull: boolean) {
  return {
    since: "1.5",
    returns: "Worksheet" as const,
    call: (sheet: Sheet, args: Arguments, run: Run): Sheet | null => {
      const sheets = run.workbook.sheets.filter(
        (each) => each === sheet || !args.boolean(0, false) || each.visibility === "Visible",
      );
      const found = sheets[sheets.indexOf(sheet) + step];
      if (!found && !orNull) throw itemNotFound();
      return found ?? null;
    },
  };
}

/** The structure of a protected workbook stays: https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
function mayChangeSheets(run: Run): void {
  if (run.workbook.protection) throw accessDenied();
}

/** A workbook has at least one visible sheet. */
function refuseLastVisible(sheet: Sheet, run: Run): void {
  const others = run.workbook.sheets.filter((each) => each !== sheet && each.visibility === "Visible");
  if (others.length === 0) throw invalidOperation("a workbook must contain at least one visible worksheet");
}

function hideOrShow(sheet: Sheet, visibility: Visibility, run: Run): void {
  if (visibility !== "Visible") refuseLastVisible(sheet, run);
  sheet.visibility = visibility;
  if (visibility !== "Visible" && run.workbook.activeSheet === sheet) {
    run.workbook.activeSheet = run.workbook.sheets.find((each) => each.visibility === "Visible")!;
  }
  run.workbook.tell({ kind: "sheets" });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
const worksheetCollectionClass = hostClass("WorksheetCollection", {
  methods: {
    add: {
      since: "1.1",
      returns: "Worksheet",
      call: (book, args, run) => {
        mayChangeSheets(run);
        const name = args.text(0, undefined);
        return book.addSheet(name === undefined ? undefined : checkSheetName(book, name));
      },
    },
    getActiveWorksheet: { since: "1.1", returns: "Worksheet", call: (book) => book.activeSheet },
    getFirst: {
      since: "1.5",
      returns: "Worksheet",
      call: (book, args) => shown(book, args.boolean(0, false))[0]!,
    },
    getLast: {
      since: "1.5",
      returns: "Worksheet",
      call: (book, args) => shown(book, args.boolean(0, false)).at(-1)!,
    },
    getCount: { since: "1.4", call: (book, args) => shown(book, args.boolean(0, false)).length },
  },
  collection: {
    of: "Worksheet",
    items: (book) => book.sheets,
    find: (book, key) => book.sheets.find((sheet) => sheet.id === key) ?? book.sheet(String(key)),
    getItem: "1.1",
    getItemOrNullObject: "1.4",
  },
  events: eventsOf("WorksheetCollection"),
});

const shown = (book: Workbook, visibleOnly: boolean): readonly Sheet[] =>
  book.sheets.filter((sheet) => !visibleOnly || sheet.visibility === "Visible");

export const worksheetClasses = [
  worksheetClass,
  worksheetCollectionClass,
  freezePanesClass,
  pageLayoutClass,
  ...headerFooterClasses,
  worksheetProtectionClass,
  ...worksheetPropertyClasses,
] as unknown as readonly HostClass[];
