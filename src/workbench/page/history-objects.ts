import type { ObjectKind } from "../workbook/change";
import { regrid } from "../workbook/pivot-write";
import type { Sheet } from "../workbook/sheet";
import type { CustomXmlPart, Workbook } from "../workbook/workbook";

/** The properties of a sheet besides its cells. */
const FIELDS = [
  "name",
  "visibility",
  "tabColor",
  "showGridlines",
  "showHeadings",
  "pageLayout",
  "hyperlinks",
  "freeze",
  "protection",
  "tables",
  "filter",
  "conditionalFormats",
  "validations",
  "charts",
  "pivotTables",
  "slicers",
] as const;

/** What is on a sheet besides its cells, as it was at one time. */
export interface SheetObjects {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly merges: Sheet["merges"];
  readonly dimensions: readonly Readonly<Record<string, unknown>>[];
  /** Equal for equal content. */
  readonly print: string;
}

export function readObjects(sheet: Sheet): SheetObjects {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, copied(sheet[field])]));
  const dimensions = [sheet.rows, sheet.columns].map(({ hidden, filtered, sizes, styles, standard }) => ({
    hidden: new Set(hidden),
    filtered: new Set(filtered),
    sizes: new Map(sizes),
    styles: new Map(styles),
    standard,
  }));
  const merges = [...sheet.merges];
  return { fields, merges, dimensions, print: printOf({ fields, dimensions, merges }) };
}

/** Puts a sheet's objects back as they were. */
export function putObjects(sheet: Sheet, { fields, merges, dimensions }: SheetObjects): void {
  const { book } = sheet;
  for (const field of FIELDS) {
    if (field === "name") continue;
    (sheet as unknown as Record<string, unknown>)[field] = restored(fields[field]);
  }
  for (const pivot of sheet.pivotTables) regrid(pivot);
  book.renameSheet(sheet, String(fields["name"]));
  sheet.replaceMerges([...merges]);
  [sheet.rows, sheet.columns].forEach((dimension, at) => {
    const was = dimensions[at] as unknown as typeof dimension;
    for (const set of ["hidden", "filtered"] as const) {
      dimension[set].clear();
      for (const index of was[set]) dimension[set].add(index);
    }
    for (const map of ["sizes", "styles"] as const) {
      dimension[map].clear();
      for (const [index, value] of was[map]) dimension[map].set(index, value);
    }
    dimension.standard = was.standard;
  });
  const kinds: ObjectKind[] = [
    "table",
    "chart",
    "pivot",
    "slicer",
    "conditional-format",
    "validation",
    "filter",
  ];
  for (const of of [...kinds, "merge", "dimension", "protection", "page"] as ObjectKind[]) {
    book.tell({ kind: "objects", sheet, of });
  }
  book.tell({ kind: "sheets" });
}

/** What a workbook keeps besides its sheets: names, and what the add-in keeps in the file. */
export interface BookObjects {
  readonly names: Workbook["names"];
  readonly settings: ReadonlyMap<string, unknown>;
  readonly parts: readonly CustomXmlPart[];
  readonly print: string;
}

export function readBook({ names, settings, customXmlParts }: Workbook): BookObjects {
  const parts = customXmlParts.map((part) => ({ ...part }));
  const kept = structuredClone(settings);
  return { names: [...names], settings: kept, parts, print: printOf([[...names], kept, parts]) };
}

export function putBook(book: Workbook, { names, settings, parts }: BookObjects): void {
  for (const name of [...book.names]) if (!names.includes(name)) book.deleteName(name);
  for (const name of names) if (!book.names.includes(name)) book.defineName(name);
  book.settings.clear();
  for (const [key, value] of settings) book.settings.set(key, structuredClone(value));
  book.customXmlParts.splice(0, Infinity, ...parts.map((part) => ({ ...part })));
}

/** Longer lists than this are data that nobody changes in place, as what a PivotTable has read. */
const LONG = 256;

/** An object and what its fields were: what others refer to stays the same object. */
class Remembered {
  constructor(
    readonly object: object,
    readonly fields: Readonly<Record<string, unknown>>,
  ) {}
}

/** Objects with an id are remembered; other data is copied; what has a life of its own is left as it is. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > LONG ? value : value.map(copied);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copied(item)]));
  if (value instanceof Set) return new Set(value);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copied(field)]));
  return "id" in value ? new Remembered(value, fields) : fields;
}

function restored(value: unknown): unknown {
  if (value instanceof Remembered) {
    for (const [name, field] of Object.entries(value.fields)) {
      (value.object as Record<string, unknown>)[name] = restored(field);
    }
    return value.object;
  }
  if (Array.isArray(value)) return value.length > LONG ? value : value.map(restored);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, restored(item)]));
  if (value instanceof Set) return new Set(value);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, restored(field)]));
}

const isPlain = (value: object) => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const numbers = new WeakMap<object, number>();
let last = 0;

/** A text that is equal for equal content; objects with a life of their own go by a number. */
function printOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (Array.isArray(item) && item.length > LONG) return numberOf(item);
    if (item instanceof Map) return [...item];
    if (item instanceof Set) return [...item];
    if (item instanceof Remembered) return { of: numberOf(item.object), ...item.fields };
    if (typeof item === "object" && item !== null && !Array.isArray(item) && !isPlain(item))
      return numberOf(item);
    return item;
  });
}

function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  numbers.set(object, ++last);
  return last;
}
