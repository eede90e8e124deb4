import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import type { Language } from "../core/language/language";
import { blockRange } from "./cell-ranges";
import { LOOKS, QUOTED, STYLES } from "./cell-styles";
import { styleNumbers, type StyleNumbers } from "./cell-xml";
import { conditionalRules } from "./conditional-formats";
import { excelText } from "./excel-text";
import { acrossFirst, printArea, printing, printTitles } from "./page-setup";
import { sheetCharts, withCaches } from "./report-charts";
import { pivotParts, type PivotParts } from "./report-pivots";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";
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
export async function workbookFrame(
  sheets: readonly PlacedSheet[],
  language: Language,
): Promise<WorkbookFrame> {
  const active = Math.max(
    sheets.findIndex(({ hidden }) => !hidden),
    0,
  );
  const bytes = await writeXlsx({
    properties: { title: "Tiersheet", creator: "Tiersheet", modified: new Date(0) },
    defaultFont: { name: "Calibri", size: 11 },
    activeSheet: active,
    namedRanges: sheets.flatMap((sheet) => [...printArea(sheet), ...printTitles(sheet)]),
    sheets: sheets.map((sheet, i) => writeSheet(sheet, i, sheet.hidden && i !== active, sheets)),
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
  const pivots = pivotParts(sheets);
  const amendedParts = parts.map(({ name, text }) => ({
    name,
    text: withPivots(name, amended(name, text, styles, sheets, language), pivots),
  }));
  const named = new Set(amendedParts.map(({ name }) => name));
  const added = [...(pivots?.sheetRelationships ?? [])]
    .map(([index, own]) => ({ name: sheetRelationships(index), text: relationships(own) }))
    .filter(({ name }) => !named.has(name));
  return { parts: [...amendedParts, ...added, ...(pivots?.parts ?? [])], styles };
}

function writeSheet(
  sheet: PlacedSheet,
  index: number,
  hidden: boolean,
  sheets: readonly PlacedSheet[],
): WriteSheet {
  // The first sheet asks for every look in its first row, so that the style numbers can be read off it.
  const probe = new Map(LOOKS.map((look, c) => [`0,${c}`, { value: null, style: STYLES[look] }] as const));
  const frozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0;
  return {
    name: sheet.name,
    hidden,
    columns: sheet.widths.map((width) => ({ width })),
    cells: index === 0 ? probe : undefined,
    freezePane: frozen ? { rows: sheet.frozenRows, columns: sheet.frozenColumns } : undefined,
    merges: merges(sheet),
    conditionalRules: conditionalRules(sheet),
    charts: sheetCharts(sheet, sheets),
    ...printing(sheet),
    tables: sheet.blocks.flatMap((block) =>
      block.kind === "table" && !block.table.plain ? [tableDefinition(block)] : [],
    ),
  };
}

/** Cells merged over several columns: of plain tables, and of long lines. */
function merges({ blocks }: PlacedSheet): NonNullable<WriteSheet["merges"]> {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") {
      const { span = 1 } = block.heading;
      return span > 1 ? [merged(block.row, block.column, span)] : [];
    }
    if (!block.table.plain) return [];
    return block.columns.flatMap(({ span = 1 }, c) =>
      span > 1
        ? Array.from({ length: block.count + 1 }, (_, row) => merged(block.row + row, block.at[c] ?? 0, span))
        : [],
    );
  });
}

function merged(row: number, column: number, span: number) {
  return { startRow: row, endRow: row, startCol: column, endCol: column + span - 1 };
}

function tableDefinition(block: PlacedBlock & { readonly kind: "table" }) {
  // A table has at least one row below its headers, an empty one if need be.
  const rows = 1 + Math.max(block.count, 1);
  return {
    name: block.name,
    range: blockRange(block.row, block.at[0] ?? 0, rows, Math.max(block.columns.length, 1)),
    columns: block.headers.map((header) => ({ name: excelText(header) })),
    style: "TableStyleLight1",
  };
}

function probedStyles(sheet: string): StyleNumbers {
  const numbers = [...sheet.matchAll(/<c r="[A-Z]+1" s="(\d+)"\/>/g)].map((match) => Number(match[1]));
  if (numbers.length !== LOOKS.length) throw new Error("hucre did not write a style for every look");
  return styleNumbers(numbers);
}

function amended(
  name: string,
  text: string,
  styles: StyleNumbers,
  sheets: readonly PlacedSheet[],
  language: Language,
): string {
  const chart = /^xl\/charts\/chart(\d+)\.xml$/.exec(name);
  if (chart) {
    const placed = sheets.flatMap(({ charts }) => charts)[Number(chart[1]) - 1];
    return placed ? withCaches(text, placed, sheets) : text;
  }
  const sheet = sheets.find((_, at) => name === sheetPart(at));
  if (sheet) return acrossFirst(text, sheet);
  switch (name) {
    case "xl/styles.xml":
      return withQuotePrefix(
        inFont(text, language),
        QUOTED.map((look) => styles[look]),
      );
    case "xl/theme/theme1.xml":
      // Charts take the theme's fonts.
      return language === "zh"
        ? text.replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${CHINESE_FONT}"/>`)
        : text;
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

/** DengXian: what Excel itself writes Chinese in; Calibri has no Chinese characters, and what stands in is another's choice. */
const CHINESE_FONT = "等线";

function inFont(styles: string, language: Language): string {
  return language === "zh"
    ? styles.replaceAll('<name val="Calibri"/>', `<name val="${CHINESE_FONT}"/>`)
    : styles;
}

/** A part with what it says of the PivotTables. */
function withPivots(name: string, text: string, pivots: PivotParts | null): string {
  if (!pivots) return text;
  switch (name) {
    case "[Content_Types].xml":
      return text.replace("</Types>", `${pivots.contentTypes}</Types>`);
    case "xl/workbook.xml":
      // Behind the defined names (CT_Workbook, ECMA-376-1, 18.2.27).
      return text.replace("</workbook>", `${pivots.caches}</workbook>`);
    case "xl/_rels/workbook.xml.rels":
      return text.replace("</Relationships>", `${pivots.workbookRelationships}</Relationships>`);
    default:
      for (const [index, own] of pivots.sheetRelationships) {
        if (name === sheetRelationships(index))
          return text.replace("</Relationships>", `${own}</Relationships>`);
      }
      return text;
  }
}

function sheetRelationships(index: number): string {
  return `xl/worksheets/_rels/sheet${index + 1}.xml.rels`;
}

function relationships(own: string): string {
  const xmlns = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${xmlns}">${own}</Relationships>`;
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
