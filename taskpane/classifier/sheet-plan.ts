import type { WrittenCell } from "../../src/excel/new-sheet";
import { numberLook, STYLES } from "../../src/files/cell-styles";
import type { PlacedBlock, PlacedSheet } from "../../src/files/sheet-layout";
import type { SheetPlan } from "./protocol";

/** A placed sheet without its rows: the same places and formats that the file writer gives it. */
export function sheetPlan({
  name,
  hidden,
  frozenRows,
  frozenColumns,
  widths,
  blocks,
}: PlacedSheet): SheetPlan {
  return {
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
        formats: columns.map((column) => STYLES[numberLook(column)].numFmt ?? "General"),
        wrapped: columns.flatMap(({ wrap }, c) => (wrap ? [c] : [])),
        count,
      };
    }),
  };
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
