import { catalogue, type MessageCode } from "../src/core/language/catalogue";
import { no, ok, type Result } from "../src/core/language/message";
import type { Cell } from "../src/core/ledger/cells";
import { isErrorCell } from "../src/core/ledger/cells";
import { checkParameters } from "../src/core/value/arguments";
import { MODELS, MODEL_NAMES } from "../src/core/value/models";
import type { ModelId } from "../src/core/value/purchase-model";
import type { TimeUnit } from "../src/core/value/summary";
import { cellOf } from "./cells";
import { asRange } from "./range";
import { joined, numberIn, sayCell } from "./scalar";

/** A fit from cells: the model, its unit and parameters in its order, and those of spend (p, q, γ) where they are there. */
export interface FitGiven {
  readonly model: ModelId;
  readonly unit: TimeUnit;
  readonly parameters: readonly number[];
  readonly spend: readonly number[] | null;
}

const SPEND = ["p", "q", "gamma"] as const;
const UNITS = ["day", "week", "month"] as const;
/** Other ways to write the names of parameters, and that of the unit, which would else be a week in silence. */
const ALSO: Readonly<Record<string, string>> = {
  ...{ α: "alpha", ɑ: "alpha", β: "beta", γ: "gamma" },
  ...{ unit: "fit.unit", 单位: "fit.unit" },
};

/**
 * A fit that was kept in cells: the table of VALUEFIT, in either language, a table of one's own with names such as r and
 * alpha and their values, or the bare numbers r, alpha, a, b of BG/NBD in weeks, with p, q, gamma after them or without.
 * Refused: parameters that no model has or that are missing, and a fit whose verdict is that it may not be believed.
 */
export function fitOf(argument: unknown): Result<FitGiven> {
  const range = asRange("parameters", argument);
  const rows = range.cells.slice(0, range.filled).map((row) => row.map(cellOf));
  const error = rows.flat().find(isErrorCell);
  if (error !== undefined) return no("function-error-cell", { parameter: range.name, error: String(error) });
  const named =
    range.columns === 2 && rows.some(([name]) => typeof name === "string" && numberIn(name) === null);
  return named ? fromTable(rows) : fromNumbers(rows.flat());
}

function fromNumbers(cells: readonly Cell[]): Result<FitGiven> {
  const numbers = cells.filter((cell) => cell !== null).map((cell) => numberIn(cell) ?? NaN);
  if (numbers.length !== 4 && numbers.length !== 7) {
    return no("value-parameters", { names: MODELS["bg-nbd"].names });
  }
  return checked("bg-nbd", "week", numbers.slice(0, 4), numbers.length === 7 ? numbers.slice(4) : null);
}

function fromTable(rows: readonly (readonly Cell[])[]): Result<FitGiven> {
  const known = new Map<string, Cell>();
  for (const [name = null, value = null] of rows) {
    const key = nameOf(String(name ?? ""));
    if (value !== null && !known.has(key)) known.set(key, value);
  }
  const verdict = known.get("fit.verdict") ?? null;
  if (verdict !== null && !isIdentified(verdict)) {
    return no("function-fit-not-identified", { verdict: sayCell(verdict) });
  }
  const model = modelOf(known);
  if (!model.ok) return model;
  const unitCell = known.get("fit.unit") ?? null;
  const unit = unitCell === null ? "week" : UNITS.find((one) => isText(unitCell, `fit.unit.${one}`, one));
  if (!unit) return no("function-word", wordParams("unit", unitCell, UNITS));
  const valueOf = (name: string) => numberIn(known.get(name) ?? null) ?? NaN;
  const spendVerdict = known.get("fit.spend.verdict") ?? null;
  const believed = spendVerdict === null || isIdentified(spendVerdict);
  const spend = believed && SPEND.every((name) => known.has(name)) ? SPEND.map(valueOf) : null;
  return checked(model.value, unit, MODELS[model.value].names.map(valueOf), spend);
}

function modelOf(known: ReadonlyMap<string, Cell>): Result<ModelId> {
  const cell = known.get("fit.model") ?? null;
  if (cell === null) return ok(known.has("beta") || known.has("s") ? "pareto-nbd" : "bg-nbd");
  const ids = Object.keys(MODEL_NAMES) as ModelId[];
  const squeezed = (text: string) => joined(text).replaceAll("/", "");
  const model = ids.find((id) => squeezed(id) === squeezed(String(cell)));
  return model ? ok(model) : no("function-word", wordParams("model", cell, ids));
}

function checked(
  model: ModelId,
  unit: TimeUnit,
  parameters: readonly number[],
  spend: readonly number[] | null,
): Result<FitGiven> {
  const troubles = checkParameters(MODELS[model], parameters);
  if (troubles.length > 0) return { ok: false, troubles };
  const spendSound = spend === null || spend.every((value) => value >= 1e-12 && value <= 1e12);
  if (!spendSound) return no("value-parameters", { names: SPEND });
  return ok({ model, unit, parameters, spend });
}

const ROWS = ["fit.model", "fit.unit", "fit.verdict", "fit.spend.verdict"] as const;

/** What a row is: one of VALUEFIT's by its code, else a parameter by its name. */
function nameOf(text: string): string {
  const row = ROWS.find((code) => isText(text, code));
  const name = text.trim().toLowerCase();
  return row ?? ALSO[name] ?? name;
}

function isIdentified(cell: Cell): boolean {
  return isText(cell, "fit.verdict.identified", "identified");
}

/** True where a cell says a text of the catalogue in either language, or one of some words. */
function isText(cell: Cell, code: MessageCode, ...words: readonly string[]): boolean {
  const { en, zh } = catalogue[code];
  return [en, zh, ...words].some((word) => joined(word) === joined(String(cell)));
}

function wordParams(name: "model" | "unit", cell: Cell, words: readonly string[]) {
  return {
    parameter: { code: `parameter.${name}` as const },
    value: sayCell(cell),
    choices: words.map((word) => `"${word}"`),
  };
}
