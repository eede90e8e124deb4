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
    show: (screen) => void asked.push(`show ${screen}`),
    openBest: async () => void asked.push("open the best"),
    refresh: async (language) => {
      asked.push(`refresh ${language}`);
      return refreshed;
    },
    summaries: async (language) => {
      asked.push(`summaries ${language}`);
      return refreshed;
    },
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

  test.each(["refresh", "summaries"])("%s does its work with the pane closed", async (command) => {
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction(command)).toBe("completed");
    expect(asked).toEqual([`${command} zh`]);
    expect(shown()).toBe(false);
  });

  test.each(["refresh", "summaries"])("%s shows the pane where something is wrong", async (command) => {
    refreshed = false;
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction(command)).toBe("completed");
    expect(asked).toEqual([`${command} zh`]);
    expect(shown()).toBe(true);
  });

  test("classify shows the pane and begins with the active sheet; help shows the help", async () => {
    registerCommands(Promise.resolve(pane));
    expect(await office.invokeAction("classify")).toBe("completed");
    expect(shown()).toBe(true);
    expect(await office.invokeAction("help")).toBe("completed");
    expect(asked).toEqual(["open the best", "show help"]);
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

  test("a command whose work throws is completed all the same, and what it was is told", async () => {
    registerCommands(
      Promise.resolve({ ...pane, refresh: () => Promise.reject(new Error("a bug of the test's own")) }),
    );
    expect(await office.invokeAction("refresh")).toBe("completed");
    expect(troubles).toEqual([{ code: "pane.bug", params: { problem: "a bug of the test's own" } }]);
    expect(shown()).toBe(true);
  });

  test("a command is completed where the pane couldn't be loaded, and shows it, which says so", async () => {
    const lost = Promise.reject<CommandedPane>(new Error("no connection"));
    lost.catch(() => {});
    registerCommands(lost);
    expect(await office.invokeAction("refresh")).toBe("completed");
    expect(shown()).toBe(true);
  });
});
