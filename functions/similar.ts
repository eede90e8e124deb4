import type { Message } from "../src/core/language/message";

const MOST = 5;

/** The first customers whose name holds what was asked for, whatever the case; nothing where none does. */
export function similarTo(asked: string, customers: readonly string[]): Message | string {
  const folded = asked.toLowerCase();
  const found: string[] = [];
  for (const customer of customers) {
    if (customer.toLowerCase().includes(folded)) found.push(customer);
    if (found.length === MOST) break;
  }
  return found.length === 0 ? "" : { code: "explain.similar", params: { customers: found } };
}
