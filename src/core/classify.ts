import { no, ok, type Message, type Result, type Trouble } from "./language/message";
import type { Table } from "./ledger/cells";
import { codedTable } from "./ledger/coded-cells";
import { isoOf } from "./ledger/dates";
import type { Ledger, ReadingOptions } from "./ledger/ledger";
import { ledgerOf } from "./ledger/ledger-of";
import { recognise } from "./ledger/recognise";
import type { Mapping } from "./ledger/roles";
import { gridOf } from "./policy/check-policy";
import type { Policy } from "./policy/policy";
import { binsOf, emptyScores } from "./scoring/cutoffs";
import { ofBuyers } from "./scoring/rfm";
import { gridReport } from "./segments/segment";
import { assess, type Assessment } from "./tiers/assess";
import { factsOf, type Facts } from "./tiers/facts";
import { measureLabel } from "./tiers/measure-of";
import type { Ruler } from "./tiers/ruler";
import { tierSummary, type TierSummary } from "./tiers/summary";
import { valueOf, type CustomerValue, type ValueOptions } from "./value/value";

/** What a reader decides about one run; everything has a default. */
export interface ClassifyOptions extends Partial<ReadingOptions> {
  /** Roles that the reader gave to columns; the others are recognised. */
  readonly mapping?: Mapping;
  /** The ruler of an earlier run, to score with the same cut-offs. */
  readonly frozen?: Ruler | null;
  /** What to ask of the models of customer value; left out, they aren't asked. */
  readonly value?: Omit<ValueOptions, "asOf"> | null;
}

/**
 * The result of a run, plain data: what the rows were taken for, the ledger and its check, the facts of each customer,
 * what they are beside each other, and the tiers in sum.
 */
export interface Classification {
  readonly policy: Policy;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly tiers: readonly TierSummary[];
  /** Customers in the ledger's order; null where it wasn't asked for. */
  readonly value: CustomerValue | null;
  readonly notes: readonly Message[];
}

/**
 * Classifies the customers of a table by a policy: rows → ledger → facts → scores, segments, tiers. The same rows in
 * any order give the same result (but for the row numbers of examples in the check).
 */
export function classify(
  input: Table,
  policy: Policy,
  options: ClassifyOptions = {},
): Result<Classification> {
  const table = codedTable(input);
  const { kind, mapping, guesses } = recognise(table, options.mapping);
  const unfit = guesses
    .filter(({ reason }) => reason.code === "column-not-its-cells")
    .map(({ header }) => header);
  const reading = {
    asOf: options.asOf ?? null,
    dateOrder: options.dateOrder ?? null,
    decimalMark: options.decimalMark ?? null,
  };
  const ledger = ledgerOf(table, kind, mapping, policy.rows, reading);
  if (!ledger.ok) return withUnfit(ledger, unfit);
  const facts = factsOf(ledger.value, policy);
  const asOf = ledger.value.asOf === null ? null : isoOf(ledger.value.asOf);
  const assessment = assess(facts, policy, asOf, options.frozen ?? null);
  if (!assessment.ok) return withUnfit(assessment, unfit);
  const value = options.value ? valueFrom(ledger.value, options.value) : ok(null);
  if (!value.ok) return value;
  return ok({
    policy,
    mapping,
    ledger: ledger.value,
    facts,
    assessment: assessment.value,
    tiers: tierSummary(facts, assessment.value, policy, value.value?.pAlive ?? null),
    value: value.value,
    notes: [
      ...ledger.value.notes,
      ...rulerNotes(options.frozen ?? null, policy),
      ...scoreNotes(facts, assessment.value, policy),
      ...segmentNotes(assessment.value, policy),
      ...assessment.value.notes,
      ...(value.value?.notes ?? []),
    ],
  });
}

/** A refusal for want of a column, with the columns whose header would fit although their cells don't. */
function withUnfit(
  refused: { readonly ok: false; readonly troubles: readonly Trouble[] },
  unfit: readonly string[],
): typeof refused {
  if (unfit.length === 0) return refused;
  return {
    ok: false,
    troubles: refused.troubles.map((trouble) =>
      trouble.code === "role-missing" || trouble.code === "policy-measure-missing"
        ? {
            code: "columns-unfit",
            params: { problem: trouble, columns: unfit.map((header) => `“${header}”`) },
          }
        : trouble,
    ),
  };
}

/** The models look at when each purchase was, which a table of sums doesn't say. */
function valueFrom({ log, asOf }: Ledger, options: Omit<ValueOptions, "asOf">): Result<CustomerValue> {
  return log && asOf !== null ? valueOf(log, { ...options, asOf }) : no("value-needs-purchases");
}

function rulerNotes(frozen: Ruler | null, policy: Policy): Message[] {
  if (!frozen) return [];
  const notes: Message[] = [{ code: "ruler-frozen", params: { asOf: frozen.asOf ?? "–" } }];
  if (frozen.policy !== "" && frozen.policy !== policy.name) {
    notes.push({ code: "ruler-other-policy", params: { from: frozen.policy, to: policy.name } });
  }
  return notes;
}

/** Scores that nobody has, and why: ties never part. */
function scoreNotes(facts: Facts, { r, f, m, ruler }: Assessment, policy: Policy): Message[] {
  if (policy.scores.nested) return [];
  const buyers = ofBuyers(facts);
  return (
    [
      ["recency", r],
      ["frequency", f],
      ["monetary", m],
    ] as const
  ).flatMap(([measure, given]): Message[] => {
    const scores = given.filter((score, at) => score > 0 && facts.frequency[at] !== 0);
    const cutoffs = ruler[measure];
    if (cutoffs.length === 0) return [];
    const scale = {
      values: buyers[measure],
      cutoffs,
      boundary: policy.scores.boundary,
      reversed: measure === "recency",
    };
    const empty = emptyScores(scores, binsOf(policy.scores[measure]), scale);
    return empty.map(({ score, value, customers }): Message =>
      value === null
        ? { code: "score-empty-plain", params: { score, measure: measureLabel(measure) } }
        : { code: "score-empty", params: { score, measure: measureLabel(measure), value, customers } },
    );
  });
}

/** Codes that fall to the rest of a grid with gaps, and how many customers have them. */
function segmentNotes({ r, f, m, segment }: Assessment, policy: Policy): Message[] {
  const grid = gridOf(policy);
  if (grid.rest === null || segment.some((at) => at < 0)) return [];
  const gaps = gridReport(grid, r, f, m).gaps.filter(({ customers }) => customers > 0);
  if (gaps.length === 0) return [];
  const customers = gaps.reduce((sum, gap) => sum + gap.customers, 0);
  return [{ code: "segment-rest", params: { customers, codes: gaps.map(({ code }) => code) } }];
}
