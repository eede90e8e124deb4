import type { Table } from "../../src/core/ledger/cells";
import type { ReportColumn } from "../../src/core/report/report";
import type { WrittenCell } from "../../src/excel/new-sheet";
import {
  figureLook,
  inWholeUnits,
  NUMBER_FORMATS,
  numberLook,
  plainNumberLook,
  STYLES,
} from "../../src/files/cell-styles";
import type { PlacedBlock, PlacedSheet } from "../../src/files/sheet-layout";
import type { SheetPlan } from "./protocol";
import { dressingOf } from "./sheet-dressing";

type PlacedTable = PlacedBlock & { readonly kind: "table" };

/** A placed sheet without its rows: the same places and formats that the file writer gives it. */
export function sheetPlan(sheet: PlacedSheet, _: number, sheets: readonly PlacedSheet[]): SheetPlan {
  const { id, name, hidden, frozenRows, frozenColumns, widths, blocks } = sheet;
  return {
    id,
    name,
    hidden,
    frozenRows,
    frozenColumns,
    widths,
    blocks: blocks.map((block) => {
      if (block.kind === "heading") {
        const { text, level, place } = block.heading;
        return { kind: "heading", row: block.row, ...(place ? { column: block.column } : {}), text, level };
      }
      const { row, at, name: table, headers, columns, count } = block;
      if (block.table.plain) return plainPlan(block);
      return {
        kind: "table",
        row,
        column: at[0] ?? 0,
        name: table,
        headers,
        ids: columns.map(({ id: column }) => column),
        formats: columns.map(numberFormatOf),
        wrapped: columns.flatMap(({ wrap }, c) => (wrap ? [c] : [])),
        count,
        byCustomer: isByCustomer(id),
      };
    }),
    dressing: dressingOf(sheet, sheets, isByCustomer(id)),
  };
}

/** A table of cells alone: the columns that one is merged over are there, and blank. */
function plainPlan(block: PlacedTable): SheetPlan["blocks"][number] {
  const { row, at, headers, columns, count, table } = block;
  const whole = inWholeUnits(columns);
  return {
    kind: "table",
    row,
    column: at[0] ?? 0,
    name: null,
    headers: columns.flatMap((column, c) => spread(column, headers[c] ?? "", "")),
    formats: columns.flatMap((column) =>
      spread(
        column,
        table.look === "figures" ? figureFormatOf(column, block) : plainFormatOf(column, whole),
        "@",
      ),
    ),
    wrapped: [],
    count,
    byCustomer: false,
  };
}

function spread<T>({ span = 1 }: ReportColumn, first: T, covered: T): readonly T[] {
  return [first, ...new Array<T>(span - 1).fill(covered)];
}

function plainFormatOf(column: ReportColumn, whole: boolean): string {
  const look = plainNumberLook(column, whole);
  return look ? NUMBER_FORMATS[look] : "@";
}

/** The format of a large figure: its change is told in words below it. */
function figureFormatOf(column: ReportColumn, { from, count }: PlacedTable): string {
  for (let row = from; row < from + count; row++) {
    const value = column.values[row] ?? null;
    if (typeof value === "number") return STYLES[figureLook(column, value)].numFmt ?? "General";
  }
  return "@";
}

/** The number format of a column's cells; `@` for text. */
export function numberFormatOf(column: ReportColumn): string {
  return STYLES[numberLook(column)].numFmt ?? "General";
}

/** Days by which a workbook that counts from 1904 is behind the serials of a result. */
const BEHIND = 1462;

/**
 * A column as a workbook with this date system takes it: a date there is another number. A day before 1904 is blank in a
 * workbook that can't show one.
 */
export function inDateSystem(column: ReportColumn, dateSystem: Table["dateSystem"]): ReportColumn {
  if (dateSystem === 1900 || column.format !== "date") return column;
  const values = Array.from(column.values, (day) =>
    typeof day === "number" ? (day < BEHIND ? null : day - BEHIND) : day,
  );
  return { ...column, values };
}

/** Rows of a placed table, `count` of them from its row `from` on. */
export function tableRows(
  { columns, from: first, count: all, table }: PlacedTable,
  from: number,
  count: number,
): readonly (readonly WrittenCell[])[] {
  const rows = Math.max(0, Math.min(count, all - from));
  return Array.from({ length: rows }, (_, i) =>
    columns.flatMap((column) =>
      table.plain
        ? spread(column, column.values[first + from + i] ?? null, null)
        : (column.values[first + from + i] ?? null),
    ),
  );
}

/** True of the sheets whose table has a row a customer, in the order of their places. */
export function isByCustomer(id: PlacedSheet["id"]): boolean {
  return /^customers(?:\/|$)/.test(id);
}

/** Cells of columns with an entry a customer, for customers by their places; blanks for places where none is. */
export function customerRows(
  columns: readonly ReportColumn[],
  at: readonly number[],
): readonly (readonly WrittenCell[])[] {
  return at.map((place) => columns.map(({ values }) => values[place] ?? null));
}
