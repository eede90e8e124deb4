import { classify, type Classification } from "../../src/core/classify";
import type { Cell } from "../../src/core/ledger/cells";
import type { Policy } from "../../src/core/policy/policy";
import { tableOfRows } from "../tables";
import { HEADERS } from "./random-orders";

/** The result of rows of `messyOrders`, each column for what it is. */
export function classifiedOrders(rows: readonly (readonly Cell[])[], policy: Policy): Classification {
  const mapping = { customer: 0, order: 1, date: 2, amount: 3, status: 4 };
  const result = classify(tableOfRows(HEADERS, rows), policy, { mapping });
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}
