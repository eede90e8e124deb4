import { pivotLines, type PivotLine } from "../core/report/pivot-grid";
import type { ColumnFormat, PivotValue, ReportPivot } from "../core/report/report";
import { blockRange } from "./cell-ranges";
import { xmlAttribute } from "./excel-text";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";

type PlacedTable = PlacedBlock & { readonly kind: "table" };

/** Number formats that every workbook has (ECMA-376-1, 18.8.30). */
const NUMBER_FORMATS: Readonly<Record<ColumnFormat, number>> = {
  text: 0,
  integer: 3,
  number: 4,
  money: 4,
  date: 14,
  share: 10,
};

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The PivotTables of a workbook: parts of their own, and what other parts say of them. */
export interface PivotParts {
  readonly parts: readonly { readonly name: string; readonly text: string }[];
  /** Goes into [Content_Types].xml. */
  readonly contentTypes: string;
  /** Goes into xl/workbook.xml and its relationships. */
  readonly caches: string;
  readonly workbookRelationships: string;
  /** Goes into the relationships of each sheet, by its place among the tabs. */
  readonly sheetRelationships: ReadonlyMap<number, string>;
}

/**
 * The parts of all PivotTables on one table, which share one cache: refreshed and sliced together. hucre 1.0.0 writes a
 * cache a pivot, no lines, no order of items, no shares and no ratios, so these parts are written here; their cells are
 * written as all others.
 *
 * The cache holds the fields and their items but no records: Excel fetches those from the table when it opens the file
 * (`refreshOnLoad`), and till then shows the cells. That keeps 50,000 rows from standing in the file twice. Null where
 * there is no pivot, or the source table is longer than a sheet, so that it isn't one range.
 */
export function pivotParts(sheets: readonly PlacedSheet[]): PivotParts | null {
  const placed = sheets.flatMap((sheet, index) => sheet.pivots.map((pivot) => ({ pivot, index })));
  const [first] = placed;
  const source = first && sourceOf(sheets, first.pivot.table);
  if (!source) return null;
  const cache = cacheOf(
    source,
    placed.map(({ pivot }) => pivot),
  );
  const sheetRelationships = new Map<number, string>();
  const parts = placed.map(({ pivot, index }, at) => {
    const number = at + 1;
    const own = `<Relationship Id="rIdPivot${number}" Type="${OFFICE}/pivotTable" Target="../pivotTables/pivotTable${number}.xml"/>`;
    sheetRelationships.set(index, (sheetRelationships.get(index) ?? "") + own);
    return { name: `xl/pivotTables/pivotTable${number}.xml`, text: pivotXml(pivot, source, cache) };
  });
  const relation = `<Relationship Id="rId1" Type="${OFFICE}/pivotCacheDefinition" Target="../pivotCache/pivotCacheDefinition1.xml"/>`;
  return {
    parts: [
      ...parts,
      ...parts.map(({ name }) => ({
        name: `${name.replace("pivotTables/", "pivotTables/_rels/")}.rels`,
        text: `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${relation}</Relationships>`,
      })),
      { name: "xl/pivotCache/pivotCacheDefinition1.xml", text: cacheXml(source, cache) },
    ],
    contentTypes: [
      ...parts.map(({ name }) => `<Override PartName="/${name}" ContentType="${TYPES}.pivotTable+xml"/>`),
      `<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="${TYPES}.pivotCacheDefinition+xml"/>`,
    ].join(""),
    caches: `<pivotCaches><pivotCache cacheId="1" r:id="rIdPivotCache1"/></pivotCaches>`,
    workbookRelationships: `<Relationship Id="rIdPivotCache1" Type="${OFFICE}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>`,
    sheetRelationships,
  };
}

/** True where a workbook's pivots can be native: their table stands in one piece. */
export function sourceOf(sheets: readonly PlacedSheet[], table: string): PlacedTable | null {
  for (const { blocks } of sheets) {
    for (const block of blocks) {
      if (block.kind !== "table" || block.table.name !== table || block.table.plain) continue;
      return block.count === block.table.rowCount && block.count > 0 ? block : null;
    }
  }
  return null;
}

/** The fields of the cache: the columns of the table, then the ratios, which are calculated. */
interface Cache {
  readonly fields: readonly CacheField[];
  /** Places of the fields by the ids of columns and of ratios. */
  readonly places: ReadonlyMap<string, number>;
  /** Names taken by fields, in lower case: a value's caption may be none of them. */
  readonly names: ReadonlySet<string>;
}

interface CacheField {
  readonly name: string;
  readonly items: readonly (string | null)[] | null;
  readonly formula: string | null;
}

function cacheOf(source: PlacedTable, pivots: readonly ReportPivot[]): Cache {
  const names = new Set<string>();
  const items = new Map(
    pivots.flatMap(({ rows }) => rows.map((field) => [field.column, field.items] as const)),
  );
  const places = new Map<string, number>();
  const fields: CacheField[] = source.columns.map(({ id }, at) => {
    const name = source.headers[at] ?? "";
    names.add(name.toLowerCase());
    places.set(id, at);
    return { name, items: items.get(id) ?? null, formula: null };
  });
  for (const { id, caption, of } of pivots.flatMap(({ values }) => values)) {
    const key = ratioKey(id);
    if (of.kind !== "ratio" || places.has(key)) continue;
    const [above, below] = [of.column, of.by].map((column) => fields[places.get(column) ?? -1]?.name ?? "");
    const name = untaken(caption, names);
    names.add(name.toLowerCase());
    places.set(key, fields.length);
    fields.push({ name, items: null, formula: `${inFormula(above ?? "")} /${inFormula(below ?? "")}` });
  }
  return { fields, places, names };
}

function ratioKey(id: string): string {
  return `ratio ${id}`;
}

/** Excel takes no caption that is a field's name; a space behind it makes it another. */
function untaken(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free.toLowerCase())) free += " ";
  return free;
}

function inFormula(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function cacheXml(source: PlacedTable, { fields }: Cache): string {
  const xml = fields.map(({ name, items, formula }) => {
    const attributes = `name="${xmlAttribute(name)}" numFmtId="0"`;
    if (formula !== null) {
      return `<cacheField ${attributes} formula="${xmlAttribute(formula)}" databaseField="0"/>`;
    }
    if (!items) return `<cacheField ${attributes}><sharedItems/></cacheField>`;
    const blank = items.includes(null) ? ' containsBlank="1"' : "";
    const long = items.some((item) => (item ?? "").length > 255) ? ' longText="1"' : "";
    const list = items.map((item) => (item === null ? "<m/>" : `<s v="${xmlAttribute(item)}"/>`)).join("");
    return `<cacheField ${attributes}><sharedItems${blank} count="${items.length}"${long}>${list}</sharedItems></cacheField>`;
  });
  return (
    `${HEAD}<pivotCacheDefinition xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}" saveData="0" refreshOnLoad="1" ` +
    `refreshedBy="Tiersheet" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3">` +
    `<cacheSource type="worksheet"><worksheetSource name="${xmlAttribute(source.name)}"/></cacheSource>` +
    `<cacheFields count="${fields.length}">${xml.join("")}</cacheFields></pivotCacheDefinition>`
  );
}

/** A PivotTable in compact form (CT_pivotTableDefinition, ECMA-376-1, 18.10.1.73), its items in the order of the report. */
function pivotXml(pivot: ReportPivot, source: PlacedTable, cache: Cache): string {
  const lines = pivotLines(pivot, source.table);
  const { place, rows, values } = pivot;
  const placeOf = (id: string) => cache.places.get(id) ?? 0;
  const axis = new Map(rows.map((field) => [placeOf(field.column), field] as const));
  const data = new Set(values.map((value) => fieldPlace(value, placeOf)));
  const fields = cache.fields.map(({ formula }, at) => {
    const field = axis.get(at);
    if (field) {
      const items = field.items.map((_, x) => `<item x="${x}"/>`).join("");
      // Where no other column says something of everybody, the one that is grouped by is counted too.
      return `<pivotField axis="axisRow"${data.has(at) ? ' dataField="1"' : ""} showAll="0"><items count="${field.items.length + 1}">${items}<item t="default"/></items></pivotField>`;
    }
    const calculated = formula === null ? "" : ' dragToRow="0" dragToCol="0" dragToPage="0"';
    const subtotal = formula === null ? "" : ' defaultSubtotal="0"';
    return `<pivotField${data.has(at) ? ' dataField="1"' : ""}${calculated} showAll="0"${subtotal}/>`;
  });
  const rowItems = lines.map(lineXml);
  const columnItems = values.map((_, at) => (at === 0 ? "<i><x/></i>" : `<i i="${at}"><x v="${at}"/></i>`));
  // With a single value there is no field of values across the top.
  const across =
    values.length > 1
      ? `<colFields count="1"><field x="-2"/></colFields><colItems count="${values.length}">${columnItems.join("")}</colItems>`
      : `<colItems count="1"><i/></colItems>`;
  const firstHeader = values.length > 1 ? 0 : 1;
  const range = blockRange(place.row, place.column, lines.length + 1, values.length + 1);
  const taken = new Set(cache.names);
  const dataFields = values.map((value) => {
    const name = untaken(value.caption, taken);
    taken.add(name.toLowerCase());
    const how =
      value.of.kind === "count"
        ? ' subtotal="count"'
        : value.of.kind === "share"
          ? ' showDataAs="percentOfTotal"'
          : "";
    return `<dataField name="${xmlAttribute(name)}" fld="${fieldPlace(value, placeOf)}"${how} baseField="0" baseItem="0" numFmtId="${NUMBER_FORMATS[value.format]}"/>`;
  });
  return (
    `${HEAD}<pivotTableDefinition xmlns="${SPREADSHEET}" name="${xmlAttribute(pivot.name)}" cacheId="1" ` +
    `applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" ` +
    `applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Values" ` +
    `grandTotalCaption="${xmlAttribute(pivot.grandTotal)}" showError="1" errorCaption="" updatedVersion="6" ` +
    `minRefreshableVersion="3" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" ` +
    `multipleFieldFilters="0" rowHeaderCaption="${xmlAttribute(pivot.caption)}">` +
    `<location ref="${range}" firstHeaderRow="${firstHeader}" firstDataRow="1" firstDataCol="1"/>` +
    `<pivotFields count="${fields.length}">${fields.join("")}</pivotFields>` +
    `<rowFields count="2">${rows.map(({ column }) => `<field x="${placeOf(column)}"/>`).join("")}</rowFields>` +
    `<rowItems count="${rowItems.length}">${rowItems.join("")}</rowItems>` +
    across +
    `<dataFields count="${values.length}">${dataFields.join("")}</dataFields>` +
    `<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/>` +
    `</pivotTableDefinition>`
  );
}

function fieldPlace({ id, of }: PivotValue, placeOf: (id: string) => number): number {
  return placeOf(of.kind === "ratio" ? ratioKey(id) : of.column);
}

/** A line as places among the items of its fields; `r` counts those that are the line's before. */
function lineXml({ items }: PivotLine): string {
  const [first, second] = items;
  const x = (place: number) => (place === 0 ? "<x/>" : `<x v="${place}"/>`);
  if (first === undefined) return '<i t="grand"><x/></i>';
  return second === undefined ? `<i>${x(first)}</i>` : `<i r="1">${x(second)}</i>`;
}
