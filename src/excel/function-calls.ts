/** What can stand in a formula besides names: texts, quoted sheet names, structured references, errors. */
const OTHER = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|#[A-Z/0!?]+/giu;
/** A name, with the sign before it and what comes after. */
const NAME = /(^|[^\p{L}\p{N}_.\\?!])([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?=\s*([(),]?))/gu;
/** Functions that take another function by its name. */
const TAKES_FUNCTION = /\b(?:MAP|BYROW|BYCOL|REDUCE|SCAN|MAKEARRAY|GROUPBY|PIVOTBY)\s*\(/iu;

/**
 * Whether a formula calls one of some custom functions, whatever stands around the call: `=RFM(A:C)`,
 * `=CO.RFM(A:C)` with a namespace, `=_xldudf_CO_RFM(A:C)` as Excel shows it without the add-in, in capitals or not;
 * `=MAP(A2:A9,TIER)`, where it is handed over. Texts, sheet names and names of columns are none, nor is `MYRFM(`.
 */
export function callsOf(functions: readonly string[]): (formula: unknown) => boolean {
  const wanted = new Set(functions.map((name) => name.toUpperCase()));
  const isWanted = (name: string) => {
    const plain = name.toUpperCase().replace(/^_XLFN\./, "");
    if (plain.startsWith("_XLDUDF_")) {
      const rest = plain.slice("_XLDUDF_".length);
      return wanted.has(rest) || wanted.has(rest.slice(rest.lastIndexOf("_") + 1));
    }
    return wanted.has(plain.slice(plain.lastIndexOf(".") + 1));
  };
  // Most formulas of a workbook have none: one look at the whole text tells.
  const some = new RegExp(functions.map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&")).join("|"), "iu");
  return (formula) => {
    if (typeof formula !== "string" || !formula.startsWith("=") || wanted.size === 0 || !some.test(formula))
      return false;
    const bare = formula.replace(OTHER, (text) => (text.endsWith("!") ? "!" : " 0 "));
    for (const [, , name = "", after] of bare.matchAll(NAME)) {
      if (!isWanted(name)) continue;
      if (after === "(" || (after === ")" && TAKES_FUNCTION.test(bare))) return true;
    }
    return false;
  };
}

/**
 * A formula with its calls of these functions as they are typed. Excel shows them as `_xldudf_RFM(` or `_xldudf_CO_RFM(`
 * where it doesn't know the add-in (https://github.com/OfficeDev/office-js/issues/3558).
 */
export function asTyped(formula: string, functions: readonly string[]): string {
  const wanted = new Set(functions.map((name) => name.toUpperCase()));
  // Texts and names of sheets and columns are passed over, as they are the first that fits.
  return formula.replace(
    new RegExp(`${OTHER.source}|_xldudf_([\\p{L}\\p{N}_.]+)`, "giu"),
    (whole, name?: string) => {
      if (name === undefined) return whole;
      const at = name.lastIndexOf("_");
      if (wanted.has(name.toUpperCase())) return name;
      return wanted.has(name.slice(at + 1).toUpperCase())
        ? `${name.slice(0, at)}.${name.slice(at + 1)}`
        : whole;
    },
  );
}
