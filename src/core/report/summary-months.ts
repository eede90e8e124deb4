import type { Classification } from "../classify";
import { say, type Message } from "../language/message";
import { civilOf } from "../ledger/dates";
import { customersByMonth } from "../lifecycle/months";
import { moneyByMonth } from "../lifecycle/money-by-month";
import { tierLabel } from "../tiers/labels";
import type { ReportChart, ReportColumn, ReportSeries, ReportTable } from "./report";
import {
  centsOf,
  chartNamed,
  columnOf,
  headingAt,
  lineAt,
  PAGE_COLUMNS,
  seriesOf,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { NO_TIER_COLOUR, PLAIN_COLOUR, RISK_COLOUR, tierColours } from "./tier-colours";

/** A year and the month a year ago: enough to see a season, few enough to read. */
const MOST_MONTHS = 13;
/** Months without a purchase after which a customer counts as lost. */
const SILENT_MONTHS = 2;
/** The page has room for so many columns of tiers; further ones are summed. */
const MOST_TIERS = 5;

const MOVES = ["new", "returning", "recovered", "lost"] as const;

/** A row of the months table. The sums of `tiers` over all rows are those of the tiers, to the cent. */
export interface SummaryMonth {
  /** `2011-12`; null for the sum of all months before the first that is shown. */
  readonly month: string | null;
  /** By tier as the summary has them; those beyond the page's room together in the last. */
  readonly tiers: readonly number[];
  readonly total: number;
  readonly new: number | null;
  readonly returning: number | null;
  readonly recovered: number | null;
  /** null, too, of a month that isn't over. */
  readonly lost: number | null;
  /** The day of the as-of date where the month isn't over then; null otherwise. */
  readonly to: number | null;
}

/** The last months of a result, and what was before them in one row; null where purchases aren't known. */
function monthsOf(result: Classification): SummaryMonth[] | null {
  const { ledger, assessment, tiers, policy } = result;
  const { log, asOf } = ledger;
  if (!log || asOf === null) return null;
  const shown = tiersShown(result);
  const placeOf = new Map(tiers.map(({ tier }, at) => [tier, Math.min(at, shown - 1)]));
  const group = Int32Array.from(
    assessment.tier,
    (tier) => placeOf.get(policy.tiers.list[tier]?.id ?? null) ?? -1,
  );
  const money = new Map(
    moneyByMonth(log, ledger.monetary, group, shown).map((month) => [keyOf(month), month.money] as const),
  );
  const moves = new Map(
    customersByMonth(log, asOf, SILENT_MONTHS).map((month) => [keyOf(month), month] as const),
  );
  // Months have no gaps in either list; a refund may come before the first purchase, and the as-of date after the last.
  const all = [...new Set([...money.keys(), ...moves.keys()])].sort();
  const rowOf = (months: readonly string[], month: string | null): SummaryMonth => {
    const cents = new Float64Array(shown);
    for (const key of months) {
      money.get(key)?.forEach((sum, at) => (cents[at] = (cents[at] ?? 0) + centsOf(sum)));
    }
    const own = month === null ? undefined : moves.get(month);
    const goesOn = own?.ended === false;
    const moved = Object.fromEntries(
      MOVES.map((move) => [move, month === null || (move === "lost" && goesOn) ? null : (own?.[move] ?? 0)]),
    ) as Pick<SummaryMonth, (typeof MOVES)[number]>;
    return {
      month,
      to: goesOn ? civilOf(asOf).day : null,
      tiers: Array.from(cents, (sum) => sum / 100),
      total: cents.reduce((sum, one) => sum + one, 0) / 100,
      ...moved,
    };
  };
  const earlier = all.slice(0, -MOST_MONTHS);
  return [
    ...(earlier.length > 0 ? [rowOf(earlier, null)] : []),
    ...all.slice(-MOST_MONTHS).map((month) => rowOf([month], month)),
  ];
}

function keyOf({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

function tiersShown({ tiers }: Classification): number {
  return Math.min(tiers.length, MOST_TIERS + (tiers.length === MOST_TIERS + 1 ? 1 : 0));
}

/** Months in a table, with two charts of it over it. */
export function summaryMonths(input: SummaryInput): SummarySection | null {
  const { result, language } = input;
  const months = monthsOf(result);
  if (!months || months.length === 0) return null;
  const { tiers, policy } = result;
  const shown = tiersShown(result);
  const chartRows = 17;
  const top = 2 + chartRows + 1;
  const label = (at: number) =>
    at === shown - 1 && shown < tiers.length
      ? say({ code: "summary.column.other-tiers" }, language)
      : tierLabel(tiers[at]?.tier ?? null, policy, language);
  const money = (id: string, header: string, values: readonly (number | null)[]): ReportColumn => ({
    id,
    header,
    format: "money",
    width: 12,
    values,
  });
  const table: ReportTable = {
    kind: "table",
    name: "SummaryMonths",
    rowCount: months.length,
    plain: true,
    place: { row: top, column: 0 },
    columns: [
      columnOf(
        "month",
        "summary.column.month",
        "text",
        months.map(({ month, to }) => {
          if (month === null) return say({ code: "summary.months.earlier" }, language);
          return to === null
            ? month
            : say(
                { code: "summary.months.to", params: { date: `${month}-${String(to).padStart(2, "0")}` } },
                language,
              );
        }),
        language,
        // Two columns of the page, where tiers leave them.
        Math.max(1, Math.min(2, PAGE_COLUMNS - shown - 1 - MOVES.length)),
      ),
      ...Array.from({ length: shown }, (_, at) =>
        money(
          `tier${at + 1}`,
          label(at),
          months.map((month) => month.tiers[at] ?? 0),
        ),
      ),
      money(
        "total",
        say({ code: "summary.column.total" }, language),
        months.map(({ total }) => total),
      ),
      ...MOVES.map((move) =>
        columnOf(
          move,
          `summary.column.${move}`,
          "integer",
          months.map((month) => month[move]),
          language,
        ),
      ),
    ],
  };
  const from = months[0]?.month === null ? 1 : 0;
  const values = (column: string) => ({
    table: "SummaryMonths",
    column,
    from,
    count: months.length - from,
  });
  const colours = tierColours(policy.tiers.list.length);
  const half = PAGE_COLUMNS / 2;
  const chart = (
    id: "months" | "movement",
    kind: ReportChart["kind"],
    column: number,
    series: readonly ReportSeries[],
  ): ReportChart => ({
    ...chartNamed(id, language),
    kind,
    categories: values("month"),
    series,
    format: id === "months" ? "money" : "integer",
    place: { row: 2, column },
    rows: chartRows,
    columns: half,
  });
  const lines: Message[] = [{ code: "summary.months.line", params: { months: SILENT_MONTHS } }];
  const going = months.find(({ to }) => to !== null);
  if (going) lines.push({ code: "summary.months.going-on", params: { month: going.month ?? "" } });
  const moveColours = { new: PLAIN_COLOUR, returning: "12355B", recovered: "5AA469", lost: RISK_COLOUR };
  return {
    rows: top + 1 + months.length + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.months" }, language), lineAt(1, lines, language), table],
    charts: [
      chart(
        "months",
        "stacked-column",
        0,
        Array.from({ length: shown }, (_, at) => ({
          name: label(at),
          values: values(`tier${at + 1}`),
          colour: (tiers[at]?.tier === null ? NO_TIER_COLOUR : (colours[at] ?? NO_TIER_COLOUR)).fill,
        })),
      ),
      chart(
        "movement",
        "line",
        half,
        MOVES.map((move) => seriesOf(`summary.column.${move}`, values(move), moveColours[move], language)),
      ),
    ],
  };
}
