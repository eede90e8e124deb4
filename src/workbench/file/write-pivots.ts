import type { PivotTable } from "../workbook/pivot";
import { readSource } from "../workbook/pivot-source";
import { gridOf } from "../workbook/pivot-write";
import { isRefusal } from "../workbook/refusal";
import type { Workbook } from "../workbook/workbook";
import { formatIds } from "./format-ids";
import { cacheOf, cacheXml, sourceXml } from "./pivot-cache";
import { definitionXml } from "./pivot-definition";
import { hasWritableFilter } from "./pivot-filters";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The PivotTables of a workbook that a file can have; of the others it has the cells. */
export function writablePivots(book: Workbook): PivotTable[] {
  return book.sheets.flatMap(({ pivotTables }) => pivotTables).filter((pivot) => isWritable(pivot, book));
}

/**
 * True of a PivotTable that shows something, reads what is still there under the headers that it knows, so that Excel can
 * read it again, and has no filter by the largest or smallest values, which isn't written.
 */
function isWritable(pivot: PivotTable, book: Workbook): boolean {
  const { source } = pivot;
  const sheet = "table" in source ? source.table.sheet : source.sheet;
  if (!gridOf(pivot) || !pivot.fields.every((field) => hasWritableFilter(pivot, field))) return false;
  if (!book.sheets.includes(sheet) || ("table" in source && !sheet.tables.includes(source.table)))
    return false;
  const now = readSource(source);
  if (isRefusal(now) || now.length !== pivot.fields.length) return false;
  return now.every((field, at) => field.source === pivot.fields[at]?.source);
}

/** Adds the parts of PivotTables to those of a file, whose sheets hucre numbered in their order. */
export function addPivots(texts: Map<string, string>, book: Workbook): void {
  const pivots = writablePivots(book);
  if (pivots.length === 0) return;
  const bySource = new Map<string, PivotTable[]>();
  for (const pivot of pivots) {
    const key = sourceXml(pivot);
    bySource.set(key, [...(bySource.get(key) ?? []), pivot]);
  }
  const edit = (name: string, end: string, added: string, empty = "") =>
    texts.set(
      name,
      (texts.get(name) ?? empty).replace(end, () => `${added}${end}`),
    );
  const typed = (name: string, kind: string) =>
    edit(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${name}" ContentType="${TYPES}.${kind}+xml"/>`,
    );
  const noRelations = `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const formatId = formatIds(texts);
  const caches: string[] = [];
  let number = 0;
  for (const shared of bySource.values()) {
    const cache = cacheOf(shared);
    const id = caches.push("");
    const part = `pivotCache/pivotCacheDefinition${id}.xml`;
    caches[id - 1] = `<pivotCache cacheId="${id}" r:id="rIdPivotCache${id}"/>`;
    texts.set(`xl/${part}`, cacheXml(cache, book.date1904));
    typed(`xl/${part}`, "pivotCacheDefinition");
    edit(
      "xl/_rels/workbook.xml.rels",
      "</Relationships>",
      `<Relationship Id="rIdPivotCache${id}" Type="${OFFICE}/pivotCacheDefinition" Target="${part}"/>`,
    );
    for (const pivot of shared) {
      const name = `pivotTable${++number}.xml`;
      texts.set(`xl/pivotTables/${name}`, definitionXml(pivot, gridOf(pivot)!, cache, id, formatId));
      texts.set(
        `xl/pivotTables/_rels/${name}.rels`,
        noRelations.replace(
          "</",
          `<Relationship Id="rId1" Type="${OFFICE}/pivotCacheDefinition" Target="../${part}"/></`,
        ),
      );
      typed(`xl/pivotTables/${name}`, "pivotTable");
      edit(
        `xl/worksheets/_rels/sheet${book.sheets.indexOf(pivot.sheet) + 1}.xml.rels`,
        "</Relationships>",
        `<Relationship Id="rIdPivot${number}" Type="${OFFICE}/pivotTable" Target="../pivotTables/${name}"/>`,
        noRelations,
      );
    }
  }
  edit("xl/workbook.xml", "</workbook>", `<pivotCaches>${caches.join("")}</pivotCaches>`);
}
