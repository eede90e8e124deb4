import type { Classification } from "../classify";

/** Customers with at least two purchases ÷ customers with at least one, 0–1; 0 where nobody bought. */
export function repeatRateOf({ facts }: Classification): number {
  let once = 0;
  let twice = 0;
  for (const purchases of facts.frequency) {
    if (purchases >= 1) once++;
    if (purchases >= 2) twice++;
  }
  return once === 0 ? 0 : twice / once;
}
