/**
 * The values that count where a measure is cut or normalised: the finite ones, in an array of their own, free to be
 * sorted. NaN, the unknown, is left out.
 */
export function populationOf(values: Float64Array): Float64Array {
  // A loop, as filter() of a typed array takes as long as sorting it.
  const known = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (Number.isFinite(value)) known[count++] = value;
  }
  return known.subarray(0, count);
}
