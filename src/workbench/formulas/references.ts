import type { Area } from "../workbook/area";
import { hull, intersection } from "../workbook/area";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
import type { Table } from "../workbook/table";
import type { Workbook } from "../workbook/workbook";
import type { Evaluation } from "./evaluation";
import { readFormula } from "./formula";
import type { Operand } from "./operand";
import { Reference } from "./operand";

/** A table of the workbook by its name, capitals aside. */
export function tableNamed(book: Workbook, name: string): Table | undefined {
  const folded = name.toLowerCase();
  for (const sheet of book.sheets) {
    for (const table of sheet.tables) if (table.name.toLowerCase() === folded) return table;
  }
  return undefined;
}

/** Where a formula stands, for [@Column] and for names without a table. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The parts of a structured reference: the table's name, "" for the table around, and what is in brackets. */
interface Structured {
  readonly table: string;
  readonly items: readonly string[];
  readonly columns: readonly [first: string, last: string] | undefined;
}

/**
 * The cells of a structured reference: Orders[Amount], Orders[[#Headers],[Amount]], Orders[[a]:[b]], [@Amount], [#All].
 * Undefined where the table, a column or the row isn't there.
 * https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e
 */
export function structuredReference(text: string, book: Workbook, place: Place): Reference | undefined {
  const parts = structuredParts(text);
  const table =
    parts.table === "" ? place.sheet.tableOf(place.row, place.column) : tableNamed(book, parts.table);
  if (table === undefined) return undefined;
  const rows = rowsOf(table, parts.items, place);
  if (rows === undefined) return undefined;
  let { left, right } = table.area;
  if (parts.columns !== undefined) {
    const [first, last] = parts.columns.map((name) =>
      table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
    );
    if (first! < 0 || last! < 0) return undefined;
    right = left + Math.max(first!, last!);
    left += Math.min(first!, last!);
  }
  return new Reference(table.sheet, { ...rows, left, right });
}

/** The rows that [#Headers], [#Data], [#Totals], [#All], [#This Row] and their unions mean; data without any. */
function rowsOf(
  table: Table,
  items: readonly string[],
  place: Place,
): Pick<Area, "top" | "bottom"> | undefined {
  const { top, bottom } = table.area;
  const body = { top: top + (table.showHeaders ? 1 : 0), bottom: bottom - (table.showTotals ? 1 : 0) };
  const spans = (items.length === 0 ? ["#data"] : items).map((item) => {
    switch (item.toLowerCase()) {
      case "#all":
        return { top, bottom };
      case "#data":
        return body;
      case "#headers":
        return table.showHeaders ? { top, bottom: top } : undefined;
      case "#totals":
        return table.showTotals ? { top: bottom, bottom } : undefined;
      case "#this row":
        return place.sheet === table.sheet && place.row >= body.top && place.row <= body.bottom
          ? { top: place.row, bottom: place.row }
          : undefined;
      default:
        return undefined;
    }
  });
  const found = spans.filter((span) => span !== undefined);
  if (found.length === 0 || (items.length === 1 && spans[0] === undefined)) return undefined;
  return {
    top: Math.min(...found.map((span) => span.top)),
    bottom: Math.max(...found.map((span) => span.bottom)),
  };
}

function structuredParts(text: string): Structured {
  const open = text.indexOf("[");
  const table = text.slice(0, open);
  let inner = text.slice(open + 1, -1).trim();
  const items: string[] = [];
  if (inner.startsWith("@")) {
    items.push("#This Row");
    inner = inner.slice(1).trim();
  }
  if (inner === "") return { table, items, columns: undefined };
  if (!inner.startsWith("[")) {
    if (inner.startsWith("#")) return { table, items: [...items, inner], columns: undefined };
    const name = unescaped(inner);
    return { table, items, columns: [name, name] };
  }
  const names: string[] = [];
  for (const part of bracketed(inner)) {
    if (part.startsWith("#")) items.push(part);
    else names.push(unescaped(part));
  }
  return { table, items, columns: names.length === 0 ? undefined : [names[0]!, names.at(-1)!] };
}

/** The texts in the brackets of "[#All],[Amount]" or "[a]:[b]". */
function bracketed(text: string): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "'") at++;
    else if (text[at] === "[") start = at + 1;
    else if (text[at] === "]") parts.push(text.slice(start, at));
  }
  return parts;
}

/** An apostrophe stands before [ ] # ' in a column's name. */
const unescaped = (name: string): string => name.replace(/'(['#[\]@])/g, "$1");

/** What a word means: a defined name, or a table's body; #NAME? otherwise. */
export function operandOfName(
  { name, sheet }: { readonly name: string; readonly sheet: string | undefined },
  evaluation: Evaluation,
): Operand {
  const { book } = evaluation;
  const owner = sheet === undefined ? evaluation.sheet : book.sheet(sheet);
  const defined = book.definedName(name, owner);
  if (defined === undefined) {
    const table = sheet === undefined ? tableNamed(book, name) : undefined;
    return table === undefined
      ? cellError("#NAME?")
      : structuredReference(`${table.name}[]`, book, evaluation)!;
  }
  if (evaluation.resolving.includes(defined.name)) return cellError("#NAME?");
  evaluation.resolving.push(defined.name);
  const root = readFormula(defined.formula).root;
  const result = root === undefined ? cellError("#NAME?") : evaluation.operand(root, new Map());
  evaluation.resolving.pop();
  return result;
}

/** Two references under ":", the space of common cells, or the comma of unions. Several areas at once aren't known. */
export function areaOfReference(operator: string, left: Operand, right: Operand): Operand {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (!(left instanceof Reference) || !(right instanceof Reference) || operator === ",")
    return cellError("#VALUE!");
  if (left.sheet !== right.sheet) return cellError("#VALUE!");
  if (operator === ":") return new Reference(left.sheet, hull(left.area, right.area));
  const common = intersection(left.area, right.area);
  return common === undefined ? cellError("#NULL!") : new Reference(left.sheet, common);
}
