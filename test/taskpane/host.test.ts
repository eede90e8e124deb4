import { describe, expect, test } from "vitest";
import { isInsideOffice, type HostTraces } from "../../taskpane/host/office-host";
import { isDark } from "../../taskpane/theme/theme";

describe("isInsideOffice", () => {
  const browser: HostTraces = { search: "", name: "", kept: null, external: false };

  test("is false in a browser, whose address and name may hold anything else", () => {
    expect(isInsideOffice(browser)).toBe(false);
    expect(isInsideOffice({ ...browser, search: "?host=_host_Info", name: "popup", kept: "" })).toBe(false);
  });

  // The traces are those that office.js itself looks for: `_retrieveHostInfo` of @microsoft/office-js 1.1.110.
  test.each([
    ["the address that Office opens", { search: "?a=b&_host_Info=Excel$Win32$16.01$en-US" }],
    [
      "the name that Office on the web gives the frame",
      { name: '{"baseFrameName":"x","hostInfo":"Excel|Web|16.00"}' },
    ],
    ["what office.js kept at the first page", { kept: "Excel$Win32$16.01$en-US" }],
    ["a desktop host that answers", { external: true }],
  ] as const)("is true by %s", (_, trace) => {
    expect(isInsideOffice({ ...browser, ...trace })).toBe(true);
  });
});

describe("isDark", () => {
  test("goes by Office's word, else by its background, else by the system", () => {
    expect(isDark({ isDarkTheme: false, bodyBackgroundColor: "#000000" }, true)).toBe(false);
    expect(isDark({ isDarkTheme: true }, false)).toBe(true);
    expect(isDark({ bodyBackgroundColor: "#262626" }, false)).toBe(true);
    expect(isDark({ bodyBackgroundColor: "#FFFFFF" }, true)).toBe(false);
    expect(isDark({ bodyBackgroundColor: "not a colour" }, true)).toBe(true);
    expect(isDark(undefined, true)).toBe(true);
    expect(isDark(undefined, false)).toBe(false);
  });
});
