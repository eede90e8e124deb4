import { areaOfAddress } from "./own-cells";
import type { SheetArea } from "./sheet-area";

/** Cells that formulas may look at: sheets, tables and columns by their names in lower case. */
export interface LookedAt {
  /** Of a sheet the areas meant, each by its columns; null where all of it is. */
  readonly sheets: ReadonlyMap<string, readonly SheetArea[] | null>;
  /** Of a table the headers of the columns meant; null where all of it is. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** On a sheet with such a table: the same headers, as formulas in the table name its columns without it (`[@Tier]`). */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

const WORD = String.raw`[\p{L}\p{N}_.\\?]`;
const BRACKETS = String.raw`\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]`;
const CELLS = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
/** A text, which is none; a sheet of another workbook, which is none; else sheet, cells or a name, columns of a table. */
const REFERENCE = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[[^\]]*\]${WORD}+!|` +
    String.raw`(?:('(?:[^']|'')+'|${WORD}+(?::${WORD}+)?)!)?` +
    String.raw`(?:(${CELLS})(?!${WORD}|[(!])|([\p{L}_\\]${WORD}*)(${BRACKETS})?(?!${WORD}|\s*[(!]))|(${BRACKETS})`,
  "giu",
);

/**
 * Whether a formula on a sheet looks at some cells: `=Customers!B2`, `=SUM(Customers[Tier])`, `=[@Tier]`. A reference to
 * more columns than these isn't one, as it outlives them; nor is one into another workbook, or over several sheets.
 */
export function looksAt({ sheets, tables, columns }: LookedAt): (formula: unknown, sheet: string) => boolean {
  // Most formulas of a workbook name none of them: one look at the whole text tells.
  const names = [...sheets.keys()].map((name) => name.replaceAll("'", "''")).concat([...tables.keys()]);
  const some = new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "iu");
  const isMeant = (sheet: string, cells: string) => {
    const areas = sheets.get(sheet);
    if (!areas) return areas === null;
    const area = areaOfAddress(cells.toUpperCase());
    return area !== null && isOfColumns(area, areas);
  };
  return (formula, own) => {
    if (typeof formula !== "string" || !formula.startsWith("=") || names.length === 0) return false;
    const here = own.toLowerCase();
    if (!sheets.has(here) && !columns.has(here) && !some.test(formula)) return false;
    for (const [, sheet, cells, name, ofTable, ofOwn] of formula.matchAll(REFERENCE)) {
      const on = sheet === undefined ? here : sheetOf(sheet);
      if (cells !== undefined && isMeant(on, cells)) return true;
      if (name !== undefined) {
        if (sheet !== undefined && sheets.get(on) === null) return true;
        const headers = tables.get(name.toLowerCase());
        if (headers === null || (headers && ofTable && areMeant(ofTable, headers))) return true;
      }
      const known = columns.get(here);
      if (ofOwn !== undefined && known && areMeant(ofOwn, known)) return true;
    }
    return false;
  };
}

/** A sheet's name as a formula has it, in lower case; "" of one in another workbook. */
function sheetOf(text: string): string {
  const name = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  return name.includes("[") ? "" : name.toLowerCase();
}

/** True where each column of an area is one of some areas that share rows with it. */
function isOfColumns(area: SheetArea, areas: readonly SheetArea[]): boolean {
  const beside = areas.filter(({ row, rows }) => row < area.row + area.rows && area.row < row + rows);
  const has = (column: number) =>
    beside.some((one) => column >= one.column && column < one.column + one.columns);
  for (let column = area.column; column < area.column + area.columns; column++) {
    if (!has(column)) return false;
  }
  return area.columns > 0;
}

/** True where the brackets of a structured reference name columns, and none but these. */
function areMeant(brackets: string, headers: ReadonlySet<string>): boolean {
  const inner = brackets.slice(1, -1);
  const parts = [...inner.matchAll(/\[((?:[^[\]']|'.)*)\]/g)].map(([, part = ""]) => part);
  const named = (parts.length > 0 ? parts : [inner.replace(/^@/, "")]).filter(
    (part) => part !== "" && !part.startsWith("#"),
  );
  return (
    named.length > 0 && named.every((part) => headers.has(part.replace(/'(.)/g, "$1").trim().toLowerCase()))
  );
}
