/** Runs once and says how many milliseconds it took. */
export type Timed = () => Promise<number>;

/**
 * Times `run` on an input that is made afresh before each run and isn't counted. Young garbage is collected in between,
 * so that nobody pays for the input's; a full collection would also make the engine forget what it learnt of the code.
 */
export function timed<Input>(prepare: () => Input, run: (input: Input) => unknown): Timed {
  return async () => {
    const input = prepare();
    globalThis.gc?.({ type: "minor", execution: "sync" });
    const start = performance.now();
    await run(input);
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
