import { readFileSync } from "node:fs";
import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";
import { describe, expect, test } from "vitest";

const css = readFileSync("taskpane/theme/theme.css", "utf8");

/** The green of the icon, from nearly black to nearly white; 80 has 4.9:1 on white. */
const brand: BrandVariants = {
  10: "#011512",
  20: "#04231f",
  30: "#07332d",
  40: "#09423a",
  50: "#0a5148",
  60: "#0b6156",
  70: "#0d7164",
  80: "#0f7f70",
  90: "#2a8f80",
  100: "#449f90",
  110: "#5fae9f",
  120: "#79bdb0",
  130: "#93ccc1",
  140: "#aedbd2",
  150: "#c9e9e3",
  160: "#e4f5f2",
};

/** Lighter in the dark than Fluent has them: a green as dark as ours would be hard to read. */
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
};

/** The variables that a rule sets. */
function variablesOf(selector: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, body = ""] of css.matchAll(new RegExp(`^${selector.source} \\{\\n([^}]*)\\n\\}`, "gm"))) {
    for (const [, name = "", value = ""] of body.matchAll(/--(\w+):\s*([^;]+);/g))
      found.set(name, value.trim());
  }
  return found;
}

const plain = (value: string) =>
  value.replace(/\s+/g, " ").replace(/, /g, ",").replaceAll("'", '"').toLowerCase();

describe("the pane's theme", () => {
  const common = variablesOf(/:root/);
  const light = variablesOf(/:root,\n:root\[data-theme="light"\]/);
  const darkened = variablesOf(/:root\[data-theme="dark"\]/);

  test.each([
    ["light", light, createLightTheme(brand)],
    ["dark", darkened, dark],
  ] as const)("%s holds Fluent UI's tokens under their names", (_, variables, theme) => {
    expect(variables.size).toBeGreaterThan(40);
    for (const [name, value] of variables) {
      expect(plain(value), name).toBe(plain(String(theme[name as keyof Theme])));
    }
  });

  test("light and dark set the same variables", () => {
    expect([...light.keys()]).toEqual([...darkened.keys()]);
  });

  test("sizes are Fluent UI's, but for the fonts of Chinese", () => {
    const theme = createLightTheme(brand);
    for (const [name, value] of common) {
      if (name === "fontFamilyBase") continue;
      expect(value, name).toBe(String(theme[name as keyof Theme]));
    }
  });
});
