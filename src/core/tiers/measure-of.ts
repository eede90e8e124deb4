import { catalogue } from "../language/catalogue";
import type { Message } from "../language/message";
import type { Facts } from "./facts";

/**
 * A measure of the facts by name: recency, frequency, monetary, growth, or a further one. Null where the input hasn't
 * it, or knows it of nobody.
 */
export function measureOf(facts: Facts, name: string): Float64Array | null {
  const values =
    name === "recency" || name === "frequency" || name === "monetary"
      ? facts[name]
      : (facts.measures[name] ?? null);
  return values && values.some((value) => !Number.isNaN(value)) ? values : null;
}

/** What a measure is called: the catalogue's word, or its own name. */
export function measureLabel(name: string): Message | string {
  const code = `measure.${name}`;
  return code in catalogue ? { code: code as Message["code"] } : name;
}
