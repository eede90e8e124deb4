import type { NewSheet, SheetHeading, SheetTable } from "./new-sheet";
import type { SheetArea } from "./sheet-area";

/** A part of a sheet that is written, named and cleared as one: headings that follow one another, or a table. */
export type SheetPart =
  | { readonly kind: "headings"; readonly area: SheetArea; readonly headings: readonly SheetHeading[] }
  | { readonly kind: "table"; readonly area: SheetArea; readonly table: SheetTable };

/** The parts of a sheet, moved down and right by where it begins. */
export function partsOf(
  blocks: NewSheet["blocks"],
  begin: { readonly row: number; readonly column: number } = { row: 0, column: 0 },
): readonly SheetPart[] {
  const parts: SheetPart[] = [];
  for (const block of blocks) {
    const row = begin.row + block.row;
    const column = begin.column + (block.column ?? 0);
    const last = parts.at(-1);
    if (block.kind === "table") {
      const area = { row, column, rows: Math.max(block.count, 1) + 1, columns: block.headers.length };
      parts.push({ kind: "table", area, table: block });
    } else if (last?.kind === "headings" && follows(last, block, row, column)) {
      const area = { ...last.area, rows: row - last.area.row + 1 };
      parts[parts.length - 1] = { ...last, area, headings: [...last.headings, block] };
    } else {
      parts.push({ kind: "headings", area: { row, column, rows: 1, columns: 1 }, headings: [block] });
    }
  }
  return parts;
}

/** Headings one under another are one part; on a page with places for everything, only those with no row between. */
function follows({ area }: SheetPart, heading: SheetHeading, row: number, column: number): boolean {
  return area.column === column && (heading.column === undefined || row === area.row + area.rows);
}

/** True of a sheet that is one table with a row a customer, and so is refreshed row by row. */
export function isByCustomer({ blocks }: NewSheet): boolean {
  const [block] = blocks;
  return blocks.length === 1 && block?.kind === "table" && block.rowsAt !== null && block.name !== null;
}
