import { fromInteger, scaleOf, toInteger } from "./exact";

/**
 * The cut-offs that divide sorted values into `bins` parts of equal size: quantiles of type 7 in the numbering of
 * Hyndman & Fan (1996, "Sample quantiles in statistical packages"), the default of R, and Excel's PERCENTILE.INC.
 *
 * The k-th lies at index (n − 1)k / bins of the sorted values and is interpolated where that is no whole number. Index
 * and interpolation are computed in integers: four fifths of 254 and 1 of 258 are 254.8, not 254.79999999999998.
 */
export function quantileCutoffs(sorted: Float64Array, bins: number): number[] {
  if (sorted.length === 0) return [];
  return Array.from({ length: bins - 1 }, (_, k) => {
    const position = (sorted.length - 1) * (k + 1);
    const remainder = position % bins;
    const index = (position - remainder) / bins;
    const low = sorted[index] ?? 0;
    const high = sorted[index + 1] ?? low;
    return interpolate(low, high, remainder, bins);
  });
}

/** The point `part` / `parts` of the way from low to high. */
function interpolate(low: number, high: number, part: number, parts: number): number {
  if (part === 0 || low === high) return low;
  const scale = scaleOf([low, high]);
  const a = BigInt(toInteger(low, scale)) * BigInt(parts - part);
  const b = BigInt(toInteger(high, scale)) * BigInt(part);
  return Math.min(high, Math.max(low, fromInteger(a + b, parts, scale)));
}
