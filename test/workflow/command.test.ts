import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResultJson } from "../../src/core/report/result-json";
import { templates } from "../../src/core/policy/templates";
import { readSheetRows } from "../../src/files/read-sheet-rows";
import { tiersheet } from "./terminal";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "tiersheet-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file in the test's folder. */
function file(name: string, content?: string | Uint8Array): string {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

const ORDERS = `Customer,Order no,Date,Amount,Status,Region
007,1,2024-01-05,100,Completed,North
Acme,2,2024-02-05,50.5,Completed,South
Acme,3,2024-03-05,49.5,Completed,South
=SUM(A1),4,2024-03-06,10,Completed,North
Bolt,5,2024-03-07,20,Cancelled,North
,6,2024-03-08,5,Completed,North
`;

describe("classify", () => {
  it("gives exactly the documented JSON", async () => {
    const { code, out } = await tiersheet([
      "classify",
      file("a.csv", ORDERS),
      "--json",
      "-",
      "--policy",
      "abc",
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(out) as ResultJson;
    expect(Object.keys(result)).toEqual(["asOf", "check", "cutoffs", "customers", "tiers", "notes"]);
    expect(result.asOf).toBe("2024-03-08");
    expect(result.check).toEqual({
      rowsIn: 6,
      rowsUsed: 4,
      amountIn: 235,
      amountUsed: 210,
      setAside: [
        { reason: "no-customer", rows: 1, amount: 5, examples: [7] },
        { reason: "excluded-status", rows: 1, amount: 20, examples: [6] },
      ],
    });
    expect(Object.keys(result.cutoffs)).toEqual(["recency", "frequency", "monetary"]);
    expect(result.customers.map(({ customer }) => customer)).toEqual(["007", "Acme", "=SUM(A1)"]);
    expect(result.customers[1]).toEqual({
      customer: "Acme",
      firstPurchase: "2024-02-05",
      lastPurchase: "2024-03-05",
      recency: 3,
      frequency: 2,
      monetary: 100,
      // Days 2, 3, 63: cut-offs 2.4, 2.8, 15, 39 → R 3. Counts 1, 1, 2: 1, 1, 1.2, 1.6 → F 5. Money 10, 100, 100: M 2.
      r: 3,
      f: 5,
      m: 3,
      rfm: "353",
      segment: "potential-loyalists",
      abc: "A",
      stage: "new",
      activity: "active",
      tier: "A",
    });
    expect(result.tiers).toEqual([
      { tier: "A", customers: 2, monetary: 200, share: 0.9524 },
      { tier: "B", customers: 0, monetary: 0, share: 0 },
      { tier: "C", customers: 1, monetary: 10, share: 0.0476 },
    ]);
  });

  it("the same rows shuffled give the same customers, cut-offs and tiers, byte for byte", async () => {
    const [header = "", ...rows] = ORDERS.trimEnd().split("\n");
    const other = file("b.csv", [header, ...rows.reverse()].join("\n"));
    const [one, two] = await Promise.all(
      [file("a.csv", ORDERS), other].map(async (path) => {
        const { out } = await tiersheet(["classify", path, "--json", "-"]);
        const { check: _, ...rest } = JSON.parse(out) as ResultJson;
        return JSON.stringify(rest);
      }),
    );
    expect(two).toBe(one);
  });

  it("writes a workbook with labels in the language asked for, and prints the check and the tiers", async () => {
    const out = file("分层.xlsx");
    const done = await tiersheet(["classify", file("a.csv", ORDERS), "--out", out, "--lang", "zh"]);
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("剔除：缺少客户");
    expect(done.out).toContain("已写出：");
    const rows = await readSheetRows(new Uint8Array(readFileSync(out)), "客户");
    expect(rows.ok && rows.value[0]?.slice(0, 4)).toEqual(["客户", "Region", "层级", "分群"]);
    expect(rows.ok && rows.value.map(([id]) => id)).toEqual(["客户", "007", "Acme", "=SUM(A1)"]);
  });

  it("reads standard input, and is silent with --quiet", async () => {
    const done = await tiersheet(["classify", "-", "--quiet"], new TextEncoder().encode(ORDERS));
    expect(done).toEqual({ code: 0, out: "", err: "" });
  });

  it("scores a later run with the frozen cut-offs of the JSON or the workbook, in either language", async () => {
    const first = file("first.csv", ORDERS);
    const json = file("first.json");
    const workbook = file("first.xlsx");
    await tiersheet([
      "classify",
      first,
      "--json",
      json,
      "--out",
      workbook,
      "--lang",
      "zh",
      "--policy",
      "strategic",
    ]);
    const cutoffs = (JSON.parse(readFileSync(json, "utf8")) as ResultJson).cutoffs;
    const later = file(
      "later.csv",
      `${ORDERS}Coda,9,2024-06-01,9000,Completed,East\nCoda,10,2024-06-02,1,,East\n`,
    );
    for (const frozen of [json, workbook]) {
      const { code, out } = await tiersheet([
        "classify",
        later,
        "--freeze",
        frozen,
        "--json",
        "-",
        "--policy",
        "strategic",
      ]);
      expect(code).toBe(0);
      const result = JSON.parse(out) as ResultJson;
      expect(result.cutoffs).toEqual(cutoffs);
      expect(result.asOf).toBe("2024-06-02");
      expect(result.customers.map(({ customer, abc }) => `${customer} ${abc}`)).toEqual([
        "Coda A",
        "007 A",
        "Acme A",
        "=SUM(A1) C",
      ]);
      expect(result.notes.map(({ code: note }) => note)).toContain("ruler-frozen");
    }
  });
});

describe("the managers' copy", () => {
  it("has the summary and no customer, beside the whole workbook, in the language asked for", async () => {
    const out = file("whole.xlsx");
    const copy = file("managers.xlsx");
    const run = ["classify", file("a.csv", ORDERS), "--out", out, "--managers-copy", copy, "--lang", "zh"];
    const { code, out: printed } = await tiersheet(run);
    expect(code).toBe(0);
    expect(printed).toContain(copy);
    const whole = XLSX.read(readFileSync(out));
    expect(whole.SheetNames).toEqual(["概览", "透视表", "层级", "客户", "核对", "分级标准", "快照"]);
    const managers = XLSX.read(readFileSync(copy));
    expect(managers.SheetNames).toEqual(["概览", "透视表", "分级标准"]);
    const texts = managers.SheetNames.map((name) => XLSX.utils.sheet_to_csv(managers.Sheets[name] ?? {}));
    expect(texts.join()).not.toMatch(/Acme|007|SUM/);
    // A second run refuses to replace it, unless it is told to.
    const again = await tiersheet(["classify", file("a.csv"), "--managers-copy", copy]);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining("managers.xlsx")]);
    expect((await tiersheet(["classify", file("a.csv"), "--managers-copy", copy, "--force"])).code).toBe(0);
  });

  it("tells names as it is told to, and what changed since an earlier run", async () => {
    const orders = `Customer,Date,Amount
Anna Berg,2023-01-05,100
Anna Berg,2023-09-01,900
Carl Dahl,2024-03-01,100
Carl Dahl,2023-12-01,100
`;
    const first = file("first-run.xlsx");
    await tiersheet(["classify", file("b.csv", orders), "--out", first, "--as-of", "2024-01-15"]);
    const later = file("c.csv", `${orders}Carl Dahl,2024-03-20,1000\n`);
    const summaryOf = async (...more: string[]) => {
      const copy = file("copy.xlsx");
      const run = [
        "classify",
        later,
        "--managers-copy",
        copy,
        "--force",
        "--quiet",
        "--freeze",
        first,
        ...more,
      ];
      const done = await tiersheet([...run, "--as-of", "2024-03-20"]);
      expect(done).toEqual({ code: 0, out: "", err: "" });
      return XLSX.utils.sheet_to_csv(XLSX.read(readFileSync(copy)).Sheets["Summary"] ?? {});
    };
    const out = await summaryOf();
    expect(out).toContain("against 2024-01-15");
    expect(out).toContain("▲ 100%");
    expect(out).not.toMatch(/Anna|Berg|A\*\*\*g/);
    expect(await summaryOf("--names", "mask")).toContain("A***g");
    expect(await summaryOf("--names", "keep")).toContain("Anna Berg");
  });
});

describe("trouble is one sentence on standard error, in the language asked for, and nothing is written", () => {
  const cases: readonly (readonly [
    name: string,
    args: () => string[],
    code: number,
    en: RegExp,
    zh: RegExp,
  ])[] = [
    ["an unknown command", () => ["clasify", "x.csv"], 2, /no command “clasify”/, /没有“clasify”命令/],
    [
      "an unknown flag",
      () => ["classify", file("a.csv", ORDERS), "--ou", "x.xlsx"],
      2,
      /no flag “--ou”/,
      /没有“--ou”/,
    ],
    [
      "a flag without value",
      () => ["classify", file("a.csv", ORDERS), "--out"],
      2,
      /needs a value/,
      /需要一个值/,
    ],
    [
      "a flag's value eaten by the next",
      () => ["classify", file("a.csv", ORDERS), "--out", "--force"],
      2,
      /--out” needs a value/,
      /需要一个值/,
    ],
    [
      "a copy that is no workbook",
      () => ["classify", file("a.csv", ORDERS), "--managers-copy", "x.csv"],
      2,
      /--managers-copy writes a workbook/,
      /--managers-copy 写出工作簿/,
    ],
    [
      "a copy in the workbook's place",
      () => [
        "classify",
        file("a.csv", ORDERS),
        "--out",
        file("same.xlsx"),
        "--managers-copy",
        file("same.xlsx"),
      ],
      2,
      /--out and --managers-copy name the same file/,
      /--out 与 --managers-copy 指向同一个文件/,
    ],
    [
      "names without a copy",
      () => ["classify", file("a.csv", ORDERS), "--names", "keep"],
      2,
      /“--names” goes with “--managers-copy” only/,
      /“--names”须与“--managers-copy”一起使用/,
    ],
    [
      "names told in no known way",
      () => ["classify", file("a.csv", ORDERS), "--managers-copy", "x.xlsx", "--names", "some"],
      2,
      /--names.*out, mask, keep/,
      /--names.*out、mask、keep/,
    ],
    ["no input", () => ["classify"], 2, /input file is missing/, /缺少输入文件/],
    ["one argument too many", () => ["classify", "a", "b"], 2, /one argument too many/, /多余的参数/],
    [
      "a file that isn't there",
      () => ["classify", file("nowhere.csv")],
      3,
      /no file .*nowhere\.csv/,
      /找不到文件/,
    ],
    ["a folder", () => ["classify", folder], 3, /is a folder/, /是文件夹/],
    ["an unknown type", () => ["classify", file("a.docx", "x")], 1, /docx|type/, /docx|类型/],
    ["an empty file", () => ["classify", file("empty.csv", "")], 1, /empty/, /空/],
    [
      "a header only",
      () => ["classify", file("header.csv", "Customer,Date,Amount\n")],
      1,
      /no rows|header/i,
      /表头|没有数据/,
    ],
    [
      "a binary named .csv",
      () => ["classify", file("bin.csv", Uint8Array.from([1, 0, 2, 0, 255, 0, 3, 9, 0, 0, 0]))],
      1,
      /binary|text/,
      /二进制|文本/,
    ],
    [
      "a broken .xlsx",
      () => ["classify", file("broken.xlsx", "PK\u0003\u0004 nothing")],
      1,
      /xlsx|workbook/i,
      /xlsx|工作簿/,
    ],
    [
      "a wrong encoding",
      () => ["classify", file("a.csv", ORDERS), "--encoding", "klingon"],
      2,
      /klingon/,
      /klingon/,
    ],
    [
      "a column that isn't there",
      () => ["classify", file("a.csv", ORDERS), "--map", "customer=Kunde"],
      2,
      /no column “Kunde”. Columns: Customer/,
      /没有名为“Kunde”的列/,
    ],
    [
      "two columns of one role",
      () => ["classify", file("a.csv", ORDERS), "--map", "date=Date,date=Region"],
      2,
      /Two columns.*“Date” and “Region”/,
      /指定了两列/,
    ],
    [
      "an unknown role",
      () => ["classify", file("a.csv", ORDERS), "--map", "client=Customer"],
      2,
      /no role “client”/,
      /没有“client”/,
    ],
    [
      "no readable date at all",
      () => [
        "classify",
        file("nodate.csv", "Customer,Date,Amount\na,soon,1\nb,later,2\n"),
        "--map",
        "date=Date",
      ],
      1,
      /No cell of “Date” can be read as a date/,
      /没有一个单元格能识别为日期/,
    ],
    [
      "a date column whose cells are none, not named with --map",
      () => ["classify", file("hello.csv", "customer,date,amount\na,hello,1\nb,world,2\n")],
      2,
      /The header of “date” would fit, but the cells can't be read/,
      /“date”列的表头相符/,
    ],
    [
      "all customers blank",
      () => [
        "classify",
        file("nobody.csv", "Customer,Date,Amount\n,2024-01-01,1\n,2024-01-02,2\n"),
        "--map",
        "customer=Customer",
      ],
      1,
      /“Customer” is blank in every row/,
      /每一行都是空的/,
    ],
    [
      "an as-of date before all data",
      () => ["classify", file("a.csv", ORDERS), "--as-of", "2020-01-01"],
      1,
      /before all data, which begins on 2024-01-05/,
      /早于全部数据/,
    ],
    [
      "an as-of date that is none",
      () => ["classify", file("a.csv", ORDERS), "--as-of", "2024-02-30"],
      2,
      /“2024-02-30” is no date/,
      /不是日期/,
    ],
    [
      "dates that could be either",
      () => ["classify", file("dmy.csv", "Customer,Date,Amount\na,03/04/2024,1\nb,05/06/2024,2\n")],
      1,
      /--date-order dmy/,
      /--date-order dmy/,
    ],
    [
      "amounts that could be either",
      () => ["classify", file("dec.csv", "Customer,Date,Amount\na,2024-01-05,1.234\nb,2024-01-06,5.678\n")],
      1,
      /“Amount” decides whether .*--decimal point or --decimal comma/,
      /--decimal point/,
    ],
    [
      "an unknown model of value",
      () => ["classify", file("a.csv", ORDERS), "--value", "magic"],
      2,
      /“--value” is one of auto, bg-nbd/,
      /“--value”应为 auto/,
    ],
    [
      "a horizon that is no number",
      () => ["classify", file("a.csv", ORDERS), "--value", "auto", "--months", "soon"],
      2,
      /“--months” is a number/,
      /“--months”应为数字/,
    ],
    [
      "a horizon of no months",
      () => ["classify", file("a.csv", ORDERS), "--value", "auto", "--months", "0"],
      2,
      /whole number of months/,
      /整数（月）/,
    ],
    [
      "a horizon without value",
      () => ["classify", file("a.csv", ORDERS), "--months", "6"],
      2,
      /“--months” goes with “--value” only/,
      /须与“--value”一起使用/,
    ],
    [
      "an unknown policy",
      () => ["classify", file("a.csv", ORDERS), "--policy", "gold"],
      2,
      /no policy and no file “gold”/,
      /没有名为“gold”/,
    ],
    [
      "a policy that is no JSON",
      () => ["classify", file("a.csv", ORDERS), "--policy", file("p.json", "{")],
      2,
      /isn't valid JSON.*line 1, column 2/,
      /不是有效的 JSON.*第 1 行第 2 列/,
    ],
    [
      "unknown keys of a policy",
      () => ["classify", file("a.csv", ORDERS), "--policy", file("k.json", '{"colour":1}')],
      2,
      /k\.json \/colour: The key “colour”/,
      /\/colour：此处没有名为“colour”/,
    ],
    [
      "cut-offs not ascending",
      () => [
        "classify",
        file("a.csv", ORDERS),
        "--policy",
        file("c.json", '{"scores":{"monetary":{"method":"fixed","at":[4,3,2,1]}}}'),
      ],
      2,
      /\/scores\/monetary\/at: 4, 3, 2, 1 must ascend/,
      /由小到大/,
    ],
    [
      "a grid with gaps",
      () => [
        "policy",
        "check",
        file("g.json", '{"grid":{"name":"g","scores":5,"rules":[{"segment":"top","codes":["555"]}]}}'),
      ],
      2,
      /124 codes without a segment/,
      /124 个编码没有归属/,
    ],
    [
      "a ruler that holds none",
      () => ["classify", file("a.csv", ORDERS), "--freeze", file("r.json", "{}")],
      2,
      /holds no cut-offs/,
      /没有先前运行的切分点/,
    ],
    [
      "an output that is no workbook",
      () => ["classify", file("a.csv", ORDERS), "--out", file("x.csv")],
      2,
      /ends with \.xlsx/,
      /以 \.xlsx 结尾/,
    ],
    [
      "an output in no folder",
      () => ["classify", file("a.csv", ORDERS), "--out", join(folder, "no", "x.xlsx")],
      3,
      /can't be written/,
      /无法写入/,
    ],
    [
      "a customer that isn't there",
      () => ["explain", file("a.csv", ORDERS), "acm"],
      1,
      /no customer “acm”.*Similar: Acme/,
      /没有客户“acm”.*Acme/,
    ],
    [
      "a sheet of a text file",
      () => ["classify", file("a.csv", ORDERS), "--sheet", "Orders"],
      2,
      /sheet/i,
      /工作表/,
    ],
  ];

  it.each(cases)("%s", async (_, args, code, en, zh) => {
    const given = args();
    const before = readdirSync(folder);
    for (const [language, sentence] of [
      ["en", en],
      ["zh", zh],
    ] as const) {
      const done = await tiersheet([...given, "--lang", language, "--quiet"]);
      expect(done.err).toMatch(sentence);
      expect(done.err).toMatch(/^tiersheet: .*\n$/);
      expect(done.err).not.toMatch(/[{}]|undefined|\n\s+at /);
      expect([done.code, done.out]).toEqual([code, ""]);
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  it("the language is the locale's where none is asked for", async () => {
    expect((await tiersheet(["nonsense"], undefined, "zh_CN.UTF-8")).err).toContain("没有“nonsense”命令");
    expect((await tiersheet(["nonsense"], undefined, "C.UTF-8")).err).toContain("no command");
  });
});

describe("files that are there", () => {
  it("are never replaced without --force, and the input never", async () => {
    const input = file("in.csv", ORDERS);
    const out = file("there.xlsx", "mine");
    const refused = await tiersheet(["classify", input, "--out", out]);
    expect([refused.code, readFileSync(out, "utf8")]).toEqual([3, "mine"]);
    expect(refused.err).toContain("--force");
    const forced = await tiersheet(["classify", input, "--out", out, "--force"]);
    expect([forced.code, readFileSync(out).subarray(0, 2).toString()]).toEqual([0, "PK"]);
    const itself = await tiersheet(["classify", input, "--json", input, "--force"]);
    expect([itself.code, readFileSync(input, "utf8")]).toEqual([3, ORDERS]);
  });

  it("stay as they were when the input can't be classified, and nothing half-written is left", async () => {
    const place = join(folder, "place");
    mkdirSync(place, { recursive: true });
    const out = join(place, "old.xlsx");
    writeFileSync(out, "old");
    const done = await tiersheet([
      "classify",
      file("bad.csv", "Customer,Date,Amount\n"),
      "--out",
      out,
      "--force",
    ]);
    expect(done.code).toBe(1);
    expect([readFileSync(out, "utf8"), readdirSync(place)]).toEqual(["old", ["old.xlsx"]]);
  });
});

describe("columns, policy, help", () => {
  it("columns says what each was taken for, and why", async () => {
    const { code, out } = await tiersheet(["columns", file("a.csv", ORDERS)]);
    expect(code).toBe(0);
    expect(out).toMatch(/Customer +customer \(customer\) +\d+%/);
    expect(out).toMatch(/Region +attribute:Region/);
  });
  it("a role can be said to have no column", async () => {
    const { out } = await tiersheet(["classify", file("a.csv", ORDERS), "--map", "status=", "--json", "-"]);
    expect((JSON.parse(out) as ResultJson).check.setAside.map(({ reason }) => reason)).toEqual([
      "no-customer",
    ]);
  });
  it("policy lists, shows and checks", async () => {
    expect((await tiersheet(["policy", "list"])).out.trim().split("\n")).toHaveLength(7);
    const shown = await tiersheet(["policy", "show", "vip"]);
    expect(JSON.parse(shown.out)).toEqual(
      JSON.parse(JSON.stringify(templates.find(({ name }) => name === "vip"))),
    );
    const checked = await tiersheet(["policy", "check", file("vip.json", shown.out)]);
    expect([checked.code, checked.err]).toEqual([0, ""]);
    const { out } = await tiersheet(["policy", "show", "weighted"]);
    const high = file("high.json", out.replace(/("thresholds": \[\s*)\d+/, "$1120"));
    const warned = await tiersheet(["policy", "check", high]);
    expect([warned.code, warned.err]).toEqual([
      0,
      expect.stringMatching(/\/tiers\/by\/thresholds\/0: .*120/),
    ]);
  });
  it("help and version, in both languages", async () => {
    expect((await tiersheet(["--help"])).out).toContain("Exit codes");
    expect((await tiersheet(["--help", "--lang", "zh"])).out).toContain("退出码");
    expect(await tiersheet(["--version"])).toEqual({ code: 0, out: "0.0.0\n", err: "" });
  });
});
