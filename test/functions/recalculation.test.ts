import { afterEach, expect, it } from "vitest";
import { constant, startExcel, type ExcelInCells } from "./in-cells";

let excel: ExcelInCells;
afterEach(() => excel.stop());

/** Purchases of three customers: Ann the latest and the most, Bo, Cy who went long ago. */
const SALES = [
  ["Customer", "Date", "Amount"],
  ["Ann", 45_000, 100],
  ["Bo", 45_030, 50],
  ["Ann", 45_060, 300],
  ["Cy", 44_600, 20],
  ["Bo", 45_050, 70],
] as const;

async function startWithSales(): Promise<ExcelInCells> {
  excel = await startExcel();
  await excel.fill("Sales", [{ address: "Sales!A1:C6", values: SALES }]);
  return excel;
}
const rfm = "=RFM(Sales!A1:A6,Sales!B1:B6,Sales!C1:C6)";
const HEADERS = ["Customer", "Recency (days)", "Frequency", "Monetary", "R", "F", "M", "RFM", "Segment"];

it("the spilled table follows a changed amount, and grows with a new customer", async () => {
  await startWithSales();
  await excel.type({ "Out!A1": rfm });
  expect(await excel.values("Out!A1:D4")).toEqual([
    HEADERS.slice(0, 4),
    ["Ann", 0, 2, 400],
    ["Bo", 10, 2, 120],
    ["Cy", 460, 1, 20],
  ]);
  await excel.type({ "Sales!C2": 1000.55 });
  expect(await excel.values("Out!A2:D2")).toEqual([["Ann", 0, 2, 1300.55]]);
  await excel.type({ "Sales!A5": "Di" });
  expect(await excel.values("Out!A2:D6")).toEqual([
    ["Ann", 0, 2, 1300.55],
    ["Bo", 10, 2, 120],
    ["Di", 460, 1, 20],
    ["", "", "", ""],
    ["", "", "", ""],
  ]);
  await excel.type({ "Sales!A4": "Cy" });
  expect(await excel.values("Out!A2:D6")).toEqual([
    ["Ann", 60, 1, 1000.55],
    ["Cy", 0, 1, 300],
    ["Bo", 10, 2, 120],
    ["Di", 460, 1, 20],
    ["", "", "", ""],
  ]);
});

it("a value in its way gives #SPILL!, and the table is back when that is cleared", async () => {
  await startWithSales();
  await excel.type({ "Out!B2": "in the way", "Out!A1": rfm });
  expect(await excel.values("Out!A1:B2")).toEqual([
    ["#SPILL!", ""],
    ["", "in the way"],
  ]);
  await excel.type({ "Out!B2": "" });
  expect(await excel.values("Out!A1:I1")).toEqual([HEADERS]);
  expect(await excel.values("Out!A2:D2")).toEqual([["Ann", 0, 2, 400]]);
});

it("formulas over the spilled table follow it: A1#, SUM, a function of ours over its columns, a chain of three", async () => {
  await startWithSales();
  await excel.type({
    "Out!A1": "=RFM(Sales!A1:A6,Sales!B1:B6,Sales!C1:C6,,,,FALSE)",
    "Out!K1": "=SUM(D1:D10)",
    "Out!L1": "=ROWS(A1#)",
    "Out!M1": "=TIER(D1:D3,{100,200})",
    "Out!N1": '=COUNTIF(M1#,"A")',
    "Out!O1": "=SUM(SCORE(D1:D3,2))",
  });
  expect(await excel.values("Out!K1:O1")).toEqual([[540, 3, "A", 1, 1 + 1 + 2]]);
  expect(await excel.values("Out!M1:M3")).toEqual([["A"], ["B"], ["C"]]);
  await excel.type({ "Sales!C5": 500 });
  expect(await excel.values("Out!K1:O1")).toEqual([[1020, 3, "A", 2, 1 + 1 + 2]]);
});

it("VALUEFROM takes VALUEFIT's spilled table, and refuses when the fit may not be believed", async () => {
  await startWithSales();
  await excel.type({
    "Out!A1": "=VALUEFIT(Sales!A1:A6,Sales!B1:B6,Sales!C1:C6)",
    "Out!D1": "=VALUEFROM(2,30.43,38.86,A1#,,,,FALSE)",
  });
  expect(await excel.values("Out!A1:B1")).toEqual([["Model", expect.any(String)]]);
  expect(await excel.values("Out!D1")).toEqual([["#N/A"]]);
  expect((await excel.sheet("Out")).sentences["D1"]).toContain("too few");
});

// Microsoft's runtime answers what it has computed within a second in one sync, however many calls there are.
it("20,000 cells with TIER are asked in one message and answered together", async () => {
  excel = await startExcel();
  const rows = 20_000;
  await excel.fill("Many", [
    { address: `Many!A1:A${rows}`, values: Array.from({ length: rows }, (_, row) => [row % 300]) },
  ]);
  const asked: number[] = [];
  const answered: number[] = [];
  excel.host.listen((messages) => asked.push(messages.filter(({ category }) => category === 1).length));
  const service = excel.host.customFunctions;
  const take = service.answers.bind(service);
  service.answers = (results) => {
    answered.push(results.length);
    take(results);
  };
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Many").getRange(`B1:B${rows}`);
    range.formulas = Array.from({ length: rows }, (_, row) => [`=TIER(A${row + 1},{100,200})`]);
    await context.sync();
  });
  await excel.settled();
  expect(asked).toEqual([rows]);
  expect(answered.reduce((sum, one) => sum + one)).toBe(rows);
  // One on an idle machine; a busy one may need some seconds.
  expect(answered.length).toBeLessThan(10);
  const tiers = await excel.values(`Many!B1:B${rows}`);
  expect(tiers.map(([tier]) => tier)).toEqual(
    Array.from({ length: rows }, (_, row) => "CBA"[Math.floor((row % 300) / 100)]),
  );
});

it("while an answer is on its way its argument changes: only the newer answer shows", async () => {
  await startWithSales();
  const service = excel.host.customFunctions;
  const take = service.answers.bind(service);
  // The first answer is held back until the second is there, as a slow connection may.
  const held: unknown[][] = [];
  service.answers = (results) => (held.length === 0 ? void held.push([...results]) : take(results));
  const sheet = excel.host.workbook.sheet("Sales")!;
  const typed = excel.type({ "Sales!E1": "=TIER(C2,{200,1000})" });
  while (held.length === 0) await new Promise((done) => setTimeout(done, 5));
  expect(sheet.value(0, 4)).toEqual({ error: "#BUSY!" });
  sheet.enter(1, 2, 5000);
  await typed;
  expect(await excel.values("Sales!E1")).toEqual([["A"]]);
  take(held[0]!);
  expect(await excel.values("Sales!E1")).toEqual([["A"]]);
});

it("a hundred WHYTIER in cells, whose code comes when it is asked for, say what one over the column says", async () => {
  await startWithSales();
  const sales = "Sales!A$1:A$6,Sales!B$1:B$6,Sales!C$1:C$6";
  await excel.type({
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, row) => [
        `Out!A${row + 1}`,
        `=WHYTIER(Sales!A${2 + (row % 5)},${sales})`,
      ]),
    ),
    "Out!C1": `=WHYTIER(Sales!A2:A6,${sales})`,
  });
  const lines = (await excel.values("Out!C1:C5")).flat();
  expect((await excel.values("Out!A1:A100")).flat()).toEqual(
    Array.from({ length: 100 }, (_, row) => lines[row % 5]),
  );
  for (const line of lines) expect(line).toMatch(/^Tier [A-E]/);
});

it("a function in IFERROR, LET and an array of literals is called as in a cell of its own", async () => {
  await startWithSales();
  const one = constant([[1], [2], [3], [4]]);
  await excel.type({
    "Out!A1": '=IFERROR(TIER("x",{1,2}),"none")',
    "Out!B1": `=LET(v,${one.written},SCORE(v,2))`,
    "Out!C1": `=IFERROR(CUTOFFS(${one.written},1),"no")`,
    "Out!D1": '=TIER(150,{100,200})&"!"',
  });
  expect(await excel.values("Out!A1:D1")).toEqual([["none", 1, "no", "B!"]]);
  expect((await excel.values("Out!B1:B4")).flat()).toEqual([1, 1, 2, 2]);
});
