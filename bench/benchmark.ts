/**
 * One line of the benchmark's table. With a peer, `ratio` is ours ÷ peer and must not exceed `bar`; without one, `ours`
 * itself must not exceed it, in `unit`. A bar of null is a number that is told, not judged.
 */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  readonly ratio: number | null;
  readonly bar: number | null;
  readonly unit: string;
}

/** A benchmark: measures, and gives its rows. What can't be measured here it tells in a sentence and leaves out. */
export interface Benchmark {
  readonly name: string;
  readonly run: (tell: (sentence: string) => void) => Promise<readonly Row[]>;
}

/** A row of ours against a peer's. */
export function against(
  name: string,
  ours: number,
  peerName: string,
  peer: number,
  bar: number | null,
  unit: string,
): Row {
  return { name, ours: rounded(ours), peer: rounded(peer), peerName, ratio: rounded(ours / peer), bar, unit };
}

/** A row of ours against the bar alone. */
export function alone(name: string, ours: number, bar: number | null, unit: string): Row {
  return { name, ours: rounded(ours), peer: null, peerName: null, ratio: null, bar, unit };
}

/** True where a row keeps to its bar. */
export function holds({ ours, ratio, bar }: Row): boolean {
  return bar === null || (ratio ?? ours) <= bar;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
