/** A function of several variables that also gives its gradient, which it writes over. */
export type Ascent = (at: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Maximum {
  readonly at: Float64Array;
  readonly value: number;
  /** What the search learnt of the curvature, for a search that goes on from here; null where it learnt nothing. */
  readonly inverse: readonly Float64Array[] | null;
  /**
   * True when going on can't raise the value by more than the tolerance. Where the search met a bound, only if leaving
   * the bounds couldn't either: a likelihood that still rises there has no maximum.
   */
  readonly converged: boolean;
}

const MOST_STEPS = 200;
const MOST_TRIES = 25;
/** So many steps in a row that gain nothing end the search. */
const MOST_IDLE = 4;
/** No variable moves further than this in one step. */
const LONGEST = 3;
/** The search ends where a quadratic model expects less than this from another step. */
const TOLERANCE = 1e-8;
/** A slope below this share of the value is none: to double a variable would not change what the value says. */
const FLAT = 1e-6;
/** What a value of very many terms loses by rounding, as a share of it: no smaller difference means anything. */
const ROUNDING = 1e-13;

/**
 * The maximum of a smooth function within bounds, by BFGS with a line search for the weak Wolfe conditions (Nocedal &
 * Wright 2006, §6.1; Lewis & Overton 2013); variables at a bound and pushed outwards rest. Ends after 200 steps at the
 * latest. `known` is what an earlier search, of a function much like this one, learnt of the curvature.
 */
export function maximise(
  f: Ascent,
  start: ArrayLike<number>,
  low: Float64Array,
  high: Float64Array,
  known: readonly Float64Array[] | null = null,
): Maximum {
  const n = start.length;
  const clamp = (value: number, i: number): number => Math.min(Math.max(value, low[i] ?? 0), high[i] ?? 0);
  let at = Float64Array.from(start, clamp);
  let slope = new Float64Array(n);
  let value = f(at, slope);
  if (!Number.isFinite(value)) return { at, value: -Infinity, inverse: null, converged: false };
  let inverse = known === null ? identity(n) : known.map((row) => row.slice());
  let fresh = known === null;
  let idle = 0;
  let free = freeOf(at, slope, low, high);
  for (let step = 0; step < MOST_STEPS; step++) {
    // What was learnt of the curvature with other variables free misleads: begin anew.
    const before = free;
    free = freeOf(at, slope, low, high);
    if (free.some((one, i) => one !== before[i])) {
      inverse = identity(n);
      fresh = true;
    }
    let direction = ascend(inverse, slope, free);
    let gain = dot(direction, slope);
    if (!(gain > 0) && !fresh) {
      inverse = identity(n);
      fresh = true;
      direction = ascend(inverse, slope, free);
      gain = dot(direction, slope);
    }
    if (fresh) direction = direction.map((d) => d / Math.max(1, steepest(slope, free)));
    else if (gain < 2 * Math.max(TOLERANCE, ROUNDING * Math.abs(value))) break;
    if (steepest(slope, free) <= ROUNDING * (1 + Math.abs(value))) break;
    const reach = LONGEST / Math.max(LONGEST, ...direction.map(Math.abs));
    const found = lineSearch(f, at, value, slope, direction, reach, clamp);
    if (found === null) {
      if (fresh) break;
      inverse = identity(n);
      fresh = true;
      continue;
    }
    update(inverse, found.at, at, found.slope, slope, fresh);
    fresh = false;
    idle = found.value - value > Math.max(TOLERANCE, ROUNDING * Math.abs(value)) ? 0 : idle + 1;
    ({ at, value, slope } = found);
    if (idle === MOST_IDLE) break;
  }
  free = freeOf(at, slope, low, high);
  const atBound = free.map((one) => 1 - one);
  const level = FLAT * (1 + Math.abs(value));
  const enough = 100 * Math.max(TOLERANCE, ROUNDING * Math.abs(value));
  const settled = fresh || idle === MOST_IDLE || 0.5 * dot(ascend(inverse, slope, free), slope) < enough;
  const converged =
    settled &&
    steepest(slope, free) <= Math.max(level, fresh ? 1e-4 : 1e-2) &&
    steepest(slope, atBound) <= Math.max(level, 1e-4);
  return { at, value, inverse: fresh ? null : inverse, converged };
}

/** 1 for each variable that may move uphill, 0 for those at a bound and pushed outwards. */
function freeOf(at: Float64Array, slope: Float64Array, low: Float64Array, high: Float64Array): Float64Array {
  return at.map((x, i) => (((slope[i] ?? 0) > 0 ? x < (high[i] ?? 0) : x > (low[i] ?? 0)) ? 1 : 0));
}

interface Found {
  readonly at: Float64Array<ArrayBuffer>;
  readonly value: number;
  readonly slope: Float64Array<ArrayBuffer>;
}

function lineSearch(
  f: Ascent,
  from: Float64Array,
  value: number,
  slope: Float64Array,
  direction: Float64Array,
  reach: number,
  clamp: (value: number, i: number) => number,
): Found | null {
  let short = 0;
  let long = Infinity;
  let best: Found | null = null;
  let length = reach;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const at = from.map((x, i) => clamp(x + length * (direction[i] ?? 0), i));
    const moved = at.map((x, i) => x - (from[i] ?? 0));
    const promised = dot(moved, slope);
    const newSlope = new Float64Array(from.length);
    const newValue = f(at, newSlope);
    if (!(newValue > value + 1e-4 * promised - ROUNDING * Math.abs(value))) {
      long = length;
    } else {
      best = { at, value: newValue, slope: newSlope };
      if (dot(moved, newSlope) <= 0.9 * promised || length >= reach * 0.999) return best;
      short = length;
    }
    length = long < Infinity ? 0.5 * (short + long) : Math.min(reach, 2 * length);
  }
  return best;
}

/** The BFGS update of the inverse of the negative Hessian; the first one also sets its scale. */
function update(
  inverse: Float64Array[],
  at: Float64Array,
  before: Float64Array,
  slope: Float64Array,
  slopeBefore: Float64Array,
  fresh: boolean,
): void {
  const moved = at.map((x, i) => x - (before[i] ?? 0));
  const bent = slope.map((g, i) => (slopeBefore[i] ?? 0) - g);
  const curvature = dot(moved, bent);
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) return;
  if (fresh) {
    const scale = curvature / dot(bent, bent);
    for (const [i, row] of inverse.entries()) row.fill(0)[i] = scale;
  }
  const image = Float64Array.from(inverse, (row) => dot(row, bent));
  const factor = (1 + dot(bent, image) / curvature) / curvature;
  for (const [i, row] of inverse.entries()) {
    for (let j = 0; j < row.length; j++) {
      const [mi, mj] = [moved[i] ?? 0, moved[j] ?? 0];
      row[j] = (row[j] ?? 0) + factor * mi * mj - ((image[i] ?? 0) * mj + mi * (image[j] ?? 0)) / curvature;
    }
  }
}

function ascend(inverse: readonly Float64Array[], slope: Float64Array, free: Float64Array): Float64Array {
  const masked = slope.map((g, i) => g * (free[i] ?? 0));
  return Float64Array.from(inverse, (row, i) => (free[i] ?? 0) * dot(row, masked));
}

function identity(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
}

function steepest(slope: Float64Array, free: Float64Array): number {
  return slope.reduce((most, g, i) => Math.max(most, Math.abs(g) * (free[i] ?? 0)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
