import type { CustomerLog } from "../ledger/purchases";
import type { WarningRules } from "./lifecycle-rules";
import type { Rhythm } from "./rhythm";

/** 流失预警: a rule that a customer broke, and the numbers that show it. Money is in currency, times in days. */
export type Warning =
  | { readonly rule: "overdue"; readonly recency: number; readonly gap: number }
  | {
      readonly rule: "fewer-purchases";
      readonly now: number;
      readonly before: number;
      readonly window: number;
    }
  | { readonly rule: "less-money"; readonly now: number; readonly before: number; readonly window: number }
  | { readonly rule: "satisfaction-down"; readonly now: number; readonly before: number };

/** What a customer did in the days (from, to]: purchases begun, and money net of refunds. */
export function activityBetween(
  log: CustomerLog,
  from: number,
  to: number,
): { purchases: number; money: number } {
  const { days, amounts, begins, scale } = log;
  let purchases = 0;
  let units = 0;
  // From the latest day back, as the days asked for are the last ones.
  for (let at = log.to - 1; at >= log.from; at--) {
    const day = days[at] ?? 0;
    if (day <= from) break;
    if (day > to) continue;
    purchases += begins[at] ?? 0;
    units += Math.round((amounts[at] ?? 0) * scale);
  }
  return { purchases, money: Math.round((units / scale) * 100) / 100 };
}

/**
 * The warnings of a customer that hasn't churned: overdue by its own rhythm; purchases or money of the last window at
 * most the policy's share of the window before. Without a log (a customer table) only the first can be told.
 */
export function warningsOf(
  rhythm: Rhythm,
  recency: number,
  log: CustomerLog | null,
  asOf: number | null,
  rules: WarningRules,
): Warning[] {
  const warnings: Warning[] = [];
  if (recency > rules.overdueGaps * rhythm.gap) warnings.push({ rule: "overdue", recency, gap: rhythm.gap });
  if (!log || asOf === null) return warnings;
  const { window } = rules;
  const before = activityBetween(log, asOf - 2 * window, asOf - window);
  if (before.purchases < rules.minPurchases) return warnings;
  const now = activityBetween(log, asOf - window, asOf);
  if (now.purchases <= before.purchases * rules.drop) {
    warnings.push({ rule: "fewer-purchases", now: now.purchases, before: before.purchases, window });
  }
  if (before.money > 0 && now.money <= before.money * rules.drop) {
    warnings.push({ rule: "less-money", now: now.money, before: before.money, window });
  }
  return warnings;
}
