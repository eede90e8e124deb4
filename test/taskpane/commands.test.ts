import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Trouble } from "../../src/core/language/message";
import { COMMANDS, registerCommands, type CommandedPane } from "../../taskpane/commands";
import { readFileSync } from "node:fs";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";

/** The ribbon's commands on the real office.js; the pane behind them is told apart by what it was asked. */
describe("the ribbon's commands", () => {
  let office: OfficeInNode;
  let asked: string[];
  let refreshed = true;
  let troubles: Trouble[];
  const pane: CommandedPane = {
    state: () => ({
      troubles: [],
      work: null,
      excel: { sheets: [], beside: [], complete: true },
    }),
    show: (screen) => void asked.push(`show ${screen}`),
    openBest: async () => void asked.push("open the best"),
    refresh: async (language) => {
      asked.push(`refresh ${language}`);
      return refreshed;
    },
    goTo: async (sheet) => void asked.push(`go to ${sheet}`),
    refuse: (trouble) => void troubles.push(trouble),
    language: () => "zh",
  };
  beforeEach(async () => {
    asked = [];
    troubles = [];
    refreshed = true;
    office = await startOfficeInNode();
    office.host.runtime.state = "Background";
  });
  afterEach(() => office.stop());
  const shown = () => office.host.runtime.state === "Visible";

  test("are those of the manifest", () => {
    const named = [...readFileSync("manifest.xml", "utf8").matchAll(/<FunctionName>(\w+)</g)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual([...COMMANDS].sort());
  });

  test("refresh does its work with the pane closed", async () => {
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction("refresh")).toBe("completed");
    expect(asked).toEqual(["refresh zh"]);
    expect(shown()).toBe(false);
  });

  test("refresh shows the pane where something is wrong", async () => {
    refreshed = false;
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction("refresh")).toBe("completed");
    expect(shown()).toBe(true);
  });

  test("classify shows the pane and begins with the active sheet; help shows the help", async () => {
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction("classify")).toBe("completed");
    expect(shown()).toBe(true);
    expect(await office.invokeAction("help")).toBe("completed");
    expect(asked).toEqual(["open the best", "show help"]);
  });

  test("summaries goes to what was written, and says so where nothing was", async () => {
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction("summaries")).toBe("completed");
    expect(troubles).toMatchObject([{ code: "pane.nothing-to-refresh" }]);
    expect(shown()).toBe(true);
  });

  test("a command pressed before the pane is drawn waits for it", async () => {
    let ready: (pane: CommandedPane) => void = () => {};
    registerCommands(new Promise((resolve) => (ready = resolve)));
    const pressed = office.invokeAction("refresh");
    expect(asked).toEqual([]);
    ready(pane);
    expect(await pressed).toBe("completed");
    expect(asked).toEqual(["refresh zh"]);
  });

  test("a command whose work throws is completed all the same", async () => {
    registerCommands(
      Promise.resolve({ ...pane, refresh: () => Promise.reject(new Error("a bug of the test's own")) }),
    );
    expect(await office.invokeAction("refresh")).toBe("completed");
    expect(shown()).toBe(true);
  });
});
