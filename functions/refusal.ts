/// <reference types="custom-functions-runtime" />
import type { MessageCode } from "../src/core/language/catalogue";
import type { Language } from "../src/core/language/language";
import type { Result, Trouble } from "../src/core/language/message";
import { displayLanguage, languageOf } from "./language";
import { say } from "./say";

/** Troubles of the core whose sentence speaks of the command line or of a whole policy, and ours in their place. */
const INSTEAD: Partial<Record<MessageCode, MessageCode>> = {
  "date-order-undecided": "function-date-order",
  "date-order-contradictory": "function-date-order-mixed",
  "decimal-mark-undecided": "function-decimal-mark",
  "decimal-mark-mixed": "function-decimal-mark-mixed",
  "no-customer-at-all": "function-no-customer",
  "no-date-at-all": "function-no-date",
  "as-of-before-data": "function-as-of-before-data",
  "no-row-used": "function-no-row",
};

/** Troubles that mean there is nothing to answer from: #N/A, the others are #VALUE!. */
const NOT_AVAILABLE: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "function-no-customer",
  "function-no-date",
  "function-no-row",
  "function-no-number",
  "function-no-purchase",
  "function-no-rule",
  "playbook-tier-unknown",
  "explain.not-found",
  "value-no-purchase",
  "value-not-converged",
  "value-too-few-repeat",
  "value-boundary",
  "function-fit-not-identified",
]);

/** Sentences that an error's text holds; more would not be read. */
const SENTENCES = 3;

/**
 * Troubles as the error that Excel shows: #N/A or #VALUE!, the two that carry a sentence
 * (https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors).
 */
export function errorOf(troubles: readonly Trouble[], language: Language): CustomFunctions.Error {
  const ours = troubles.map((trouble) => ({ ...trouble, code: INSTEAD[trouble.code] ?? trouble.code }));
  const sentences = ours.slice(0, SENTENCES).map((trouble) => say(trouble, language));
  const nothing = ours.every(({ code }) => NOT_AVAILABLE.has(code));
  const code = nothing ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, sentences.join(language === "zh" ? "" : " "));
}

/** Errors that Excel takes back from a function as they are; the others could only come in. */
const RETURNABLE = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]);

/** The error for the row of an error cell: the same one, where Excel takes it back, else #VALUE! and what it was. */
export function errorLike(text: string, language: Language): CustomFunctions.Error {
  const sentence = say({ code: "function-row-error", params: { error: text } }, language);
  const code = (RETURNABLE.has(text) ? text : "#VALUE!") as CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(code, sentence);
}

/**
 * Runs a function: reads its language, computes, and gives the value or throws the refusal as Excel's error. The one
 * place where a custom function throws.
 *
 * @param language the function's last argument; null where it has none
 */
export function answer<T>(language: unknown, compute: (language: Language) => Result<T>): T {
  const read = languageOf(language);
  if (!read.ok) throw errorOf(read.troubles, displayLanguage());
  const result = compute(read.value);
  if (!result.ok) throw errorOf(result.troubles, read.value);
  return result.value;
}
