import type { Classification } from "../../src/core/classify";
import type { Message, Result } from "../../src/core/language/message";
import { cellAt, isBlank, type Column, type Table } from "../../src/core/ledger/cells";
import type { Check } from "../../src/core/ledger/check";
import { isoOf } from "../../src/core/ledger/dates";
import type { Recognition } from "../../src/core/ledger/recognise";
import type { Role, TableKind } from "../../src/core/ledger/roles";
import { STAGES, type Stage } from "../../src/core/lifecycle/stages";
import type { CustomerValue } from "../../src/core/value/value";
import { gridOf } from "../../src/core/policy/check-policy";
import type { Policy } from "../../src/core/policy/policy";
import { resultColumnIds, type ResultColumnId } from "../../src/core/report/result-columns";
import { codeTotals, type CodeTotals } from "../../src/core/segments/code-totals";
import type { Ruler } from "../../src/core/tiers/ruler";
import type { TierSummary } from "../../src/core/tiers/summary";
import { cellText } from "./preview";

/** What the page shows of a run: small, whatever the size of the data. Texts are messages, said in any language. */
export interface Outcome {
  readonly kind: TableKind;
  readonly columns: readonly ColumnView[];
  /** Refused where something has to be decided or mended first; the columns are known even then. */
  readonly summary: Result<Summary>;
}

/** A column, what it was taken for and why, and what stands in it. */
export interface ColumnView {
  readonly column: number;
  readonly header: string;
  readonly role: Role | null;
  readonly reason: Message;
  /** Up to {@link EXAMPLES} different cells. */
  readonly examples: readonly string[];
}

/** A result in sum. Money is in currency to the cent, shares are 0–1. */
export interface Summary {
  readonly policy: Policy;
  /** The cut-offs of this run. */
  readonly ruler: Ruler;
  /** yyyy-mm-dd; null where neither the data nor the reader gave a date. */
  readonly asOf: string | null;
  readonly customers: number;
  readonly monetary: number;
  readonly purchases: number;
  /** Customers with at least two purchases ÷ customers with at least one. */
  readonly repeatRate: number;
  readonly atRisk: number;
  readonly revenueAtRisk: number;
  readonly check: Check;
  readonly tiers: readonly TierSummary[];
  readonly segments: readonly Group<string>[];
  readonly stages: readonly Group<Stage>[];
  /** Customers and money by code, R, F and M; null where the input lacks what scores are made of. */
  readonly codes: CodeTotals | null;
  /** Ids of the result columns that can be written. */
  readonly columns: readonly ResultColumnId[];
  readonly notes: readonly Message[];
  /** Null where nothing was to be forecast. */
  readonly value: ValueSummary | null;
}

/** What was forecast and whether it may be believed. */
export interface ValueSummary {
  readonly model: CustomerValue["model"];
  readonly unit: CustomerValue["unit"];
  readonly verdict: CustomerValue["verdict"];
  /** The verdict's reason, what is shown because of it, how the hold-out went. */
  readonly notes: readonly Message[];
  /** Lifetime value of all customers, or all they have spent so far. */
  readonly worth: number;
  readonly worthIs: CustomerValue["clvIs"];
  /** Purchases expected of all customers; null where none may be forecast. */
  readonly expectedPurchases: number | null;
  readonly months: number;
  /** The day from which purchases were held out, yyyy-mm-dd, and the cumulative purchases expected and made. */
  readonly tracking: {
    readonly from: string;
    readonly fromDay: number;
    readonly days: readonly number[];
    readonly expected: readonly number[];
    readonly actual: readonly number[];
  } | null;
}

/** Customers of a segment or stage in sum. */
export interface Group<Id> {
  readonly id: Id;
  readonly customers: number;
  readonly monetary: number;
  readonly share: number;
}

const EXAMPLES = 3;
/** Rows that are looked at for examples. */
const ROWS_FOR_EXAMPLES = 200;
const LONGEST_EXAMPLE = 24;

/** The columns of a table as the page shows them. `chosen` are the reader's own choices. */
export function columnViews(
  { columns, dateSystem }: Table,
  { guesses }: Recognition,
  chosen: Readonly<Record<number, Role | null>>,
): ColumnView[] {
  return guesses.map(({ column, header, role, reason }) => ({
    column,
    header,
    role,
    reason: chosen[column] === undefined ? reason : { code: "column-given" },
    examples: examplesOf(columns[column], dateSystem),
  }));
}

/** A classification in sum, with what the reading had to tell before it. */
export function summaryOf(result: Classification, readNotes: readonly Message[]): Summary {
  const { ledger, facts, assessment, policy, tiers } = result;
  const total = (value: (tier: TierSummary) => number) => tiers.reduce((sum, tier) => sum + value(tier), 0);
  const cents = (value: (tier: TierSummary) => number) =>
    total((tier) => Math.round(value(tier) * 100)) / 100;
  return {
    policy,
    ruler: assessment.ruler,
    asOf: ledger.asOf === null ? null : isoOf(ledger.asOf),
    customers: ledger.customers.length,
    monetary: cents(({ monetary }) => monetary),
    purchases: total(({ purchases }) => purchases),
    repeatRate: repeatRateOf(facts.frequency),
    atRisk: total(({ atRisk }) => atRisk),
    revenueAtRisk: cents(({ revenueAtRisk }) => revenueAtRisk),
    check: ledger.check,
    tiers,
    segments: groupsOf(assessment.segments, (at) => assessment.segment[at] ?? -1, facts.monetary),
    stages: groupsOf(STAGES, (at) => (STAGES as readonly unknown[]).indexOf(facts.stage[at]), facts.monetary),
    codes: codeTotals(gridOf(policy).scores, assessment, facts.monetary),
    columns: resultColumnIds(result),
    notes: [...readNotes, ...result.notes.filter((note) => !result.value?.notes.includes(note))],
    value: result.value && valueSummary(result.value),
  };
}

function valueSummary(value: CustomerValue): ValueSummary {
  const { model, unit, verdict, notes, clv, clvIs, expectedPurchases, months, tracking, holdout } = value;
  return {
    model,
    unit,
    verdict,
    notes,
    worth: sumOf(clv),
    worthIs: clvIs,
    expectedPurchases: verdict === "identified" || verdict === "spend-tied" ? sumOf(expectedPurchases) : null,
    months,
    tracking: tracking &&
      holdout && {
        from: isoOf(holdout.from),
        fromDay: holdout.from,
        days: [...tracking.days],
        expected: [...tracking.expected],
        actual: [...tracking.actual],
      },
  };
}

/** The sum of what is shown: NaN is not. */
function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}

function repeatRateOf(frequency: Float64Array): number {
  let once = 0;
  let twice = 0;
  for (const purchases of frequency) {
    if (purchases >= 1) once++;
    if (purchases >= 2) twice++;
  }
  return once === 0 ? 0 : twice / once;
}

/** Sums customers by group; a place of -1 is no group, and groups nobody is in are left out. */
function groupsOf<Id>(
  ids: readonly Id[],
  placeOf: (at: number) => number,
  monetary: Float64Array,
): Group<Id>[] {
  const sums = ids.map((id) => ({ id, customers: 0, cents: 0 }));
  let all = 0;
  monetary.forEach((money, at) => {
    const sum = sums[placeOf(at)];
    if (!sum) return;
    const cents = Math.round((money || 0) * 100);
    sum.customers++;
    sum.cents += cents;
    all += cents;
  });
  return sums
    .filter(({ customers }) => customers > 0)
    .map(({ id, customers, cents }) => ({
      id,
      customers,
      monetary: cents / 100,
      share: all === 0 ? 0 : cents / all,
    }));
}

function examplesOf(column: Column | undefined, dateSystem: Table["dateSystem"]): string[] {
  const examples = new Set<string>();
  if (!column) return [];
  const { cells } = column;
  const height = "codes" in cells ? cells.codes.length : cells.length;
  for (let row = 0; row < Math.min(height, ROWS_FOR_EXAMPLES) && examples.size < EXAMPLES; row++) {
    if (isBlank(cellAt(cells, row))) continue;
    examples.add(cellText(column, row, dateSystem, LONGEST_EXAMPLE));
  }
  return [...examples];
}
