import type { ReportColumn } from "../../src/core/report/report";
import type { WrittenCell } from "../../src/excel/new-sheet";
import { numberLook, STYLES } from "../../src/files/cell-styles";
import type { PlacedBlock, PlacedSheet } from "../../src/files/sheet-layout";
import type { SheetPlan } from "./protocol";

/** A placed sheet without its rows: the same places and formats that the file writer gives it. */
export function sheetPlan({
  id,
  name,
  hidden,
  frozenRows,
  frozenColumns,
  widths,
  blocks,
}: PlacedSheet): SheetPlan {
  return {
    id,
    name,
    hidden,
    frozenRows,
    frozenColumns,
    widths,
    blocks: blocks.map((block) => {
      if (block.kind === "heading") {
        const { text, level } = block.heading;
        return { kind: "heading", row: block.row, text, level };
      }
      const { row, name: table, headers, columns, count } = block;
      return {
        kind: "table",
        row,
        name: table,
        headers,
        ids: columns.map(({ id: column }) => column),
        formats: columns.map(numberFormatOf),
        wrapped: columns.flatMap(({ wrap }, c) => (wrap ? [c] : [])),
        count,
        byCustomer: isByCustomer(id),
      };
    }),
  };
}

/** The number format of a column's cells; `@` for text. */
export function numberFormatOf(column: ReportColumn): string {
  return STYLES[numberLook(column)].numFmt ?? "General";
}

/** Rows of a placed table, `count` of them from its row `from` on. */
export function tableRows(
  { columns, from: first, count: all }: PlacedBlock & { readonly kind: "table" },
  from: number,
  count: number,
): readonly (readonly WrittenCell[])[] {
  const rows = Math.max(0, Math.min(count, all - from));
  return Array.from({ length: rows }, (_, i) =>
    columns.map(({ values }) => values[first + from + i] ?? null),
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
