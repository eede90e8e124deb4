import { areaOf } from "../workbook/area";

export type TokenKind =
  | "number"
  | "text"
  | "error"
  | "reference"
  | "structured"
  | "name"
  | "function"
  | "operator"
  | "open"
  | "close"
  | "open-brace"
  | "close-brace"
  | "comma"
  | "semicolon"
  | "space"
  | "unknown";

/** A piece of a formula; the texts of all tokens joined are the formula. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMNS = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const ROWS = String.raw`\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const REFERENCE = new RegExp(
  String.raw`(${SHEET})?(#REF!|(?:${CELL}:${CELL}|${COLUMNS}|${ROWS}|${CELL})(?![\p{L}\p{N}_.(!]))`,
  "uy",
);
const ERROR = /#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!)/iy;
const NAME = new RegExp(String.raw`(?:${SHEET})?[\p{L}_\\][\p{L}\p{N}_.\\?]*`, "uy");
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const TEXT = /"(?:[^"]|"")*"/y;
const SPACE = /\s+/y;
const OPERATOR = /<=|>=|<>|[-+*/^&=<>%:@#]/y;

const SIGNS: Readonly<Record<string, TokenKind>> = {
  "(": "open",
  ")": "close",
  "{": "open-brace",
  "}": "close-brace",
  ",": "comma",
  ";": "semicolon",
};

/**
 * The tokens of a formula as Excel's en-US reads it, with or without its leading "=". References keep their sheet
 * ("'My sheet'!$A$1:B2"), structured references stand as one token ("Orders[[#All],[Amount]]", "[@Amount]"). What fits
 * nowhere is "unknown", one character at a time.
 * https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = formula.startsWith("=") ? 1 : 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token {
  const sign = SIGNS[formula[at]!];
  if (sign !== undefined) return { kind: sign, text: formula[at]! };
  const space = match(SPACE, formula, at);
  if (space !== undefined) return { kind: "space", text: space };
  const text = match(TEXT, formula, at);
  if (text !== undefined) return { kind: "text", text };
  const reference = match(REFERENCE, formula, at);
  if (reference !== undefined && isReference(reference)) return { kind: "reference", text: reference };
  const error = match(ERROR, formula, at);
  if (error !== undefined) return { kind: "error", text: error };
  const number = match(NUMBER, formula, at);
  if (number !== undefined) return { kind: "number", text: number };
  const name = match(NAME, formula, at) ?? "";
  if (formula[at + name.length] === "[") {
    const end = closingBracket(formula, at + name.length);
    if (end > 0) return { kind: "structured", text: formula.slice(at, end + 1) };
  }
  if (name !== "") return { kind: formula[at + name.length] === "(" ? "function" : "name", text: name };
  const operator = match(OPERATOR, formula, at);
  return operator === undefined
    ? { kind: "unknown", text: formula[at]! }
    : { kind: "operator", text: operator };
}

function match(pattern: RegExp, formula: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0];
}

/** ABC1234567 and ZZZ1 look like cells and are none: they are names. */
function isReference(text: string): boolean {
  const address = text.slice(text.lastIndexOf("!", text.length - 2) + 1);
  return address === "#REF!" || areaOf(address) !== undefined;
}

/** Where the bracket that opens at `at` closes; an apostrophe makes the next character a plain one. */
function closingBracket(formula: string, at: number): number {
  let depth = 0;
  for (let place = at; place < formula.length; place++) {
    const sign = formula[place];
    if (sign === "'") place++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return place;
  }
  return -1;
}
