import { defaultPolicy } from "../../src/core/policy/templates";
import { keep, kept } from "../host/kept";
import type { AsOfRule, Choices } from "./protocol";

/** How a person likes runs to begin, in any workbook that says nothing else. */
export interface Defaults {
  /** No fixed date: what is right today is wrong in a month. */
  readonly asOf: Exclude<AsOfRule, { readonly rule: "date" }>;
  readonly columns: Choices["columns"];
}

const KEY = "tiersheet.defaults";
const NONE: Defaults = { asOf: { rule: "last" }, columns: null };
const RULES = ["last", "today", "month-end"] as const;

/** What the person keeps; anything that isn't understood is the default. */
export function keptDefaults(): Defaults {
  try {
    const found = JSON.parse(kept(KEY) ?? "null") as Partial<Record<keyof Defaults, unknown>> | null;
    const asked = (found?.asOf as { readonly rule?: unknown } | undefined)?.rule;
    const rule = RULES.find((each) => each === asked) ?? "last";
    const columns = found?.columns;
    return {
      asOf: { rule },
      columns:
        Array.isArray(columns) && columns.every((id) => typeof id === "string")
          ? (columns as string[])
          : null,
    };
  } catch {
    return NONE;
  }
}

/** The pane's choices where nobody has made any. */
export const NO_CHOICES: Choices = {
  roles: {},
  policy: defaultPolicy,
  asOf: NONE.asOf,
  dateOrder: null,
  decimalMark: null,
  value: null,
  columns: NONE.columns,
  beside: false,
};

/** The pane's choices before its reader has made any in this workbook. */
export function noChoices(): Choices {
  return { ...NO_CHOICES, ...keptDefaults() };
}

export function keepDefaults(defaults: Defaults): void {
  keep(KEY, JSON.stringify(defaults));
}
