import { areaOf } from "../../workbook/area";
import type { Workbook } from "../../workbook/workbook";
import type { Arguments } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidReference, invalidSelection, notSimulated } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { createdWorkbookClasses } from "./created-workbook";
import { customXmlClasses } from "./custom-xml-parts";
import { documentPropertyClasses } from "./document-properties";
import { namedItemClasses } from "./named-items";
import { settingClasses } from "./settings";
import { workbookProtectionClass } from "./protection";

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
const workbookClass = hostClass("Workbook", {
  properties: {
    name: { since: "1.7", get: (book) => book.name },
    readOnly: { since: "1.8", get: () => false },
    autoSave: { since: "1.9", get: (_, run) => run.profile.platform === "OfficeOnline" },
    isDirty: { since: "1.9", get: () => true, set: () => undefined },
    previouslySaved: { since: "1.9", get: () => true },
    calculationEngineVersion: { since: "1.9", get: () => 191029 },
    usePrecisionAsDisplayed: { since: "1.9", get: () => false },
  },
  navigations: {
    application: { since: "1.1", class: "Application", get: (book) => book },
    worksheets: { since: "1.1", class: "WorksheetCollection", get: (book) => book },
    names: { since: "1.1", class: "NamedItemCollection", get: (book) => ({ book, scope: undefined }) },
    settings: { since: "1.4", class: "SettingCollection", get: (book) => book },
    customXmlParts: { since: "1.5", class: "CustomXmlPartCollection", get: (book) => book },
    properties: { since: "1.7", class: "DocumentProperties", get: (book) => book },
    protection: { since: "1.7", class: "WorkbookProtection", get: (book) => book },
    _Runtime: { since: "1.5", class: "Runtime", get: (_, run) => run.session },
  },
  methods: {
    getSelectedRange: {
      since: "1.1",
      returns: "Range",
      call: (book, _, run) => {
        const { sheet, areas } = book.selection;
        // With several areas selected getSelectedRange fails: getSelectedRanges is for that.
        if (areas.length !== 1) throw invalidSelection();
        return run.range(sheet, areas[0]!);
      },
    },
    getSelectedRanges: { since: "1.9", returns: "RangeAreas", call: (book) => book.selection },
    getActiveCell: {
      since: "1.7",
      returns: "Range",
      call: (book, _, run) => {
        const { sheet, areas } = book.selection;
        const { top, left } = areas[0]!;
        return run.range(sheet, { top, left, bottom: top, right: left });
      },
    },
    getIsActiveCollabSession: { since: "1.9", call: () => false },
    save: { since: "1.11", call: (_, args) => void args.oneOf(0, ["Save", "Prompt"], "Save") },
    close: {
      since: "1.11",
      call: () => {
        throw notSimulated("Workbook.close");
      },
    },
    _GetRangeForEventByReferenceId: { since: "1.7", returns: "Range", call: rangeOfEvent },
    _GetRangeOrNullObjectForEventByReferenceId: { since: "1.7", returns: "Range", call: rangeOfEvent },
  },
});

/** The range an event told of: `args.getRange(context)`. */
function rangeOfEvent(book: Workbook, args: Arguments, run: Run): RangeTarget {
  const text = args.text(0);
  const bang = text.lastIndexOf("!");
  const sheet = book.sheets.find(({ id }) => id === text.slice(0, bang));
  const area = areaOf(text.slice(bang + 1));
  if (!sheet || !area) throw invalidReference();
  return run.range(sheet, area);
}

export const workbookClasses = [
  workbookClass,
  workbookProtectionClass,
  ...settingClasses,
  ...namedItemClasses,
  ...customXmlClasses,
  ...documentPropertyClasses,
  ...createdWorkbookClasses,
] as unknown as readonly HostClass[];
