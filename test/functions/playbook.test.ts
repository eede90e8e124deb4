import "./runtime";
import { describe, expect, it } from "vitest";
import { PLAYBOOK as ofRanges } from "../../functions/playbook";
import { catalogue } from "../../src/core/language/catalogue";
import { column, errorCell, list, refusal, shown } from "./runtime";

/** Excel hands ranges over; the functions take a plain value as a range of one cell. */
const PLAYBOOK = ofRanges as (...given: readonly unknown[]) => unknown[][];

const promise = (tier: "A" | "B" | "vip" | "strategic", language: "en" | "zh" = "en") =>
  catalogue[`playbook.tier.${tier}.promise`][language];

describe("PLAYBOOK(tier, [stage], [field], [policy], [language])", () => {
  it("says all three in one line, for a tier in any spelling and either language", () => {
    const [[line] = []] = PLAYBOOK("A");
    expect(line).toMatch(/^Promise: .+ Contact: .+ Offer: .+\.$/);
    for (const tier of ["a", " A ", "A类客户", [["A"]]]) expect(PLAYBOOK(tier)).toEqual([[line]]);
    expect(PLAYBOOK("战略客户", null, "promise", null, "en")).toEqual([[promise("strategic")]]);
    expect(PLAYBOOK("VIP", null, "承诺", null, "zh")).toEqual([[promise("vip", "zh")]]);
  });

  it("gives a column for a column, with one stage for all or one each; every pair says something else", () => {
    const tiers = column("A", "A", "B", "B");
    const each = list(PLAYBOOK(tiers, column("New", "", "沉默", "new"), "offer"));
    expect(new Set(each).size).toBe(4);
    expect(list(PLAYBOOK(tiers, "dormant", "offer"))).toEqual(
      list(PLAYBOOK(tiers, column("dormant", "Dormant", "沉默", "DORMANT"), "offer")),
    );
    expect(PLAYBOOK("A", column("new", "mature")).length).toBe(2);
  });

  it("gives a column a field where several are asked for, in their order", () => {
    const lines = PLAYBOOK(column("A", "B"), null, [["offer", "promise"]]);
    expect(lines.map((row) => row[1])).toEqual([promise("A"), promise("B")]);
    expect(lines.map((row) => row[0])).toEqual(list(PLAYBOOK(column("A", "B"), null, "offer")));
  });

  it("serves a segment by its tier and its stage; the stage in the next cell stands before", () => {
    const [[implied, given] = []] = [
      [PLAYBOOK("At Risk", null, "offer"), PLAYBOOK("At Risk", "churned", "offer")],
    ];
    expect(implied).toEqual(PLAYBOOK("A", "dormant", "offer"));
    expect(given).toEqual(PLAYBOOK("A", "churned", "offer"));
  });

  it("answers a blank with a blank, an unknown tier or an error with its own error, and spoils no other row", () => {
    const tiers = column("A", "", null, "F", errorCell("#N/A"), " ", "B", 7, true);
    const answers = list(PLAYBOOK(tiers, null, "promise"));
    expect(answers).toEqual([promise("A"), "", "", "#N/A", "#N/A", "", promise("B"), "#N/A", "#N/A"]);
    const errors = PLAYBOOK(tiers, null, [["promise", "offer"]]);
    expect(shown(errors).map((row) => row.length)).toEqual(tiers.map(() => 2));
    expect(errors[3]?.[0]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(
        /^“F” is no tier that the playbook knows\. Tiers: A, .*VIP, .*Churned 流失, S\. Name/,
      ),
    });
  });

  it("takes a blank stage, which some hosts hand over as 0, for none, and refuses one that is none in its row", () => {
    const answers = list(PLAYBOOK(column("A", "A", "A", "A"), column(0, null, "", "asleep"), "promise"));
    expect(answers).toEqual([promise("A"), promise("A"), promise("A"), "#VALUE!"]);
  });

  it("answers the whole of a column that is mostly blank", () => {
    const tiers = Array.from({ length: 200_000 }, (_, row) => [row < 2 ? "A" : ""]);
    const lines = list(PLAYBOOK(tiers, null, "promise"));
    expect([lines.length, lines[1], lines[2]]).toEqual([200_000, promise("A"), ""]);
  });

  it.each([
    ["ranges of unequal height", () => PLAYBOOK(column("A", "B"), column("new")), "B", null],
    [
      "a field that is none",
      () => PLAYBOOK("A", null, "price"),
      "#VALUE!",
      "“price” is no part of the playbook.",
    ],
    [
      "a policy that is none",
      () => PLAYBOOK("A", null, null, "platinum"),
      "#VALUE!",
      "There is no policy “platinum”.",
    ],
    ["a policy that is broken", () => PLAYBOOK("A", null, null, '{"tiers":'), "#VALUE!", ""],
    [
      "a language that is none",
      () => PLAYBOOK("A", null, null, null, "fr"),
      "#VALUE!",
      "The language “fr” isn't known",
    ],
    [
      "several fields of a block",
      () => PLAYBOOK([["A", "B"]], null, [["promise", "offer"]]),
      "#VALUE!",
      "tier has 2 columns: give one column.",
    ],
  ])("refuses %s", (_, call, code, sentence) => {
    if (sentence === null) {
      // One cell goes with every shape.
      expect(call()).toHaveLength(2);
      return;
    }
    const refused = refusal(call);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(sentence);
  });

  it("refuses stages of another height with both heights", () => {
    expect(refusal(() => PLAYBOOK(column("A", "B", "C"), column("new", "new")))).toEqual({
      code: "#VALUE!",
      message: "tier has 3 rows and stage has 2: give ranges of the same height.",
    });
  });

  it("takes the playbook and the tiers of a policy in cells, also where it is cut in two", () => {
    const policy = JSON.stringify({
      tiers: {
        list: [
          { id: "x", label: { en: "Diamond", zh: "钻石" } },
          { id: "y", label: { en: "Rest", zh: "其余" } },
        ],
        by: { kind: "scores", thresholds: [3] },
      },
      playbook: { tiers: { x: { promise: { en: "Ours.", zh: "我们的。" } } } },
    });
    const halves = column(policy.slice(0, 50), policy.slice(50));
    for (const given of [policy, halves]) {
      expect(PLAYBOOK("钻石", null, "promise", given, "zh")).toEqual([["我们的。"]]);
      expect(list(PLAYBOOK(column("Rest", "A"), null, "promise", given)).at(1)).toBe("#N/A");
    }
    expect(
      refusal(() => PLAYBOOK("A", null, null, JSON.stringify({ playbook: { tiers: { Z: {} } } }))).code,
    ).toBe("#VALUE!");
  });
});
