import "./runtime";
import { afterEach, describe, expect, it } from "vitest";
import { TIER } from "../../functions/tier";
import { displayLanguage, languageOf } from "../../functions/language";
import { column, list, refusal } from "./runtime";

/** Shows Excel in a language, as Office.context says it; undefined takes Office away. */
function showExcelIn(displayLanguage: string | undefined): void {
  if (displayLanguage === undefined) Reflect.deleteProperty(globalThis, "Office");
  else Object.assign(globalThis, { Office: { context: { displayLanguage } } });
}

afterEach(() => showExcelIn(undefined));

describe("the language of a function", () => {
  it("is that of Excel where none is given: Chinese of any kind, else English, English without Office", () => {
    const shown = (tag: string | undefined) => {
      showExcelIn(tag);
      return displayLanguage();
    };
    expect(["zh-CN", "zh-TW", "en-US", "de-DE", undefined].map(shown)).toEqual([
      "zh",
      "zh",
      "en",
      "en",
      "en",
    ]);
    showExcelIn("zh-CN");
    expect(list(TIER(column(9, 1), "vip" as never))).toEqual(["VIP", "潜在"]);
    expect(list(TIER(column(9, 1), "vip" as never, null as never, "en"))).toEqual(["VIP", "Potential"]);
  });
  it("is en or zh as it is given, whatever the case and region, in a cell or as a text", () => {
    const given = ["en", "EN-us", "en_GB", "zh", "zh-CN", " ZH-Hans ", [["zh"]]].map(languageOf);
    expect(given.map((one) => one.ok && one.value)).toEqual(["en", "en", "en", "zh", "zh", "zh", "zh"]);
  });
  it("is refused where it is another, in Excel's language; refusals speak the one given", () => {
    showExcelIn("zh-CN");
    expect(refusal(() => TIER(column(1), [[1]], null as never, "french")).message).toBe(
      '不支持语言“french”：请填写 "zh" 或 "en"。',
    );
    expect(refusal(() => TIER(column(1), [[2, 1]], null as never, "en")).message).toContain(
      "must go from low to high",
    );
    expect(refusal(() => TIER(column(1), [[2, 1]])).message).toContain("必须从小到大排列");
  });
});
