import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { say } from "../../../src/core/language/message";
import { migrate } from "../../../src/core/policy/migrate";
import schema from "../../../src/core/policy/policy.schema.json";
import { parsePolicy, readPolicy } from "../../../src/core/policy/read-policy";
import { templates } from "../../../src/core/policy/templates";

/** The troubles of a document, as “path code”. */
function troubles(document: unknown): string[] {
  const policy = readPolicy(document);
  return policy.ok ? [] : policy.troubles.map(({ where, code }) => `${where ?? ""} ${code}`);
}

describe("the seven templates", () => {
  it("are those of methods §4", () => {
    expect(templates.map(({ name }) => name)).toEqual([
      "rfm",
      "abc",
      "eight-types",
      "vip",
      "strategic",
      "adc",
      "weighted",
    ]);
  });
  it.each(templates.map((template) => [template.name, template] as const))(
    "%s reads as it is",
    (_, template) => {
      expect(readPolicy(JSON.parse(JSON.stringify(template)))).toEqual({ ok: true, value: template });
    },
  );
});

it("the schema is a valid draft 2020-12 schema, strictly read", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false });
  expect(ajv.validateSchema(schema)).toBe(true);
});

describe("what a document leaves out is its template's", () => {
  it("rfm's unless it extends another", () => {
    expect(readPolicy({})).toMatchObject({ ok: true, value: { name: "custom", grid: "classic" } });
    expect(readPolicy({ extends: "vip", name: "ours" })).toMatchObject({
      ok: true,
      value: { name: "ours", tiers: { list: [{ id: "vip" }, { id: "regular" }, { id: "potential" }] } },
    });
  });
  it("key by key in a section; a cut-off rule is taken whole", () => {
    const policy = readPolicy({
      scores: { monetary: { method: "fixed", at: [1, 2, 3, 4] } },
      rows: { statuses: { exclude: ["draft"] } },
    });
    expect(policy).toMatchObject({
      ok: true,
      value: {
        scores: {
          monetary: { method: "fixed", at: [1, 2, 3, 4] },
          frequency: { method: "quantile", bins: 5 },
        },
        rows: { unit: "auto", statuses: { exclude: ["draft"], count: [] } },
      },
    });
    expect(policy.ok && policy.value.scores.monetary).not.toHaveProperty("bins");
  });
});

describe("all problems are told at once, each with its path", () => {
  it("of form", () => {
    expect(
      troubles({
        colour: "blue",
        format: 1,
        scores: { recency: { method: "quantile" }, frequency: { method: "quintile" }, boundary: "middle" },
        abc: { shares: [0.7, "0.9"] },
        tiers: { list: [], by: { kind: "scores", thresholds: [4] } },
      }).sort(),
    ).toEqual(
      [
        "/abc/shares/1 policy-type",
        "/colour policy-key-unknown",
        "/scores/boundary policy-choice",
        "/scores/frequency/method policy-choice",
        "/scores/recency policy-key-missing",
        "/tiers/list policy-length",
      ].sort(),
    );
  });

  it("of meaning", () => {
    expect(
      troubles({
        scores: {
          monetary: { method: "fixed", at: [5, 5, 1, 9] },
          frequency: { method: "quantile", bins: 4 },
          weights: { recency: 0, frequency: 0, monetary: 0 },
        },
        abc: { shares: [0.9, 0.7] },
        lifecycle: { churned: { gaps: 1, days: 30 } },
        tiers: {
          list: [
            { id: "a", label: { en: "a", zh: "a" } },
            { id: "a", label: { en: "b", zh: "b" } },
          ],
          by: {
            kind: "rules",
            rules: [{ tier: "c", when: { segment: ["champion"] } }],
            rest: "d",
          },
        },
      }).sort(),
    ).toEqual(
      [
        "/scores/monetary/at policy-not-ascending",
        "/scores/weights policy-weights-zero",
        "/grid policy-grid-scores",
        "/abc/shares policy-not-ascending",
        "/lifecycle/churned policy-limits-order",
        "/tiers/list/1/id policy-tier-twice",
        "/tiers/by/rest policy-tier-unknown",
        "/tiers/by/rules/0/tier policy-tier-unknown",
        "/tiers/by/rules/0/when/segment policy-segment-unknown",
      ].sort(),
    );
  });

  it("of labels of tiers that Excel can't tell apart", () => {
    const labelled = (labels: readonly (readonly [string, string])[]) =>
      troubles({
        tiers: {
          list: labels.map(([en, zh], at) => ({ id: `t${at}`, label: { en, zh } })),
          by: { kind: "scores", thresholds: labels.slice(1).map((_, at) => 10 - at) },
        },
      });
    expect(
      labelled([
        ["Gold", "金"],
        ["GOLD", "银"],
        ["ｇｏｌｄ", "铜"],
        ["Rest", "金 "],
      ]),
    ).toEqual([
      "/tiers/list/1/label/en policy-tier-labels-alike",
      "/tiers/list/2/label/en policy-tier-labels-alike",
      "/tiers/list/3/label/zh policy-tier-labels-alike",
    ]);
    expect(
      labelled([
        ["No tier", "甲"],
        ["B", "未分层"],
      ]).map((trouble) => trouble.split(" ")[1]),
    ).toContain("policy-tier-labels-alike");
    expect(
      labelled([
        ["Gold", "金"],
        ["Gold 2", "金2"],
      ]),
    ).toEqual([]);
  });

  it("of thresholds and matrices", () => {
    const list = ["a", "b", "c"].map((id) => ({ id, label: { en: id, zh: id } }));
    expect(troubles({ tiers: { list, by: { kind: "scores", thresholds: [2, 3, 1] } } })).toEqual([
      "/tiers/by/thresholds policy-not-descending",
      "/tiers/by/thresholds policy-thresholds",
    ]);
    const axis = { measure: "monetary", cutoffs: { method: "share", at: [0.7, 0.9] } };
    const y = { measure: "profit", cutoffs: { method: "mean" } };
    expect(
      troubles({
        tiers: {
          list,
          by: {
            kind: "matrix",
            x: axis,
            y,
            cells: [
              ["a", "b"],
              ["a", "b"],
            ],
          },
        },
      }),
    ).toEqual(["/tiers/by/cells policy-matrix-cells"]);
  });

  it("of grids: gaps without a name for the rest, bad patterns, rules never reached", () => {
    const grid = (rules: unknown[], rest?: string) => ({ grid: { name: "g", scores: 5, rules, rest } });
    expect(troubles(grid([{ segment: "top", codes: ["555"] }]))).toEqual(["/grid/rules policy-grid-gaps"]);
    expect(troubles(grid([{ segment: "top", codes: ["555"] }], "others"))).toEqual([]);
    expect(troubles(grid([{ segment: "top", codes: ["556"] }], "others"))).toEqual([
      "/grid/rules/0/codes/0 grid-digit",
    ]);
    expect(
      troubles(
        grid(
          [
            { segment: "top", codes: ["[1-5][1-5][1-5]"] },
            { segment: "never", codes: ["111"] },
          ],
          "others",
        ),
      ),
    ).toEqual(["/grid/rules/1 policy-grid-shadowed"]);
  });

  it("of boundaries and nesting", () => {
    const share = { method: "share", at: [0.2, 0.4, 0.6, 0.8] };
    expect(troubles({ scores: { monetary: share, boundary: "lower" } })).toEqual([
      "/scores/monetary policy-share-boundary",
    ]);
    expect(troubles({ scores: { monetary: share, nested: true } })).toEqual([
      "/scores/monetary policy-nested-method",
    ]);
  });

  it("in both languages, without a placeholder left", () => {
    const policy = readPolicy({ colour: 1, abc: { shares: [2, "x"] }, grid: "clasic", extends: "rfm" });
    for (const trouble of policy.ok ? [] : policy.troubles) {
      for (const language of ["en", "zh"] as const)
        expect(say(trouble, language)).not.toMatch(/[{}]|undefined/);
    }
    expect(policy.ok).toBe(false);
  });
});

describe("what is no policy", () => {
  it.each([
    ["not json", "policy-no-json"],
    ["[1]", "policy-no-object"],
    [`{"tiers":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, "policy-too-deep"],
    ["null", "policy-no-object"],
    ['{"format": 99}', "policy-format-newer"],
    ['{"format": "one"}', "policy-format"],
    ['{"extends": "gold"}', "policy-choice"],
  ])("%s: %s", (text, code) => {
    const policy = parsePolicy(text);
    expect(policy.ok ? "ok" : policy.troubles[0]?.code).toBe(code);
  });
  it("a byte order mark is no trouble", () => expect(parsePolicy("\uFEFF{}").ok).toBe(true));
});

describe("migration", () => {
  it("goes step by step to the current format", () => {
    const steps = {
      1: (document: Readonly<Record<string, unknown>>) => ({ ...document, second: true }),
      2: (document: Readonly<Record<string, unknown>>) => ({ ...document, third: document["second"] }),
    };
    expect(migrate({ format: 1, name: "old" }, 3, steps)).toEqual({
      ok: true,
      value: { format: 3, name: "old", second: true, third: true },
    });
    expect(migrate({ format: 3 }, 3, steps)).toEqual({ ok: true, value: { format: 3 } });
  });
});
