import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/core/language/catalogue";
import { say, sayMoney, sayNumber } from "../../../src/core/language/message";

const folder = resolve(import.meta.dirname, "../../../src/core/language");

/** The names of the placeholders in a text. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name = ""]) => name))].sort();
}

describe("the catalogue", () => {
  it.each(Object.entries(catalogue))("%s says the same in both languages", (_, { en, zh }) => {
    expect(en.trim()).not.toBe("");
    expect(zh.trim()).not.toBe("");
    // A Chinese noun has no plural, so its text may lack a placeholder that only chooses a form.
    const needed = placeholders(en.replace(/\{\w+\|[^}]*\}/g, ""));
    expect(placeholders(zh)).toEqual(expect.arrayContaining(needed));
    expect(placeholders(en)).toEqual(expect.arrayContaining(placeholders(zh)));
  });

  it("has no code in two parts", () => {
    const codes = readdirSync(folder)
      .filter((name) => name.startsWith("messages-"))
      .flatMap((name) => [...readFileSync(resolve(folder, name), "utf8").matchAll(/^ {2}"([^"]+)": \{/gm)])
      .map(([, code]) => code);
    expect(codes.length).toBe(Object.keys(catalogue).length);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("has no code that nothing says", () => {
    const sources = ["src", "taskpane", "functions"].flatMap((part) =>
      readdirSync(resolve(folder, "../../..", part), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !/messages-\w+\.ts$/.test(name))
        .map((name) => readFileSync(resolve(folder, "../../..", part, name), "utf8")),
    );
    const all = sources.join("\n");
    const prefixes = [...all.matchAll(/`([\w.-]+?)\$\{/g)].map(([, prefix = ""]) => prefix);
    const unused = Object.keys(catalogue).filter(
      (code) => !all.includes(`"${code}"`) && !prefixes.some((prefix) => code.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

describe("say(message, language)", () => {
  it("fills numbers, lists, nested messages and word forms", () => {
    expect(say({ code: "blank-rows", params: { rows: 1 } }, "en")).toBe("1 blank row passed over.");
    expect(say({ code: "blank-rows", params: { rows: 12345 } }, "en")).toBe("12,345 blank rows passed over.");
    expect(say({ code: "blank-rows", params: { rows: 12345 } }, "zh")).toBe("跳过 12,345 个空行。");
    const role = { code: "role-missing", params: { role: { code: "role.date" } } } as const;
    expect(say(role, "zh")).toContain("“日期”列");
    const policies = {
      code: "policy-template-unknown",
      params: { policy: "x", policies: ["a", "b"] },
    } as const;
    expect(say(policies, "en")).toBe("There is no policy “x”. Policies: a, b.");
    expect(say(policies, "zh")).toContain("a、b");
  });
  it("shows numbers as people write them", () => {
    expect([sayNumber(0.1 + 0.2), sayNumber(1234567.5), sayMoney(12), sayMoney(1234.5)]).toEqual([
      "0.3",
      "1,234,567.5",
      "12",
      "1,234.50",
    ]);
  });
});
