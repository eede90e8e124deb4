import { existsSync, readFileSync } from "node:fs";
import type { DatedAmounts, PurchaseSummary } from "../../../src/core/value/summary";

/** The folder of public reference data beside the repository; tests that need it are skipped where it is absent. */
const DATA = new URL("../../../../shared/data/", import.meta.url);

/** True where a reference file is there. */
export function hasData(name: string): boolean {
  return existsSync(new URL(name, DATA));
}

/** The lines of a reference file, without its header, cut at commas or spaces, quotes taken off. */
export function dataRows(name: string, header: 0 | 1): string[][] {
  return readFileSync(new URL(name, DATA), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(header)
    .map((line) =>
      line
        .trim()
        .split(/,|\s+/)
        .map((cell) => cell.replaceAll('"', "")),
    );
}

/** The serial day of yyyy, m, d. */
export function serialDay(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

/** The serial day of an ISO date. */
export function serialOf(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return serialDay(year, month, day);
}

/** A purchase as [customer, serial day, amount]. */
export type Purchase = readonly [string, number, number];

/** A log of purchases in cents, customers in the order of their first row, and their ids. */
export function logOf(purchases: readonly Purchase[]): {
  readonly log: DatedAmounts;
  readonly ids: readonly string[];
} {
  const rows = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const own = rows.get(purchase[0]);
    if (own) own.push(purchase);
    else rows.set(purchase[0], [purchase]);
  }
  const sorted = [...rows.values()].map((own) => own.sort((a, b) => a[1] - b[1]));
  const offsets = new Int32Array(sorted.length + 1);
  for (const [at, own] of sorted.entries()) offsets[at + 1] = (offsets[at] ?? 0) + own.length;
  const flat = sorted.flat();
  return {
    log: {
      offsets,
      days: Int32Array.from(flat, ([, day]) => day),
      amounts: Float64Array.from(flat, ([, , amount]) => amount),
      scale: 100,
    },
    ids: [...rows.keys()],
  };
}

/** Columns of a summary as a fit takes them. */
export function summaryOf(
  rows: readonly (readonly [number, number, number, number?])[],
): Pick<PurchaseSummary, "bought" | "x" | "tx" | "T" | "spend"> {
  return {
    bought: new Uint8Array(rows.length).fill(1),
    x: Float64Array.from(rows, ([x]) => x),
    tx: Float64Array.from(rows, ([, tx]) => tx),
    T: Float64Array.from(rows, ([, , T]) => T),
    spend: Float64Array.from(rows, ([, , , spend]) => spend ?? 0),
  };
}

/** The summary of the CDNOW sample as R BTYD 2.4.3 made it: x, t_x and T in exact sevenths of a week, 273 days. */
export const CDNOW = "cdnow_summary.oracle_btyd243.csv";
/** The same in weeks rounded to two digits, with the predictions of Python lifetimes 0.11.3. */
export const LIFETIMES = "cdnow_customers_summary_with_transactions.oracle_lifetimes0113.csv";
/** The purchases themselves (brucehardie.com). */
export const CDNOW_LOG = "CDNOW_sample.txt";
/** UCI Online Retail, a row an invoice after cleaning. */
export const RETAIL = "online_retail.invoices_clean.csv";
