import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { LOOKS, QUOTED, STYLES } from "./cell-styles";
import { excelText } from "./excel-text";
import { columnLetters } from "./headers";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";
import { styleNumbers, type StyleNumbers } from "./sheet-data";
import { zipDirectory } from "./zip-directory";
import { zipText } from "./zip-part";

/** A workbook without its cells: its parts as texts, and what style number each look has. */
export interface WorkbookFrame {
  readonly parts: readonly { readonly name: string; readonly text: string }[];
  readonly styles: StyleNumbers;
}

/** The part of a sheet's cells, by its place among the tabs. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/**
 * Everything of a workbook but its cells, as hucre writes it: content types, relationships, styles, tables, frozen
 * panes, widths, print set-up. The cells are written by `sheetData`, because hucre's writer holds them all (597 MB for
 * 50,000 × 25, measured), writes the text `#N/A` as an error value, and has no quote prefix; that prefix is added to
 * the styles here. Left out are the moment of writing, which would make two files of one report differ, and the order
 * to recalculate, which makes Excel ask to save a file that was only looked at.
 */
export async function workbookFrame(sheets: readonly PlacedSheet[]): Promise<WorkbookFrame> {
  const active = Math.max(
    sheets.findIndex(({ hidden }) => !hidden),
    0,
  );
  const bytes = await writeXlsx({
    properties: { title: "Tiersheet", creator: "Tiersheet", modified: new Date(0) },
    defaultFont: { name: "Calibri", size: 11 },
    activeSheet: active,
    namedRanges: sheets.flatMap(printTitles),
    sheets: sheets.map((sheet, i) => writeSheet(sheet, i, sheet.hidden && i !== active)),
  });
  const file = "workbook";
  const directory = zipDirectory(bytes, file);
  if (!directory.ok) throw new Error("hucre wrote an archive that does not open");
  const parts: { readonly name: string; readonly text: string }[] = [];
  for (const name of directory.value.keys()) {
    const text = await zipText(bytes, directory.value, name, file);
    if (!text.ok || text.value === null) throw new Error(`hucre wrote a part that does not open: ${name}`);
    parts.push({ name, text: text.value });
  }
  const styles = probedStyles(parts.find(({ name }) => name === sheetPart(0))?.text ?? "");
  return { parts: parts.map(({ name, text }) => ({ name, text: amended(name, text, styles) })), styles };
}

function writeSheet(sheet: PlacedSheet, index: number, hidden: boolean): WriteSheet {
  // The first sheet asks for every look in its first row, so that the style numbers can be read off it.
  const probe = new Map(LOOKS.map((look, c) => [`0,${c}`, { value: null, style: STYLES[look] }] as const));
  const frozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0;
  return {
    name: sheet.name,
    hidden,
    columns: sheet.widths.map((width) => ({ width })),
    cells: index === 0 ? probe : undefined,
    freezePane: frozen ? { rows: sheet.frozenRows, columns: sheet.frozenColumns } : undefined,
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&A    &P / &N" },
    tables: sheet.blocks.flatMap((block) => (block.kind === "table" ? [tableDefinition(block)] : [])),
  };
}

function tableDefinition(block: PlacedBlock & { readonly kind: "table" }) {
  // A table has at least one row below its headers, an empty one if need be.
  const last = block.row + 1 + Math.max(block.count, 1);
  return {
    name: block.name,
    range: `A${block.row + 1}:${columnLetters(Math.max(block.columns.length, 1) - 1)}${last}`,
    columns: block.headers.map((header) => ({ name: excelText(header) })),
    style: "TableStyleLight1",
  };
}

/** The last frozen row, that of the headers, on every page. hucre's own setting leaves the sheet's name unquoted. */
function printTitles(sheet: PlacedSheet) {
  if (sheet.frozenRows === 0) return [];
  const range = `'${sheet.name}'!$${sheet.frozenRows}:$${sheet.frozenRows}`;
  return [{ name: "_xlnm.Print_Titles", range, scope: sheet.name }];
}

function probedStyles(sheet: string): StyleNumbers {
  const numbers = [...sheet.matchAll(/<c r="[A-Z]+1" s="(\d+)"\/>/g)].map((match) => Number(match[1]));
  if (numbers.length !== LOOKS.length) throw new Error("hucre did not write a style for every look");
  return styleNumbers(numbers);
}

function amended(name: string, text: string, styles: StyleNumbers): string {
  switch (name) {
    case "xl/styles.xml":
      return withQuotePrefix(
        text,
        QUOTED.map((look) => styles[look]),
      );
    case "xl/workbook.xml":
      return text.replace(/<calcPr [^>]*\/>/, "");
    case "docProps/core.xml":
      return text.replace(/<dcterms:modified.*?<\/dcterms:modified>/, "");
    case "docProps/app.xml":
      return text.replace(/<Application>.*?<\/Application>/, "<Application>Tiersheet</Application>");
    default:
      return text;
  }
}

/** `quotePrefix` on cell styles by their number (CT_Xf, ECMA-376-1, 18.8.45). */
function withQuotePrefix(xml: string, numbers: readonly number[]): string {
  const start = xml.indexOf("<cellXfs");
  let number = -1;
  return (
    xml.slice(0, start) +
    xml.slice(start).replace(/<xf /g, (tag) => (numbers.includes(++number) ? '<xf quotePrefix="1" ' : tag))
  );
}
