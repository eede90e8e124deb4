import type { Result } from "../language/message";
import type { Table } from "./cells";
import { customerLedger } from "./customer-table";
import type { Ledger, ReadingOptions, RowRules } from "./ledger";
import type { Mapping, TableKind } from "./roles";
import { transactionLedger } from "./transactions";

/** Rows to customers: reads the mapped columns, accounts for every row, and sums what is used. */
export function ledgerOf(
  table: Table,
  kind: TableKind,
  mapping: Mapping,
  rules: RowRules,
  options: ReadingOptions,
): Result<Ledger> {
  return kind === "transactions"
    ? transactionLedger(table, mapping, rules, options)
    : customerLedger(table, mapping, rules, options);
}
