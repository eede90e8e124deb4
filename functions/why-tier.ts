import type { Language } from "../src/core/language/language";
import { no, ok, type Result } from "../src/core/language/message";
import { cellAt, isErrorCell, type Cell, type Cells } from "../src/core/ledger/cells";
import { isoOf } from "../src/core/ledger/dates";
import { idOf } from "../src/core/ledger/ids";
import type { Policy } from "../src/core/policy/policy";
import { templates } from "../src/core/policy/templates";
import { assess } from "../src/core/tiers/assess";
import { explainTier } from "../src/core/tiers/explain";
import { factsOf } from "../src/core/tiers/facts";
import type { Run } from "../src/core/tiers/nearest-change";
import { cellsOf } from "./cells";
import { rowError, spill, type Answer } from "./column";
import { memo } from "./memo";
import { policyOf } from "./policy-argument";
import { namesIn, purchaseColumns, purchaseLedger } from "./purchases";
import { asRange } from "./range";
import { answer } from "./refusal";
import { dayOf } from "./scalar";
import { similarTo } from "./similar";

/**
 * Says in a line why a customer is in its tier: the scores and between which cut-offs they lie, and what would change the tier soonest.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/whytier.html
 * @param customer The customer to explain: one, or a column of them.
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a negative amount is a refund.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param policy The policy: a template, such as "rfm" (if left out), "abc", "vip", "strategic", "adc", "eight-types" or "weighted"; or a cell with a policy's JSON.
 * @param language The language of the line, "en" or "zh"; that of Excel if left out.
 * @returns A line for each customer.
 */
export function WHYTIER(
  customer: unknown[][],
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  policy?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const asked = asRange("customer", customer);
    const asOf = dayOf("as_of", as_of);
    if (!asOf.ok) return asOf;
    const given = policyOf(policy);
    if (!given.ok) return given;
    const by = given.value ?? templates[0];
    if (!by) throw new Error("There are no templates.");
    const columns = purchaseColumns(customers, dates, amounts, null);
    if (!columns.ok) return columns;
    const { ranges, filled, names } = columns.value;
    const key = JSON.stringify(["WHYTIER", asOf.value, by, names]);
    const classified = memo.recall(key, ranges, filled, (cells) =>
      classifiedRows(cells, namesIn(names, spoken), by, asOf.value),
    );
    if (!classified.ok) return classified;
    const cells = cellsOf(asked.cells, asked.filled, asked.columns);
    const answers = Array.from({ length: asked.filled * asked.columns }, (_, at) =>
      lineOf(cellAt(cells, at), classified.value, spoken),
    );
    return ok(spill(answers, asked, spoken));
  });
}

/** A run, where each customer stands in it, and the lines that were asked for before. */
interface Classified {
  readonly run: Run;
  readonly places: ReadonlyMap<string, number>;
  readonly lines: Map<string, string>;
}

function classifiedRows(
  cells: readonly Cells[],
  names: readonly string[],
  policy: Policy,
  asOf: number | null,
): Result<Classified> {
  const ledger = purchaseLedger(cells, names, policy.rows, asOf);
  if (!ledger.ok) return ledger;
  const facts = factsOf(ledger.value, policy);
  const day = ledger.value.asOf === null ? null : isoOf(ledger.value.asOf);
  const assessment = assess(facts, policy, day, null);
  if (!assessment.ok) return assessment;
  return ok({
    run: { ledger: ledger.value, facts, assessment: assessment.value, policy },
    places: new Map(ledger.value.customers.map((customer, at) => [customer, at])),
    lines: new Map(),
  });
}

function lineOf(cell: Cell, { run, places, lines }: Classified, language: Language): Answer {
  if (isErrorCell(cell)) return rowError(cell);
  const id = idOf(cell);
  if (id === "") return "";
  const at = places.get(id);
  if (at === undefined) {
    const params = { customer: id, similar: similarTo(id, run.ledger.customers) };
    const unknown = no("explain.not-found", params);
    return unknown.troubles[0] ?? "";
  }
  const key = `${language}${at}`;
  let line = lines.get(key);
  if (line === undefined) lines.set(key, (line = explainTier(run, at, language)));
  return line;
}
