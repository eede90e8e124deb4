import type { Language } from "../src/core/language/language";
import { ok, type Message } from "../src/core/language/message";
import { MODEL_NAMES } from "../src/core/value/models";
import type { CustomerValue, Named } from "../src/core/value/value";
import type { Answer } from "./column";
import { spill } from "./column";
import { valueOfPurchases } from "./purchase-value";
import { answer } from "./refusal";
import { say } from "./say";
import { wordOf } from "./scalar";

const MODELS = ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"] as const;
const UNITS = ["day", "week", "month"] as const;

/**
 * Fits the models of purchases and of spend, and gives their parameters, log-likelihoods, how the hold-out went, and whether they may be believed.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/valuefit.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a negative amount is a refund.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param model The model of purchases: "bg-nbd", "mbg-nbd", "pareto-nbd", or "auto" for the first of them that may be believed (if left out).
 * @param unit The unit of time: "day", "week" (if left out) or "month".
 * @param language The language of the words, "en" or "zh"; that of Excel if left out.
 * @returns A table of two columns, a name and its value a row, which VALUEFROM takes.
 */
export function VALUEFIT(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  model?: unknown,
  unit?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const asked = wordOf("model", model, MODELS);
    if (!asked.ok) return asked;
    const time = wordOf("unit", unit, UNITS);
    if (!time.ok) return time;
    const options = {
      model: asked.value ?? "auto",
      unit: time.value ?? "week",
      months: 12,
      discountPerYear: 0,
    } as const;
    const valued = valueOfPurchases({ customers, dates, amounts, as_of }, options, spoken);
    if (!valued.ok) return valued;
    const rows = rowsOf(valued.value.value, spoken);
    return ok(spill(rows.flat(), { rows: rows.length, columns: 2 }, spoken));
  });
}

function rowsOf(value: CustomerValue, language: Language): (readonly [string, Answer])[] {
  const { fit, spend, holdout, notes, unit } = value;
  const t = (message: Message) => say(message, language);
  const row = (code: Message["code"], answer: Answer | null) => [t({ code }), answer ?? ""] as const;
  const parameters = (named: Named | null) => Object.entries(named ?? {});
  return [
    row("fit.model", MODEL_NAMES[fit.model]),
    row("fit.unit", t({ code: `fit.unit.${unit}` })),
    ...parameters(fit.parameters),
    row("fit.log-likelihood", fit.logLikelihood),
    row("fit.nbd", fit.nbdLogLikelihood),
    row("fit.verdict", t({ code: `fit.verdict.${fit.verdict.id}` })),
    ...parameters(spend.parameters),
    row("fit.spend.log-likelihood", spend.logLikelihood),
    row("fit.spend.correlation", spend.correlation),
    row("fit.spend.verdict", t({ code: `fit.verdict.${spend.verdict.id}` })),
    row("fit.holdout.expected", holdout?.expected ?? null),
    row("fit.holdout.actual", holdout?.actual ?? null),
    row("fit.why", notes.map(t).join(language === "zh" ? "" : " ")),
  ];
}
