import "./runtime";
import { describe, expect, it } from "vitest";
import { CLV, EXPECTEDORDERS, PALIVE } from "../../functions/value";
import { VALUEFIT } from "../../functions/value-fit";
import { VALUEFROM as ofRanges } from "../../functions/value-from";
import { valueOf } from "../../src/core/value/value";
import {
  CDNOW_LOG,
  dataRows,
  hasData,
  LIFETIMES,
  logOf,
  serialDay,
  type Purchase,
} from "../core/value/reference-data";
import { gammaDraw, seeded, simulate, START } from "../core/value/simulated";
import { column, errorCell, refusal, shown } from "./runtime";

/** Excel hands ranges over; the functions take a plain value as a range of one cell. */
const VALUEFROM = ofRanges as (...given: readonly unknown[]) => unknown[][];

type Columns = [unknown[][], unknown[][], unknown[][]];

function columnsOf(rows: readonly Purchase[]): Columns {
  return [
    column(...rows.map(([customer]) => customer)),
    column(...rows.map(([, day]) => day)),
    column(...rows.map(([, , amount]) => amount)),
  ];
}

/** Customers who buy and leave as BG/NBD has it, and customers who never leave. */
function world(leaving: boolean, customers = 600): Purchase[] {
  const random = seeded(leaving ? 1 : 2);
  return simulate(
    {
      customers,
      days: 540,
      r: leaving ? 0.8 : 0.9,
      alpha: leaving ? 30 : 50,
      leaving: leaving
        ? {
            perPurchase: () =>
              gammaDraw(random, 1, 1) / (gammaDraw(random, 1, 1) + gammaDraw(random, 3, 1) + 1),
          }
        : { perDay: () => 1e-12 },
      amount: () => (gammaDraw(random, 6, 1) * 15) / 6,
    },
    random,
  );
}

const left = columnsOf(world(true));
const stayed = columnsOf(world(false));
const END = START + 540;
const valueIn = (table: unknown[][], name: string) => table.find(([row]) => row === name)?.[1];

describe("CLV, PALIVE and EXPECTEDORDERS(customers, dates, amounts, [as_of], …)", () => {
  it("give what the core gives, a row a customer, under headers", () => {
    const { log, ids } = logOf(world(true));
    const core = valueOf(log, { model: "auto", unit: "week", months: 6, discountPerYear: 0.1, asOf: END });
    if (!core.ok) throw new Error("The sample has no value.");
    expect([core.value.verdict, core.value.clvIs]).toEqual(["identified", "model"]);
    const clv = CLV(...left, END, 6, 0.1);
    const alive = PALIVE(...left, END);
    const orders = EXPECTEDORDERS(...left, END, 6);
    expect(clv[0]).toEqual(["Customer", "Lifetime value", "Basis"]);
    expect(alive[0]).toEqual(["Customer", "P(alive)"]);
    expect(orders[0]).toEqual(["Customer", "Expected purchases"]);
    const byId = new Map(ids.map((id, at) => [id, at]));
    for (const table of [clv, alive, orders]) expect(table).toHaveLength(ids.length + 1);
    for (let row = 1; row <= ids.length; row++) {
      const at = byId.get(String(clv[row]?.[0])) ?? -1;
      expect(clv[row]).toEqual([ids[at], core.value.clv[at], "Forecast"]);
      expect(alive[row]).toEqual([ids[at], core.value.pAlive[at]]);
      expect(orders[row]).toEqual([ids[at], core.value.expectedPurchases[at]]);
    }
  });

  it("without headers give the rows alone; in Chinese, Chinese headers", () => {
    expect(PALIVE(...left, END, false)).toEqual(PALIVE(...left, END).slice(1));
    expect(CLV(...left, END, null, null, true, "zh")[0]).toEqual(["客户", "生命周期价值", "依据"]);
  });

  it("where nobody is seen leaving, refuse probabilities with the reason, and give money so far, labelled", () => {
    for (const call of [() => PALIVE(...stayed, END), () => EXPECTEDORDERS(...stayed, END)]) {
      const refused = refusal(call);
      expect(refused.code).toBe("#N/A");
      expect(refused.message).toContain("These purchases do not show who has left");
    }
    expect(refusal(() => PALIVE(...stayed, END, null, "zh")).message).toContain("看不出哪些客户已流失");
    const [header, ...rows] = CLV(...stayed, END);
    expect(header).toEqual(["Customer", "Money so far (no forecast)", "Basis"]);
    const spent = new Map<string, number>();
    for (const [id, , amount] of world(false)) spent.set(id, (spent.get(id) ?? 0) + Math.round(amount * 100));
    for (const [id, money, basis] of rows) {
      expect([money, basis]).toEqual([(spent.get(String(id)) ?? NaN) / 100, "So far"]);
    }
  });

  it.each([
    ["one purchase each", Array.from({ length: 80 }, (_, at): Purchase => [`c${at}`, START + at, 10])],
    [
      "three customers",
      [
        ["a", START, 1],
        ["a", START + 9, 1],
        ["b", START, 1],
        ["c", START, 1],
      ] as Purchase[],
    ],
    ["a single day", Array.from({ length: 80 }, (_, at): Purchase => [`c${at % 60}`, START, 10])],
    [
      "refunds that eat the money up",
      [
        ["a", START, 5],
        ["a", START + 30, -50],
        ["b", START, 1e12],
      ] as Purchase[],
    ],
  ])("%s: no probability, no crash, no NaN", (_, rows) => {
    const columns = columnsOf(rows);
    expect(refusal(() => PALIVE(...columns)).code).toBe("#N/A");
    for (const cell of [...CLV(...columns), ...VALUEFIT(...columns)].flat()) {
      expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
    }
  });

  it("leave blank who has no purchase up to the day, and rows that can't be read out", () => {
    const [customers, dates, amounts] = left;
    const table = CLV(
      [...customers, ["late"], ["bad"], [errorCell("#N/A")], ["refunded"]],
      [...dates, [END + 50], ["never"], [START], [START]],
      [...amounts, [10], [10], [10], [-10]],
      END,
    );
    const rows = new Map(table.map((row) => [row[0], row]));
    expect(rows.get("refunded")).toEqual(["refunded", "", ""]);
    expect(rows.has("late")).toBe(false);
    expect(rows.has("bad")).toBe(false);
    expect(shown(table).flat()).not.toContain("#N/A");
  });

  it.each([
    ["half a month", () => CLV(...left, END, 0.5), "months is “0.5”: give a whole number from 1 to 1,200."],
    ["a discount in percent without its sign", () => CLV(...left, END, 12, 15), "discount_per_year is “15”"],
    [
      "columns of unequal height",
      () => PALIVE(left[0], left[1].slice(1), left[2]),
      "give ranges of the same height",
    ],
    ["a day before all data", () => PALIVE(...left, 30_000), "as_of is"],
    ["an unknown model", () => VALUEFIT(...left, END, "gompertz"), "model is “gompertz”"],
  ])("refuse %s", (_, call, sentence) => {
    const refused = refusal(call);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toContain(sentence);
  });

  it("of a million blank rows answer #N/A", () => {
    const blank = Array.from({ length: 100_000 }, () => [""]);
    expect(refusal(() => CLV(blank, blank, blank)).code).toBe("#N/A");
  });
});

describe("VALUEFIT(…) and VALUEFROM(repeats, last_age, age, parameters, …)", () => {
  const history = [column(2), column(30.43), column(38.86)] as const;

  it("name the parameters of the model that was asked for", () => {
    const fit = VALUEFIT(...left, END, "pareto-nbd", "day", "en");
    expect(fit.slice(0, 6).map(([name]) => name)).toEqual([
      "Model",
      "Unit of time",
      "r",
      "alpha",
      "s",
      "beta",
    ]);
    expect([valueIn(fit, "Model"), valueIn(fit, "Unit of time")]).toEqual(["Pareto/NBD", "Day"]);
    expect(fit.every((row) => row.length === 2)).toBe(true);
  });

  it.each(["en", "zh"])(
    "a table in %s is read back: from cells come the functions' own numbers",
    (language) => {
      const fit = VALUEFIT(...left, END, null, null, language);
      const { log, ids } = logOf(world(true));
      const core = valueOf(log, { model: "auto", unit: "week", months: 12, discountPerYear: 0.1, asOf: END });
      if (!core.ok) throw new Error("The sample has no value.");
      const { x, tx, T, spend } = core.value.summary;
      const cells = [x, tx, T].map((one) => column(...one)) as Columns;
      const [, ...rows] = VALUEFROM(...cells, fit, column(...spend), 12, 0.1);
      expect(rows).toHaveLength(ids.length);
      for (const [at, row] of rows.entries()) {
        expect(row).toEqual([core.value.pAlive[at], core.value.expectedPurchases[at], core.value.clv[at]]);
      }
    },
  );

  it("nothing is forecast from a fit that isn't identified, in either language", () => {
    for (const language of ["en", "zh"]) {
      const fit = VALUEFIT(...stayed, END, null, null, language);
      const refused = refusal(() => VALUEFROM(...history, fit));
      expect(refused.code).toBe("#N/A");
      expect(refused.message).toContain(
        String(valueIn(fit, language === "en" ? "Verdict on purchases" : "结论（购买）")),
      );
    }
  });

  // Fader, Hardie & Lee 2005 at the published parameters; Python lifetimes 0.11.3, R BTYD 2.4.3 (methods.md §6).
  it("at parameters typed into cells give the published numbers", () => {
    const bare = column(0.243, 4.414, 0.793, 2.426);
    const [[alive] = []] = VALUEFROM(...history, bare, null, null, null, false);
    expect(alive).toBeCloseTo(0.7265785701, 8);
    const table = [
      ["Model", "Pareto/NBD"],
      ["Unit", ""],
      ["r", 0.553],
      ["α", 10.578],
      ["S", 0.606],
      ["beta", 11.669],
      ["unit of time", "month"],
    ];
    // With months for a unit, 39 months are the paper's 39 weeks.
    const [first, none] = VALUEFROM(
      column(2, 0),
      column(213 / 7, 0),
      column(272 / 7, 272 / 7),
      table,
      null,
      39,
      null,
      false,
    );
    expect(first?.[1]).toBeCloseTo(1.4552261309, 8);
    expect(first?.[0]).toBeCloseTo(0.8691861547, 8);
    expect(none?.[1]).toBeCloseTo(0.1070928338, 8);
    expect(none?.[0]).toBeCloseTo(0.2953033743, 8);
    const months = [
      ...table.slice(0, 0),
      ["unit of time", "month"],
      ...[
        ["r", 0.243],
        ["alpha", 4.414],
        ["a", 0.793],
        ["b", 2.426],
      ],
    ];
    const [[, expected] = []] = VALUEFROM(...history, months, null, 39, null, false);
    expect(expected).toBeCloseTo(1.226028175, 8);
  });

  it.skipIf(!hasData(LIFETIMES))(
    "12-month values of CDNOW, 1% a month (Python lifetimes 0.11.3; skipped where ../shared/data is absent)",
    () => {
      const rows = dataRows(LIFETIMES, 1).map((row) => row.map(Number));
      const cells = (at: number) => column(...rows.map((row) => row[at]));
      const parameters = column(0.243, 4.414, 0.793, 2.426, 6.25, 3.74, 15.44);
      const table = VALUEFROM(cells(1), cells(2), cells(3), parameters, cells(4), 12, 0.12682503, false);
      const firstTen = [
        36.28921113, 4.63729466, 8.36900436, 8.36900436, 8.36900436, 283.53277632, 6.88235547, 8.36900436,
        43.36787227, 8.36900436,
      ];
      for (const [at, expected] of firstTen.entries()) expect(table[at]?.[2]).toBeCloseTo(expected, 5);
      expect(table.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(71_560.20884, 2);
    },
  );

  it("answers each row for itself: a blank, an error, a text, a history that can't be", () => {
    const table = VALUEFROM(
      column(2, "", errorCell("#N/A"), "two", 2, 0, 1e4, 0, 3),
      column(30, 30, 30, 30, 50, 5, 9e5, 0, null),
      40,
      column(0.243, 4.414, 0.793, 2.426),
      null,
      null,
      null,
      false,
    );
    expect(shown(table).map(([alive]) => (typeof alive === "number" ? "p" : alive))).toEqual([
      ...["p", "", "#N/A", "#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", "p", ""],
    ]);
    const extreme = VALUEFROM(
      1e4,
      1e6,
      1e6,
      column(0.243, 4.414, 0.793, 2.426, 6.25, 3.74, 15.44),
      1e12,
      1200,
    );
    for (const cell of extreme[1] ?? []) expect(Number.isFinite(cell)).toBe(true);
  });

  it.each([
    ["three parameters", column(1, 2, 3), null, "The parameters of the model must be r, alpha, a, b"],
    ["a parameter of 0", column(1, 2, 3, 0), null, "each a number above 0"],
    [
      "a parameter that is missing",
      [
        ["Model", "Pareto/NBD"],
        ["r", 1],
        ["alpha", 2],
      ],
      null,
      "r, alpha, s, beta",
    ],
    [
      "a model that is none",
      [
        ["Model", "x"],
        ["r", 1],
      ],
      null,
      "model is “x”",
    ],
    ["spend without its parameters", column(1, 2, 3, 4), 10, "leave spend out"],
    ["an error among them", column(1, 2, 3, errorCell("#REF!")), null, "parameters is the error #REF!"],
  ])("refuses %s", (_, parameters, spend, sentence) => {
    const refused = refusal(() => VALUEFROM(...history, parameters, spend));
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toContain(sentence);
  });
});

describe.skipIf(!hasData(CDNOW_LOG))("CDNOW in ../shared/data (skipped where absent)", () => {
  const rows = hasData(CDNOW_LOG)
    ? dataRows(CDNOW_LOG, 0).map(([, id = "", day = "", , amount = ""]): Purchase => [
        id,
        serialDay(+day.slice(0, 4), +day.slice(4, 6), +day.slice(6, 8)),
        Number(amount),
      ])
    : [];
  const cdnow = columnsOf(rows);
  const end = serialDay(1997, 9, 30);

  // Fader, Hardie & Lee 2005; R BTYD 2.4.3; Python lifetimes 0.11.3 (methods.md §6, with its tolerances).
  it.each([
    ["bg-nbd", { r: 0.242594, alpha: 4.413602, a: 0.79292, b: 2.425888 }, -9582.429207, 1e-3],
    ["mbg-nbd", { r: 0.524843, alpha: 6.183085, a: 0.891359, b: 1.614002 }, -9582.1357, 1e-3],
    ["pareto-nbd", { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668734 }, -9594.976179, 2e-2],
  ])("VALUEFIT finds the published parameters of %s", (model, parameters, logLikelihood, tolerance) => {
    const fit = VALUEFIT(...cdnow, end, model);
    for (const [name, expected] of Object.entries(parameters)) {
      expect(Math.abs(Number(valueIn(fit, name)) - expected)).toBeLessThan(tolerance);
    }
    expect(valueIn(fit, "Log-likelihood")).toBeCloseTo(logLikelihood, 3);
    expect(valueIn(fit, "Verdict on purchases")).toBe("Identified");
    for (const [name, expected] of [
      ["p", 6.249572],
      ["q", 3.744225],
      ["gamma", 15.443521],
    ] as const) {
      expect(Math.abs(Number(valueIn(fit, name)) - expected)).toBeLessThan(2e-3);
    }
    expect(valueIn(fit, "Log-likelihood of spend")).toBeCloseTo(-4055.917695, 3);
  });

  it("CLV, PALIVE and EXPECTEDORDERS have a number for every customer", () => {
    for (const table of [CLV(...cdnow, end), PALIVE(...cdnow, end), EXPECTEDORDERS(...cdnow, end)]) {
      expect(table).toHaveLength(2358);
      for (const [, value] of table.slice(1)) expect(value).toBeGreaterThan(0);
    }
  });
});
