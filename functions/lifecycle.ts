import { no, ok, type Result, type Trouble } from "../src/core/language/message";
import { cellAt, ReadState, type Cells } from "../src/core/ledger/cells";
import { isoOf, readDates } from "../src/core/ledger/dates";
import { rhythmFromSums, type Rhythm } from "../src/core/lifecycle/rhythm";
import { ACTIVITIES, activityOf, STAGES, stageOf } from "../src/core/lifecycle/stages";
import { rowError, spill, type Answer } from "./column";
import { lifecycleRulesOf } from "./lifecycle-rules";
import { memo } from "./memo";
import { asRange, placeIn, rangeOf, shapeOf, type Range } from "./range";
import { answer } from "./refusal";
import { say } from "./say";
import { dayOf, sayCell } from "./scalar";
import { valuesOf, type ValuesRead } from "./values";

/**
 * Names the stage of customers in their lifecycle, from the first and the last purchase and how many there were.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/lifecycle.html
 * @param first The day of the first purchase: one date or a column; a blank is not known.
 * @param last The day of the last purchase: one date or a column of the same height.
 * @param count The number of purchases: one number or a column of the same height; 0 is a prospect.
 * @param as_of The day to count from; the latest day in last if left out. For a single customer always give it.
 * @param rules Rules other than the usual ones: a range of two columns, a name such as churned_days and its number a row.
 * @param language The language of the stages, "en" or "zh"; that of Excel if left out.
 * @returns The stages, in the shape of the dates: prospect, churned, dormant, new, mature or growing. Sums can't tell who was lost and came back.
 */
export function LIFECYCLE(
  first: unknown[][],
  last: unknown[][],
  count: unknown[][],
  as_of?: unknown,
  rules?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const ranges = [asRange("first", first), asRange("last", last), asRange("count", count)] as const;
    const shape = shapeOf(ranges);
    if (!shape.ok) return shape;
    const day = dayOf("as_of", as_of);
    if (!day.ok) return day;
    const limits = lifecycleRulesOf(rules);
    if (!limits.ok) return limits;
    const labels = labelsOf(STAGES, (stage) => say({ code: `label.stage.${stage}` }, spoken));
    const key = JSON.stringify(["LIFECYCLE", day.value, limits.value, spoken]);
    const { filled, columns } = shape.value;
    const answers = memo.recall(
      key,
      ranges,
      filled,
      ([firsts = [], lasts = [], counts = []]): Result<Answer[]> => {
        const begins = daysOf(firsts, ranges[0]);
        const ends = daysOf(lasts, ranges[1]);
        const times = { range: ranges[2], read: valuesOf(counts) };
        const asOf = asOfDay(day.value, ends);
        if (!asOf.ok) return asOf;
        return ok(
          Array.from({ length: filled * columns }, (_, at): Answer => {
            const from = begins.at(at);
            const to = ends.at(at);
            const number = countAt(times, at);
            if (from === null && to === null && number === "") return "";
            for (const one of [from, to, number]) if (typeof one === "object" && one !== null) return one;
            if (number === "" || (typeof number === "number" && number < 0))
              return { code: "function-row-count" };
            const purchases = Number(number);
            if (purchases === 0) return labels.prospect;
            if (typeof to !== "number") return { code: "function-row-last" };
            if (asOf.value !== null && to > asOf.value) return afterAsOf(to, asOf.value);
            if (typeof from === "number" && from > to) return { code: "function-row-first" };
            const begun = typeof from === "number" ? from : 0;
            const today = asOf.value ?? to;
            const rhythm = rhythmFromSums(begun, to, purchases, limits.value);
            const stage = stageOf(rhythm, today - to, today, limits.value);
            return stage === null ? "" : labels[stage];
          }),
        );
      },
    );
    return answers.ok ? ok(spill(answers.value, shape.value, spoken)) : answers;
  });
}

/**
 * Says whether customers are active, dormant or churned, from the day of their last purchase.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/activity.html
 * @param last The day of the last purchase: one date or a column. A blank gives a blank.
 * @param as_of The day to count from; the latest day in last if left out. For a single customer always give it.
 * @param gap The usual days between purchases: one number for all, or a column of the same height; 90 if left out or blank.
 * @param rules Rules other than the usual ones: a range of two columns, a name such as churned_days and its number a row.
 * @param language The language of the answer, "en" or "zh"; that of Excel if left out.
 * @returns Active, Dormant or Churned, in the shape of the dates.
 */
export function ACTIVITY(
  last: unknown[][],
  as_of?: unknown,
  gap?: unknown[][],
  rules?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const lastRange = asRange("last", last);
    const gapRange = rangeOf("gap", gap);
    const shape = shapeOf(gapRange ? [lastRange, gapRange] : [lastRange]);
    if (!shape.ok) return shape;
    const day = dayOf("as_of", as_of);
    if (!day.ok) return day;
    const limits = lifecycleRulesOf(rules);
    if (!limits.ok) return limits;
    const labels = labelsOf(ACTIVITIES, (activity) => say({ code: `label.activity.${activity}` }, spoken));
    const key = JSON.stringify(["ACTIVITY", day.value, limits.value, spoken]);
    const { filled, columns } = shape.value;
    const answers = memo.recall(
      key,
      [lastRange, gapRange],
      filled,
      ([lasts = [], gaps = []]): Result<Answer[]> => {
        const ends = daysOf(lasts, lastRange);
        const own = gapRange ? { range: gapRange, read: valuesOf(gaps) } : null;
        const asOf = asOfDay(day.value, ends);
        if (!asOf.ok) return asOf;
        return ok(
          Array.from({ length: filled * columns }, (_, at): Answer => {
            const to = ends.at(at);
            if (to === null) return "";
            const days = own ? countAt(own, at) : "";
            for (const one of [to, days]) if (typeof one === "object") return one;
            if (typeof to !== "number") return "";
            if (asOf.value !== null && to > asOf.value) return afterAsOf(to, asOf.value);
            if (typeof days === "number" && days < 0)
              return { code: "function-row-gap", params: { gap: days } };
            const known = typeof days === "number" && days > 0;
            const rhythm: Rhythm = {
              first: 0,
              last: to,
              purchases: NaN,
              gap: known ? days : limits.value.gap,
              own: known,
              cameBack: false,
            };
            const activity = activityOf(rhythm, (asOf.value ?? to) - to, limits.value);
            return activity === null ? "" : labels[activity];
          }),
        );
      },
    );
    return answers.ok ? ok(spill(answers.value, shape.value, spoken)) : answers;
  });
}

/** The label of each id, said once. */
function labelsOf<Id extends string>(ids: readonly Id[], label: (id: Id) => string) {
  return Object.fromEntries(ids.map((id) => [id, label(id)])) as Readonly<Record<Id, string>>;
}

/** A range's cells read as dates. */
interface DaysRead {
  /** The latest and the earliest day; null where none could be read. */
  readonly latest: number | null;
  readonly earliest: number | null;
  /** The day at a place of the common shape; null for a blank, a trouble for what is no date. */
  readonly at: (at: number) => number | null | Trouble;
}

/** Reads cells as the core reads dates. A 0, as some hosts hand over a blank, is no date but a blank. */
function daysOf(cells: Cells, range: Range): DaysRead {
  const { days, state, undecided } = readDates(cells, { order: null, dateSystem: 1900 });
  let latest: number | null = null;
  let earliest: number | null = null;
  for (let at = 0; at < days.length; at++) {
    if (state[at] !== ReadState.Read) continue;
    const day = days[at] ?? 0;
    if (latest === null || day > latest) latest = day;
    if (earliest === null || day < earliest) earliest = day;
  }
  const at = (place: number): number | null | Trouble => {
    const row = placeIn(range, place);
    if (state[row] === ReadState.Read) return days[row] ?? 0;
    const cell = cellAt(cells, row);
    if (state[row] === ReadState.ErrorCell) return rowError(cell);
    if (state[row] === ReadState.Blank || state[row] === undefined || cell === 0) return null;
    const code = undecided && typeof cell === "string" ? "function-row-date-order" : "function-row-date";
    return { code, params: { value: sayCell(cell) } };
  };
  return { latest, earliest, at };
}

/** The as-of date: as given, else the latest day; refused where it lies before all days. */
function asOfDay(given: number | null, { latest, earliest }: DaysRead): Result<number | null> {
  if (given !== null && earliest !== null && given < earliest)
    return no("as-of-before-data", { asOf: isoOf(given), earliest: isoOf(earliest) });
  return ok(given ?? latest);
}

function afterAsOf(day: number, asOf: number): Trouble {
  return { code: "function-row-after", params: { day: isoOf(day), asOf: isoOf(asOf) } };
}

/** The number at a place of the common shape, "" for a blank, a trouble for what is no number. */
function countAt({ range, read }: { readonly range: Range; readonly read: ValuesRead }, at: number): Answer {
  const place = placeIn(range, at);
  const value = read.known[place] ?? NaN;
  return Number.isNaN(value) ? (place < read.known.length ? read.row(place) : "") : value;
}
