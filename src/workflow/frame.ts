import { DataFrame } from "danfojs-node";
import { classify, type Classification, type ClassifyOptions } from "../core/classify";
import type { Language } from "../core/language/language";
import { no, ok, type Result } from "../core/language/message";
import type { Cell, Table } from "../core/ledger/cells";
import { parseIso } from "../core/ledger/dates";
import type { Role } from "../core/ledger/roles";
import type { Policy } from "../core/policy/policy";
import { templateNamed, templates } from "../core/policy/templates";
import { resultJson, type ResultJson } from "../core/report/result-json";
import type { Ruler } from "../core/tiers/ruler";
import { mappingOf, type NamedRole } from "./column-map";

export { say } from "../core/language/message";
export { templateNamed } from "../core/policy/templates";
export { parsePolicy } from "../core/policy/read-policy";

/** What a script decides about one run; everything has a default. */
export interface FrameOptions extends Omit<ClassifyOptions, "mapping" | "asOf"> {
  /** The column of each role by name, such as `{ customer: "CustomerID" }`; the others are recognised. */
  readonly map?: Readonly<Partial<Record<Role, string>>>;
  /** The as-of date as yyyy-mm-dd; left out: the last date in the data. */
  readonly asOf?: string;
  /** The language of the notes; English unless said. */
  readonly language?: Language;
}

/**
 * A classified frame. Ids are text, dates ISO text, money currency; segments, stages, activities and tiers stand as
 * their ids. What isn't known is NaN in a column of numbers and null in one of texts.
 */
export interface ClassifiedFrames {
  /** A row a customer, in the order of money, then id: the columns of the command's JSON. */
  readonly customers: DataFrame;
  /** A row a tier, best first. `share` is of all money, `repeatRate` of the tier's customers, both 0–1. */
  readonly tiers: DataFrame;
  /** `in`, `used`, then a row for each reason why rows were set aside, with labels of the frame's index as examples. */
  readonly check: DataFrame;
  readonly notes: ResultJson["notes"];
  /** The cut-offs of this run, to score another frame with (`frozen`). */
  readonly ruler: Ruler;
}

/**
 * Classifies a danfojs-node DataFrame of transactions or of customers by a policy, or a template's name. Cells are read
 * as the command reads those of a file, so ids should come in as text: a frame that was read with numbers has lost the
 * zeros of 007 before this is called. A JavaScript Date counts by its local calendar day. Refused for the same reasons
 * as the command, with the same codes.
 */
export function classifyFrame(
  frame: DataFrame,
  policy: Policy | string,
  options: FrameOptions = {},
): Result<ClassifiedFrames> {
  const chosen = typeof policy === "string" ? templateNamed(policy) : policy;
  if (!chosen) {
    return no("policy-unknown", { policy: String(policy), policies: templates.map(({ name }) => name) });
  }
  const { map = {}, asOf: asked, language = "en", ...rest } = options;
  const asOf = asked === undefined ? null : parseIso(asked);
  if (asked !== undefined && asOf === null) return no("as-of-malformed", { value: asked });
  const table = tableOf(frame);
  const mapping = mappingOf(Object.entries(map) as NamedRole[], table.columns);
  if (!mapping.ok) return mapping;
  const result = classify(table, chosen, { ...rest, mapping: mapping.value, asOf });
  return result.ok ? ok(framesOf(result.value, language, frame.index)) : result;
}

/** A frame as a table; row numbers are places in the frame, from 0. */
function tableOf(frame: DataFrame): Table {
  const [rowCount = 0] = frame.shape;
  const columns = frame.columns.map((header) => ({
    header,
    cells: (frame.column(header).values as unknown[]).map(cellOf),
  }));
  return { columns, rowCount, firstRow: 0, dateSystem: 1900 };
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value instanceof Date ? localDay(value) : String(value);
}

function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${String(date.getFullYear()).padStart(4, "0")}-${month}-${day}`;
}

function framesOf(
  result: Classification,
  language: Language,
  index: readonly (string | number)[],
): ClassifiedFrames {
  const { check, customers, notes } = resultJson(result, language);
  const labels = (rows: readonly number[]) => rows.map((row) => String(index[row] ?? row)).join(", ");
  return {
    customers: frameOf(customers),
    tiers: frameOf(
      result.tiers.map((tier) => ({ ...tier, share: share(tier.share), repeatRate: share(tier.repeatRate) })),
    ),
    check: frameOf([
      { outcome: "in", rows: check.rowsIn, amount: check.amountIn, examples: null },
      { outcome: "used", rows: check.rowsUsed, amount: check.amountUsed, examples: null },
      ...check.setAside.map(({ reason, rows, amount, examples }) => {
        return { outcome: reason, rows, amount, examples: labels(examples) };
      }),
    ]),
    notes,
    ruler: result.assessment.ruler,
  };
}

/** A share as it is shown everywhere: a hundredth of a percent. */
function share(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

type Value = string | number | null | undefined;

/** Columns of numbers by name; every other column holds text. danfojs would guess that the text 007 is a number. */
const NUMBERS = new Set([
  ...["recency", "frequency", "monetary", "r", "f", "m", "pAlive", "expectedPurchases", "clv"],
  ...["customers", "share", "purchases", "repeatRate", "atRisk", "revenueAtRisk", "rows", "amount"],
]);

/** Records of the same keys as a frame. */
function frameOf(records: readonly object[]): DataFrame {
  const columns = Object.keys(records[0] ?? {});
  const rows = records.map((record) => {
    const values = record as Readonly<Record<string, Value>>;
    return columns.map((name) => values[name] ?? (NUMBERS.has(name) ? NaN : null));
  });
  const dtypes = columns.map((name, at) => {
    if (!NUMBERS.has(name)) return "string";
    return rows.every((row) => Number.isInteger(row[at])) ? "int32" : "float32";
  });
  return new DataFrame(rows, { columns, dtypes });
}
