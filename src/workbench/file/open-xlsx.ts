import type { Cell, Sheet as FileSheet, Workbook as FileBook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { areaOf, type Area } from "../workbook/area";
import { cellError, isErrorCode, type CellValue } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
import { Workbook } from "../workbook/workbook";
import { readCustomParts } from "./custom-parts";
import { hideNames } from "./hidden-names";
import { readLinks } from "./file-links";
import { readPage } from "./file-page";
import { serialOf } from "./file-dates";
import { shownFormula } from "./file-formula";
import { styleOfFile } from "./file-style";
import type { FileThing } from "./file-things";
import { columnPoints } from "./file-widths";
import { hasLyingBars, readCharts } from "./read-charts";
import { readRules } from "./read-rules";
import { readTables } from "./read-tables";
import { partTexts } from "./zip-parts";
import type { Opened } from "./open-file";

/**
 * Opens an .xlsx: values, formulas, styles, merged cells, sizes, hidden rows and columns, panes, tables, filters,
 * conditional formats, validations, charts, names, protection and both date systems. PivotTables are left as cells.
 */
export async function openXlsx(name: string, bytes: Uint8Array): Promise<Opened> {
  let file: FileBook;
  try {
    file = await readXlsx(bytes, { readStyles: true, dateSystem: "auto" });
  } catch {
    return { refused: "damaged" };
  }
  if (file.sheets.length === 0) return { refused: "damaged" };
  const charts = await partTexts(bytes, (part) => /^xl\/charts\/chart\d+\.xml$/.test(part));
  const lying = [...(charts?.values() ?? [])].filter(hasLyingBars);
  const leftOut = new Set<FileThing>();
  const book = new Workbook(file.sheets[0]!.name);
  book.name = name.replace(/\.xlsm$/i, ".xlsx");
  book.batch("file", () => {
    book.date1904 = file.dateSystem === "1904";
    const sheets = file.sheets.map((sheet, at) => (at === 0 ? book.activeSheet : book.addSheet(sheet.name)));
    for (const { name: word, range, scope, comment } of file.namedRanges ?? []) {
      if (word.startsWith("_xlnm.")) continue;
      book.defineName({
        name: word,
        formula: shownFormula(range),
        scope: scope === undefined ? undefined : book.sheet(scope),
        comment: comment ?? "",
      });
    }
    for (const [at, sheet] of sheets.entries()) readSheet(file.sheets[at]!, sheet, file, leftOut);
    // Formulas may name tables and sheets that come later.
    for (const [at, sheet] of sheets.entries()) readFormulas(file.sheets[at]!, sheet);
    for (const [at, sheet] of sheets.entries())
      if (readCharts(file.sheets[at]!, sheet, lying)) leftOut.add("some-charts");
    readProperties(file, book);
    const active = sheets[file.activeSheet ?? 0];
    if (active && active.visibility === "Visible") book.activeSheet = active;
  });
  await hideNames(bytes, book);
  await readCustomParts(bytes, book);
  return { book, leftOut: [...leftOut] };
}

const keyOf = (key: string): readonly [row: number, column: number] => {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return [row, column];
};

function readSheet(from: FileSheet, to: Sheet, file: FileBook, leftOut: Set<FileThing>): void {
  const theme = file.themeColors ?? [];
  const spilled = spills(from);
  const rows = from.rows.map((row) => row.map((value) => plainValue(value, to.book.date1904)));
  for (const [key, cell] of from.cells ?? []) {
    const [row, column] = keyOf(key);
    if (cell.type === "error" && isErrorCode(String(cell.value)) && rows[row]) {
      rows[row][column] = cellError(String(cell.value) as never);
    }
  }
  // What a formula spilled is made again; as values it would stand in its way.
  for (const { top, left, bottom, right } of spilled) {
    for (let row = top; row <= bottom; row++) rows[row]?.fill(null, left, right + 1);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > 0 && width > 0) {
    to.write({ top: 0, left: 0, bottom: rows.length - 1, right: width - 1 }, rows);
  }
  readStyles(from, to, theme, file);
  for (const [at, column] of (from.columns ?? []).entries()) {
    if (column.width !== undefined) to.columns.sizes.set(at, columnPoints(column.width));
    if (column.hidden) to.columns.hidden.add(at);
  }
  for (const [row, { height, hidden }] of from.rowDefs ?? []) {
    if (height !== undefined) to.rows.sizes.set(row, height);
    if (hidden) to.rows.hidden.add(row);
  }
  for (const { startRow, startCol, endRow, endCol } of from.merges ?? []) {
    to.merge({ top: startRow, left: startCol, bottom: endRow, right: endCol });
  }
  to.freeze = { rows: from.freezePane?.rows ?? 0, columns: from.freezePane?.columns ?? 0 };
  to.visibility = from.veryHidden ? "VeryHidden" : from.hidden ? "Hidden" : "Visible";
  to.showGridlines = from.view?.showGridLines ?? true;
  const tab = from.view?.tabColor?.rgb;
  if (tab) to.tabColor = `#${tab.slice(-6).toUpperCase()}`;
  if (from.protection && from.protection.sheet !== false) {
    const { password: _password, sheet: _sheet, ...options } = from.protection;
    to.protection = { password: undefined, options };
  }
  readPage(from, to);
  readLinks(from, to);
  readTables(from, to);
  readRules(from, to, theme, leftOut);
  if ((from.pivotTables ?? []).length > 0) leftOut.add("pivots");
  if ((from.slicers ?? []).length > 0) leftOut.add("slicers");
  if ((from.images ?? []).length > 0 || (from.textBoxes ?? []).length > 0) leftOut.add("images");
}

function readStyles(from: FileSheet, to: Sheet, theme: readonly string[], { defaultFont }: FileBook): void {
  const { styles } = to.book;
  const ids = new Map<string, number>();
  const idOf = (style: NonNullable<Cell["style"]>) => {
    const key = JSON.stringify(style);
    let id = ids.get(key);
    if (id === undefined) {
      // A font of a file names what differs from the workbook's own one.
      ids.set(
        key,
        (id = styles.patch(1, styleOfFile({ ...style, font: { ...defaultFont, ...style.font } }, theme))),
      );
    }
    return id;
  };
  for (const [at, column] of (from.columns ?? []).entries()) {
    if (column.style || column.numFmt) {
      to.columns.styles.set(
        at,
        idOf({ ...column.style, ...(column.numFmt ? { numFmt: column.numFmt } : {}) }),
      );
    }
  }
  for (const [key, { style }] of from.cells ?? []) {
    if (!style) continue;
    const [row, column] = keyOf(key);
    to.cells.setStyleId(row, column, idOf(style));
  }
}

/** The areas that array formulas of a sheet fill. */
function spills({ cells }: FileSheet): Area[] {
  const areas: Area[] = [];
  for (const { formula, formulaRef, formulaType } of cells?.values() ?? []) {
    const area =
      formula !== undefined && formulaType === "array" && formulaRef ? areaOf(formulaRef) : undefined;
    if (area) areas.push(area);
  }
  return areas;
}

function readFormulas({ cells }: FileSheet, to: Sheet): void {
  for (const [key, { formula }] of cells ?? []) {
    if (formula === undefined || formula === "") continue;
    const [row, column] = keyOf(key);
    to.writeFormula(row, column, shownFormula(formula));
  }
}

function plainValue(
  value: string | number | boolean | Date | null | undefined,
  date1904: boolean,
): CellValue {
  if (value === undefined || value === null) return null;
  return value instanceof Date ? serialOf(value, date1904) : value;
}

function readProperties({ properties }: FileBook, book: Workbook): void {
  const { custom, ...plain } = properties ?? {};
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) book.properties[name] = value;
  for (const [name, value] of Object.entries(custom ?? {})) book.customProperties.set(name, value);
}
