/** Runs once and says how many milliseconds it took. */
export type Timed = () => Promise<number>;

/**
 * Times `run`. Young garbage is collected before, so that nobody pays for another's; a full collection would also make
 * the engine forget what it learnt of the code.
 */
export function timed(run: () => unknown): Timed {
  return async () => {
    globalThis.gc?.({ type: "minor", execution: "sync" });
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
}

/**
 * The median time of each. They take turns, so that what else the machine does falls on all alike; the first `warmUp`
 * turns don't count.
 */
export async function medianTimes(all: readonly Timed[], runs: number, warmUp = 2): Promise<number[]> {
  const times = all.map((): number[] => []);
  for (let turn = -warmUp; turn < runs; turn++) {
    for (const [at, one] of all.entries()) {
      const time = await one();
      if (turn >= 0) times[at]?.push(time);
    }
  }
  return times.map(median);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
