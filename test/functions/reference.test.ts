import "./runtime";
import { describe, expect, it } from "vitest";
import { ABC } from "../../functions/abc";
import { RFM } from "../../functions/rfm";
import { CUTOFFS, SCORE } from "../../functions/score";
import { SEGMENT } from "../../functions/segment";
import { TIER } from "../../functions/tier";
import { readReference } from "../core/scoring/reference-data";
import { referenceDataIsThere, unlessThere } from "../reference-data";
import { column, list } from "./runtime";

const none = null as never;

describe("what Microsoft's and other people's software give for small tables", () => {
  it("CUTOFFS are Excel's PERCENTILE.INC: its example, 0.3 of 1, 2, 3, 4 is 1.9", () => {
    // https://support.microsoft.com/office/percentile-inc-function-680f9539-45eb-410b-9a5e-c1355e5fe2ed
    expect(list(CUTOFFS(column(1, 3, 2, 4), 10))[2]).toBe(1.9);
  });
  it("CUTOFFS by breaks are simple-statistics' clusters", () => {
    // simple-statistics, test/ckmeans.test.js: [-1, 2, -1, 2, 4, 5, 6, -1, 2, -1] in three is [-1 × 4], [2 × 3], [4, 5, 6].
    const values = column(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1);
    expect(list(CUTOFFS(values, 3, "breaks"))).toEqual([-1, 2]);
    expect(list(SCORE(values, 3, null, "breaks" as never))).toEqual([1, 2, 1, 2, 3, 3, 3, 1, 2, 1]);
  });
});

describe.skipIf(!referenceDataIsThere)(
  `the 995 customers of R's rfm 0.3.0, through the functions${unlessThere}`,
  () => {
    const orders = referenceDataIsThere ? readReference("rfm_data_orders.csv") : [];
    const customers = orders.map(({ customer_id }) => [customer_id]);
    const dates = orders.map(({ order_date }) => [order_date]);
    const amounts = orders.map(({ revenue }) => [revenue]);
    const rowNumbers = orders.map((_, row) => [row + 1]);
    const columnOf = (table: unknown[][], at: number) => table.map((row) => [row[at]]);

    // methods.md §6: our default rule on the same orders.
    it("RFM cuts where the default rule does", () => {
      const table = RFM(customers, dates, amounts, "2006-12-31", none, null, false);
      expect(table).toHaveLength(995);
      const cut = (at: number) => list(CUTOFFS(columnOf(table, at)));
      expect([cut(1), cut(2), cut(3)]).toEqual([
        [114, 180, 296.4, 481],
        [3, 4, 5, 7],
        [254.8, 381, 505.4, 665],
      ]);
      const scored = (at: number, lower: boolean) => list(SCORE(columnOf(table, at), 5, lower));
      expect([scored(1, true), scored(2, false), scored(3, false)]).toEqual(
        [4, 5, 6].map((at) => table.map((row) => row[at])),
      );
      expect(list(SEGMENT(columnOf(table, 4), columnOf(table, 5), columnOf(table, 6), none, "en"))).toEqual(
        table.map((row) => row[8]),
      );
    });

    // rfm_data_orders.oracle_rfm030.csv: rows as purchases, cut-offs 115 181 297.4 482, 4 5 6 8, 255.8 382 506.4 666 that
    // open the class above. The measures are whole, so "at least 297.4" is "above 297.5" to SCORE.
    it("SCORE with R's cut-offs and SEGMENT with R's grid give R's scores and segments, customer by customer", () => {
      const table = RFM(customers, dates, amounts, "2006-12-31", rowNumbers, null, false);
      const r = SCORE(columnOf(table, 1), 5, true, [[114.5, 180.5, 297.5, 481.5]]);
      const f = SCORE(columnOf(table, 2), 5, false, [[3.5, 4.5, 5.5, 7.5]]);
      const m = SCORE(columnOf(table, 3), 5, false, [[255.9, 381.5, 506.5, 665.5]]);
      const names = list(SEGMENT(r, f, m, "rfm-r" as never, "en"));
      const ours = table.map((row, at) => [row[0], `${r[at]?.[0]}${f[at]?.[0]}${m[at]?.[0]}`, names[at]]);
      const labels: Record<string, string> = {
        "Potential Loyalist": "Potential Loyalists",
        "Loyal Customers": "Loyal",
        "Can't Lose Them": "Cannot Lose Them",
      };
      const oracle = new Map(
        readReference("rfm_data_orders.oracle_rfm030.csv").map((row) => [row["customer_id"], row]),
      );
      const theirs = table.map(([customer]) => {
        const { rfm_score, segment = "" } = oracle.get(String(customer)) ?? {};
        return [customer, rfm_score, labels[segment] ?? segment];
      });
      expect(ours).toEqual(theirs);
    });
  },
);

describe.skipIf(!referenceDataIsThere)(
  `UCI Online Retail, its clean invoices, through the functions${unlessThere}`,
  () => {
    const invoices = referenceDataIsThere ? readReference("online_retail.invoices_clean.csv") : [];
    const of = (name: string) => invoices.map((row) => [row[name]]);
    const table = referenceDataIsThere
      ? RFM(of("CustomerID"), of("order_date"), of("revenue"), "2011-12-10", of("InvoiceNo"), null, false)
      : [];

    // methods.md §6: 4,338 customers, 18,532 invoices, 8,911,407.90; F = 1 for 1,493.
    it("RFM has its customers, invoices and money", () => {
      expect(table).toHaveLength(4_338);
      const sum = (at: number) => table.reduce((all, row) => all + Number(row[at]), 0);
      expect([sum(2), Math.round(sum(3) * 100) / 100]).toEqual([18_532, 8_911_407.9]);
      expect(table.filter((row) => row[2] === 1)).toHaveLength(1_493);
    });

    // online_retail.oracle_abc_70_90.csv: A 687, B 1,220, C 2,431, ties together.
    it("ABC and TIER have its classes, customer by customer", () => {
      const money = table.map((row) => [row[3]]);
      const classes = list(ABC(money));
      const oracle = new Map(
        readReference("online_retail.oracle_abc_70_90.csv").map((row) => [row["CustomerID"], row["abc"]]),
      );
      expect(classes).toEqual(table.map(([customer]) => oracle.get(String(customer))));
      const count = (letter: string) => classes.filter((one) => one === letter).length;
      expect([count("A"), count("B"), count("C")]).toEqual([687, 1_220, 2_431]);
      expect(list(TIER(money, "abc" as never))).toEqual(classes);
    });
  },
);
