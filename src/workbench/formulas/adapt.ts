import type { Area } from "../workbook/area";
import {
  areaOf,
  columnLetters,
  isWholeColumns,
  isWholeRows,
  splitSheet,
  sheetPrefix,
} from "../workbook/area";
import { cellError } from "../workbook/cell-value";
import type { Token } from "./tokens";
import { tokenize } from "./tokens";

/** How the references of a formula change. */
export interface Rewriting {
  /** The new name of a sheet a reference names; null where it is gone, undefined where it stays. */
  readonly sheetName?: (name: string) => string | null | undefined;
  /** The cells a reference means from now on; undefined where they are gone. `sheet` is what the reference names. */
  readonly area?: (area: Area, sheet: string | undefined) => Area | undefined;
  /** The new text of a structured reference or a name. */
  readonly word?: (text: string, kind: Token["kind"]) => string;
}

/** A formula with other references; the rest of its text stays to the letter. */
export function rewriteFormula(text: string, rewriting: Rewriting): string {
  let changed = false;
  const parts = tokenize(text).map((token) => {
    const next = rewritten(token, rewriting);
    if (next !== token.text) changed = true;
    return next;
  });
  return changed ? `=${parts.join("")}` : text;
}

function rewritten(token: Token, { sheetName, area: moved, word }: Rewriting): string {
  if (token.kind === "structured" || token.kind === "function")
    return word?.(token.text, token.kind) ?? token.text;
  if (token.kind !== "reference" && token.kind !== "name") return token.text;
  const bang = token.text.lastIndexOf("!", token.text.length - 2);
  const named = bang < 0 ? undefined : splitSheet(token.text.slice(0, bang + 1) + "A1").sheet;
  let prefix = token.text.slice(0, bang + 1);
  const address = token.text.slice(bang + 1);
  if (named !== undefined && sheetName !== undefined) {
    const next = sheetName(named);
    if (next === null) return "#REF!";
    if (next !== undefined) prefix = sheetPrefix(next);
  }
  if (token.kind === "name") return prefix + (word?.(address, "name") ?? address);
  const area = moved === undefined ? undefined : areaOf(address);
  if (area === undefined || moved === undefined) return prefix + address;
  const next = moved(area, named);
  if (next === undefined) return prefix + cellError("#REF!").error;
  return prefix + addressLike(address, next);
}

/** An address with the dollar signs, and as one cell or a range, as another one is written. */
function addressLike(pattern: string, area: Area): string {
  const [first = "", last] = pattern.split(":");
  if (last === undefined) return corner(first, area.top, area.left);
  const whole = !/\d/.test(pattern) ? "columns" : !/[A-Za-z]/.test(pattern) ? "rows" : "cells";
  if (whole === "columns" && isWholeColumns(area))
    return `${column(first, area.left)}:${column(last, area.right)}`;
  if (whole === "rows" && isWholeRows(area)) return `${row(first, area.top)}:${row(last, area.bottom)}`;
  return `${corner(first, area.top, area.left)}:${corner(last, area.bottom, area.right)}`;
}

const corner = (pattern: string, top: number, left: number): string =>
  column(pattern, left) + (/[A-Za-z]\$/.test(pattern) ? "$" : "") + (top + 1);

const column = (pattern: string, index: number): string =>
  (/^\$[A-Za-z]/.test(pattern) ? "$" : "") + columnLetters(index);

const row = (pattern: string, index: number): string => (pattern.startsWith("$") ? "$" : "") + (index + 1);
