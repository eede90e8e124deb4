import { fittedRows } from "../workbook/fitted-rows";
import type { Sheet } from "../workbook/sheet";
import type { CustomXmlPart, Workbook } from "../workbook/workbook";
import { markHidden } from "./hidden-names";
import { completeCharts } from "./write-charts";
import { addPivots } from "./write-pivots";
import { partTexts, zipTexts } from "./zip-parts";

/** What the page keeps settings of an add-in under: in Excel's own files only Excel knows where they are. */
const SETTINGS = "urn:tiersheet:workbench:settings";

const ITEM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/**
 * Completes a file that hucre wrote: custom XML parts (ECMA-376 part 1, 22.5), which it doesn't write, PivotTables, of
 * which it knows too little, the values of charts, and the errors that formulas showed, which it writes as texts. Heights
 * that nobody set, it calls people's own: rows would no longer be fitted to what is typed.
 */
export async function completed(bytes: Uint8Array, book: Workbook): Promise<Uint8Array> {
  const parts: Pick<CustomXmlPart, "id" | "xml">[] = [...book.customXmlParts];
  if (book.settings.size > 0) {
    const json = JSON.stringify(Object.fromEntries(book.settings));
    const id = "{7E0B6C1A-5E1F-4B4E-9C55-31F4F2B4C9D1}";
    parts.push({ id, xml: `<settings xmlns="${SETTINGS}">${escaped(json)}</settings>` });
  }
  const errors = book.sheets.some((sheet) =>
    [...sheet.formulas.values()].some(({ row, column }) => typeof sheet.value(row, column) === "object"),
  );
  const hidden = book.names.some(({ visible }) => !visible);
  const more = book.sheets.some(({ charts, pivotTables }) => charts.length + pivotTables.length > 0);
  const fitted = book.sheets.some((sheet) =>
    [...fittedRows(sheet).keys()].some((row) => !hasHeight(sheet, row)),
  );
  if (parts.length === 0 && !errors && !hidden && !more && !fitted) return bytes;
  const texts = await partTexts(bytes, () => true);
  if (!texts) return bytes;
  for (const [name, text] of texts) {
    if (name.startsWith("xl/worksheets/sheet")) {
      texts.set(
        name,
        text.replaceAll(/ t="str"(><f[^>]*>[^<]*<\/f><v>#(?:N\/A|[A-Z0-9/]+[!?])<\/v>)/g, ' t="e"$1'),
      );
    }
  }
  if (fitted) freeHeights(texts, book);
  if (hidden) markHidden(texts, book);
  addPivots(texts, book);
  completeCharts(texts, book);
  for (const [at, { id, xml }] of parts.entries()) addPart(texts, at + 1, id, xml);
  return zipTexts(texts);
}

const hasHeight = (sheet: Sheet, row: number) => sheet.rows.sizes.has(row);

/** Rows whose height nobody set keep the one they are written with only till their cells change (18.3.1.73). */
function freeHeights(texts: Map<string, string>, book: Workbook): void {
  for (const [at, sheet] of book.sheets.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    const freed = (texts.get(name) ?? "").replaceAll(
      /(<row r="(\d+)" ht="[\d.]+") customHeight="1"/g,
      (whole, start: string, row: string) => (hasHeight(sheet, Number(row) - 1) ? whole : start),
    );
    texts.set(name, freed);
  }
}

function addPart(texts: Map<string, string>, number: number, id: string, xml: string): void {
  const declared = xml.startsWith("<?xml")
    ? xml
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`;
  texts.set(`customXml/item${number}.xml`, declared);
  texts.set(
    `customXml/itemProps${number}.xml`,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="${escaped(id)}" ` +
      'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>',
  );
  texts.set(
    `customXml/_rels/item${number}.xml.rels`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${PROPERTIES}" Target="itemProps${number}.xml"/></Relationships>`,
  );
  const edit = (name: string, end: string, added: string) =>
    texts.set(name, (texts.get(name) ?? "").replace(end, `${added}${end}`));
  edit(
    "xl/_rels/workbook.xml.rels",
    "</Relationships>",
    `<Relationship Id="rIdCustomXml${number}" Type="${ITEM}" Target="../customXml/item${number}.xml"/>`,
  );
  edit(
    "[Content_Types].xml",
    "</Types>",
    `<Override PartName="/customXml/itemProps${number}.xml" ContentType="${PROPERTIES_TYPE}"/>`,
  );
}

/** The custom XML parts of a file, and the settings that were saved as one. */
export async function readCustomParts(bytes: Uint8Array, book: Workbook): Promise<void> {
  const texts = await partTexts(bytes, (name) => /^customXml\/item(?:Props)?\d+\.xml$/.test(name));
  for (const [name, text] of texts ?? []) {
    const number = /^customXml\/item(\d+)\.xml$/.exec(name)?.[1];
    if (number === undefined) continue;
    const xml = text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, "");
    const namespaceUri = /^[^>]*?\sxmlns(?::\w+)?\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] ?? "";
    if (namespaceUri === SETTINGS) {
      readSettings(xml, book);
      continue;
    }
    const properties = texts?.get(`customXml/itemProps${number}.xml`) ?? "";
    const id = /itemID\s*=\s*["']([^"']*)["']/.exec(properties)?.[1] ?? `{${number}}`;
    book.customXmlParts.push({ id, namespaceUri, xml });
  }
}

function readSettings(xml: string, book: Workbook): void {
  try {
    const json = unescaped(xml.replace(/^<settings[^>]*>/, "").replace(/<\/settings>\s*$/, ""));
    for (const [key, value] of Object.entries(JSON.parse(json) as object)) book.settings.set(key, value);
  } catch {
    // Somebody has changed them by hand: the add-in then knows nothing of what it wrote.
  }
}
