import { catalogue } from "../language/catalogue";
import type { Message } from "../language/message";
import type { Facts } from "./facts";

/**
 * A measure of the facts by name: recency, frequency, monetary, growth, or a further one. Null where the input hasn't
 * it, or knows it of nobody that has bought something.
 */
export function measureOf(facts: Facts, name: string): Float64Array | null {
  if (name === "recency" || name === "frequency" || name === "monetary") {
    return isKnown(facts[name], facts) ? facts[name] : null;
  }
  const values = Object.hasOwn(facts.measures, name) ? facts.measures[name] : undefined;
  return values && isKnown(values, facts) ? values : null;
}

/** True when a measure is known of any customer that has bought something, or nobody has. */
export function isKnown(values: Float64Array, { frequency }: Facts): boolean {
  let buyers = 0;
  for (let at = 0; at < values.length; at++) {
    if (frequency[at] === 0) continue;
    if (!Number.isNaN(values[at] ?? NaN)) return true;
    buyers++;
  }
  return buyers === 0;
}

/** A measure with NaN, the unknown, for whoever has bought nothing: those are in no population. */
export function amongBuyers(values: Float64Array, { frequency }: Facts): Float64Array {
  return frequency.includes(0) ? values.map((value, at) => (frequency[at] === 0 ? NaN : value)) : values;
}

/** What a measure is called: the catalogue's word, or its own name. */
export function measureLabel(name: string): Message | string {
  const code = `measure.${name}`;
  return Object.hasOwn(catalogue, code) ? { code: code as Message["code"] } : name;
}
