import type { Classification } from "../../src/core/classify";
import { foldText } from "../../src/core/ledger/folding";
import type { CustomerLine, Found } from "./protocol";

/** Customers whose name holds a text, whatever its case and width. */
export function findCustomers(
  { ledger, facts, assessment }: Classification,
  text: string,
  limit: number,
): Found {
  const asked = foldText(text).toLowerCase();
  const lines: CustomerLine[] = [];
  let count = 0;
  ledger.customers.forEach((customer, at) => {
    if (asked !== "" && !customer.toLowerCase().includes(asked)) return;
    count++;
    if (lines.length >= limit) return;
    lines.push({
      at,
      customer,
      tier: assessment.tier[at] ?? -1,
      stage: facts.stage[at] ?? null,
      monetary: facts.monetary[at] || 0,
    });
  });
  return { found: count, lines };
}
