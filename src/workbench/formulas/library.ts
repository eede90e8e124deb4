import { DEFAULT_LOCALES, registries } from "@odoo/o-spreadsheet";
import type { CellError, CellValue, ErrorCode } from "../workbook/cell-value";
import { cellError, isCellError, isErrorCode } from "../workbook/cell-value";
import { DAYS_1904 } from "../workbook/serial-date";
import { asNumber, asText, type Reading } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { CallNode } from "./formula";
import type { Locals, Operand } from "./operand";
import { Matrix } from "./operand";

/** A function as the evaluation calls it. */
export type FormulaFunction = (evaluation: Evaluation, node: CallNode, locals: Locals) => Operand;

/** A value as o-spreadsheet's functions take and give it; `origin` is our error, which comes back as it went in. */
interface Payload {
  readonly value: unknown;
  readonly message?: unknown;
  readonly origin?: CellError;
}

type Compute = (this: object, ...args: unknown[]) => Payload | Payload[][];

const registry = registries.functionRegistry as unknown as {
  readonly mapping: Readonly<Record<string, Compute>>;
  readonly content: Readonly<
    Record<string, { readonly minArgRequired: number; readonly maxArgPossible: number | null }>
  >;
};

/** Functions of o-spreadsheet that Excel doesn't have, or that read its own model. */
const FOREIGN = new Set(
  (
    "ARRAY.CONSTRAIN ARRAY.LITERAL ARRAY.ROW FLATTEN SORTN MONTH.END MONTH.START QUARTER QUARTER.END QUARTER.START " +
    "YEAR.END YEAR.START COUNTUNIQUE COUNTUNIQUEIFS PIVOT PIVOT.HEADER PIVOT.VALUE ADD DIVIDE EQ GT GTE LT LTE MINUS " +
    "MULTIPLY NE POW SPILLED.RANGE UMINUS UNARY.PERCENT UPLUS AVERAGE.WEIGHTED MATTHEWS POLYFIT.COEFFS POLYFIT.FORECAST " +
    "SPEARMAN FORMAT.LARGE.NUMBER JOIN SPLIT CELL DOLLAR INDIRECT OFFSET FORMULATEXT ISFORMULA SUBTOTAL"
  ).split(" "),
);

const ENGLISH = DEFAULT_LOCALES[0]!;
const CHINESE = { ...ENGLISH, name: "Chinese (China)", code: "zh_CN", dateFormat: "yyyy/m/d" };

/** Functions whose arguments at these places are days, and whether their result is one: they count days from 1900. */
const DAYS: Readonly<Record<string, { readonly args: readonly number[]; readonly result: boolean }>> = {
  DATE: { args: [], result: true },
  DAY: { args: [0], result: false },
  MONTH: { args: [0], result: false },
  YEAR: { args: [0], result: false },
  WEEKDAY: { args: [0], result: false },
  WEEKNUM: { args: [0], result: false },
  ISOWEEKNUM: { args: [0], result: false },
  EDATE: { args: [0], result: true },
  EOMONTH: { args: [0], result: true },
  WORKDAY: { args: [0, 2], result: true },
  "WORKDAY.INTL": { args: [0, 3], result: true },
  DATEDIF: { args: [0, 1], result: false },
  YEARFRAC: { args: [0, 1], result: false },
  NETWORKDAYS: { args: [0, 1, 2], result: false },
};

/** Functions of texts, and which of their arguments are texts: the library writes numbers with more than 15 digits. */
const TEXTS: Readonly<Record<string, (at: number) => boolean>> = {
  ...Object.fromEntries(
    ["LEN", "LEFT", "RIGHT", "MID", "UPPER", "LOWER", "PROPER", "TRIM", "CLEAN", "TEXTSPLIT"].map((name) => [
      name,
      (at: number) => at === 0,
    ]),
  ),
  ...Object.fromEntries(
    ["FIND", "EXACT", "TEXTBEFORE", "TEXTAFTER"].map((name) => [name, (at: number) => at < 2]),
  ),
  CONCATENATE: () => true,
  TEXTJOIN: (at) => at !== 1,
  SUBSTITUTE: (at) => at < 3,
  REPLACE: (at) => at === 0 || at === 3,
};

/** Functions in which an argument left empty between commas means its default, not a blank. */
const DEFAULTS = new Set(["TEXTSPLIT", "TEXTBEFORE", "TEXTAFTER"]);

const each = (operand: CellValue | Matrix, change: (value: CellValue) => CellValue): CellValue | Matrix =>
  operand instanceof Matrix ? new Matrix(operand.rows.map((row) => row.map(change))) : change(operand);

const asWritten = (operand: CellValue | Matrix): CellValue | Matrix =>
  each(operand, (value) => (typeof value === "number" ? asText(value) : value));

/** Texts that read as days are those that a cell takes for days. */
function asDays(operand: CellValue | Matrix, reading: Reading): CellValue | Matrix {
  const isText = (value: CellValue): boolean => typeof value === "string";
  if (operand instanceof Matrix ? !operand.rows.some((row) => row.some(isText)) : !isText(operand))
    return operand;
  return each(operand, (value) => (isText(value) ? asNumber(value, reading) : value));
}

const functions = new Map<string, FormulaFunction>();

/** A function of o-spreadsheet's library, computing over our cells; undefined where Excel has none of that name. */
export function libraryFunction(name: string): FormulaFunction | undefined {
  const known = functions.get(name);
  if (known !== undefined) return known;
  const compute =
    Object.hasOwn(registry.mapping, name) && !FOREIGN.has(name) ? registry.mapping[name] : undefined;
  if (compute === undefined) return undefined;
  const made = adapted(name, compute);
  functions.set(name, made);
  return made;
}

function adapted(name: string, compute: Compute): FormulaFunction {
  const { minArgRequired, maxArgPossible } = registry.content[name]!;
  const days = DAYS[name];
  const texts = TEXTS[name];
  return (evaluation, node, locals) => {
    if (node.args.length < minArgRequired) return cellError("#VALUE!");
    if (maxArgPossible !== null && node.args.length > maxArgPossible) return cellError("#VALUE!");
    const shift = days !== undefined && evaluation.date1904 ? DAYS_1904 : 0;
    const args = node.args.map((arg, at) => {
      if (arg === undefined) return DEFAULTS.has(name) ? undefined : { value: null };
      const operand = evaluation.values(arg, locals);
      if (texts?.(at)) return payload(asWritten(operand), 0);
      return days?.args.includes(at) ? payload(asDays(operand, evaluation), shift) : payload(operand, 0);
    });
    if (evaluation.busy) return cellError("#BUSY!");
    const context = { locale: evaluation.culture === "zh-CN" ? CHINESE : ENGLISH };
    try {
      const generic = name !== "CHAR" && args.every(isNumeric) ? "#NUM!" : "#VALUE!";
      return operandOf(compute.apply(context, args), days?.result ? -shift : 0, generic);
    } catch (trouble) {
      // The library throws what it refuses before it computes.
      if (hasValue(trouble)) return cellError("#VALUE!");
      throw trouble;
    }
  };
}

/** Whether an argument has no text: what the library then refuses is a number out of bounds. */
function isNumeric(arg: Payload | Payload[][] | undefined): boolean {
  const first = Array.isArray(arg) ? arg[0]?.[0] : arg;
  return typeof first?.value !== "string";
}

const hasValue = (thing: unknown): boolean => typeof thing === "object" && thing !== null && "value" in thing;

const kept = new WeakMap<Matrix, Payload[][]>();

/** A value or a matrix as the library takes it: by columns. */
function payload(operand: CellValue | Matrix, shift: number): Payload | Payload[][] {
  if (!(operand instanceof Matrix)) return payloadOf(operand, shift);
  const known = shift === 0 ? kept.get(operand) : undefined;
  if (known !== undefined) return known;
  const columns: Payload[][] = [];
  for (let column = 0; column < operand.width; column++) {
    const cells = new Array<Payload>(operand.height);
    for (let row = 0; row < operand.height; row++) cells[row] = payloadOf(operand.at(row, column), shift);
    columns.push(cells);
  }
  if (shift === 0) kept.set(operand, columns);
  return columns;
}

/** Error codes that the library writes in its own way. */
const THEIRS: Partial<Record<ErrorCode, string>> = { "#REF!": "#REF", "#VALUE!": "#ERROR" };

function payloadOf(value: CellValue, shift: number): Payload {
  if (isCellError(value)) {
    const known = ["#N/A", "#NAME?", "#DIV/0!", "#NUM!", "#SPILL!", "#NULL!"].includes(value.error);
    return { value: known ? value.error : (THEIRS[value.error] ?? "#ERROR"), message: "", origin: value };
  }
  return { value: shift !== 0 && typeof value === "number" ? value + shift : value };
}

/** `generic`: what the library's error without a kind of its own is in Excel. */
function operandOf(result: Payload | Payload[][], shift: number, generic: ErrorCode): CellValue | Matrix {
  if (!Array.isArray(result)) return valueOf(result, shift, generic);
  const height = result[0]?.length ?? 0;
  const rows: CellValue[][] = [];
  for (let row = 0; row < height; row++)
    rows.push(result.map((column) => valueOf(column[row], shift, generic)));
  return new Matrix(rows);
}

const OURS: Readonly<Record<string, ErrorCode>> = {
  "#REF": "#REF!",
  "#BAD_EXPR": "#VALUE!",
  "#CYCLE": "#REF!",
};

function valueOf(result: Payload | undefined, shift: number, generic: ErrorCode): CellValue {
  if (result === undefined) return null;
  if (result.origin !== undefined) return result.origin;
  const { value } = result;
  if (typeof value === "number") return Number.isFinite(value) ? value + shift : cellError("#NUM!");
  if (typeof value === "string") {
    if (value === "#ERROR") return cellError(generic);
    const ours = OURS[value];
    // A text that reads "#N/A" and carries a message is the library's error.
    if (ours !== undefined) return cellError(ours);
    return isErrorCode(value) ? cellError(value) : value;
  }
  return typeof value === "boolean" ? value : null;
}
