import type { Policy } from "../src/core/policy/policy";
import type { CompiledGrid } from "../src/core/segments/segment";

/** The types of what has few values: they cross into JavaScript much faster than texts do. */
export function enumTypesSql(types: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(types)
    .map(([name, ids]) => `create type ${name} as enum (${ids.map(quoted).join(", ")})`)
    .join(";\n");
}

/** The segment of each code of R, F and M, as a table to look codes up in. */
export function codeTableSql({ scores, segments, table }: CompiledGrid): string {
  const codes = Array.from(table, (segment, code) => {
    const [r, f, m] = [Math.floor(code / scores ** 2), Math.floor(code / scores) % scores, code % scores];
    return `(${100 * (r + 1) + 10 * (f + 1) + m + 1}, ${quoted(segments[segment] ?? "")})`;
  });
  return `create table grid as select rfm, segment::segment_id as segment from (values ${codes.join(", ")}) as codes (rfm, segment)`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * What `classify` does by the policy `rfm`, from a table `orders` (customer, day INTEGER, amount DECIMAL): statements
 * that make the tables `totals`, `cutoffs` and `classified`, a row a customer. Everything is exact: money is whole
 * cents; cut-offs and shares are compared as integers (five times a quintile of integers is an integer).
 */
export function classifySql({ lifecycle, warnings, atRiskDays }: Policy): string {
  const { churned, dormant, mature } = lifecycle;
  const { window, drop, minPurchases, overdueGaps } = warnings;
  return `
create or replace temp table lines as
select customer, day, (amount * 100)::bigint as cents, count(*) as copies from orders group by all;

create or replace temp table totals as
select max(day) as today, sum(copies)::integer as row_count, sum(cents * copies) / 100 as amount,
  sum(copies - 1)::integer as duplicates
from lines;

create or replace temp table customers as
with days as materialized (
  select customer, day, sum(cents * copies)::bigint as cents, max(cents) >= 0 as bought
  from lines group by customer, day
), money as (
  select customer, sum(cents)::bigint as cents,
    coalesce(sum(cents) filter (day > today - ${atRiskDays}), 0)::bigint as recent,
    coalesce(sum(cents) filter (day > today - ${window}), 0)::bigint as now_cents,
    coalesce(sum(cents) filter (day > today - ${2 * window} and day <= today - ${window}), 0)::bigint as before_cents
  from days, totals group by customer
), gaps as (
  select customer, day, day - lag(day) over (partition by customer order by day) as gap from days where bought
), rhythm as (
  select customer, min(day) as first, max(day) as last, count(*)::integer as frequency,
    median(gap) as own_gap, max(gap) as longest,
    (count(*) filter (day > today - ${window}))::integer as now_purchases,
    (count(*) filter (day > today - ${2 * window} and day <= today - ${window}))::integer as before_purchases
  from gaps, totals group by customer
)
select customer, cents, recent, now_cents, before_cents, first, last, coalesce(frequency, 0) as frequency,
  today - last as recency, today - first as age, longest, now_purchases, before_purchases,
  case when frequency > ${lifecycle.minGaps} then own_gap else ${lifecycle.gap} end as gap
from money left join rhythm using (customer), totals;

create or replace temp table cutoffs as
with fifths as (
  select quantile_cont(recency * 5, [0.2, 0.4, 0.6, 0.8]) as recency,
    quantile_cont(frequency * 5, [0.2, 0.4, 0.6, 0.8]) as frequency,
    quantile_cont(cents * 5, [0.2, 0.4, 0.6, 0.8]) as cents
  from customers where frequency > 0
)
select [round(x)::bigint for x in recency] as rc, [round(x)::bigint for x in frequency] as fc,
  [round(x)::bigint for x in cents] as mc
from fifths;

create or replace temp table classified as
with scored as (
  select *,
    case when frequency = 0 then 1 else
      5 - (recency * 5 > rc[1])::integer - (recency * 5 > rc[2])::integer
        - (recency * 5 > rc[3])::integer - (recency * 5 > rc[4])::integer end as r,
    case when frequency = 0 then 1 else
      1 + (frequency * 5 > fc[1])::integer + (frequency * 5 > fc[2])::integer
        + (frequency * 5 > fc[3])::integer + (frequency * 5 > fc[4])::integer end as f,
    case when frequency = 0 then 1 else
      1 + (cents * 5 > mc[1])::integer + (cents * 5 > mc[2])::integer
        + (cents * 5 > mc[3])::integer + (cents * 5 > mc[4])::integer end as m,
    greatest(${churned.gaps} * gap, ${churned.days}) as churned_limit,
    greatest(${dormant.gaps} * gap, ${dormant.days}) as dormant_limit
  from customers, cutoffs
), shares as (
  select *, sum(greatest(cents, 0)) over (order by cents desc) as held, sum(greatest(cents, 0)) over () as total,
    max(cents) over () as largest
  from scored
), staged as (
  select *,
    case when cents <= 0 then 'C'
      when cents = largest or held * 100 <= total * 70 then 'A'
      when held * 100 <= total * 90 then 'B' else 'C' end as abc,
    case when frequency = 0 then 'prospect'
      when recency > churned_limit then 'churned'
      when recency > dormant_limit then 'dormant'
      when coalesce(longest > churned_limit, false) and recency <= ${lifecycle.recovered} then 'recovered'
      when frequency = 1 or age <= ${lifecycle.new} then 'new'
      when frequency >= ${mature.purchases} and age > ${mature.days} then 'mature'
      else 'growing' end as stage,
    case when frequency = 0 then null
      when recency > churned_limit then 'churned'
      when recency > dormant_limit then 'dormant' else 'active' end as activity
  from shares
)
select customer, first, last, recency, frequency, cents / 100 as monetary, r, f, m, segment, abc::abc_id as abc,
  stage::stage_id as stage, activity::activity_id as activity, gap,
  coalesce(activity <> 'churned' and recency > ${overdueGaps} * gap, false) as overdue,
  coalesce(activity <> 'churned' and before_purchases >= ${minPurchases}
    and now_purchases <= before_purchases * ${drop}, false) as fewer,
  coalesce(activity <> 'churned' and before_purchases >= ${minPurchases} and before_cents > 0
    and now_cents <= before_cents * ${drop}, false) as less,
  recent / 100 as recent,
  (case when r + f + m >= 13.5 then 'A' when r + f + m >= 10.5 then 'B' when r + f + m >= 7.5 then 'C'
    when r + f + m >= 4.5 then 'D' else 'E' end)::tier_id as tier
from staged join grid on grid.rfm = 100 * r + 10 * f + m`;
}

/** The customers in the order of a result. Where customers are numbers, their names are joined in. */
export function customersSql(named: boolean): string {
  return named
    ? `select names.name as customer, classified.* exclude (customer)
       from classified join names using (customer) order by monetary desc, names.name`
    : `from classified order by monetary desc, customer`;
}

/** The tiers in sum, best first. Money at risk is that of the dormant, and of the active with a warning. */
export const TIERS_SQL = `
select tier::varchar as tier, count(*)::integer as customers, sum((monetary * 100)::bigint) / 100 as monetary,
  sum(frequency)::integer as purchases, count(*) filter (frequency >= 2) / count(*) filter (frequency >= 1) as repeat_rate,
  (count(*) filter (at_risk))::integer as at_risk,
  coalesce(sum((recent * 100)::bigint) filter (at_risk), 0) / 100 as revenue_at_risk
from (
  select *, coalesce(activity = 'dormant' or (activity = 'active' and (overdue or fewer or less)), false) as at_risk
  from classified
) group by tier order by tier`;

/** Rows, money and duplicates of the input, and the cut-offs. */
export const TOTALS_SQL = `
select row_count, amount, duplicates, [x / 5 for x in rc] as recency, [x / 5 for x in fc] as frequency,
  [x / 500 for x in mc] as monetary
from totals, cutoffs`;
