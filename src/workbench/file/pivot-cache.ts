import { xmlAttribute } from "../../files/excel-text";
import { addressOf } from "../workbook/area";
import { isCellError, type CellValue } from "../workbook/cell-value";
import { isDateFormat } from "../workbook/number-text";
import type { PivotField, PivotItem, PivotTable } from "../workbook/pivot";
import { itemsOf, sourceCells } from "../workbook/pivot-source";
import { dateOf } from "./file-dates";

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What the PivotTables of one source share in a file: the fields of the source and the items of those they use. */
export interface PivotCache {
  readonly source: string;
  readonly fields: readonly {
    readonly name: string;
    readonly dates: boolean;
    /** Items in the order of the file; none of a field that no PivotTable shows or filters. */
    readonly items: CellValue[];
    readonly places: Map<unknown, number>;
  }[];
}

/** Where a PivotTable reads, as the file says it: two that say the same share a cache. */
export function sourceXml({ source }: PivotTable): string {
  if ("table" in source) return `<worksheetSource name="${xmlAttribute(source.table.name)}"/>`;
  const { sheet, area } = sourceCells(source);
  return `<worksheetSource ref="${addressOf(area)}" sheet="${xmlAttribute(sheet.name)}"/>`;
}

/** A field whose items stand in the file: it is on an axis, or filtered. */
export const hasItems = (pivot: PivotTable, field: PivotField): boolean =>
  [...pivot.rows, ...pivot.columns, ...pivot.filters].includes(field) ||
  field.manual !== undefined ||
  field.label !== undefined;

/** The cache of PivotTables with one source. Those refreshed at different times know different items: it has them all. */
export function cacheOf(pivots: readonly PivotTable[]): PivotCache {
  const [first] = pivots;
  const fields = (first?.fields ?? []).map((field) => ({
    name: field.source,
    dates: isDateFormat(field.numberFormat),
    items: [] as CellValue[],
    places: new Map<unknown, number>(),
  }));
  const cache = { source: first ? sourceXml(first) : "", fields };
  for (const pivot of pivots) {
    for (const field of pivot.fields) {
      const of = fieldIn(cache, field);
      if (!of || !hasItems(pivot, field)) continue;
      for (const { value } of itemsOf(pivot, field).items) {
        const key = keyOf(value);
        if (of.places.has(key)) continue;
        of.places.set(key, of.items.length);
        of.items.push(value);
      }
    }
  }
  return cache;
}

const fieldIn = ({ fields }: PivotCache, { source }: PivotField) =>
  fields.find(({ name }) => name.toLowerCase() === source.toLowerCase());

/** The place of an item among those of its field in the file. */
export const placeIn = (cache: PivotCache, field: PivotField, { value }: PivotItem): number =>
  fieldIn(cache, field)?.places.get(keyOf(value)) ?? 0;

const keyOf = (value: CellValue): unknown =>
  typeof value === "string" ? `t${value.toLowerCase()}` : isCellError(value) ? `e${value.error}` : value;

/**
 * The part of a cache (CT_PivotCacheDefinition, ECMA-376-1, 18.10.1.67), without records: Excel reads them from the
 * source when it opens the file, and shows the cells till then.
 */
export function cacheXml({ source, fields }: PivotCache, date1904: boolean): string {
  const xml = fields.map(
    ({ name, dates, items }) =>
      `<cacheField name="${xmlAttribute(name)}" numFmtId="${dates ? 14 : 0}">${sharedItems(items, dates, date1904)}</cacheField>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><pivotCacheDefinition xmlns="${SPREADSHEET}" ` +
    `saveData="0" refreshOnLoad="1" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3">` +
    `<cacheSource type="worksheet">${source}</cacheSource>` +
    `<cacheFields count="${fields.length}">${xml.join("")}</cacheFields></pivotCacheDefinition>`
  );
}

/** The items of a field and what kinds they are of (CT_SharedItems, 18.10.1.90). */
function sharedItems(items: readonly CellValue[], dates: boolean, date1904: boolean): string {
  if (items.length === 0) return "<sharedItems/>";
  const numbers = items.filter((item) => typeof item === "number");
  const texts = items.some((item) => item !== null && typeof item !== "number");
  const blank = items.includes(null);
  const days = dates && numbers.length > 0;
  const iso = (serial: number) => dateOf(serial, date1904).toISOString().slice(0, 19);
  const says = [
    !texts && !blank ? ' containsSemiMixedTypes="0"' : "",
    days && !texts && !blank ? ' containsNonDate="0"' : "",
    days ? ' containsDate="1"' : "",
    !texts ? ' containsString="0"' : "",
    blank ? ' containsBlank="1"' : "",
    texts && numbers.length > 0 ? ' containsMixedTypes="1"' : "",
    !days && numbers.length > 0 ? ' containsNumber="1"' : "",
    !days && numbers.length > 0 && numbers.every(Number.isInteger) ? ' containsInteger="1"' : "",
    !days && numbers.length > 0 ? ` minValue="${lowest(numbers)}" maxValue="${highest(numbers)}"` : "",
    days ? ` minDate="${iso(lowest(numbers))}" maxDate="${iso(highest(numbers) + 1)}"` : "",
    items.some((item) => typeof item === "string" && item.length > 255) ? ' longText="1"' : "",
  ].join("");
  const list = items.map((item) => {
    if (item === null) return "<m/>";
    if (typeof item === "number") return days ? `<d v="${iso(item)}"/>` : `<n v="${item}"/>`;
    if (typeof item === "boolean") return `<b v="${item ? 1 : 0}"/>`;
    return isCellError(item) ? `<e v="${item.error}"/>` : `<s v="${xmlAttribute(item)}"/>`;
  });
  return `<sharedItems${says} count="${items.length}">${list.join("")}</sharedItems>`;
}

const lowest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const highest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
