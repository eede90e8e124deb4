import { sayNumber, type Message } from "../language/message";
import type { Boundary } from "./cutoffs";

/** The values of a score, in words: cut-offs ascending, the score counted from the lowest values. */
export function rangeOf(cutoffs: readonly number[], score: number, boundary: Boundary): Message {
  const from = cutoffs[score - 2];
  const to = cutoffs[score - 1];
  const shown = (value: number) => sayNumber(value, 4);
  if (from === undefined && to === undefined) return { code: "text.nobody" };
  if (from !== undefined && from === to) return { code: "text.nobody" };
  if (from === undefined) {
    return { code: boundary === "upper" ? "text.up-to" : "text.below", params: { to: shown(to ?? 0) } };
  }
  if (to === undefined) {
    return { code: boundary === "upper" ? "text.above" : "text.at-least", params: { from: shown(from) } };
  }
  return { code: `text.between-${boundary}`, params: { from: shown(from), to: shown(to) } };
}
