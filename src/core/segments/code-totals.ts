import { codeIndex } from "./pattern";

/** Customers and their money by code; the place of a code is `codeIndex(r, f, m, scores)`. */
export interface CodeTotals {
  readonly scores: number;
  /** `scores`³ entries. */
  readonly customers: readonly number[];
  /** Currency, to the cent. */
  readonly monetary: readonly number[];
}

/**
 * Sums customers by the code of their scores, 1 to `scores` each. Who has no score, or one that is not of such a grid,
 * is left out; null where that is everybody.
 */
export function codeTotals(
  scores: number,
  { r, f, m }: { readonly r: Uint8Array; readonly f: Uint8Array; readonly m: Uint8Array },
  monetary: Float64Array,
): CodeTotals | null {
  const customers = new Array<number>(scores ** 3).fill(0);
  const cents = new Array<number>(scores ** 3).fill(0);
  let any = false;
  for (let at = 0; at < r.length; at++) {
    const [ri = 0, fi = 0, mi = 0] = [r[at], f[at], m[at]];
    if (Math.min(ri, fi, mi) < 1 || Math.max(ri, fi, mi) > scores) continue;
    any = true;
    const code = codeIndex(ri, fi, mi, scores);
    customers[code] = (customers[code] ?? 0) + 1;
    cents[code] = (cents[code] ?? 0) + Math.round((monetary[at] || 0) * 100);
  }
  return any ? { scores, customers, monetary: cents.map((sum) => sum / 100) } : null;
}
