import "./runtime";
import { describe, expect, it } from "vitest";
import { ACTIVITY, LIFECYCLE } from "../../functions/lifecycle";
import { classify } from "../../src/core/classify";
import { templates } from "../../src/core/policy/templates";
import { activityLabel, stageLabel } from "../../src/core/tiers/labels";
import { randomNumbers } from "../../bench/random";
import { tableOfRows } from "../tables";
import { column, errorCell, list, refusal } from "./runtime";

const none = null as never;
/** 2024-01-01 */
const DAY = 45_292;

/** Generated sums of customers: first, last, count, and days since the last. */
function sums(rows: number) {
  const next = randomNumbers(11);
  return Array.from({ length: rows }, () => {
    const first = DAY - Math.floor(1500 * next());
    const count = Math.floor(12 * next() ** 2);
    const last = count === 1 ? first : first + Math.floor((DAY - first) * next());
    return { first, last, count };
  });
}

describe("LIFECYCLE(first, last, count, [as_of], [rules], [language])", () => {
  const rows = sums(500);
  const first = rows.map((row) => [row.first]);
  const last = rows.map((row) => [row.last]);
  const count = rows.map((row) => [row.count]);

  it("equals classify() on a table of customers", () => {
    const [policy] = templates;
    if (!policy) throw new Error("There are no templates.");
    const table = tableOfRows(
      ["id", "first", "last", "count", "money"],
      rows.map((row, at) => [`C${at}`, row.first, row.last, row.count, 1000 - at]),
    );
    const mapping = { customer: 0, first: 1, recency: 2, frequency: 3, monetary: 4 };
    const dated = {
      ...table,
      columns: table.columns.map((one, at) => ({ ...one, dated: at === 1 || at === 2 })),
    };
    const result = classify(dated, policy, { mapping, asOf: DAY });
    if (!result.ok) throw new Error(result.troubles[0]?.code);
    const { facts, ledger } = result.value;
    const at = new Map(ledger.customers.map((id, place) => [id, place]));
    const place = (row: number) => at.get(`C${row}`) ?? -1;
    const stages = rows.map((_, row) => stageLabel(facts.stage[place(row)] ?? "prospect", "en"));
    expect(list(LIFECYCLE(first, last, count, DAY, none, "en"))).toEqual(stages);
    expect(new Set(stages).size).toBe(6);
    const bought = rows.flatMap((row, of) => (row.count > 0 ? [{ row, of }] : []));
    const gaps = bought.map(({ of }) => [facts.gap[place(of)]]);
    expect(
      list(
        ACTIVITY(
          bought.map(({ row }) => [row.last]),
          DAY,
          gaps,
          none,
          "en",
        ),
      ),
    ).toEqual(bought.map(({ of }) => activityLabel(facts.activity[place(of)] ?? "active", "en")));
  });

  it("counts from the latest day where no as-of date is given, never from today", () => {
    const latest = Math.max(...rows.map((row) => row.last));
    expect(LIFECYCLE(first, last, count)).toEqual(LIFECYCLE(first, last, count, latest));
  });

  it("takes plain arguments, text dates, and speaks Chinese", () => {
    expect(
      LIFECYCLE("2022-01-01" as never, "2023-12-20" as never, 8 as never, "2024-01-01", none, "zh"),
    ).toEqual([["成熟"]]);
    expect(LIFECYCLE([[DAY - 10]], [[DAY - 10]], [[1]], DAY, none, "en")).toEqual([["New"]]);
    expect(LIFECYCLE(none, none, 0 as never, DAY, none, "en")).toEqual([["Prospect"]]);
  });

  it("reads a blank of any host alike", () => {
    for (const blank of [null, "", 0]) {
      expect(list(LIFECYCLE(column(blank), column(DAY), column(3), DAY, none, "en"))).toEqual(["Growing"]);
      expect(list(LIFECYCLE(column(blank), column(blank), column(0), DAY, none, "en"))).toEqual(["Prospect"]);
    }
    expect(list(LIFECYCLE(column("", DAY), column("", DAY), column("", 1), null, none, "en"))).toEqual([
      "",
      "New",
    ]);
  });

  it("gives a bad row its own error", () => {
    const firsts = column(DAY, DAY, errorCell("#REF!"), DAY + 1, "soon", DAY, DAY, DAY, DAY);
    const lasts = column(DAY, "", DAY, DAY, DAY, DAY + 9, DAY, DAY, "31/12/x");
    const counts = column(1, 2, 2, 2, 2, 2, -1, "", 1);
    expect(list(LIFECYCLE(firsts, lasts, counts, DAY, none, "en"))).toEqual([
      "New",
      ...Array.from({ length: 8 }, () => "#VALUE!"),
    ]);
  });

  it("takes rules by name, in any spelling", () => {
    const at = (rules: unknown) =>
      list(LIFECYCLE(column(DAY - 100), column(DAY - 100), column(1), DAY, rules as never, "en"));
    expect(at(null)).toEqual(["New"]);
    expect(
      at([
        ["dormant_days", 60],
        ["dormant gaps", 0.5],
      ]),
    ).toEqual(["Dormant"]);
    expect(
      at([
        ["Rhythm", "fixed"],
        ["churned.days", "90"],
        ["", ""],
      ]),
    ).toEqual(["Churned"]);
  });

  it.each([
    ["an unknown rule", [["lost_days", 3]], "There is no rule “lost_days”: the rules are rhythm, gap"],
    ["a value that is none", [["churned_days", "long"]], "The rule churned_days is “long”"],
    ["another rhythm", [["rhythm", "slow"]], "The rule rhythm is “slow”"],
    ["limits in the wrong order", [["churned_days", 10]], "churned before it is dormant"],
    ["one column", column("gap"), "rules has 1 column: give two"],
  ])("refuses %s in a sentence", (_, rules, sentence) => {
    const call = () => LIFECYCLE(column(DAY), column(DAY), column(1), DAY, rules as never, "en");
    expect(refusal(call).message).toContain(sentence);
  });
  it("refuses an as-of date before all days, and dates of unequal height", () => {
    expect(refusal(() => LIFECYCLE(column(DAY), column(DAY), column(1), DAY - 1)).message).toContain(
      "before all data",
    );
    expect(refusal(() => LIFECYCLE(column(DAY, DAY), column(DAY, DAY, DAY), column(1))).message).toBe(
      "first has 2 rows and last has 3: give ranges of the same height.",
    );
  });
});

describe("ACTIVITY(last, [as_of], [gap], [rules], [language])", () => {
  it("is active, dormant or churned by the limits of the stages", () => {
    const last = column(DAY, DAY - 180, DAY - 181, DAY - 360, DAY - 361);
    expect(list(ACTIVITY(last, null, none, none, "en"))).toEqual([
      "Active",
      "Active",
      "Dormant",
      "Dormant",
      "Churned",
    ]);
    expect(list(ACTIVITY(last, null, 10 as never, none, "zh"))).toEqual([
      "活跃",
      "沉默",
      "流失",
      "流失",
      "流失",
    ]);
  });
  it("takes a gap for each, the usual one where it is blank, and gives a bad row its own error", () => {
    const last = column(DAY - 100, DAY - 100, "", DAY - 100, DAY - 100, errorCell("#N/A"), "x");
    const gap = column(10, "", 10, -1, "x", 10, 10);
    expect(list(ACTIVITY(last, DAY, gap, none, "en"))).toEqual([
      "Dormant",
      "Active",
      "",
      "#VALUE!",
      "#VALUE!",
      "#N/A",
      "#VALUE!",
    ]);
  });
  it("takes plain arguments", () => {
    expect(ACTIVITY(DAY as never, DAY + 400, none, none, "en")).toEqual([["Churned"]]);
    expect(ACTIVITY(null as never, DAY)).toEqual([[""]]);
  });
});
