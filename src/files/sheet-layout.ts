import { pivotCells } from "../core/report/pivot-grid";
import type {
  Report,
  ReportChart,
  ReportColumn,
  ReportHeading,
  ReportPivot,
  ReportPrint,
  ReportSheet,
  ReportTable,
} from "../core/report/report";
import { headerWidth } from "../core/report/row-lines";
import { sheetName, tableHeaders, tableName } from "./excel-names";
import { LAST_ROW } from "./sheet-cells";

/** A block in its place: `row` is that of the heading, or of the table's headers, 0 for row 1. */
export type PlacedBlock =
  | {
      readonly kind: "heading";
      readonly row: number;
      /** 0 for column A. */
      readonly column: number;
      readonly heading: ReportHeading;
    }
  | {
      readonly kind: "table";
      readonly row: number;
      /** Where each column stands, 0 for A: one after another, unless a plain table's are merged over several. */
      readonly at: readonly number[];
      /** The table as the report has it. */
      readonly table: ReportTable;
      /** Its name in the workbook; a plain table's is only what charts call it by. */
      readonly name: string;
      readonly headers: readonly string[];
      readonly columns: readonly ReportColumn[];
      /** The rows of the report's table that stand here: all of them, unless it is longer than a sheet. */
      readonly from: number;
      readonly count: number;
    };

/** A sheet as it will stand in the workbook. */
export interface PlacedSheet {
  /** The report sheet's id; with `/2`, `/3` … where a long table goes on. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly blocks: readonly PlacedBlock[];
  /** Widths in characters of the columns from A on: that of the widest table column there, headers and all. */
  readonly widths: readonly number[];
  readonly charts: readonly ReportChart[];
  readonly pivots: readonly ReportPivot[];
  readonly print: ReportPrint | null;
}

/**
 * Where everything of a report goes: blocks from A1 down with a blank row between them, names as Excel takes them. A
 * table longer than a sheet goes on in a sheet of its own behind it.
 *
 * @param lastRow rows a sheet has; a test may have smaller ones
 */
export function layoutOf(report: Report, lastRow = LAST_ROW): readonly PlacedSheet[] {
  const sheetNames = new Set<string>();
  const tableNames = new Set<string>();
  return report.sheets.flatMap((sheet) => placed(sheet, report, sheetNames, tableNames, lastRow));
}

function placed(
  sheet: ReportSheet,
  report: Report,
  sheetNames: Set<string>,
  tableNames: Set<string>,
  lastRow: number,
): readonly PlacedSheet[] {
  const pages: PlacedBlock[][] = [[]];
  let row = 0;
  const put = (block: ReportHeading | ReportTable): void => {
    if (block.kind === "heading") {
      const { place } = block;
      pages
        .at(-1)
        ?.push({ kind: "heading", row: place?.row ?? row, column: place?.column ?? 0, heading: block });
      if (!place) row += 2;
      return;
    }
    const { columns, place, plain = false } = block;
    const headers = plain
      ? columns.map(({ header }) => header)
      : tableHeaders(columns.map(({ header }) => header));
    const at = columnPlaces(columns, place?.column ?? 0, plain);
    let from = 0;
    do {
      if (!place && row + 2 > lastRow) {
        pages.push([]);
        row = 0;
      }
      const top = place?.row ?? row;
      const count = Math.min(block.rowCount - from, Math.max(lastRow - top - 1, 0));
      const name = plain ? block.name : tableName(block.name, tableNames);
      pages.at(-1)?.push({ kind: "table", row: top, at, table: block, name, headers, columns, from, count });
      from += count;
      if (place) return;
      row += Math.max(count, 1) + 2;
    } while (from < block.rowCount);
  };
  sheet.blocks.forEach(put);
  const pivots = sheet.pivots ?? [];
  for (const pivot of pivots) {
    const source = tableNamed(report, pivot.table);
    if (source) put(pivotCells(pivot, source));
  }
  const widths = sheet.widths ?? widthsOf(sheet.blocks.filter((block) => block.kind === "table"));
  return pages.map((blocks, page) => ({
    id: page === 0 ? sheet.id : `${sheet.id}/${page + 1}`,
    name: sheetName(sheet.name, sheetNames),
    hidden: sheet.hidden,
    frozenRows: page === 0 ? sheet.frozenRows : 1,
    frozenColumns: sheet.frozenColumns,
    blocks,
    widths,
    charts: page === 0 ? (sheet.charts ?? []) : [],
    pivots: page === 0 ? pivots : [],
    print: sheet.print ?? null,
  }));
}

/** A table of a report by its name. */
export function tableNamed(report: Report, name: string): ReportTable | undefined {
  for (const { blocks } of report.sheets) {
    for (const block of blocks) if (block.kind === "table" && block.name === name) return block;
  }
  return undefined;
}

function columnPlaces(columns: readonly ReportColumn[], first: number, plain: boolean): number[] {
  let next = first;
  return columns.map(({ span = 1 }) => {
    const at = next;
    next += plain ? span : 1;
    return at;
  });
}

const NARROWEST = 4;
const WIDEST = 100;

function widthsOf(tables: readonly ReportTable[]): readonly number[] {
  const widths: number[] = [];
  for (const { columns } of tables) {
    columns.forEach(({ header, width }, c) => {
      widths[c] = Math.max(widths[c] ?? NARROWEST, headerWidth(header), Math.min(width, WIDEST));
    });
  }
  return widths;
}
