import { describe, expect, test } from "vitest";
import { catalogue, type MessageCode } from "../../src/core/language/catalogue";
import { explainMessages } from "../../src/core/language/messages-explain";
import { fileMessages } from "../../src/core/language/messages-files";
import { ledgerMessages } from "../../src/core/language/messages-ledger";
import { policyMessages } from "../../src/core/language/messages-policy";
import { recognitionMessages } from "../../src/core/language/messages-recognition";
import { inPane, paneWords } from "../../taskpane/language/pane-words";
import { languageOf, startLanguage } from "../../taskpane/language/chosen-language";
import { FUNCTION_NAMES } from "../../taskpane/function-names";
import { functionsMetadata } from "../../scripts/functions-metadata";

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

  test("the language is Excel's once it is there, unless the person chose one", () => {
    const told: string[] = [];
    const language = startLanguage(["en-US"]);
    language.subscribe(() => told.push(language.state().language));
    expect(language.state()).toEqual({ language: "en", chosen: null });
    language.host("zh-CN");
    language.choose("en");
    expect(language.state()).toEqual({ language: "en", chosen: "en" });
    language.choose(null);
    expect(told).toEqual(["zh", "en", "zh"]);
  });

  test("the pane knows the custom functions by name, to help with them and to freeze them", async () => {
    const { functions } = (await functionsMetadata(process.cwd())).en;
    expect([...FUNCTION_NAMES].sort()).toEqual(functions.map(({ id }) => id).sort());
  });
});
