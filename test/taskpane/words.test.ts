import { describe, expect, test } from "vitest";
import { catalogue, type MessageCode } from "../../src/core/language/catalogue";
import { explainMessages } from "../../src/core/language/messages-explain";
import { fileMessages } from "../../src/core/language/messages-files";
import { ledgerMessages } from "../../src/core/language/messages-ledger";
import { policyMessages } from "../../src/core/language/messages-policy";
import { recognitionMessages } from "../../src/core/language/messages-recognition";
import { workbookName } from "../../taskpane/classifier/workbook-name";
import { inPane, paneWords } from "../../taskpane/language/pane-words";
import { languageOf } from "../../taskpane/language/use-chosen-language";

/** What is only said of policy files and of frozen rulers, which the page doesn't read. */
const NOT_OF_THE_PAGE: readonly string[] = ["policy-no-object", "ruler-unreadable"];
const COMMANDS = /--[a-z]|tiersheet [a-z]|attribute:NAME/;

describe("the words of the page", () => {
  test("no sentence that the page can show names a flag of the command", () => {
    const parts = {
      ...explainMessages,
      ...fileMessages,
      ...ledgerMessages,
      ...policyMessages,
      ...recognitionMessages,
    };
    const naming = Object.entries(parts)
      .filter(([, { en, zh }]) => COMMANDS.test(en) || /--[a-z]|tiersheet [a-z]/.test(zh))
      .map(([code]) => code)
      .filter((code) => !NOT_OF_THE_PAGE.includes(code));
    expect(naming.length).toBeGreaterThan(5);
    for (const code of naming) {
      const shown = catalogue[inPane({ code: code as MessageCode }).code];
      expect(shown.en, code).not.toMatch(COMMANDS);
      expect(shown.zh, code).not.toMatch(/--[a-z]|tiersheet [a-z]/);
    }
  });

  test.each(Object.entries(paneWords))(
    "%s is filled with the same things in the page's words",
    (code, own) => {
      const holes = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name));
      const command = catalogue[code as MessageCode];
      for (const language of ["en", "zh"] as const) {
        for (const hole of holes(catalogue[own][language])) expect(holes(command[language])).toContain(hole);
      }
    },
  );

  test("the language is the browser's first one: Chinese in any form, else English", () => {
    expect(languageOf(["zh-CN", "en"])).toBe("zh");
    expect(languageOf(["zh-Hant-TW"])).toBe("zh");
    expect(languageOf(["ZH"])).toBe("zh");
    expect(languageOf(["de-DE", "zh-CN"])).toBe("en");
    expect(languageOf(["zha"])).toBe("en");
    expect(languageOf([])).toBe("en");
  });

  test("the workbook is named after its source", () => {
    expect(workbookName("orders.csv", "en")).toBe("orders – tiers.xlsx");
    expect(workbookName("2026.06.CSV.gz", "en")).toBe("2026.06 – tiers.xlsx");
    expect(workbookName("订单.xlsx", "zh")).toBe("订单 – 分层.xlsx");
  });
});
