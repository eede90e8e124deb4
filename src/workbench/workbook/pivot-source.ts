import type { Area } from "./area";
import { isCellError, type CellValue } from "./cell-value";
import type { Interned, PivotField, PivotItem, PivotTable } from "./pivot";
import { pivotWords } from "./pivot-words";
import { isRefusal, Refusal } from "./refusal";
import type { Sheet } from "./sheet";
import { textOf } from "./shown-text";
import { textOrder } from "./text-order";

/** Where a PivotTable reads: the header row and all rows of its table without the totals row, or its range. */
export function sourceCells(source: PivotTable["source"]): { readonly sheet: Sheet; readonly area: Area } {
  if (!("table" in source)) return source;
  const { sheet, area, showTotals } = source.table;
  return { sheet, area: showTotals ? { ...area, bottom: area.bottom - 1 } : area };
}

/**
 * The fields of a source: one a column, named by the header; a second "Region" is "Region2". Refuses what Excel refuses:
 * a header that is blank, and less than a header and one row.
 * https://support.microsoft.com/office/create-a-pivottable-to-analyze-worksheet-data-a9a84538-bfe9-40a9-a8e9-f99134456576
 */
export function readSource(source: PivotTable["source"]): PivotField[] | Refusal {
  if ("table" in source && !source.table.showHeaders) return new Refusal("InvalidArgument", NO_FIELD_NAME);
  const { sheet, area } = sourceCells(source);
  if (area.bottom === area.top)
    return new Refusal("InvalidArgument", "This command requires at least two rows of source data.");
  const used = sheet.usedArea(true);
  const bottom = Math.min(area.bottom, Math.max(used?.bottom ?? area.top, area.top + 1));
  const fields: PivotField[] = [];
  const names = new Set<string>();
  for (let column = area.left; column <= area.right; column += 1) {
    const header = headerText(sheet.value(area.top, column));
    if (header === "") return new Refusal("InvalidArgument", NO_FIELD_NAME);
    let name = header;
    for (let count = 2; names.has(name.toLowerCase()); count += 1) name = header + count;
    names.add(name.toLowerCase());
    const values = columnValues(sheet, column, area.top + 1, bottom);
    fields.push(newField(name, values, sheet.style(area.top + 1, column).numberFormat));
  }
  return fields;
}

interface ReadColumn {
  readonly top: number;
  readonly bottom: number;
  readonly version: number;
  readonly values: readonly CellValue[];
}

const readColumns = new WeakMap<Sheet, Map<number, ReadColumn>>();

/** The values of a column's cells; PivotTables that read the same cells while they stay as they are share them. */
function columnValues(sheet: Sheet, column: number, top: number, bottom: number): readonly CellValue[] {
  let columns = readColumns.get(sheet);
  if (!columns) readColumns.set(sheet, (columns = new Map<number, ReadColumn>()));
  const version = sheet.cells.version(column, column);
  const known = columns.get(column);
  if (known && known.version === version && known.top === top && known.bottom === bottom) return known.values;
  const values = sheet.values({ top, bottom, left: column, right: column }).map(([value]) => value ?? null);
  columns.set(column, { top, bottom, version, values });
  return values;
}

const NO_FIELD_NAME =
  "The PivotTable field name is not valid. To create a PivotTable report, you must use data that is organized as a " +
  "list with labeled columns.";

const headerText = (value: CellValue): string =>
  isCellError(value) ? value.error : value === null ? "" : String(value).trim();

let lastId = 0;

function newField(name: string, values: readonly CellValue[], numberFormat: string): PivotField {
  return {
    id: `field ${(lastId += 1)}`,
    source: name,
    name,
    values,
    numberFormat,
    interned: undefined,
    earlier: [],
    sort: { by: "none" },
    subtotals: "Automatic",
    showAllItems: false,
    manual: undefined,
    label: undefined,
    valueFilter: undefined,
    severalItems: false,
  };
}

/**
 * Reads the source anew. Fields that are still there keep their places, names, order and filters; fields of columns that
 * are gone leave the PivotTable; new columns can be used from now on.
 */
export function reread(pivot: PivotTable): Refusal | undefined {
  const fresh = readSource(pivot.source);
  if (isRefusal(fresh)) return fresh;
  const known = new Map(pivot.fields.map((field) => [field.source.toLowerCase(), field]));
  pivot.fields = fresh.map((field) => {
    const old = known.get(field.source.toLowerCase());
    if (!old) return field;
    old.earlier = old.interned?.items ?? old.earlier;
    old.interned = undefined;
    old.values = field.values;
    old.numberFormat = field.numberFormat;
    return old;
  });
  const there = new Set(pivot.fields);
  pivot.rows = pivot.rows.filter((field) => there.has(field));
  pivot.columns = pivot.columns.filter((field) => there.has(field));
  pivot.filters = pivot.filters.filter((field) => there.has(field));
  pivot.data = pivot.data.filter(({ field }) => there.has(field));
  return undefined;
}

/** The items of a field in their order, and the item of each record. */
export function itemsOf(pivot: PivotTable, field: PivotField): Interned {
  field.interned ??= intern(pivot, field);
  return field.interned;
}

function intern(pivot: PivotTable, field: PivotField): Interned {
  const { blank } = pivotWords(pivot.culture);
  const items: PivotItem[] = field.earlier.map((item) => ({ ...item, present: false }));
  const known = new Map<unknown, number>(items.map((item, index) => [keyOf(item.value), index]));
  const { distinct, records } = distinctOf(field.values);
  const found = distinct.map((value) => {
    const key = keyOf(value);
    let index = known.get(key);
    if (index === undefined) {
      index = items.length;
      known.set(key, index);
      items.push({
        value,
        name: value === null ? blank : textOf(value, field.numberFormat),
        expanded: true,
        present: true,
      });
    }
    items[index]!.present = true;
    return index;
  });
  const order = items.map((_, index) => index);
  // At first everything stands in ascending order; later, without a sort, what is new comes last.
  const compare = itemOrder(pivot, field.sort.by === "labels" && field.sort.descending);
  if (field.earlier.length === 0 || field.sort.by === "labels")
    order.sort((a, b) => compare(items[a]!, items[b]!));
  const places = new Int32Array(items.length);
  order.forEach((index, place) => (places[index] = place));
  const placeOf = Int32Array.from(found, (index) => places[index]!);
  return {
    items: order.map((index) => items[index]!),
    records: records.map((number) => placeOf[number]!),
  };
}

interface Distinct {
  /** Each value once, spelled as first met. */
  readonly distinct: readonly CellValue[];
  /** The place in `distinct` of each record's value. */
  readonly records: Int32Array;
}

const distinctValues = new WeakMap<readonly CellValue[], Distinct>();

/** The different values of a column; found once for the PivotTables that share it. */
function distinctOf(values: readonly CellValue[]): Distinct {
  const found = distinctValues.get(values);
  if (found) return found;
  const distinct: CellValue[] = [];
  const records = new Int32Array(values.length);
  // As written first: most texts of a column are spelled alike.
  const spelled = new Map<CellValue, number>();
  const known = new Map<unknown, number>();
  values.forEach((value, record) => {
    let number = spelled.get(value);
    if (number === undefined) {
      const key = keyOf(value);
      number = known.get(key);
      if (number === undefined) {
        number = distinct.length;
        distinct.push(value);
        known.set(key, number);
      }
      spelled.set(value, number);
    }
    records[record] = number;
  });
  const made = { distinct, records };
  distinctValues.set(values, made);
  return made;
}

/** Items with this key are the same: texts in any case; 1 and "1" are two. */
const keyOf = (value: CellValue): unknown =>
  typeof value === "string" ? `t${value.toLowerCase()}` : isCellError(value) ? `e${value.error}` : value;

const rank = (value: CellValue): number =>
  typeof value === "number"
    ? 0
    : typeof value === "string"
      ? 1
      : typeof value === "boolean"
        ? 2
        : value === null
          ? 4
          : 3;

const LISTS = [
  "Sun,Mon,Tue,Wed,Thu,Fri,Sat",
  "Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday",
  "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
  "January,February,March,April,May,June,July,August,September,October,November,December",
  "星期日,星期一,星期二,星期三,星期四,星期五,星期六",
  "一月,二月,三月,四月,五月,六月,七月,八月,九月,十月,十一月,十二月",
].map((list) => new Map(list.split(",").map((word, place) => [word.toLowerCase(), place])));

/** Numbers, texts (in the order of Excel's custom lists of days and months, else of the language), logical values, errors; blanks last either way. */
function itemOrder(pivot: PivotTable, descending: boolean): (a: PivotItem, b: PivotItem) => number {
  const compare = textOrder(pivot.culture);
  const texts = (a: string, b: string): number => {
    const list = pivot.options.useCustomSortLists
      ? LISTS.find((words) => words.has(a.toLowerCase()) && words.has(b.toLowerCase()))
      : undefined;
    return list ? list.get(a.toLowerCase())! - list.get(b.toLowerCase())! : compare(a, b);
  };
  return (a, b) => {
    if (a.value === null || b.value === null) return rank(a.value) - rank(b.value);
    const kinds = rank(a.value) - rank(b.value);
    const order =
      kinds !== 0
        ? kinds
        : typeof a.value === "number"
          ? a.value - (b.value as number)
          : texts(a.name, b.name);
    return descending ? -order : order;
  };
}
