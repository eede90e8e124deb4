import { buyer, SPAN, type Buyer } from "./buyers";
import type { Random } from "./random";
import type { SampleWords } from "./sample-words";

/** A row of an export of orders. The mess is made of these cells. */
export interface OrderRow {
  readonly order: string;
  /** The serial day of the 1900 system, or a text that is no date. */
  readonly date: number | string;
  readonly customer: string;
  readonly region: string;
  readonly industry: string;
  readonly rep: string;
  /** Currency to the cent, or a text. */
  readonly amount: number | string;
  readonly status: string;
}

/** A row without any mess. */
export interface CleanRow extends OrderRow {
  readonly date: number;
  readonly amount: number;
}

/** 2026-06-30, the last day of the sample. */
export const LAST_DAY = 46203;

/** So many clean rows, by date: customers with their rhythms until there are enough. */
export function orderRows(count: number, random: Random, words: SampleWords): CleanRow[] {
  const purchases: { day: number; lines: readonly number[]; by: Buyer; done: string }[] = [];
  let lines = 0;
  for (let number = 0; lines < count; number++) {
    const by = buyer(number, random, words);
    for (const ago of by.daysAgo) {
      const purchase = {
        day: LAST_DAY - Math.min(ago, SPAN),
        lines: linesOf(amountOf(by, ago, random), random).slice(0, count - lines),
        by,
        done: words.done[random.weighted([80, 8, 8, 4])] ?? "",
      };
      if (purchase.lines.length === 0) break;
      purchases.push(purchase);
      lines += purchase.lines.length;
    }
  }
  purchases.sort((a, b) => a.day - b.day);
  return purchases.flatMap(({ day, lines, by, done }, at) =>
    lines.map((amount) => ({
      order: orderId(at, words),
      date: day,
      customer: by.name,
      region: by.region,
      industry: by.industry,
      rep: by.rep,
      amount,
      status: done,
    })),
  );
}

/** The id of the order with this number. */
export function orderId(number: number, words: SampleWords): string {
  return `${words.orderPrefix}${100001 + number}`;
}

/** Now and then an order has two lines. */
function linesOf(amount: number, random: Random): number[] {
  if (random.next() >= 0.06) return [amount];
  const first = Math.round(amount * random.between(20, 45)) / 100;
  return [first, Math.round((amount - first) * 100) / 100];
}

/** To the cent; every third or so a round sum. */
function amountOf({ size, growth }: Buyer, ago: number, random: Random): number {
  const grown = 1 + (growth - 1) * (1 - ago / 365);
  const exact = Math.max(5, size * Math.max(0.3, grown) * random.between(0.55, 1.6));
  return random.next() < 0.35 ? Math.max(10, Math.round(exact / 10) * 10) : Math.round(exact * 100) / 100;
}
