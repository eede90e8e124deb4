import { describe, expect, it } from "vitest";
import { say } from "../../../src/core/language/message";
import { codeIndex, codesOf, codeText } from "../../../src/core/segments/pattern";

function codes(pattern: string, scores = 5): string[] {
  const read = codesOf(pattern, scores);
  if (!read.ok) throw new Error(say(read.troubles[0] ?? { code: "grid-no-rules" }, "en"));
  return read.value.map((index) => codeText(index, scores));
}

describe("codesOf", () => {
  it("reads digits, ranges and lists of digits", () => {
    expect(codes("543")).toEqual(["543"]);
    expect(codes("[1-2]3[4-5]")).toEqual(["134", "135", "234", "235"]);
    expect(codes("5[135]1")).toEqual(["511", "531", "551"]);
    expect(codes("[51-2]11")).toEqual(["111", "211", "511"]);
    expect(codes("[1-5][1-5][1-5]")).toHaveLength(125);
    expect(codes("[3-3]11")).toEqual(["311"]);
  });
  it("counts from 0 in a grid of two scores", () => {
    expect(codes("[0-1]01", 2)).toEqual(["001", "101"]);
    const read = codesOf("111", 2);
    expect(read).toEqual({ ok: true, value: [codeIndex(2, 2, 2, 2)] });
  });
  it("takes spaces, full-width forms and dashes for what they stand for", () => {
    expect(codes(" 5 5 [4 – 5] ")).toEqual(["554", "555"]);
    expect(codes("［４－５］５５")).toEqual(["455", "555"]);
  });

  const refused = (pattern: string, scores = 5) => {
    const read = codesOf(pattern, scores, "/rules/0/codes/0");
    if (read.ok) return "read";
    expect(read.troubles).toHaveLength(1);
    const [trouble] = read.troubles;
    expect(trouble?.where).toBe("/rules/0/codes/0");
    return trouble ? [say(trouble, "en"), say(trouble, "zh")] : [];
  };
  it.each([
    "",
    "55",
    "5555",
    "5;5;5",
    "5-3;3;3",
    "abc",
    "[]55",
    "[1-]55",
    "55[5",
    "5.5",
    "***",
    "[1,2]11",
    "-555",
    "𝟝55x",
  ])("refuses %j, with an example of what to write", (pattern) => {
    const [en = "", zh = ""] = refused(pattern);
    expect(en).toBe(
      `“${pattern}” is no code. Write R, F and M one after another, each a digit or a range in brackets, such as 5[1-5]1.`,
    );
    expect(zh).toContain(`“${pattern}”不是有效的编码`);
  });
  it("refuses digits the grid has no score for, and says which", () => {
    expect(refused("556")[0]).toBe("“556” has a 6, and this grid's digits go from 1 to 5.");
    expect(refused("[0-5]55")[0]).toBe("“[0-5]55” has a 0, and this grid's digits go from 1 to 5.");
    expect(refused("112", 2)[0]).toBe("“112” has a 2, and this grid's digits go from 0 to 1.");
    expect(refused("334", 3)[1]).toBe("“334”中有 4，而该分群规则的数字只能是 1 到 3。");
  });
  it("refuses a range that runs backwards", () => {
    expect(refused("[5-3]11")[0]).toBe("“[5-3]11” has a range that runs backwards. Write it as 3-5.");
  });
});
