import { type AmountText, parseAmountText } from "./amount-text";
import { type Cell, type Cells, isCoded, isErrorCell, ReadState } from "./cells";
import { firstText, foldText } from "./folding";

/** A column read as amounts. */
export interface AmountsRead {
  /** The amount of each row, 0 where none was read; never NaN or infinite. */
  readonly values: Float64Array;
  /** A {@link ReadState} a row. */
  readonly state: Uint8Array;
  /** The decimal mark of the column's texts: as given, else as the column decides, else the point. */
  readonly decimal: "." | ",";
  /**
   * True where the decimal mark can't be told: some texts only fit the point and more than a few only the comma, or
   * there are texts such as `1.234` (or `1,234` beside `1.234`) and nothing that decides. Texts whose value hangs on
   * the mark are then not read.
   */
  readonly undecided: boolean;
  /** True where `undecided` comes of texts for each mark, too many of either to be slips. */
  readonly mixed: boolean;
  /** A text to show when asking for the mark, the first by code units; null where there is nothing to ask. */
  readonly example: string | null;
  /** The currency signs, codes and words beside the numbers, in upper case, sorted; more than one is worth a note. */
  readonly currencies: readonly string[];
}

export interface AmountOptions {
  /** The decimal mark the reader named; wins over what the column says. Null: the column decides. */
  readonly decimal: "." | "," | null;
}

/**
 * Reads a column as amounts: numbers as they are, texts as {@link parseAmountText} says. The decimal mark is decided
 * from the whole column: a text that only fits one mark decides. Where none does, `1,234` is read as 1234 (a column
 * with a decimal comma nearly always has a text that says so), while `1.234` is left to be asked. Unreadable: other
 * texts, booleans, infinities, and texts that don't fit the mark.
 */
export function readAmounts(cells: Cells, options: AmountOptions): AmountsRead {
  if (cells instanceof Float64Array) return readNumbers(cells, options);
  if (!isCoded(cells)) return readValues(cells, null, options);
  const used = new Uint8Array(cells.values.length);
  for (const code of cells.codes) used[code] = 1;
  const read = readValues(cells.values, used, options);
  const values = new Float64Array(cells.codes.length);
  const state = new Uint8Array(cells.codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = cells.codes[row] ?? 0;
    values[row] = read.values[code] ?? 0;
    state[row] = read.state[code] ?? ReadState.Blank;
  }
  return { ...read, values, state };
}

function readNumbers(cells: Float64Array, { decimal }: AmountOptions): AmountsRead {
  const values = new Float64Array(cells.length);
  const state = new Uint8Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const value = cells[row] ?? NaN;
    if (Number.isFinite(value)) values[row] = value === 0 ? 0 : value;
    else state[row] = Number.isNaN(value) ? ReadState.Blank : ReadState.Unreadable;
  }
  return {
    values,
    state,
    decimal: decimal ?? ".",
    undecided: false,
    mixed: false,
    example: null,
    currencies: [],
  };
}

function readValues(cells: readonly Cell[], used: Uint8Array | null, options: AmountOptions): AmountsRead {
  const survey = surveyTexts(cells, used);
  const decided = decide(survey, options.decimal);
  const values = new Float64Array(cells.length);
  const state = new Uint8Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    if (used !== null && used[row] === 0) continue;
    const cell = cells[row] ?? null;
    if (typeof cell === "number" && !Number.isNaN(cell)) {
      if (Number.isFinite(cell)) values[row] = cell === 0 ? 0 : cell;
      else state[row] = ReadState.Unreadable;
    } else if (typeof cell === "string") {
      const other = survey.others.get(cell);
      if (typeof other === "number") {
        state[row] = other;
        continue;
      }
      const value = settle(
        other?.point ?? plainAmount(cell, "."),
        other?.comma ?? plainAmount(cell, ","),
        decided,
      );
      if (Number.isNaN(value)) state[row] = ReadState.Unreadable;
      else values[row] = value;
    } else state[row] = typeof cell === "boolean" ? ReadState.Unreadable : ReadState.Blank;
  }
  return { values, state, ...decided, currencies: [...survey.currencies].sort() };
}

type Decided = Pick<AmountsRead, "decimal" | "undecided" | "mixed" | "example">;

/** So many times as many texts must fit one mark only as fit the other only, for the others to be slips. */
const OUTWEIGHS = 10;

function settle(point: number, comma: number, { decimal, undecided }: Decided): number {
  if (!undecided) return decimal === "." ? point : comma;
  if (Number.isNaN(point)) return comma;
  return Number.isNaN(comma) || point === comma ? point : NaN;
}

/** What a column's texts say of the decimal mark. */
interface Survey {
  /** The distinct texts that fit only the point, or only the comma: so many that one mark can outweigh the other. */
  readonly pointOnly: Set<string>;
  readonly commaOnly: Set<string>;
  /** The first text that fits both and means another number in each: of those with a point (1.234), of all. */
  twofoldPoint: string | null;
  twofold: string | null;
  readonly currencies: Set<string>;
  /** The texts that are more than plain digits and marks, each read once: the reading, or the state of one without. */
  readonly others: Map<string, AmountText | number>;
}

function surveyTexts(cells: readonly Cell[], used: Uint8Array | null): Survey {
  const survey: Survey = {
    pointOnly: new Set(),
    commaOnly: new Set(),
    twofoldPoint: null,
    twofold: null,
    currencies: new Set(),
    others: new Map(),
  };
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell !== "string" || (used !== null && used[row] === 0)) continue;
    const point = plainAmount(cell, ".");
    const comma = plainAmount(cell, ",");
    if (!Number.isNaN(point) || !Number.isNaN(comma)) {
      if (point !== comma) count(survey, cell, point, comma);
    } else if (!survey.others.has(cell)) {
      const read = readOther(cell);
      survey.others.set(cell, read);
      if (typeof read === "number") continue;
      if (read.currency !== "") survey.currencies.add(read.currency.toUpperCase());
      count(survey, read.text, read.point, read.comma);
    }
  }
  return survey;
}

function readOther(text: string): AmountText | number {
  if (foldText(text) === "") return ReadState.Blank;
  if (isErrorCell(text)) return ReadState.ErrorCell;
  return parseAmountText(text) ?? ReadState.Unreadable;
}

function count(survey: Survey, text: string, point: number, comma: number): void {
  if (point === comma) return;
  if (Number.isNaN(comma)) survey.pointOnly.add(text);
  else if (Number.isNaN(point)) survey.commaOnly.add(text);
  else {
    survey.twofold = firstText(survey.twofold, text);
    if (text.includes(".")) survey.twofoldPoint = firstText(survey.twofoldPoint, text);
  }
}

function decide({ pointOnly, commaOnly, twofold, twofoldPoint }: Survey, given: "." | "," | null): Decided {
  const decided = (decimal: "." | ","): Decided => ({
    decimal,
    undecided: false,
    mixed: false,
    example: null,
  });
  if (given !== null) return decided(given);
  const [points, commas] = [pointOnly.size, commaOnly.size];
  if (points > 0 && commas > 0 && points < commas * OUTWEIGHS && commas < points * OUTWEIGHS) {
    const least = [...commaOnly].reduce((first, text) => (text < first ? text : first));
    return { decimal: ".", undecided: true, mixed: true, example: twofold ?? least };
  }
  if (commas > points) return decided(",");
  if (points > 0 || twofoldPoint === null) return decided(".");
  return { decimal: ".", undecided: true, mixed: false, example: twofoldPoint };
}

/**
 * The amount of a text that is nothing but an optional minus, digits and marks, under a decimal mark; NaN where it is
 * more or doesn't fit. It is {@link parseAmountText} without its regular expressions, for the million cells that need
 * none: at most 15 digits are an exact integer, and its quotient by a power of ten is the nearest double.
 */
function plainAmount(text: string, decimal: "." | ","): number {
  const length = text.length;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length === start || length > 20) return NaN;
  const mark = decimal === "." ? 46 : 44;
  const separator = 90 - mark;
  let digits = 0;
  let value = 0;
  let group = -1;
  let fraction = -1;
  for (let at = start; at < length; at++) {
    const char = text.charCodeAt(at);
    if (char >= 48 && char <= 57) {
      value = value * 10 + (char - 48);
      digits++;
      if (fraction >= 0) fraction++;
      else if (group >= 0) group++;
    } else if (char === mark) {
      if (fraction >= 0 || digits === 0 || (group >= 0 && group !== 3)) return NaN;
      fraction = 0;
    } else if (char === separator) {
      if (fraction >= 0 || (group < 0 ? digits < 1 || digits > 3 || value === 0 : group !== 3)) return NaN;
      if (group < 0 && text.charCodeAt(start) === 48) return NaN;
      group = 0;
    } else return NaN;
  }
  if (digits > 15 || fraction === 0 || (fraction < 0 && group >= 0 && group !== 3)) return NaN;
  const amount = fraction > 0 ? value / 10 ** fraction : value;
  return start === 1 && amount !== 0 ? -amount : amount;
}
