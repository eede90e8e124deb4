import { areaOf, columnLetters, sheetPrefix } from "../../workbook/area";
import { isErrorCode } from "../../workbook/cell-value";
import type { DefinedName } from "../../workbook/names";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { Arguments } from "../arguments";
import { booleanValue, textValue } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import { plainValue } from "./range-values";
import { fullAddress, rangeOfFormula } from "./range-target-of";

interface NamedItems {
  readonly book: Workbook;
  /** Undefined: the names of the workbook. */
  readonly scope: Sheet | undefined;
}

interface NamedItem {
  readonly book: Workbook;
  name: DefinedName;
}

declare module "../host-class" {
  interface HostTargets {
    NamedItemCollection: NamedItems;
    NamedItem: NamedItem;
    NamedItemArrayValues: NamedItem;
  }
}

/**
 * Refuses what Excel takes for something else or doesn't take: https://support.microsoft.com/office/define-and-use-names-in-formulas-4d0f13ac-53b7-422e-afd2-abd7ff379c64
 */
function checkName(text: string): string {
  const letters = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text);
  const cell = areaOf(text) !== undefined || /^(?:r\d*c\d*|r\d+|c\d+|[rc])$/i.test(text);
  if (!letters || cell || text.length > 255) throw invalidArgument(`no name: ${text}`);
  return text;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
const collectionClass = hostClass("NamedItemCollection", {
  methods: {
    add: { since: "1.4", returns: "NamedItem", call: define },
    addFormulaLocal: { since: "1.4", returns: "NamedItem", call: define },
  },
  collection: {
    of: "NamedItem",
    items: ({ book, scope }) =>
      book.names.filter((name) => name.scope === scope).map((name) => ({ book, name })),
    find: ({ book, scope }, key) => {
      const folded = String(key).toLowerCase();
      const name = book.names.find((each) => each.scope === scope && each.name.toLowerCase() === folded);
      return name && { book, name };
    },
    getItem: "1.1",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
});

function define({ book, scope }: NamedItems, args: Arguments): NamedItem {
  const name = checkName(args.text(0));
  const known = book.names.some(
    (each) => each.scope === scope && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (known) throw itemAlreadyExists();
  const formula = args.isObject(1, "Range") ? absolute(args.object(1, "Range")) : formulaText(args.text(1));
  return { book, name: book.defineName({ name, scope, formula, comment: args.text(2, "") ?? "" }) };
}

const formulaText = (text: string): string => {
  if (text.startsWith("=") && text.length > 1) return text;
  throw invalidArgument("a name stands for a range or a formula that begins with =");
};

/** "=Sheet1!$A$1:$B$2". */
function absolute({ sheet, area }: RangeTarget): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(area.top, area.left);
  const last = corner(area.bottom, area.right);
  return `=${sheetPrefix(sheet.name)}${first === last ? first : `${first}:${last}`}`;
}

const targetOf = ({ book, name }: NamedItem): RangeTarget | undefined => rangeOfFormula(book, name.formula);

/** What a name's formula that is a constant means. */
function constantOf(formula: string): string | number | boolean {
  const text = formula.slice(1).trim();
  if (/^".*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const percent = /^([-+]?[\d.]+(?:e[-+]?\d+)?)%$/i.exec(text);
  if (percent) return Number(percent[1]) / 100;
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : formula;
}

function typeOf(item: NamedItem): string {
  if (targetOf(item)) return "Range";
  const constant = constantOf(item.name.formula);
  if (typeof constant === "boolean") return "Boolean";
  if (typeof constant === "number") return Number.isInteger(constant) ? "Integer" : "Double";
  return isErrorCode(constant.replace(/^=/, "").toUpperCase()) ? "Error" : "String";
}

function redefine(item: NamedItem, change: Partial<DefinedName>): void {
  item.name = item.book.defineName({ ...item.name, ...change });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
const itemClass = hostClass("NamedItem", {
  identity: ({ name }) => name.name,
  properties: {
    name: { since: "1.1", get: ({ name }) => name.name },
    type: { since: "1.1", get: typeOf },
    value: {
      since: "1.1",
      get: (item) => {
        const range = targetOf(item);
        return range ? fullAddress(range) : constantOf(item.name.formula);
      },
    },
    formula: {
      since: "1.7",
      get: ({ name }) => name.formula,
      set: (item, value) => redefine(item, { formula: formulaText(textValue(value)) }),
    },
    scope: { since: "1.4", get: ({ name }) => (name.scope ? "Worksheet" : "Workbook") },
    comment: {
      since: "1.4",
      get: ({ name }) => name.comment,
      set: (item, value) => redefine(item, { comment: textValue(value) }),
    },
    visible: {
      since: "1.1",
      get: ({ name }) => name.visible,
      set: (item, value) => redefine(item, { visible: booleanValue(value) }),
    },
  },
  navigations: {
    // "Throws an error if the item is scoped to the workbook instead."
    worksheet: {
      since: "1.4",
      class: "Worksheet",
      get: ({ name }) => {
        if (!name.scope) throw invalidOperation("the name belongs to the workbook");
        return name.scope;
      },
    },
    worksheetOrNullObject: { since: "1.4", class: "Worksheet", get: ({ name }) => name.scope ?? null },
    arrayValues: { since: "1.7", class: "NamedItemArrayValues", get: (item) => item },
  },
  methods: {
    getRange: {
      since: "1.1",
      returns: "Range",
      // "Throws an error if the named item's type is not a range."
      call: (item) => {
        const range = targetOf(item);
        if (!range) throw itemNotFound();
        return range;
      },
    },
    getRangeOrNullObject: { since: "1.4", returns: "Range", call: (item) => targetOf(item) ?? null },
    delete: { since: "1.4", call: ({ book, name }) => book.deleteName(name) },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemarrayvalues */
const arrayValuesClass = hostClass("NamedItemArrayValues", {
  properties: {
    values: {
      since: "1.7",
      get: (item, run) => {
        run.settle();
        const range = targetOf(item);
        return range ? range.sheet.values(range.area).map((row) => row.map(plainValue)) : null;
      },
    },
  },
});

export const namedItemClasses = [
  collectionClass,
  itemClass,
  arrayValuesClass,
] as unknown as readonly HostClass[];
