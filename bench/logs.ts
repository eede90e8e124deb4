import { classify } from "../src/core/classify";
import type { PurchaseLog } from "../src/core/ledger/purchases";
import { rfmPolicy } from "./policies";
import { codedTable, COLUMNS, type Transactions } from "./transactions";

/** The log that the ledger makes of generated transactions, and its last day. */
export function logOf(data: Transactions): { readonly log: PurchaseLog; readonly end: number } {
  const result = classify(codedTable(data), rfmPolicy(), { mapping: COLUMNS });
  if (!result.ok || !result.value.ledger.log || result.value.ledger.asOf === null)
    throw new Error("The generated rows give no log.");
  return { log: result.value.ledger.log, end: result.value.ledger.asOf };
}
