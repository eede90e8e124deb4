import type { Cell, CellValue as FileValue, ColumnDef, RowDef, TableDefinition, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { addressOf, hull, type Area } from "../workbook/area";
import { isCellError, type CellValue } from "../workbook/cell-value";
import { fittedRows } from "../workbook/fitted-rows";
import type { Sheet } from "../workbook/sheet";
import { bodyOf } from "../workbook/table-edit";
import type { Workbook } from "../workbook/workbook";
import { completed } from "./custom-parts";
import { bindsNames, fileFormula } from "./file-formula";
import { fileLinks } from "./file-links";
import { filePage, printNames } from "./file-page";
import { fileStyle } from "./file-style";
import type { FileThing } from "./file-things";
import { columnWidth } from "./file-widths";
import { fileCharts } from "./write-charts";
import { writablePivots } from "./write-pivots";
import { fileRules, fileValidations } from "./write-rules";

/** A workbook as a file, and what of it the file doesn't have. */
export interface Saved {
  readonly bytes: Uint8Array;
  readonly leftOut: readonly FileThing[];
}

/**
 * Saves a workbook as .xlsx: values, formulas with what they showed, spills, styles, merged cells, sizes, hidden rows
 * and columns, panes, pages to print, links, tables, filters, conditional formats, validations, charts, PivotTables with their cells, names,
 * custom XML parts, the add-in's settings, protection, properties and the date system.
 */
export async function saveXlsx(book: Workbook): Promise<Saved> {
  const leftOut = new Set<FileThing>();
  const sheets = book.sheets.map((sheet) => fileSheet(sheet, leftOut));
  if (book.sheets.some(({ slicers }) => slicers.length > 0)) leftOut.add("slicers");
  const options = {
    dateSystem: book.date1904 ? ("1904" as const) : ("1900" as const),
    activeSheet: book.sheets.indexOf(book.activeSheet),
    defaultFont: { name: "Calibri", size: 11 },
    namedRanges: [
      ...book.names.map(({ name, formula, scope, comment }) => ({
        name,
        range: fileFormula(formula),
        ...(scope ? { scope: scope.name } : {}),
        ...(comment ? { comment } : {}),
      })),
      ...book.sheets.flatMap(printNames),
    ],
    properties: { ...book.properties, custom: Object.fromEntries(book.customProperties) },
    ...(book.protection
      ? { workbookProtection: { lockStructure: true, ...passwordOf(book.protection.password) } }
      : {}),
  };
  const pivots = book.sheets.flatMap(({ pivotTables }) => pivotTables).length;
  const written = writablePivots(book).length;
  if (written < pivots) leftOut.add(written === 0 ? "pivots" : "some-pivots");
  return { bytes: await completed(await writeXlsx({ ...options, sheets }), book), leftOut: [...leftOut] };
}

const passwordOf = (password: string | undefined) => (password === undefined ? {} : { password });

function fileSheet(sheet: Sheet, leftOut: Set<FileThing>): WriteSheet {
  const used = usedBy(sheet);
  const rows: FileValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  if (used) {
    const whole = { ...used, top: 0, left: 0 };
    for (const [row, values] of sheet.values(whole).entries()) {
      rows.push(values.map(fileValue));
      for (const [column, value] of values.entries()) {
        if (isCellError(value)) cells.set(`${row},${column}`, { value: value.error, type: "error" });
      }
    }
    for (let row = 0; row <= whole.bottom; row++) {
      for (let column = 0; column <= whole.right; column++) {
        const style = fileStyle(sheet.style(row, column));
        if (!style) continue;
        const key = `${row},${column}`;
        cells.set(key, { value: rows[row]?.[column] ?? null, ...cells.get(key), style });
      }
    }
  }
  for (const { row, column, text, spill } of sheet.formulas.values()) {
    const key = `${row},${column}`;
    const value = fileValue(sheet.value(row, column));
    if (bindsNames(text)) {
      leftOut.add("lambdas");
      cells.set(key, { ...cells.get(key), value });
      continue;
    }
    const area = spill ? hull(spill, { top: row, bottom: row, left: column, right: column }) : undefined;
    cells.set(key, {
      ...cells.get(key),
      value,
      type: "formula",
      formula: fileFormula(text),
      formulaResult: value,
      ...(area ? { formulaType: "array", formulaRef: addressOf(area), formulaDynamic: true } : {}),
    });
  }
  for (const [key, hyperlink] of fileLinks(sheet)) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const value = rows[row]?.[column] ?? null;
    cells.set(key, { value, ...cells.get(key), hyperlink: { ...hyperlink, display: String(value ?? "") } });
  }
  const made: WriteSheet = {
    ...filePage(sheet),
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet, used),
    rowDefs: rowsOf(sheet),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    conditionalRules: fileRules(sheet, leftOut),
    dataValidations: fileValidations(sheet),
    tables: sheet.tables.flatMap((table) => fileTable(table)),
    charts: fileCharts(sheet, leftOut),
    view: {
      showGridLines: sheet.showGridlines,
      ...(sheet.tabColor ? { tabColor: { rgb: sheet.tabColor.replace("#", "") } } : {}),
    },
  };
  if (sheet.tables.some(({ filter }) => filter.size > 0)) leftOut.add("filters");
  if (sheet.filter) made.autoFilter = fileFilter(sheet.filter);
  const { rows: frozenRows, columns: frozenColumns } = sheet.freeze;
  if (frozenRows || frozenColumns) made.freezePane = { rows: frozenRows, columns: frozenColumns };
  if (sheet.visibility === "Hidden") made.hidden = true;
  if (sheet.visibility === "VeryHidden") made.veryHidden = true;
  if (sheet.protection) {
    const { password, options } = sheet.protection;
    made.protection = { sheet: true, ...passwordOf(password), ...protectionOf(options) };
  }
  return made;
}

function usedBy(sheet: Sheet): Area | undefined {
  const used = sheet.usedArea(false);
  return sheet.formulas.size > 0 && !used ? { top: 0, left: 0, bottom: 0, right: 0 } : used;
}

const fileValue = (value: CellValue): FileValue => (isCellError(value) ? value.error : value);

function columnsOf(sheet: Sheet, used: Area | undefined): ColumnDef[] {
  const { sizes, hidden, standard } = sheet.columns;
  const last = Math.max(used?.right ?? -1, ...sizes.keys(), ...hidden);
  const columns: ColumnDef[] = [];
  for (let at = 0; at <= Math.min(last, 16_383); at++) {
    const column: ColumnDef = {};
    const points = sizes.get(at) ?? (standard === 48 ? undefined : standard);
    if (points !== undefined) column.width = columnWidth(points);
    if (hidden.has(at)) column.hidden = true;
    columns.push(column);
  }
  return columns;
}

function rowsOf(sheet: Sheet): Map<number, RowDef> {
  const { sizes, hidden, filtered } = sheet.rows;
  const rows = new Map<number, RowDef>();
  // Viewers that don't fit rows would print what wraps over what is below it.
  for (const [row, height] of fittedRows(sheet)) rows.set(row, { height });
  for (const [row, height] of sizes) rows.set(row, { height });
  for (const row of [...hidden, ...filtered]) rows.set(row, { ...rows.get(row), hidden: true });
  return rows;
}

function fileTable(table: Sheet["tables"][number]): TableDefinition[] {
  if (!table.showHeaders) return [];
  const { area, columns } = table;
  return [
    {
      name: table.name,
      displayName: table.name,
      // A table of a file has at least one row, as here.
      range: addressOf({ ...area, bottom: Math.max(area.bottom, bodyOf(table).top) }),
      columns: columns.map(({ name }) => ({ name })),
      ...(table.style ? { style: table.style } : {}),
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
      showAutoFilter: table.showFilterButton,
      showTotalRow: table.showTotals,
    },
  ];
}

function fileFilter({ area, criteria }: NonNullable<Sheet["filter"]>) {
  const columns = criteria.flatMap((one, colIndex) => {
    const filters =
      one?.filterOn === "Values" ? one.values?.flatMap((v) => (typeof v === "string" ? [v] : [])) : undefined;
    return filters ? [{ colIndex, filters }] : [];
  });
  return { range: addressOf(area), ...(columns.length > 0 ? { columns } : {}) };
}

/** Office.js says what is allowed, a file what is locked. */
function protectionOf(options: Readonly<Record<string, unknown>>) {
  const allowed = (name: string) => ({
    [name.charAt(0).toLowerCase() + name.slice(1)]: options[`allow${name}`] !== true,
  });
  return {
    ...allowed("FormatCells"),
    ...allowed("FormatColumns"),
    ...allowed("FormatRows"),
    ...allowed("InsertColumns"),
    ...allowed("InsertRows"),
    ...allowed("InsertHyperlinks"),
    ...allowed("DeleteColumns"),
    ...allowed("DeleteRows"),
    ...allowed("Sort"),
    ...allowed("AutoFilter"),
    ...allowed("PivotTables"),
  };
}
