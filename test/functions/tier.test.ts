import "./runtime";
import { describe, expect, it } from "vitest";
import { TIER } from "../../functions/tier";
import { column, errorCell, list, refusal } from "./runtime";

const MONEY = column(5, 50, 20, 15, 10);

describe("TIER(values, [thresholds], [labels], [language])", () => {
  it("reaching a threshold is enough; labels go up with the thresholds", () => {
    const values = column(99, 100, 499.99, 500, 1e6, -3);
    const labels = column("普通", "银卡", "金卡");
    expect(list(TIER(values, [[100, 500]], labels))).toEqual([
      "普通",
      "银卡",
      "银卡",
      "金卡",
      "金卡",
      "普通",
    ]);
    expect(list(TIER(values, column(100, 500)))).toEqual(["C", "B", "B", "A", "A", "C"]);
  });
  it("takes plain arguments as ranges of one cell", () => {
    expect(TIER(120 as never, 100 as never, ["low", "high"] as never)).toEqual([["high"]]);
    expect(TIER([[120]], [["100"]], [["low", "high"]])).toEqual([["high"]]);
    expect(TIER("1,200" as never, 1000 as never)).toEqual([["A"]]);
    expect(TIER(null as never, 1000 as never)).toEqual([[""]]);
  });
  it("cuts as a template does, in the language asked for", () => {
    const by = (name: string, language: string, values = MONEY) =>
      list(TIER(values, name as never, null as never, language));
    expect(by("vip", "en")).toEqual(["Potential", "VIP", "VIP", "Regular", "Potential"]);
    expect(by("VIP", "zh")).toEqual(["潜在", "VIP", "VIP", "普通", "潜在"]);
    expect(by("abc", "en")).toEqual(["C", "A", "A", "B", "C"]);
    expect(list(TIER(MONEY))).toEqual(["C", "A", "A", "B", "C"]);
    expect(by("Eight types", "zh")).toEqual(["一般", "重要", "一般", "一般", "一般"]);
    expect(by("rfm", "en", column(5, 4.5, 4.4, 2.5, 1))).toEqual(["A", "A", "B", "C", "E"]);
    expect(by("weighted", "en", column(85, 84.9, 50, 0))).toEqual(["S", "A", "B", "C"]);
  });
  it("takes other labels for a template's tiers", () => {
    expect(list(TIER(MONEY, "vip" as never, [["c", "b", "a"]]))).toEqual(["c", "a", "a", "b", "c"]);
  });
  it("gives a row that is no number its own error", () => {
    const values = column(errorCell("#N/A"), "x", "", 500, errorCell("#NAME?"), true);
    expect(list(TIER(values, [[100]]))).toEqual(["#N/A", "#VALUE!", "", "A", "#VALUE!", "#VALUE!"]);
  });
  it.each([
    ["thresholds that go down", [[500, 100]], null, "must go from low to high, and 100 comes after 500"],
    ["thresholds that repeat", [[100, 100]], null, "must go from low to high"],
    ["too few labels", [[100, 500]], [["a", "b"]], "There are 2 labels for 3 tiers"],
    ["a blank label", [[100]], [["", "b"]], "labels is blank in place 1"],
    ["a blank threshold", [[100, "", 500]], null, "thresholds holds “” in place 2"],
    ["a name that is no template", "gold", null, "The thresholds are “gold”"],
    ["a template of two measures", "strategic", null, "use MATRIX(x, y)"],
    ["a template of dates", "adc", null, "use ACTIVITY(last)"],
    ["an error among thresholds", [[100, errorCell("#N/A")]], null, "thresholds is the error #N/A"],
  ])("refuses %s in a sentence", (_, thresholds, labels, sentence) => {
    const { code, message } = refusal(() => TIER(MONEY, thresholds as never, labels as never, "en"));
    expect([code, message]).toEqual(["#VALUE!", expect.stringContaining(sentence)]);
  });
  it("refuses one value alone where values are set beside each other", () => {
    expect(refusal(() => TIER([[5]], "vip" as never)).message).toContain("give the whole column");
  });
});
