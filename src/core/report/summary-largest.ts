import type { Classification } from "../classify";
import type { Message } from "../language/message";
import type { ReportTable } from "./report";
import { customerColumns } from "./summary-customer";
import { knowsMoney } from "./summary-figures";
import { columnOf, headingAt, sayShare, type SummaryInput, type SummarySection } from "./summary-section";
import { tierFormat } from "./summary-tiers";
import { BAR_COLOUR } from "./tier-colours";
import { totalMoney } from "./total-money";

const TEN = 10;

/** The places of the customers who brought the most revenue, the most first, at most ten. */
function largestCustomers({ ledger, facts }: Classification): number[] {
  // Customers stand in the order of money.
  return Array.from({ length: Math.min(TEN, ledger.customers.length) }, (_, at) => at).filter(
    (at) => (facts.monetary[at] ?? 0) > 0,
  );
}

/** Who the best customers are, and how much of the revenue hangs on them. */
export function summaryLargest(input: SummaryInput): SummarySection | null {
  const { result, language, names } = input;
  const { ledger, facts } = result;
  const places = knowsMoney(result) ? largestCustomers(result) : [];
  if (places.length === 0) return null;
  const money = places.map((at) => facts.monetary[at] ?? 0);
  const total = totalMoney(result);
  const share = total > 0 ? places.map((_, rank) => (money[rank] ?? 0) / total) : null;
  const customer = customerColumns(input, places);
  const knowsPurchases = !ledger.frequency.every(Number.isNaN);
  const purchases = places.map((at) => ledger.frequency[at] ?? null);
  // Of twelve columns of the page, those that are left out go to the segment.
  const spared = (names === "out" ? 2 : 0) + (knowsPurchases ? 0 : 1) + (share ? 0 : 1);
  const table: ReportTable = {
    kind: "table",
    name: "SummaryLargest",
    rowCount: places.length,
    plain: true,
    columns: [
      customer.who(3),
      customer.tier(),
      customer.segment(2 + spared),
      customer.stage(2),
      customer.lastPurchase(),
      ...(knowsPurchases ? [columnOf("frequency", "column.purchases", "integer", purchases, language)] : []),
      columnOf("monetary", "summary.column.revenue", "money", money, language),
      ...(share ? [columnOf("share", "summary.column.revenue-share", "share", share, language)] : []),
    ],
    formats: [tierFormat(input, ["tier"]), { kind: "bars", columns: ["monetary"], colour: BAR_COLOUR }],
  };
  // That all bring everything says nothing.
  const isSome = share !== null && places.length < ledger.customers.length;
  const top = isSome ? 2 : 1;
  const line: Message = {
    code: "summary.largest.line",
    params: {
      largest: places.length,
      customers: ledger.customers.length,
      share: sayShare(share?.reduce((sum, one) => sum + one, 0) ?? 0),
    },
  };
  return {
    rows: top + 1 + places.length + 1,
    blocks: [
      headingAt(0, 0, 2, { code: "summary.largest" }, language),
      ...(isSome ? [headingAt(1, 0, 0, line, language)] : []),
      { ...table, place: { row: top, column: 0 } },
    ],
    charts: [],
  };
}
