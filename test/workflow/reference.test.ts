import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ResultJson } from "../../src/core/report/result-json";
import { referenceDataIsThere, referenceFile, unlessThere } from "../reference-data";
import { tiersheet } from "./terminal";

async function classified(...args: string[]): Promise<ResultJson> {
  const { code, out, err } = await tiersheet(["classify", ...args, "--json", "-"]);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as ResultJson;
}

const sum = (values: readonly number[]) =>
  Math.round(values.reduce((all, value) => all + value, 0) * 100) / 100;

describe.skipIf(!referenceDataIsThere)(
  `UCI Online Retail (Chen 2012), numbers of methods §1, §2 and §6${unlessThere}`,
  () => {
    const RETAIL = [
      referenceFile("online_retail.csv.gz"),
      "--map",
      "customer=CustomerID,date=InvoiceDate,order=InvoiceNo,quantity=Quantity,price=UnitPrice",
      "--as-of",
      "2011-12-10",
    ];

    it("accounts for every row and cent, and keeps what refunds undo", async () => {
      const { asOf, check, customers, notes } = await classified(...RETAIL);
      expect(asOf).toBe("2011-12-10");
      expect(check).toMatchObject({
        rowsIn: 541_909,
        rowsUsed: 406_829,
        amountIn: 9_747_747.93,
        amountUsed: 8_300_065.81,
      });
      expect(check.setAside).toMatchObject([{ reason: "no-customer", rows: 135_080, amount: 1_447_682.12 }]);
      expect(customers).toHaveLength(4_372);
      const byId = new Map(customers.map((customer) => [customer.customer, customer]));
      expect(byId.get("16446")?.monetary).toBe(2.9);
      expect(byId.get("12346")?.monetary).toBe(0);
      const classes = (letter: string) => customers.filter(({ abc }) => abc === letter).length;
      expect([classes("A"), classes("B"), classes("C")]).toEqual([731, 1_218, 2_423]);
      expect(notes.find(({ code }) => code === "duplicates-kept")?.text).toContain("5,268");
    });

    it("by rows, orders and days: the mean frequency of the clean set is 91.7, 4.27 and 3.86", async () => {
      // The clean set by invoice stands in a file of its own; by rows it is checked as 397,884 rows of 4,338 customers.
      const invoices = await classified(
        referenceFile("online_retail.invoices_clean.csv"),
        "--as-of",
        "2011-12-10",
      );
      const mean = (result: ResultJson) =>
        sum(result.customers.map(({ frequency }) => frequency ?? 0)) / result.customers.length;
      expect(mean(invoices)).toBeCloseTo(18_532 / 4_338, 12);
      const days = await classified(
        referenceFile("online_retail.invoices_clean.csv"),
        "--map",
        "order=",
        "--as-of",
        "2011-12-10",
      );
      expect(mean(days)).toBeCloseTo(3.86, 2);
      expect(invoices.customers.filter(({ frequency }) => frequency === 1)).toHaveLength(1_493);
    });

    it("ABC on the clean set equals the oracle, customer by customer", async () => {
      const { tiers, customers } = await classified(
        referenceFile("online_retail.invoices_clean.csv"),
        "--as-of",
        "2011-12-10",
        "--policy",
        "abc",
      );
      expect(tiers).toEqual([
        { tier: "A", customers: 687, monetary: 6_235_567.31, share: 0.6997 },
        { tier: "B", customers: 1_220, monetary: 1_784_094.1, share: 0.2002 },
        { tier: "C", customers: 2_431, monetary: 891_746.49, share: 0.1001 },
      ]);
      const oracle = readFileSync(referenceFile("online_retail.oracle_abc_70_90.csv"), "utf8")
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(","));
      const ours = new Map(customers.map(({ customer, monetary, abc }) => [customer, `${monetary} ${abc}`]));
      expect(oracle).toHaveLength(4_338);
      for (const [id = "", revenue, , letter] of oracle)
        expect(ours.get(id)).toBe(`${Number(revenue)} ${letter}`);
    });

    it("columns of the extract are recognised without --map, ids as “17850.0” too", async () => {
      const { check, customers } = await classified(referenceFile("online_retail_extract.csv"));
      expect(check.rowsIn).toBe(31_239);
      expect(customers).toHaveLength(286);
      expect(customers.every(({ customer }) => /^\d{5}$/.test(customer))).toBe(true);
    });
  },
);

describe.skipIf(!referenceDataIsThere)(`R package rfm 0.3.0 on rfm_data_orders.csv${unlessThere}`, () => {
  it("our default rule's cut-offs are those of methods §6", async () => {
    const { cutoffs, customers } = await classified(
      referenceFile("rfm_data_orders.csv"),
      "--as-of",
      "2006-12-31",
    );
    expect(cutoffs).toEqual({
      recency: [114, 180, 296.4, 481],
      frequency: [3, 4, 5, 7],
      monetary: [254.8, 381, 505.4, 665],
    });
    expect(customers).toHaveLength(995);
  });
});

describe.skipIf(!referenceDataIsThere)(
  `--value on the CDNOW sample and on Online Retail${unlessThere}`,
  () => {
    it("fits BG/NBD and Gamma–Gamma to the 1/10 CDNOW sample as published (methods §6), and says so", async () => {
      const lines = readFileSync(referenceFile("CDNOW_sample.txt"), "utf8").trim().split(/\r?\n/);
      const rows = lines.map((line) => {
        const [, id = "", day = "", , dollars = ""] = line.trim().split(/\s+/);
        return [id, `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, dollars].join(",");
      });
      const input = new TextEncoder().encode(`customer,date,amount\n${rows.join("\n")}\n`);
      const args = ["classify", "-", "--as-of", "1997-09-30", "--value", "auto", "--json", "-"];
      const { code, out } = await tiersheet(args, input);
      expect(code).toBe(0);
      const { value, customers } = JSON.parse(out) as ResultJson;
      expect(value).toMatchObject({ model: "bg-nbd", unit: "week", verdict: "identified" });
      const near = (actual: number | undefined, expected: number, within: number) =>
        expect(Math.abs((actual ?? NaN) - expected)).toBeLessThan(within);
      near(value?.parameters?.["r"], 0.242594, 1e-3);
      near(value?.parameters?.["alpha"], 4.413602, 1e-3);
      near(value?.parameters?.["a"], 0.79292, 1e-3);
      near(value?.parameters?.["b"], 2.425888, 1e-3);
      near(value?.logLikelihood ?? NaN, -9582.429207, 1e-3);
      near(value?.spend?.["p"], 6.249572, 2e-3);
      near(value?.spend?.["q"], 3.744225, 2e-3);
      near(value?.spend?.["gamma"], 15.443521, 2e-3);
      expect(customers).toHaveLength(2_357);
      expect(
        customers.every(({ pAlive, clv }) => typeof pAlive === "number" && typeof clv === "number"),
      ).toBe(true);
    });

    it("refuses on Online Retail: not identified, no P(alive), value is what was spent", async () => {
      const { value, customers, notes } = await classified(
        referenceFile("online_retail.invoices_clean.csv"),
        "--value",
        "auto",
      );
      expect(value).toMatchObject({ model: "history", verdict: "boundary", holdout: null });
      for (const { pAlive, expectedPurchases, clv, monetary } of customers) {
        expect([pAlive, expectedPurchases, clv]).toEqual([null, null, monetary]);
      }
      expect(notes.map(({ code }) => code)).toContain("value-shows-history");
    });
  },
);
