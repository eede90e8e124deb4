import type { CallNode, Node } from "./formula";
import { readFormula } from "./formula";
import { Reference } from "./operand";
import type { FormulaCell } from "./formula-cell";
import type { WatchedArea } from "./formula-cell";
import { structuredReference, tableNamed } from "./references";
import type { Workbook } from "../workbook/workbook";
import type { Sheet } from "../workbook/sheet";

/** What a formula stands on, as far as reading it tells. */
export interface Precedents {
  readonly areas: readonly WatchedArea[];
  /** Words it uses as names, tables and functions, in small letters. */
  readonly words: readonly string[];
  /** Functions it calls, in capitals. */
  readonly calls: readonly string[];
}

/** Functions for which a reference is a place, not its values. */
const PLACES = new Set(["ROW", "ROWS", "COLUMN", "COLUMNS", "SHEET", "AREAS", "ISREF"]);

/** The cells, names and functions a formula uses; names are followed to the cells they mean. */
export function precedentsOf(
  book: Workbook,
  cell: Pick<FormulaCell, "sheet" | "row" | "column">,
  root: Node | undefined,
): Precedents {
  const areas: WatchedArea[] = [];
  const words = new Set<string>();
  const calls = new Set<string>();
  if (root !== undefined) visit(root, cell.sheet);
  return { areas, words: [...words], calls: [...calls] };

  function visit(node: Node, home: Sheet): void {
    switch (node.type) {
      case "reference": {
        const sheet = node.sheet === undefined ? home : book.sheet(node.sheet);
        if (sheet !== undefined) areas.push({ sheet, area: node.area });
        else if (node.sheet !== undefined) words.add(`${node.sheet.toLowerCase()}!`);
        return;
      }
      case "structured": {
        const name = node.text.slice(0, node.text.indexOf("["));
        words.add(name.toLowerCase());
        const reference = structuredReference(node.text, book, cell);
        if (reference !== undefined) areas.push(reference);
        // The names of columns are read from the header row.
        const table = name === "" ? cell.sheet.tableOf(cell.row, cell.column) : tableNamed(book, name);
        if (table?.showHeaders)
          areas.push({ sheet: table.sheet, area: { ...table.area, bottom: table.area.top } });
        return;
      }
      case "name":
        return word(node.name, node.sheet === undefined ? home : book.sheet(node.sheet));
      case "call":
        return call(node, home);
      case "invoke":
        visit(node.callee, home);
        return each(node.args, home);
      case "unary":
        return visit(node.operand, home);
      case "binary":
        if (node.operator === ":") {
          const span = spanOf(node, home);
          if (span !== undefined) areas.push(span);
        }
        visit(node.left, home);
        return visit(node.right, home);
    }
  }

  /** A1:INDEX(…) and Orders[a]:Orders[b]: the cells between are watched where both ends are plain. */
  function spanOf(node: Extract<Node, { type: "binary" }>, home: Sheet): WatchedArea | undefined {
    const ends = [node.left, node.right].map((end): Reference | undefined => {
      if (end.type === "structured") return structuredReference(end.text, book, cell);
      if (end.type !== "reference") return undefined;
      const sheet = end.sheet === undefined ? home : book.sheet(end.sheet);
      return sheet && new Reference(sheet, end.area);
    });
    const [left, right] = ends;
    if (left === undefined || right === undefined) return undefined;
    return {
      sheet: left.sheet,
      area: {
        top: Math.min(left.area.top, right.area.top),
        left: Math.min(left.area.left, right.area.left),
        bottom: Math.max(left.area.bottom, right.area.bottom),
        right: Math.max(left.area.right, right.area.right),
      },
    };
  }

  function call(node: CallNode, home: Sheet): void {
    calls.add(node.name);
    word(node.name, home);
    if (PLACES.has(node.name)) {
      for (const arg of node.args) if (arg !== undefined && arg.type !== "reference") visit(arg, home);
      return;
    }
    each(node.args, home);
  }

  function each(args: CallNode["args"], home: Sheet): void {
    for (const arg of args) if (arg !== undefined) visit(arg, home);
  }

  function word(name: string, home: Sheet | undefined): void {
    const folded = name.toLowerCase();
    if (words.has(folded)) return;
    words.add(folded);
    const defined = book.definedName(name, home);
    if (defined !== undefined) {
      const { root: meant } = readFormula(defined.formula);
      if (meant !== undefined) visit(meant, defined.scope ?? cell.sheet);
      return;
    }
    const table = tableNamed(book, name);
    if (table !== undefined) areas.push({ sheet: table.sheet, area: table.area });
  }
}
