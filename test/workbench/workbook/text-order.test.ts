import { describe, expect, it } from "vitest";
import { textOrder } from "../../../src/workbench/workbook/text-order";

describe("texts in order", () => {
  // Excel on Windows in Chinese: figures, Latin letters, then Chinese by pinyin.
  it("have Chinese after all else, by pinyin in Chinese", () => {
    const labels = ["潜在", "VIP", "普通", "1 A"];
    expect([...labels].sort(textOrder("zh-CN"))).toEqual(["1 A", "VIP", "普通", "潜在"]);
    expect([...labels].sort(textOrder("en-US")).slice(0, 2)).toEqual(["1 A", "VIP"]);
  });
});
