import type { Report, ReportColumn, ReportHeading, ReportSheet, ReportTable } from "../core/report/report";
import { sheetName, tableHeaders, tableName } from "./excel-names";
import { headerWidth } from "./row-height";
import { LAST_ROW } from "./sheet-cells";

/** A block in its place: `row` is that of the heading, or of the table's headers, 0 for row 1. */
export type PlacedBlock =
  | { readonly kind: "heading"; readonly row: number; readonly heading: ReportHeading }
  | {
      readonly kind: "table";
      readonly row: number;
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
  return report.sheets.flatMap((sheet) => placed(sheet, sheetNames, tableNames, lastRow));
}

function placed(
  sheet: ReportSheet,
  sheetNames: Set<string>,
  tableNames: Set<string>,
  lastRow: number,
): readonly PlacedSheet[] {
  const pages: PlacedBlock[][] = [[]];
  let row = 0;
  for (const block of sheet.blocks) {
    if (block.kind === "heading") {
      pages.at(-1)?.push({ kind: "heading", row, heading: block });
      row += 2;
      continue;
    }
    const headers = tableHeaders(block.columns.map(({ header }) => header));
    let from = 0;
    do {
      if (row + 2 > lastRow) {
        pages.push([]);
        row = 0;
      }
      const count = Math.min(block.rowCount - from, lastRow - row - 1);
      const name = tableName(block.name, tableNames);
      pages.at(-1)?.push({ kind: "table", row, name, headers, columns: block.columns, from, count });
      from += count;
      row += Math.max(count, 1) + 2;
    } while (from < block.rowCount);
  }
  const widths = widthsOf(sheet.blocks.filter((block) => block.kind === "table"));
  return pages.map((blocks, page) => ({
    id: page === 0 ? sheet.id : `${sheet.id}/${page + 1}`,
    name: sheetName(sheet.name, sheetNames),
    hidden: sheet.hidden,
    frozenRows: page === 0 ? sheet.frozenRows : 1,
    frozenColumns: sheet.frozenColumns,
    blocks,
    widths,
  }));
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
