import type { Area } from "../workbook/area";
import { areaOf, splitSheet } from "../workbook/area";
import type { CellValue, ErrorCode } from "../workbook/cell-value";
import { cellError } from "../workbook/cell-value";
import type { Token } from "./tokens";
import { tokenize } from "./tokens";

/** A formula as a tree. References name their sheet only where the formula does. */
export type Node =
  | { readonly type: "value"; readonly value: CellValue }
  | { readonly type: "array"; readonly rows: readonly (readonly CellValue[])[] }
  | {
      readonly type: "reference";
      readonly sheet: string | undefined;
      readonly area: Area;
      readonly absolute: boolean;
    }
  | { readonly type: "structured"; readonly text: string }
  | { readonly type: "name"; readonly name: string; readonly sheet: string | undefined }
  | CallNode
  | { readonly type: "invoke"; readonly callee: Node; readonly args: readonly Argument[] }
  | { readonly type: "unary"; readonly operator: "-" | "+" | "%" | "@" | "#"; readonly operand: Node }
  | { readonly type: "binary"; readonly operator: string; readonly left: Node; readonly right: Node };

/** An argument left out between commas is undefined. */
export type Argument = Node | undefined;

export interface CallNode {
  readonly type: "call";
  /** In capitals. */
  readonly name: string;
  readonly args: readonly Argument[];
  /** Tells the calls of a formula apart. */
  readonly id: number;
}

/** A formula as read: its text as Excel shows it, and its tree; no tree where it isn't a formula. */
export interface Formula {
  readonly text: string;
  readonly root: Node | undefined;
}

/** How tightly operators bind: https://support.microsoft.com/office/calculation-operators-and-precedence-in-excel-48be406d-4975-4d31-b2b8-7af9e0e2878a */
const BINDING: Readonly<Record<string, number>> = {
  ":": 9,
  " ": 8,
  "^": 5,
  "*": 4,
  "/": 4,
  "+": 3,
  "-": 3,
  "&": 2,
  "=": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "<>": 1,
};

/** A sign in front binds tighter than ^: -2^2 is 4. */
const SIGN = 7;
const PERCENT = 6;

/** Characters of a formula: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST = 8192;

/** Excel nests functions 64 deep; brackets and signs, each of which is a step here, come on top. */
const DEEPEST = 400;

const known = new Map<string, Formula>();

/** Reads a formula with its leading "=". The same text gives the same object. */
export function readFormula(text: string): Formula {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (text.length > LONGEST) return { text, root: undefined };
  const tokens = tokenize(text);
  const formula = { text: `=${tokens.map(shown).join("")}`, root: new Reader(tokens).read() };
  if (known.size > 50_000) known.clear();
  known.set(text, formula);
  return formula;
}

/** A token as the formula bar shows it: functions, references, TRUE and errors in capitals. */
function shown({ kind, text }: Token): string {
  if (kind === "function" || kind === "error") return text.toUpperCase();
  if (kind === "reference") {
    const bang = text.lastIndexOf("!", text.length - 2) + 1;
    return text.slice(0, bang) + text.slice(bang).toUpperCase();
  }
  return kind === "name" && /^(?:true|false)$/i.test(text) ? text.toUpperCase() : text;
}

/** Whether a text is a formula that Excel would take; the host and the formula bar refuse others. */
export const isFormula = (text: string): boolean =>
  text.startsWith("=") && readFormula(text).root !== undefined;

class NotAFormula extends Error {}

/** Reads tokens by precedence climbing. */
class Reader {
  #at = 0;
  #calls = 0;
  #depth = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens.filter((token, at) => token.kind !== "space" || isIntersection(tokens, at));
  }

  read(): Node | undefined {
    try {
      const root = this.#expression(0);
      return this.#at < this.#tokens.length ? undefined : root;
    } catch (trouble) {
      if (trouble instanceof NotAFormula) return undefined;
      throw trouble;
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #next(): Token {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new NotAFormula();
    return token;
  }

  #take(kind: Token["kind"]): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #expect(kind: Token["kind"]): void {
    if (!this.#take(kind)) throw new NotAFormula();
  }

  #expression(floor: number): Node {
    if (++this.#depth > DEEPEST) throw new NotAFormula();
    const node = this.#climb(floor);
    this.#depth--;
    return node;
  }

  #climb(floor: number): Node {
    let left = this.#operand();
    for (;;) {
      const token = this.#peek();
      if (token?.kind === "open" && (left.type === "call" || left.type === "invoke")) {
        this.#at++;
        left = { type: "invoke", callee: left, args: this.#arguments() };
        continue;
      }
      if (token?.kind !== "operator" && token?.kind !== "space") return left;
      const operator = token.kind === "space" ? " " : token.text;
      if (operator === "#") {
        this.#at++;
        left = { type: "unary", operator, operand: left };
        continue;
      }
      if (operator === "%") {
        if (PERCENT <= floor) return left;
        this.#at++;
        left = { type: "unary", operator, operand: left };
        continue;
      }
      const binding = BINDING[operator];
      if (binding === undefined || binding <= floor) return left;
      this.#at++;
      left = { type: "binary", operator, left, right: this.#expression(binding) };
    }
  }

  #operand(): Node {
    const token = this.#next();
    switch (token.kind) {
      case "number":
        return { type: "value", value: Number(token.text) };
      case "text":
        return { type: "value", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "error":
        return { type: "value", value: cellError(token.text.toUpperCase() as ErrorCode) };
      case "reference":
        return referenceNode(token.text);
      case "structured":
        return { type: "structured", text: token.text };
      case "name":
        return nameNode(token.text);
      case "function":
        this.#expect("open");
        return { type: "call", name: plainName(token.text), id: this.#calls++, args: this.#arguments() };
      case "open": {
        const inner = this.#expression(0);
        if (this.#peek()?.kind === "comma") return this.#union(inner);
        this.#expect("close");
        return inner;
      }
      case "open-brace":
        return this.#array();
      case "operator":
        if (token.text === "-" || token.text === "+")
          return { type: "unary", operator: token.text, operand: this.#expression(SIGN) };
        if (token.text === "@") return { type: "unary", operator: "@", operand: this.#expression(SIGN) };
    }
    throw new NotAFormula();
  }

  #union(first: Node): Node {
    let left = first;
    while (this.#take("comma")) left = { type: "binary", operator: ",", left, right: this.#expression(0) };
    this.#expect("close");
    return left;
  }

  #arguments(): Argument[] {
    if (this.#take("close")) return [];
    const args: Argument[] = [];
    for (;;) {
      const kind = this.#peek()?.kind;
      args.push(kind === "comma" || kind === "close" ? undefined : this.#expression(0));
      if (this.#take("close")) return args;
      this.#expect("comma");
    }
  }

  #array(): Node {
    const rows: CellValue[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.#constant());
      if (this.#take("close-brace")) break;
      if (this.#take("semicolon")) rows.push([]);
      else this.#expect("comma");
    }
    if (rows.some((row) => row.length !== rows[0]!.length)) throw new NotAFormula();
    return { type: "array", rows };
  }

  #constant(): CellValue {
    const sign = this.#peek()?.kind === "operator" ? this.#next().text : "";
    const node = this.#operand();
    if (node.type !== "value" || (sign !== "" && typeof node.value !== "number")) throw new NotAFormula();
    if (sign !== "" && sign !== "-" && sign !== "+") throw new NotAFormula();
    return sign === "-" ? -(node.value as number) : node.value;
  }
}

/** A space between two references is the operator of their common cells. */
function isIntersection(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.kind;
  const after = tokens[at + 1]?.kind;
  const ends = before === "reference" || before === "structured" || before === "name";
  return ends && (after === "reference" || after === "structured" || after === "name");
}

function referenceNode(text: string): Node {
  const at = text.lastIndexOf("!", text.length - 2);
  const address = text.slice(at + 1);
  const area = areaOf(address);
  if (area === undefined) return { type: "value", value: cellError("#REF!") };
  const sheet = at < 0 ? undefined : splitSheet(text).sheet;
  return { type: "reference", sheet, area, absolute: address.includes("$") };
}

function nameNode(text: string): Node {
  if (/^(?:true|false)$/i.test(text)) return { type: "value", value: text.toUpperCase() === "TRUE" };
  const { sheet, address } = splitSheet(text);
  return { type: "name", sheet, name: address };
}

/** A function's name without the prefixes that files put before newer ones. */
function plainName(text: string): string {
  return text.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLUDF\.)+/, "");
}
