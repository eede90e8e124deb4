/** Cells of an example's sheet, row 1 first. */
type Sheet = readonly (readonly (string | number)[])[];

/**
 * A formula of an example taken apart: the function and its arguments as Excel would hand them over. It has a range or a
 * cell of the sheet, a number, a text, TRUE or FALSE, an array constant, or nothing, for each argument; throws where it
 * has anything else.
 */
export function readFormula(
  formula: string,
  sheet: Sheet,
): { readonly id: string; readonly given: unknown[] } {
  const [, id = "", inner = ""] = /^=([A-Z]+)\((.*)\)$/.exec(formula) ?? [];
  if (id === "") throw new Error(`${formula} is no formula of one function.`);
  return { id, given: parts(inner, ",").map((part) => valueOf(part.trim(), sheet)) };
}

function valueOf(text: string, sheet: Sheet): unknown {
  if (text === "") return null;
  if (text.startsWith("{")) {
    return parts(text.slice(1, -1), ";").map((row) => parts(row, ",").map((cell) => literal(cell.trim())));
  }
  const range = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(text);
  if (!range) return literal(text);
  const [, left = "", top = "", right = left, bottom = top] = range;
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return sheet
    .slice(Number(top) - 1, Number(bottom))
    .map((row) => row.slice(column(left), column(right) + 1).map((cell) => (cell === "" ? null : cell)));
}

function literal(text: string): unknown {
  if (/^".*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  const number = Number(text);
  if (text === "" || Number.isNaN(number)) throw new Error(`${text} is nothing that an example has.`);
  return number;
}

/** A text cut at a mark that stands outside quotes and braces. */
function parts(text: string, mark: string): string[] {
  const found = [""];
  let quoted = false;
  let depth = 0;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && char === "{") depth++;
    if (!quoted && char === "}") depth--;
    if (char === mark && !quoted && depth === 0) found.push("");
    else found[found.length - 1] += char;
  }
  return found;
}
