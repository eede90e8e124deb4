import { describe, expect, it, test } from "vitest";
import { catalogue } from "../../../src/core/language/catalogue";
import { say } from "../../../src/core/language/message";
import { STAGES } from "../../../src/core/lifecycle/stages";
import { readPolicy } from "../../../src/core/policy/read-policy";
import { templates } from "../../../src/core/policy/templates";
import { grids } from "../../../src/core/segments/grids";
import {
  PLAYBOOK_FIELDS,
  fieldNamed,
  playbookLine,
  playbookSubject,
  playbookText,
  stageNamed,
} from "../../../src/core/tiers/playbook";

const languages = ["en", "zh"] as const;

function tierOf(text: string) {
  const subject = playbookSubject(text, null);
  return subject.ok ? subject.value : say(subject.troubles[0] ?? { code: "playbook-tier-unknown" }, "en");
}

describe("the default playbook", () => {
  const pairs = templates.flatMap((policy) =>
    [null, ...STAGES].map((stage) => [policy.name, stage ?? "no stage", policy, stage] as const),
  );
  it.each(pairs)("%s, %s: each tier has a line of its own in every field", (_, __, policy, stage) => {
    const { list } = policy.tiers;
    for (const language of languages) {
      for (const field of PLAYBOOK_FIELDS) {
        const lines = list.map(({ id }) => playbookText({ tier: id, stage }, field, policy, language));
        expect(new Set(lines).size).toBe(list.length);
        for (const line of lines) {
          expect(line).toMatch(language === "en" ? /^[A-Z][^{}]+\.$/ : /^[^{}]*[\u4e00-\u9fff][^{}]*。$/);
        }
      }
    }
  });

  it("says something else at each stage of each tier", () => {
    for (const tier of templates.flatMap(({ tiers }) => tiers.list.map(({ id }) => id))) {
      for (const language of languages) {
        for (const field of PLAYBOOK_FIELDS) {
          const lines = [null, ...STAGES].map((stage) =>
            playbookText({ tier, stage }, field, null, language),
          );
          expect(new Set(lines).size).toBe(STAGES.length + 1);
        }
      }
    }
  });

  it("has a line for no tier that no template has", () => {
    const written = Object.keys(catalogue).flatMap(
      (code) => /^playbook\.tier\.(.+)\.promise$/.exec(code)?.[1] ?? [],
    );
    expect(new Set(written)).toEqual(
      new Set(templates.flatMap(({ tiers }) => tiers.list.map(({ id }) => id))),
    );
  });

  it("knows every segment of every grid", () => {
    for (const { rules, rest } of Object.values(grids)) {
      for (const { segment } of rules) expect(playbookSubject(segment, null).ok, segment).toBe(true);
      if (rest !== null) expect(playbookSubject(rest, null).ok, rest).toBe(true);
    }
  });

  it("in one line says all three", () => {
    const subject = { tier: "A", stage: "dormant" } as const;
    const line = playbookLine(subject, null, "en");
    expect(line).toBe(
      "Promise: A named account manager; every question is answered within 4 hours. Dormant: Find out why they stopped, " +
        "and mend it, before offering anything. Contact: A call every two weeks and a visit each quarter. Dormant: Call " +
        "within 3 working days, and again after two weeks. Offer: The best price list, priority delivery and a yearly " +
        "review together. Dormant: Add a come-back offer that ends after 30 days.",
    );
    for (const field of PLAYBOOK_FIELDS) {
      expect(playbookLine(subject, null, "zh")).toContain(playbookText(subject, field, null, "zh"));
    }
  });
});

describe("playbookSubject(text)", () => {
  test.each([
    ["A", "A"],
    [" a ", "A"],
    ["Ａ", "A"],
    ["A类客户", "A"],
    ["B级", "B"],
    ["VIP", "vip"],
    ["VIP客户", "vip"],
    ["战略", "strategic"],
    ["战略客户", "strategic"],
    ["Strategic", "strategic"],
    ["重要", "key"],
    ["钻石", "S"],
    ["diamond", "S"],
    ["大客户", "A"],
    ["小客户", "C"],
    ["流失", "churned"],
  ])("%s is the tier %s", (text, tier) => {
    expect(tierOf(text)).toEqual({ tier, stage: null });
  });
  test.each([
    ["Champions", "S", "mature"],
    ["冠军客户", "S", "mature"],
    ["Key – Win Back", "key", "churned"],
    ["key-win-back", "key", "churned"],
    ["重要挽留客户", "key", "churned"],
    ["流失客户", "churned", null],
  ])("%s, a segment or a label, is served as %s at the stage %s", (text, tier, stage) => {
    expect(tierOf(text)).toEqual({ tier, stage });
  });
  test.each(["", "客户", "F", "Kampioenen", "1", "constructor", "__proto__"])(
    "“%s” is refused with the tiers there are",
    (text) => {
      expect(tierOf(text)).toContain(
        `“${text}” is no tier that the playbook knows. Tiers: A, B, C, D, E, Key 重要, `,
      );
    },
  );
});

test("every label and id of a stage or a field is known in both languages, and nothing else", () => {
  for (const stage of STAGES) {
    for (const text of [stage, stage.toUpperCase(), catalogue[`label.stage.${stage}`].zh]) {
      expect(stageNamed(text)).toEqual({ ok: true, value: stage });
    }
  }
  expect(stageNamed("新")).toMatchObject({ ok: true, value: "new" });
  expect(stageNamed("asleep")).toMatchObject({ ok: false });
  expect(["promise", "Contact", "OFFER", "承诺", "联系节奏", "权益"].map(fieldNamed)).toMatchObject(
    ["promise", "rhythm", "offer", "promise", "rhythm", "offer"].map((value) => ({ ok: true, value })),
  );
  expect(fieldNamed("price")).toMatchObject({ ok: false });
});

describe("a policy's own playbook", () => {
  const label = (text: string) => ({ en: text, zh: `${text}级` });
  const document = (playbook: object) => ({
    tiers: {
      list: [
        { id: "gold", label: { en: "Gold", zh: "黄金" } },
        { id: "rest", label: { en: "Rest", zh: "其余" } },
      ],
      by: { kind: "scores", thresholds: [3] },
    },
    playbook,
  });
  const policyWith = (playbook: object) => {
    const read = readPolicy(document(playbook));
    if (!read.ok) throw new Error(say(read.troubles[0] ?? { code: "policy-no-object" }, "en"));
    return read.value;
  };

  it("stands before the default's, field by field", () => {
    const policy = policyWith({
      tiers: { gold: { promise: label("Ours") } },
      stages: { new: { offer: label("Tea") } },
    });
    const gold = playbookSubject("黄金客户", policy);
    expect(gold).toEqual({ ok: true, value: { tier: "gold", stage: null } });
    const at = (tier: string, stage: "new" | null, field: "promise" | "offer") =>
      playbookText({ tier, stage }, field, policy, "zh");
    expect(at("gold", null, "promise")).toBe("Ours级");
    expect(at("gold", "new", "offer")).toMatch(/。新客户：Tea级$/);
    expect(at("rest", null, "promise")).not.toBe(at("gold", null, "promise"));
  });

  it("where it says nothing, tiers get lines by their place, and none of another policy's", () => {
    const policy = policyWith({});
    expect(playbookText({ tier: "gold", stage: null }, "promise", policy, "en")).toBe(
      catalogue["playbook.tier.A.promise"].en,
    );
    expect(playbookText({ tier: "rest", stage: null }, "promise", policy, "en")).toBe(
      catalogue["playbook.tier.C.promise"].en,
    );
    expect(playbookSubject("VIP", policy)).toMatchObject({ ok: false });
    expect(playbookSubject("Champions", policy)).toMatchObject({ ok: true });
  });

  it.each([
    ["/playbook/tiers/silver", "policy-tier-unknown", { tiers: { silver: { offer: label("x") } } }],
    ["/playbook/stages/asleep", "policy-key-unknown", { stages: { asleep: { offer: label("x") } } }],
    ["/playbook/tiers/gold/price", "policy-key-unknown", { tiers: { gold: { price: label("x") } } }],
    ["/playbook/tiers/gold/offer", "policy-key-missing", { tiers: { gold: { offer: { en: "x" } } } }],
    ["/playbook/tiers/gold", "policy-length", { tiers: { gold: {} } }],
    ["/playbook", "policy-type", []],
  ])("%s is refused: %s", (where, code, playbook) => {
    const read = readPolicy(document(playbook));
    expect(read.ok ? [] : read.troubles.map((trouble) => [trouble.where, trouble.code])).toEqual([
      [where, code],
    ]);
  });
});
