import { gammaDraw, seeded, simulate, START } from "../core/value/simulated";
import { constant, ErrorCell, type Argument, type Cells } from "./in-cells";

/** The columns of the tables below, from A on; what the functions' arguments are called, or what stands in them. */
const COLUMNS = [
  ...["customer", "date", "amount", "order", "value", "other", "r", "f", "m", "first", "last", "count"],
  ...["tier", "stage", "repeats", "last_age", "age", "spend", "gap"],
] as const;
export type Column = (typeof COLUMNS)[number];

const DAYS = 540;
/** Customers who buy and leave, so that the models of value have something to see. */
const random = seeded(1);
const purchases = simulate(
  {
    customers: 100,
    days: DAYS,
    r: 0.8,
    alpha: 30,
    leaving: {
      perPurchase: () => gammaDraw(random, 1, 1) / (gammaDraw(random, 1, 1) + gammaDraw(random, 3, 1) + 1),
    },
    amount: () => (gammaDraw(random, 6, 1) * 15) / 6,
  },
  random,
);
const END = START + DAYS;

/** One row a purchase, and beside it what functions of sums take. */
function cellOf(column: Column, row: number): unknown {
  const [customer, day, amount] = purchases[row] ?? ["", 0, 0];
  const cells: Record<Column, unknown> = {
    ...{ customer, date: day, amount, order: `O${Math.floor(row / 2)}` },
    ...{ value: amount, other: Math.round(amount * (1 + (row % 7))) / 4 },
    ...{ r: 1 + (row % 5), f: 1 + (Math.floor(row / 5) % 5), m: 1 + (Math.floor(row / 25) % 5) },
    ...{ first: day - 40 * (row % 9), last: day, count: row % 9 },
    tier: ["A", "B", "C", "VIP", "Champions"][row % 5],
    stage: ["New", "Growing", "Dormant", "Churned"][row % 4],
    ...{ repeats: row % 6, last_age: row % 6 === 0 ? 0 : 10 + (row % 20), age: 40 + (row % 13) },
    ...{ spend: amount + 1, gap: 5 + (row % 60) },
  };
  return cells[column];
}

const NUMBERS_AS_TEXT: Partial<Record<Column, (value: number) => string>> = {
  amount: (value) => `$${value.toFixed(2)}`,
  value: (value) => ` ${value.toFixed(2)} `,
  date: (day) => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10),
  last: (day) => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10),
};

/** The same with what exports hold: blanks, error cells, numbers and dates as texts, texts that are none. */
function messyCellOf(column: Column, row: number): unknown {
  const cell = cellOf(column, row);
  const at = COLUMNS.indexOf(column);
  switch ((row * 3 + at * 7) % 41) {
    case 0:
      return null;
    case 1:
      return new ErrorCell("=NA()", "#N/A");
    case 2:
      return new ErrorCell("=1/0", "#DIV/0!");
    case 3:
      return "n/a";
    case 4:
      return true;
    case 5:
    case 6:
    case 7:
      return typeof cell === "number" ? (NUMBERS_AS_TEXT[column]?.(cell) ?? String(cell)) : cell;
    case 8:
      return typeof cell === "number" ? -cell : ` ${String(cell)} `;
    default:
      return cell;
  }
}

/** A table of cells: a sheet, its columns, and where their ranges begin and end. */
export interface CellTable {
  readonly sheet: string;
  /** All of it, with a row of headers on top. */
  readonly cells: readonly Cells[];
  /** A column's cells below its header. */
  column(name: Column): Cells;
  /** A whole column, `A:A`. */
  whole(name: Column): Cells;
}

function tableOf(sheet: string, rows: number, cell: (column: Column, row: number) => unknown): CellTable {
  const letter = (name: Column) => String.fromCharCode(65 + COLUMNS.indexOf(name));
  const body = new Map(
    COLUMNS.map((name) => [name, Array.from({ length: rows }, (_, row) => [cell(name, row)])]),
  );
  const under = (name: Column) => body.get(name) ?? [];
  return {
    sheet,
    cells: COLUMNS.map((name) => ({
      address: `${sheet}!${letter(name)}1:${letter(name)}${rows + 1}`,
      values: [[name], ...under(name)],
    })),
    column: (name) => ({
      address: `${sheet}!${letter(name)}2:${letter(name)}${rows + 1}`,
      values: under(name),
    }),
    whole: (name) => ({
      address: `${sheet}!${letter(name)}:${letter(name)}`,
      values: [[name], ...under(name)],
    }),
  };
}

export const neat = tableOf("Neat", purchases.length, cellOf);
export const messy = tableOf("Messy", purchases.length, messyCellOf);

type Given = Column | Argument;

/** How one function is called: with the arguments that are needed, with all, and so that it refuses. */
export interface Calls {
  readonly needed: readonly Given[];
  readonly all: readonly Given[];
  /** The beginning of `all` with which it says words, where it doesn't with what is needed. */
  readonly words?: readonly Given[];
  readonly refused: readonly Given[];
  /** What the refusal begins with: its error, and words of the sentence. */
  readonly refusal: readonly [code: "#VALUE!" | "#N/A", english: string, chinese: string];
}

const is = constant;
export const chinese = is("zh");
const fit = is([[0.243], [4.414], [0.793], [2.426], [6.25], [3.74], [15.44]]);
const rules = is([
  ["churned_days", 100],
  ["dormant_days", 30],
]);
const sales = ["customer", "date", "amount"] as const;
/** Columns of unequal height: the amounts lack the last. */
const uneven = ["customer", "date", is([[1], [2]])] as const;
const heights = ["#VALUE!", "2", "2"] as const;
const asOf = is(END);

/** Arguments of every function of functions.json, a column of the tables by its name. `language` is in `all`. */
export const calls: Readonly<Record<string, Calls>> = {
  ABC: {
    needed: ["value"],
    all: ["value", is(0.5), is(0.8)],
    refused: ["value", is(0.9), is(0.5)],
    refusal: ["#VALUE!", "0.9", "0.9"],
  },
  ACTIVITY: {
    needed: ["last"],
    all: ["last", asOf, "gap", rules, chinese],
    refused: ["last", is("never")],
    refusal: ["#VALUE!", "as_of", "never"],
  },
  CLV: {
    needed: [...sales],
    all: [...sales, asOf, is(24), is(0.1), is(false), chinese],
    refused: [...sales, null, is(0.5)],
    refusal: ["#VALUE!", "months", "0.5"],
  },
  CUTOFFS: {
    needed: ["value"],
    all: ["value", is(4), is("breaks")],
    refused: ["value", is(1)],
    refusal: ["#VALUE!", "bins", "1"],
  },
  EXPECTEDORDERS: {
    needed: [...sales],
    all: [...sales, asOf, is(3), is(false), chinese],
    refused: [is([["a"]]), is([[START]]), is([[5]])],
    refusal: ["#N/A", "Too few customers came back", "客户"],
  },
  GRADE: {
    needed: ["value", is(1)],
    all: [
      "value",
      is([[2]]),
      is("lower"),
      is("minmax"),
      is([[40], [80]]),
      is([["low"], ["mid"], ["high"]]),
      chinese,
    ],
    words: ["value", is(1), null, null, is("vip")],
    refused: ["value", is([[1], [2]])],
    refusal: ["#VALUE!", "weights", "权重"],
  },
  LIFECYCLE: {
    needed: ["first", "last", "count"],
    all: ["first", "last", "count", asOf, rules, chinese],
    refused: ["first", "last", is([[1], [2]])],
    refusal: heights,
  },
  MATRIX: {
    needed: ["value", "other"],
    all: [
      "value",
      "other",
      is([[10], [20]]),
      is("halves"),
      is([
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ]),
      chinese,
    ],
    refused: ["value", "other", is("quarters")],
    refusal: ["#VALUE!", "quarters", "quarters"],
  },
  PALIVE: {
    needed: [...sales],
    all: [...sales, asOf, is(false), chinese],
    refused: [...uneven],
    refusal: heights,
  },
  PLAYBOOK: {
    needed: ["tier"],
    all: ["tier", "stage", is([["promise", "offer"]]), null, chinese],
    refused: ["tier", null, is("price")],
    refusal: ["#VALUE!", "price", "price"],
  },
  RFM: {
    needed: [...sales],
    all: [...sales, asOf, "order", is(3), is(false), chinese],
    refused: [...uneven],
    refusal: heights,
  },
  SCORE: {
    needed: ["value"],
    all: ["value", is(3), is(true), is([[10], [20]])],
    refused: ["value", is(5), null, is([[10], [20]])],
    refusal: ["#VALUE!", "5", "5"],
  },
  SEGMENT: {
    needed: ["r", "f", "m"],
    all: ["r", "f", "m", is("rf-grid"), chinese],
    refused: ["r", "f", "m", is("squares")],
    refusal: ["#VALUE!", "squares", "squares"],
  },
  TIER: {
    needed: ["value"],
    all: ["value", is([[10], [20]]), is([["low"], ["mid"], ["high"]]), chinese],
    words: ["value", is("vip")],
    refused: ["value", is([[20], [10]])],
    refusal: ["#VALUE!", "thresholds", "10"],
  },
  VALUEFIT: {
    needed: [...sales],
    all: [...sales, asOf, is("mbg-nbd"), is("day"), chinese],
    refused: [...sales, null, is("gompertz")],
    refusal: ["#VALUE!", "gompertz", "gompertz"],
  },
  VALUEFROM: {
    needed: ["repeats", "last_age", "age", fit],
    all: ["repeats", "last_age", "age", fit, "spend", is(24), is(0.1), is(false), chinese],
    refused: ["repeats", "last_age", "age", is([[1], [2]])],
    refusal: ["#VALUE!", "r, alpha, a, b", "r"],
  },
  WHYTIER: {
    needed: ["customer", ...sales],
    all: ["customer", ...sales, asOf, is("vip"), chinese],
    refused: ["customer", ...sales, null, is("gold")],
    refusal: ["#VALUE!", "gold", "gold"],
  },
};
