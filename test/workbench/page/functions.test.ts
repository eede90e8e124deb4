import "../../functions/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RFM } from "../../../functions/rfm";
import { sampleBook } from "../../../src/workbench/page/sample-book";
import { shown } from "../../functions/runtime";
import { executable, PATIENCE, servedWorkbench, unlessBrowser, type OpenedPage } from "./opened-page";

/** What is read on the page in each language. */
const PAGES = [
  {
    language: "en",
    offer: "Scores customers by recency, frequency and money",
    takes: "RFM ( customers, dates, amounts, [as_of], [orders], [bins], [headers], [language] )",
    help: ["The column that names the customer of each purchase.", "a negative amount is a refund"],
    why: /^Tier [A-E]: .* R [1-5]: /,
    worth: /^Lifetime value$|^Money so far \(no forecast\)$/,
  },
  {
    language: "zh",
    offer: "由购买明细计算每位客户的最近购买",
    takes: "RFM ( 客户, 日期, 金额, [基准日], [订单号], [档数], [含表头], [语言] )",
    help: ["每笔购买的客户所在列。", "负数为退款"],
    why: /^层级“[A-E]”：.*R [1-5]/,
    worth: /^生命周期价值$|^迄今金额/,
  },
] as const;

describe.skipIf(executable === undefined)(`custom functions on the page${unlessBrowser}`, () => {
  let workbench: Awaited<ReturnType<typeof servedWorkbench>> | undefined;
  beforeAll(async () => {
    workbench = await servedWorkbench(3950);
  }, PATIENCE);
  afterAll(() => workbench?.close());

  describe.each(PAGES)(
    "in $language",
    { timeout: PATIENCE },
    ({ language, offer, takes, help, why, worth }) => {
      let opened: OpenedPage;
      let sales = "";
      /** The table that RFM gives of the sample, called directly. */
      let table: unknown[][] = [];

      beforeAll(async () => {
        opened = await workbench!.open(language);
        const { activeSheet } = sampleBook(language);
        sales = ["C", "B", "G"].map((letter) => `${activeSheet.name}!${letter}:${letter}`).join(",");
        const rows = activeSheet.usedArea(true)!.bottom + 1;
        const cells = (at: number) => Array.from({ length: rows }, (_, row) => [activeSheet.value(row, at)]);
        const none = null as never;
        table = shown(RFM(cells(2), cells(1), cells(6), none, none, none, none, language));
      }, PATIENCE);
      afterAll(() => opened?.close());

      it("=RF is offered, =RFM( shows its arguments and help, and complete it spills the sample's customers", async () => {
        const { page } = opened;
        await opened.freshSheet();
        await opened.select("A1");
        await page.keyboard.type("=RF");
        await expect.poll(() => page.locator(".o-autocomplete-dropdown").innerText()).toContain(offer);
        await page.keyboard.type("M(");
        const assistant = page.locator(".o-formula-assistant");
        await expect.poll(() => assistant.innerText()).toContain(takes);
        const words = page.locator(".o-formula-assistant-arg-description").first();
        if (!(await words.isVisible())) await assistant.locator(".collapsor").click();
        for (const one of [offer, ...help]) await expect.poll(() => assistant.innerText()).toContain(one);
        await screenshot("help");
        await page.keyboard.type(`${sales})`);
        await page.keyboard.press("Enter");
        await expect
          .poll(() => opened.values(`A1:I${table.length + 1}`), { timeout: 60_000 })
          .toEqual([...table, Array.from({ length: 9 }, () => "")]);
        expect(await opened.drawn("A2")).toBe(table[1]?.[0]);
        expect(await opened.drawn("I2")).toBe(table[1]?.[8]);
        await screenshot("table");
      });

      it("TIER, WHYTIER and CLV answer beside it, over its spilled columns", async () => {
        const last = table.length;
        await opened.type("K2", `=TIER(D2:D${last},{1000,10000,100000})`);
        await opened.type("M2", `=WHYTIER(A2:A9,${sales})`);
        await opened.type("O1", `=CLV(${sales})`);
        await opened.type("S1", `=SUM(INDEX(A1#,0,4))`);
        const band = (money: unknown) =>
          "DCBA"[[1000, 10_000, 100_000].filter((at) => Number(money) >= at).length];
        const tiers = table.slice(1).map((row) => [band(row[3])]);
        await expect
          .poll(() => opened.values(`K2:K${last + 1}`), { timeout: 30_000 })
          .toEqual([...tiers, [""]]);
        await expect
          .poll(async () => (await opened.values("P1"))[0]?.[0], { timeout: 30_000 })
          .toMatch(worth);
        for (const [line] of await opened.values("M2:M9")) expect(line).toMatch(why);
        const customers = (await opened.values(`O2:O${last + 1}`)).flat();
        expect([...customers].sort()).toEqual([...table.slice(1).map(([customer]) => customer), ""].sort());
        const all = table.slice(1).reduce((sum, row) => sum + Number(row[3]), 0);
        expect((await opened.values("S1"))[0]?.[0]).toBeCloseTo(all, 2);
        await screenshot("beside");
      });

      it("an amount is changed on the sheet of orders: the table, the tiers and the sum follow", async () => {
        const { page } = opened;
        const before = Number((await opened.values("S1"))[0]?.[0]);
        const row = table.findIndex(([customer]) => customer === firstBuyer());
        const amount = Number(sampleBook(language).activeSheet.value(1, 6));
        const result = await page.evaluate(() => window.workbench.book.activeSheet.name);
        await show(sampleBook(language).activeSheet.name);
        await opened.type("G2", String(amount + 1_000_000));
        await show(result);
        await expect
          .poll(async () => Number((await opened.values("S1"))[0]?.[0]) - before, { timeout: 30_000 })
          .toBeCloseTo(1_000_000, 2);
        // The largest is first.
        await expect.poll(async () => (await opened.values("A2"))[0]?.[0]).toBe(firstBuyer());
        expect((await opened.values("D2"))[0]?.[0]).toBeCloseTo(Number(table[row]?.[3]) + 1_000_000, 2);
        await expect.poll(() => opened.values("K2")).toEqual([["A"]]);
        await expect.poll(() => opened.drawn("A2")).toBe(firstBuyer());
      });

      it("a refusal shows its error, and nothing was thrown on the way", async () => {
        await opened.type("U1", "=TIER(D2:D5,{5,1})");
        await expect.poll(() => opened.drawn("U1")).toBe("#VALUE!");
        await screenshot("refusal");
        expect(opened.errors).toEqual([]);
      });

      const firstBuyer = () => sampleBook(language).activeSheet.value(1, 2);

      /** Goes to a sheet by its tab. */
      async function show(name: string) {
        await opened.page.locator(".o-sheet", { hasText: name }).first().click();
        await opened.page.waitForFunction((sheet) => window.workbench.book.activeSheet.name === sheet, name);
      }

      async function screenshot(name: string) {
        const folder = process.env["SCREENSHOTS"];
        if (folder) await opened.page.screenshot({ path: `${folder}/functions-${language}-${name}.png` });
      }
    },
  );
});
