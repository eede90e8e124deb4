import { no, ok, type Message, type Result } from "../language/message";
import { checkHorizon } from "./arguments";
import { forecastPurchases, lifetimeValue, type Horizon } from "./clv";
import { fitPurchases, type Fit, type PurchaseFit } from "./fit";
import { purchaseHistories, type Histories } from "./histories";
import { holdOut, type Holdout } from "./holdout";
import { MODELS, MODEL_NAMES } from "./models";
import type { Likelihood, ModelId } from "./purchase-model";
import { fitSpend, type SpendFit } from "./spend";
import { purchaseSummary, type DatedAmounts, type PurchaseSummary, type TimeUnit } from "./summary";
import { trackPurchases, type Tracking } from "./tracking";
import { purchaseVerdict, type Verdict, type VerdictId } from "./verdict";

/** What is asked of the models. */
export interface ValueOptions {
  /** `auto`: the first of BG/NBD, MBG/NBD and Pareto/NBD that is identified, else no model but history. */
  readonly model: ModelId | "auto";
  readonly unit: TimeUnit;
  /** The horizon in whole months. */
  readonly months: number;
  /** The discount per year, 0 or more: .1 for 10%. */
  readonly discountPerYear: number;
  /** The serial day at whose close customers are judged. */
  readonly asOf: number;
}

/** Numbers by the names of a model's parameters. */
export type Named = Readonly<Record<string, number>>;

/** A model that was fitted, and whether it may be believed. */
export interface FittedModel {
  readonly model: ModelId;
  /** r, alpha and a, b (BG/NBD, MBG/NBD) or s, beta (Pareto/NBD), in the unit; null where there was nothing to fit. */
  readonly parameters: Named | null;
  /** null also where the likelihood is flat in some direction. */
  readonly standardErrors: Named | null;
  readonly logLikelihood: number | null;
  /** Of the NBD, the model in which nobody leaves. */
  readonly nbdLogLikelihood: number | null;
  readonly verdict: Verdict;
}

/** The Gamma–Gamma model of spend. */
export interface FittedSpend {
  /** p, q, gamma; null where there was nothing to fit. */
  readonly parameters: Named | null;
  readonly standardErrors: Named | null;
  readonly logLikelihood: number | null;
  /** Of x and mean repeat spend among the customers with both. */
  readonly correlation: number;
  readonly verdict: Verdict;
}

/**
 * What customers are worth, a value a customer in the log's order. NaN in a column is a value not shown: the customer
 * never bought up to the as-of date, or the model isn't identified.
 */
export interface CustomerValue extends Horizon {
  readonly asOf: number;
  /** The model that forecasts; `history` where none may. */
  readonly model: ModelId | "history";
  /** The fit that forecasts; with `history` the last word of the model asked for (of BG/NBD with `auto`). */
  readonly fit: FittedModel;
  /** Every model that was tried, in order. */
  readonly tried: readonly FittedModel[];
  readonly spend: FittedSpend;
  /** The first that applies of the model's verdict and, where that is `identified`, the spend's. */
  readonly verdict: VerdictId;
  /** Sentences for the reader: the verdict's reason, what is shown because of it, and how the hold-out went. */
  readonly notes: readonly Message[];
  /** null where the model isn't identified or the span is too short to hold some of it out. */
  readonly holdout: Pick<Holdout, "from" | "to" | "expected" | "actual"> | null;
  readonly tracking: Tracking | null;
  readonly summary: PurchaseSummary;
  /** The probability, 0–1, that the customer is still one. */
  readonly pAlive: Float64Array;
  /** Purchases expected within the horizon. */
  readonly expectedPurchases: Float64Array;
  /** Money: lifetime value within the horizon (`model`), or all the customer has spent so far (`history`). */
  readonly clv: Float64Array;
  readonly clvIs: "model" | "history";
}

/**
 * What customers are worth by the published models, or by what was where the data can't tell. P(alive) and expected
 * purchases are shown when the model of purchases is identified; lifetime value is forecast when that of spend is, too.
 * Refuses a horizon that is none, and a log without a purchase up to the as-of date.
 */
export function valueOf(log: DatedAmounts, options: ValueOptions): Result<CustomerValue> {
  const troubles = checkHorizon(options);
  if (troubles.length > 0) return { ok: false, troubles };
  const { unit, months, discountPerYear, asOf } = options;
  const summary = purchaseSummary(log, unit, asOf);
  if (!summary.bought.includes(1)) return no("value-no-purchase");

  const histories = purchaseHistories(summary);
  const tried = tryModels(options.model, histories);
  const chosen = tried.find(({ verdict }) => verdict.id === "identified") ?? null;
  const fit = chosen ?? tried[0];
  if (fit === undefined) throw new RangeError(`No model is called ${options.model}.`);
  const spend = fitSpend(summary);
  const fitted = { fit: described(fit), tried: tried.map(described), spend: describedSpend(spend) };
  const common = { unit, months, discountPerYear, asOf, ...fitted, summary };
  if (chosen === null || chosen.found === null) {
    const blank = new Float64Array(summary.x.length).fill(NaN);
    return ok({
      ...common,
      model: options.model === "auto" ? "history" : options.model,
      verdict: fit.verdict.id,
      notes: [...tried.map(({ verdict }) => verdict.reason), { code: "value-shows-history" }],
      holdout: null,
      tracking: null,
      pAlive: blank,
      expectedPurchases: blank.slice(),
      clv: summary.money,
      clvIs: "history",
    });
  }

  const model = MODELS[chosen.model];
  const parameters = chosen.found.parameters;
  const forecast = forecastPurchases(model, parameters, summary, { unit, months, discountPerYear });
  const held = holdOut(model, log, summary);
  const spendParameters = spend.verdict.id === "identified" ? (spend.fit?.parameters ?? null) : null;
  const clv =
    spendParameters === null
      ? summary.money
      : lifetimeValue(forecast.discountedPurchases, spendParameters, summary.x, summary.spend);
  return ok({
    ...common,
    model: chosen.model,
    verdict: spendParameters === null ? spend.verdict.id : "identified",
    notes: notesOf(chosen, spend, held, options),
    holdout: held && { from: held.from, to: held.to, expected: held.expected, actual: held.actual },
    tracking: held && trackPurchases(model, held.calibration, log, asOf),
    pAlive: shown(forecast.pAlive, summary),
    expectedPurchases: shown(forecast.expectedPurchases, summary),
    clv: spendParameters === null ? clv : shown(clv, summary),
    clvIs: spendParameters === null ? "history" : "model",
  });
}

interface Attempt {
  readonly model: ModelId;
  readonly found: PurchaseFit | null;
  readonly verdict: Verdict;
}

/** Fits the model asked for, or the models in order until one is identified. */
function tryModels(asked: ModelId | "auto", histories: Histories): readonly Attempt[] {
  const order: readonly ModelId[] = asked === "auto" ? ["bg-nbd", "mbg-nbd", "pareto-nbd"] : [asked];
  const tried: Attempt[] = [];
  for (const model of order) {
    const found = histories.repeaters > 0 ? fitPurchases(MODELS[model], histories) : null;
    const verdict = purchaseVerdict(model, found, histories.repeaters);
    tried.push({ model, found, verdict });
    if (verdict.id === "identified") break;
  }
  return tried;
}

function described({ model, found, verdict }: Attempt): FittedModel {
  return {
    model,
    ...numbers(MODELS[model], found),
    nbdLogLikelihood: found?.nbdLogLikelihood ?? null,
    verdict,
  };
}

function describedSpend({ fit, verdict, correlation }: SpendFit): FittedSpend {
  return { ...numbers({ names: ["p", "q", "gamma"] }, fit), correlation, verdict };
}

function numbers(
  { names }: Pick<Likelihood<unknown>, "names">,
  fit: Fit | null,
): Pick<FittedModel, "parameters" | "standardErrors" | "logLikelihood"> {
  const named = (values: Float64Array | null | undefined): Named | null =>
    values ? Object.fromEntries(names.map((name, at) => [name, values[at] ?? NaN])) : null;
  return {
    parameters: named(fit?.parameters),
    standardErrors: named(fit?.standardErrors),
    logLikelihood: fit?.logLikelihood ?? null,
  };
}

function notesOf(
  { model, verdict }: Attempt,
  spend: SpendFit,
  held: Holdout | null,
  { months, discountPerYear }: ValueOptions,
): readonly Message[] {
  const notes: Message[] = [verdict.reason, spend.verdict.reason];
  if (spend.verdict.id !== "identified") notes.push({ code: "value-shows-purchases" });
  else notes.push({ code: "value-shows-forecast", params: { months, discount: percent(discountPerYear) } });
  if (held === null) return [...notes, { code: "value-no-holdout" }];
  const params = { model: MODEL_NAMES[model], expected: Math.round(held.expected), actual: held.actual };
  return [...notes, { code: "value-holdout", params }];
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}

/** Blanks the customers who never bought. */
function shown(values: Float64Array, { bought }: PurchaseSummary): Float64Array {
  return values.map((value, at) => (bought[at] === 1 ? value : NaN));
}
