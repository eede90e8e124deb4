import { describe, expect, it } from "vitest";
import { readPolicy } from "../../../src/core/policy/read-policy";
import { tiersBy } from "../tiers/bought";

/** The troubles of a policy whose tiers a, b and c are made by this, as “path code”. */
function troubles(by: object): string[] {
  const policy = readPolicy(tiersBy(["a", "b", "c"], by));
  return policy.ok ? [] : policy.troubles.map(({ where, code }) => `${where ?? ""} ${code}`);
}

describe("a matrix' cells", () => {
  const matrix = (cells: readonly (readonly string[])[], more: object = {}) => ({
    kind: "matrix",
    x: { measure: "monetary", cutoffs: { method: "share", at: [0.7, 0.9] } },
    y: { measure: "potential", cutoffs: { method: "mean" } },
    cells,
    ...more,
  });
  it("fit three classes by two", () => {
    expect(
      troubles(
        matrix([
          ["a", "b"],
          ["b", "c"],
          ["c", "a"],
        ]),
      ),
    ).toEqual([]);
  });
  const three = { y: { measure: "potential", cutoffs: { method: "fixed", at: [1, 2] } } };
  it.each<[string, string[], object]>([
    ["a later row is short", ["abc", "bc", "cab"], three],
    ["the last row is short", ["abc", "bca", "ca"], three],
    ["the last row is long", ["ab", "bc", "cab"], {}],
    ["the axes are swapped", ["abc", "abc"], {}],
  ])("are refused where %s", (_, rows, more) => {
    const cells = rows.map((row) => row.split(""));
    expect(troubles(matrix(cells, more))).toEqual(["/tiers/by/cells policy-matrix-cells"]);
  });
  it("fit the axis that stands in for another, too", () => {
    const otherwise = { measure: "growth", cutoffs: { method: "fixed", at: [0, 10] } };
    const y = { measure: "potential", cutoffs: { method: "mean" }, otherwise };
    const cells = [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
    ];
    expect(troubles(matrix(cells, { y }))).toEqual(["/tiers/by/cells policy-matrix-cells"]);
  });
  it("name known tiers, and so do the prospects", () => {
    const cells = [
      ["a", "b"],
      ["b", "z"],
      ["c", "a"],
    ];
    expect(troubles(matrix(cells, { prospects: "y" })).sort()).toEqual([
      "/tiers/by/cells/1/1 policy-tier-unknown",
      "/tiers/by/prospects policy-tier-unknown",
    ]);
  });
});

describe("rules", () => {
  it("name known segments in unless as in when", () => {
    const by = {
      kind: "rules",
      rules: [
        { tier: "a", when: { segment: ["champions"] }, unless: { segment: ["lost"] } },
        { tier: "b", when: { abc: ["A"] }, unless: { segment: ["lost", "losst"] } },
      ],
      rest: "c",
    };
    expect(troubles(by)).toEqual(["/tiers/by/rules/1/unless/segment policy-segment-unknown"]);
  });
});
