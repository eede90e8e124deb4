import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReference } from "../core/scoring/reference-data";
import { CDNOW_LOG, dataRows, LIFETIMES, serialDay } from "../core/value/reference-data";
import { referenceDataIsThere, unlessThere } from "../reference-data";
import { startExcel, type ExcelInCells } from "./in-cells";

let excel: ExcelInCells;
beforeAll(async () => {
  excel = await startExcel();
});
afterAll(() => excel.stop());

let sheets = 0;
/** What a formula spills on a sheet of its own. */
async function spilled(formula: string): Promise<(readonly unknown[])[]> {
  const name = `One${sheets++}`;
  await excel.type({ [`${name}!A1`]: formula });
  return [...(await excel.sheet(name)).values];
}
const listOf = async (formula: string) => (await spilled(formula)).flat();

describe("published numbers, in cells", () => {
  // https://support.microsoft.com/office/percentile-inc-function-680f9539-45eb-410b-9a5e-c1355e5fe2ed
  it("CUTOFFS are PERCENTILE.INC: Microsoft's example, 0.3 of 1, 2, 3, 4 is 1.9", async () => {
    expect((await listOf("=CUTOFFS({1;3;2;4},10)"))[2]).toBe(1.9);
    const own = await listOf("=PERCENTILE.INC({7;1;9;2;30;4;4},{0.2;0.4;0.6;0.8})");
    expect(own).toHaveLength(4);
    const cut = await listOf("=CUTOFFS({7;1;9;2;30;4;4})");
    for (const [at, cutoff] of own.entries()) expect(cut[at]).toBeCloseTo(Number(cutoff), 12);
  });

  // methods.md §3, the grid `classic`: all 125 codes once.
  it.each([
    ["Champions", [555, 554, 544, 545, 454, 455, 445]],
    ["Loyal", [543, 444, 435, 355, 354, 345, 344, 335]],
    ["New Customers", [512, 511, 422, 421, 412, 411, 311]],
    ["Cannot Lose Them", [155, 154, 144, 214, 215, 115, 114, 113]],
    ["Lost", [111, 112, 121, 131, 141, 151]],
  ])("SEGMENT has the published codes of %s", async (segment, codes) => {
    const digits = [0, 1, 2].map((at) => `{${codes.map((code) => String(code)[at]).join(";")}}`);
    expect(await listOf(`=SEGMENT(${digits.join(",")},,"en")`)).toEqual(codes.map(() => segment));
  });

  // methods.md §2: the share of those at least as large, 70% and 90%; the largest is always A, 0 and less are C.
  it("ABC and TIER class by share of the total, ties together", async () => {
    expect(await listOf("=ABC({70;20;10})")).toEqual(["A", "B", "C"]);
    expect(await listOf("=ABC({50;25;25;0;-5})")).toEqual(["A", "C", "C", "C", "C"]);
    expect(await listOf('=TIER({70;20;10},"abc")')).toEqual(["A", "B", "C"]);
  });

  // methods.md §4: churned beyond max(4 gaps, 180 days), dormant beyond max(2 gaps, 60), new within 90, mature from 5
  // purchases and a first more than 365 days ago; the gap from sums, 90 days below 3 gaps.
  it("LIFECYCLE and ACTIVITY follow the rules of stages", async () => {
    const rows = [
      [0, 1000, 0, "Prospect"],
      [2000, 2990, 1, "New"],
      [2950, 2990, 2, "New"],
      [2700, 2990, 4, "Growing"],
      [2000, 2990, 5, "Mature"],
      [2600, 2930, 12, "Dormant"],
      [2000, 2600, 20, "Churned"],
    ] as const;
    const column = (at: number) => `{${rows.map((row) => row[at]).join(";")}}`;
    const stages = await listOf(`=LIFECYCLE(${column(0)},${column(1)},${column(2)},3000,,"en")`);
    expect(stages).toEqual(rows.map(([, , , stage]) => stage));
    // Recency 120 is past 2 gaps of 50, 150 not past 2 of 90; 201 is past 4 of 50.
    const last = "{2880;2850;2799}";
    expect(await listOf(`=ACTIVITY(${last},3000,{50;90;50},,"en")`)).toEqual([
      "Dormant",
      "Active",
      "Churned",
    ]);
  });

  // methods.md, templates: money A, B, C by growth; the mean of R, F, M rounded half up; R .3, F .3, M .4 of scores.
  it("MATRIX, TIER and GRADE have the tiers of the templates", async () => {
    const matrix = await listOf('=MATRIX({70;70;20;20;10;10},{1;-1;1;-1;1;-1},{15;50},0,,"en")');
    expect(matrix).toEqual(["Strategic", "Important", "Important", "Ordinary", "Potential", "Ordinary"]);
    expect(await listOf('=TIER({5;4.5;4.4;2.5;1.4},"rfm",,"en")')).toEqual(["A", "A", "B", "C", "E"]);
    const grades = await listOf('=GRADE({1,1,1;5,5,5;5,1,3;3,3,3},{0.3,0.3,0.4},,"minmax")');
    expect(grades).toEqual([0, 100, 50, 50]);
  });

  it("PLAYBOOK has a line of its own for each tier and stage, in both languages", async () => {
    const tiers = '{"A";"B";"C"}';
    for (const language of ["en", "zh"]) {
      const lines = [];
      for (const stage of ["Prospect", "New", "Growing", "Mature", "Dormant", "Churned"])
        lines.push(...(await listOf(`=PLAYBOOK(${tiers},"${stage}",,,"${language}")`)));
      expect(new Set(lines).size).toBe(18);
    }
  });

  // Fader, Hardie & Lee 2005 at the published parameters; methods.md §6 (R BTYD 2.4.3, Python lifetimes 0.11.3).
  it("VALUEFROM gives the paper's customer 0.7265785701, and 1.226028175 purchases in 39 weeks", async () => {
    const [[alive] = []] = await spilled("=VALUEFROM(2,30.43,38.86,{0.243;4.414;0.793;2.426},,,,FALSE)");
    expect(alive).toBeCloseTo(0.7265785701, 8);
    // With months as the unit, 39 of them are the paper's 39 weeks.
    const table = '{"unit","month";"r",0.243;"alpha",4.414;"a",0.793;"b",2.426}';
    const [[, expected] = []] = await spilled(`=VALUEFROM(2,30.43,38.86,${table},,39,,FALSE)`);
    expect(expected).toBeCloseTo(1.226028175, 8);
  });
});

const rowsOf = (name: string) => (referenceDataIsThere ? readReference(name) : []);

describe.skipIf(!referenceDataIsThere)(`reference data, in cells${unlessThere}`, () => {
  const fill = (sheet: string, columns: readonly (readonly unknown[])[]) =>
    excel.fill(
      sheet,
      columns.map((cells, at) => {
        const letter = String.fromCharCode(65 + at);
        return {
          address: `${sheet}!${letter}1:${letter}${cells.length}`,
          values: cells.map((cell) => [cell]),
        };
      }),
    );

  // methods.md §6: R's package rfm 0.3.0 on rfm_data_orders.csv, segments by its grid: customers, orders, revenue.
  it("RFM, SCORE and SEGMENT give R's segments of 995 customers; CUTOFFS those of the default rule", async () => {
    const orders = rowsOf("rfm_data_orders.csv");
    await fill("Orders", [
      orders.map(({ customer_id }) => customer_id),
      orders.map(({ order_date }) => order_date),
      orders.map(({ revenue }) => Number(revenue)),
      orders.map((_, row) => row + 1),
    ]);
    const to = orders.length;
    const columns = `Orders!A1:A${to},Orders!B1:B${to},Orders!C1:C${to},"2006-12-31"`;
    const segments = {
      "About To Sleep": [102, 283, 23449],
      "At Risk": [28, 216, 22227],
      "Cannot Lose Them": [47, 274, 32446],
      Champions: [35, 316, 31646],
      Lost: [148, 393, 35324],
      Loyal: [170, 799, 76562],
      "Need Attention": [10, 57, 4562],
      "New Customers": [104, 329, 28837],
      "Potential Loyalists": [342, 2211, 204856],
      Promising: [9, 28, 4249],
    };
    await excel.type({
      "Rows!A1": `=RFM(${columns},Orders!D1:D${to},,FALSE)`,
      "Rows!K1": "=SCORE(B1:B995,5,TRUE,{114.5;180.5;297.5;481.5})",
      "Rows!L1": "=SCORE(C1:C995,5,FALSE,{3.5;4.5;5.5;7.5})",
      "Rows!M1": "=SCORE(D1:D995,5,FALSE,{255.9;381.5;506.5;665.5})",
      "Rows!N1": '=SEGMENT(K1#,L1#,M1#,"rfm-r","en")',
      "Days!A1": `=RFM(${columns},,,FALSE)`,
      "Days!K1": "=CUTOFFS(B1:B995)",
      "Days!L1": "=CUTOFFS(C1:C995)",
      "Days!M1": "=CUTOFFS(D1:D995)",
    });
    await excel.type(
      Object.fromEntries(
        Object.keys(segments).flatMap((segment, row) => [
          [`Rows!P${row + 1}`, `=COUNTIF(N1#,"${segment}")`],
          [`Rows!Q${row + 1}`, `=SUMIF(N1:N995,"${segment}",C1:C995)`],
          [`Rows!R${row + 1}`, `=SUMIF(N1:N995,"${segment}",D1:D995)`],
        ]),
      ),
    );
    expect(await excel.values("Rows!P1:R10")).toEqual(Object.values(segments));
    expect(await excel.values("Days!K1:M4")).toEqual([
      [114, 3, 254.8],
      [180, 4, 381],
      [296.4, 5, 505.4],
      [481, 7, 665],
    ]);
  });

  // methods.md §6: UCI Online Retail, the clean invoices; ABC 70/90 with ties together.
  it("RFM has Online Retail's customers, invoices and money; ABC and TIER its classes; WHYTIER says them", async () => {
    const invoices = rowsOf("online_retail.invoices_clean.csv");
    const of = (name: string) => invoices.map((row) => row[name]);
    await fill("Retail", [
      of("CustomerID").map(Number),
      of("order_date"),
      of("revenue").map(Number),
      of("InvoiceNo"),
    ]);
    await excel.type({
      "Classes!A1": '=RFM(Retail!A:A,Retail!B:B,Retail!C:C,"2011-12-10",Retail!D:D,,FALSE)',
      "Classes!K1": "=ABC(D1:D4338)",
      "Classes!L1": '=TIER(D1:D4338,"abc")',
      "Classes!N1": "=ROWS(A1#)",
      "Classes!O1": "=SUM(C1:C5000)",
      "Classes!P1": "=ROUND(SUM(D1:D5000),2)",
      "Classes!Q1": "=COUNTIF(C1:C5000,1)",
      "Classes!R1": '=COUNTIF(K1#,"A")',
      "Classes!S1": '=COUNTIF(K1#,"B")',
      "Classes!T1": '=COUNTIF(K1#,"C")',
      "Classes!U1": "=SUMPRODUCT(--(K1#=L1#))",
      "Why!A1": '=WHYTIER(Classes!A1:A400,Retail!A:A,Retail!B:B,Retail!C:C,,"abc","en")',
    });
    expect(await excel.values("Classes!N1:U1")).toEqual([
      [4_338, 18_532, 8_911_407.9, 1_493, 687, 1_220, 2_431, 4_338],
    ]);
    const lines = (await excel.values("Why!A1:A400")).flat().map((line) => String(line).slice(0, 6));
    expect(lines).toEqual(
      (await excel.values("Classes!K1:K400")).flat().map((tier) => `Tier ${String(tier)}`),
    );
  });

  // Fader, Hardie & Lee 2005; R BTYD 2.4.3; Python lifetimes 0.11.3 (methods.md §6, with its tolerances).
  it("VALUEFIT finds CDNOW's parameters, and the forecasts of its 2,357 customers follow", async () => {
    const log = dataRows(CDNOW_LOG, 0);
    await fill("Cdnow", [
      log.map(([, id]) => id),
      log.map(([, , day = ""]) => serialDay(+day.slice(0, 4), +day.slice(4, 6), +day.slice(6, 8))),
      log.map(([, , , , amount]) => Number(amount)),
    ]);
    const columns = "Cdnow!A:A,Cdnow!B:B,Cdnow!C:C,DATE(1997,9,30)";
    await excel.type({
      "Fit!A1": `=VALUEFIT(${columns},"bg-nbd",,"en")`,
      "Fit!D1": `=CLV(${columns},,,FALSE)`,
      "Fit!H1": `=PALIVE(${columns},FALSE)`,
      "Fit!K1": `=EXPECTEDORDERS(${columns},,FALSE)`,
    });
    const fit = new Map((await excel.values("Fit!A1:B20")).map(([name, value]) => [name, Number(value)]));
    for (const [name, value] of Object.entries({ r: 0.242594, alpha: 4.413602, a: 0.79292, b: 2.425888 }))
      expect(Math.abs(fit.get(name)! - value), name).toBeLessThan(1e-3);
    expect(fit.get("Log-likelihood")).toBeCloseTo(-9582.429207, 3);
    expect(fit.get("Log-likelihood of spend")).toBeCloseTo(-4055.917695, 3);
    for (const column of ["E", "I", "L"]) {
      const values = (await excel.values(`Fit!${column}1:${column}2358`)).flat();
      expect(
        values.slice(0, 2357).every((value) => Number(value) > 0),
        column,
      ).toBe(true);
      expect(values[2357]).toBe("");
    }
  });

  it("VALUEFROM gives the lifetime values of CDNOW's customers: together 71,560.20884", async () => {
    const rows = dataRows(LIFETIMES, 1).map((row) => row.map(Number));
    await fill(
      "Summary",
      [1, 2, 3, 4].map((at) => rows.map((row) => row[at])),
    );
    const to = rows.length;
    await excel.type({
      "Worth!A1": `=VALUEFROM(Summary!A1:A${to},Summary!B1:B${to},Summary!C1:C${to},{0.243;4.414;0.793;2.426;6.25;3.74;15.44},Summary!D1:D${to},12,0.12682503,FALSE)`,
      "Worth!E1": `=SUM(C1:C${to})`,
    });
    expect((await excel.values("Worth!E1"))[0]?.[0]).toBeCloseTo(71_560.20884, 2);
    expect((await excel.values("Worth!C1"))[0]?.[0]).toBeCloseTo(36.28921113, 5);
  });
});
