import type { Language } from "../src/core/language/language";
import { ok, type Result } from "../src/core/language/message";
import type { Cells } from "../src/core/ledger/cells";
import { templates } from "../src/core/policy/templates";
import { rfmCode, rfmScores, type RfmMeasures, type RfmScores } from "../src/core/scoring/rfm";
import { grids, type Grid } from "../src/core/segments/grids";
import { compileGrid, segments } from "../src/core/segments/segment";
import { memo } from "./memo";
import { idCells, namesIn, purchaseColumns, purchaseLedger } from "./purchases";
import { answer } from "./refusal";
import { say } from "./say";
import { dayOf, flagOf, wholeOf } from "./scalar";
import { segmentName } from "./segment";

/**
 * Scores customers by recency, frequency and money from their purchases, and names each one's segment.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/rfm.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a negative amount is a refund.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param orders The column of order numbers: the lines of one order are one purchase. If left out, a customer's rows of one day are.
 * @param bins How many scores R, F and M have, from 2 to 9; 5 if left out. Segments are named for 5 and for 3.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers and segments, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: customer, recency in days, frequency, monetary, R, F, M, code, segment.
 */
export function RFM(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  orders?: unknown[][],
  bins?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const asOf = dayOf("as_of", as_of);
    if (!asOf.ok) return asOf;
    const scores = wholeOf("bins", bins, { least: 2, most: 9, otherwise: 5 });
    if (!scores.ok) return scores;
    const headed = flagOf("headers", headers, true);
    if (!headed.ok) return headed;
    const columns = purchaseColumns(customers, dates, amounts, orders);
    if (!columns.ok) return columns;
    const { ranges, filled, firstRow, names } = columns.value;
    const key = JSON.stringify(["RFM", asOf.value, scores.value, firstRow, names, spoken]);
    const scored = memo.recall(key, ranges, filled, (cells) =>
      scoredCustomers(cells, namesIn(names, spoken), firstRow, asOf.value, scores.value),
    );
    if (!scored.ok) return scored;
    return ok(tableOf(scored.value, headed.value, spoken));
  });
}

/** What is kept of customers: their measures and scores. Labels are said anew. */
interface ScoredCustomers {
  readonly measures: RfmMeasures;
  readonly scores: RfmScores;
  /** Ids of segments, and an index into them a customer; null where scores of this number have no grid. */
  readonly segments: readonly string[] | null;
  readonly segment: Int16Array;
  /** The customers as cells: a number where the column had a number. */
  readonly ids: readonly (string | number)[];
}

/** The grid of so many scores, as the templates have it for 5; null where there is none. */
function gridOfScores(scores: number): Grid | null {
  return { 3: grids.klaviyo, 5: grids.classic }[scores] ?? null;
}

function scoredCustomers(
  cells: readonly Cells[],
  names: readonly string[],
  firstRow: number,
  asOf: number | null,
  bins: number,
): Result<ScoredCustomers> {
  const [policy] = templates;
  if (!policy) throw new Error("There are no templates.");
  const ledger = purchaseLedger(cells, names, policy.rows, asOf, firstRow);
  if (!ledger.ok) return ledger;
  const rule = { method: "quantile", bins } as const;
  const { boundary } = policy.scores;
  const scores = rfmScores(ledger.value, { recency: rule, frequency: rule, monetary: rule, boundary });
  const grid = gridOfScores(bins);
  const compiled = grid ? compileGrid(grid) : null;
  if (compiled && !compiled.ok) return compiled;
  const { customers, recency, frequency, monetary } = ledger.value;
  return ok({
    measures: { recency, frequency, monetary },
    scores,
    segments: compiled?.value.segments ?? null,
    segment: compiled
      ? segments(scores.r, scores.f, scores.m, compiled.value)
      : new Int16Array(customers.length),
    ids: idCells(customers, cells[0] ?? []),
  });
}

const HEADERS = [
  "column.customer",
  "column.recency",
  "column.frequency",
  "column.monetary",
  "column.r",
  "column.f",
  "column.m",
  "column.rfm",
  "column.segment",
] as const;

function tableOf(scored: ScoredCustomers, headed: boolean, language: Language): unknown[][] {
  const { measures, scores, ids } = scored;
  const labels = scored.segments?.map((segment) => segmentName(segment, language)) ?? null;
  const rows: unknown[][] = headed ? [HEADERS.map((code) => say({ code }, language))] : [];
  for (let at = 0; at < ids.length; at++) {
    const [r = 1, f = 1, m = 1] = [scores.r[at], scores.f[at], scores.m[at]];
    const recency = measures.recency[at] ?? NaN;
    const monetary = measures.monetary[at] ?? 0;
    rows.push([
      ids[at],
      Number.isNaN(recency) ? "" : recency,
      measures.frequency[at] ?? 0,
      // A sum too large for a number is #NUM!, as in Excel.
      Number.isFinite(monetary)
        ? monetary
        : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber),
      r,
      f,
      m,
      rfmCode(r, f, m),
      labels?.[scored.segment[at] ?? -1] ?? "",
    ]);
  }
  return rows;
}
