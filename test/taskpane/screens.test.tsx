import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { renderToStringAsync } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/language/language";
import { startClassifier } from "../../taskpane/classifier/classifier";
import type { Source } from "../../taskpane/classifier/protocol";
import { startWorkspace, type WorkspaceState } from "../../taskpane/classifier/workspace";
import { Announcer } from "../../taskpane/components/Announcer";
import { AppHeader } from "../../taskpane/components/AppHeader";
import HelpScreen from "../../taskpane/components/HelpScreen";
import { OutsideScreen } from "../../taskpane/components/OutsideScreen";
import SettingsScreen from "../../taskpane/components/SettingsScreen";
import { StartScreen } from "../../taskpane/components/StartScreen";
import WorkScreen from "../../taskpane/components/WorkScreen";
import { LanguageContext } from "../../taskpane/language/language-context";
import { sessionWorker } from "./session-worker";

const inLanguage = (element: ReactElement, language: Language) => (
  <LanguageContext.Provider value={{ language, chosen: null, setLanguage: () => {} }}>
    {element}
  </LanguageContext.Provider>
);

function rendered(element: ReactElement, language: Language): string {
  return renderToString(inLanguage(element, language));
}

/** The words of a page, without its markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
}

async function workScreen(
  source: Source,
  language: Language,
  more: Partial<WorkspaceState> = {},
): Promise<string> {
  const workspace = startWorkspace(startClassifier(sessionWorker));
  await workspace.open(source);
  const state = { ...workspace.state(), ...more };
  const { work } = state;
  if (!work?.outcome) throw new Error(JSON.stringify(state.troubles));
  // With the parts that are loaded when they are needed. React's elements are Preact's there.
  return renderToStringAsync(
    inLanguage(
      <>
        <AppHeader workspace={workspace} state={state} heading={null} />
        <WorkScreen workspace={workspace} state={state} work={work} outcome={work.outcome} />
      </>,
      language,
    ) as unknown as Parameters<typeof renderToStringAsync>[0],
  );
}

/** Everything is there: written sheets and columns, a customer picked. */
const WRITTEN: Partial<WorkspaceState> = {
  excel: {
    complete: true,
    sheets: [{ id: "1", name: "Tiers", plan: "tiers" }],
    beside: [{ sheet: "2", sheetName: "Orders", address: "I1:J3001", headers: ["Tier", "Stage"] }],
  },
  tiered: { sheets: [], beside: null, told: [] },
  picked: { at: -1, customer: "Nobody Ltd" },
};

/** Codes and holes of the catalogue that were left unsaid, and numbers that are none. */
const UNSAID =
  /\b(?:pane|help|column|label|reason|sheet|text)\.[a-z]|\{\w+[}|]|NaN|Infinity|undefined|\[object/;

const CHINESE = /[一-鿿]/;

describe.each(["en", "zh"] as const)("the screens in %s", (language) => {
  const start = (more: Partial<WorkspaceState>) => {
    const workspace = startWorkspace(startClassifier(sessionWorker));
    return rendered(
      <StartScreen workspace={workspace} state={{ ...workspace.state(), ...more }} />,
      language,
    );
  };

  test("the start offers a sample where there is nothing to classify, and only then first", () => {
    const excel = { sheets: [], beside: [], complete: true };
    const empty = start({ excel, places: [] });
    const words = wordsOf(empty);
    expect(words).not.toMatch(UNSAID);
    const sample = language === "zh" ? "插入示例订单工作表" : "Make a sheet of sample orders";
    const go = language === "zh" ? "读取并核对" : "Read and check";
    expect(words).toContain(sample);
    expect(words).not.toContain(go);
    const place = { sheet: "1", sheetName: "Orders", table: null, address: null, selected: true, own: false };
    const full = wordsOf(
      start({
        excel,
        places: [
          { ...place, kind: "sheet", name: "Orders", area: "A1:H3001", rows: 3001, columns: 8, notes: [] },
        ],
      }),
    );
    expect(full.indexOf(go)).toBeGreaterThan(0);
    expect(full.indexOf(go)).toBeLessThan(full.indexOf(sample));
    expect(full).toContain(language === "zh" ? "3,000 行" : "3,000 rows");
  });

  test("a sheet of results isn't offered as data", () => {
    const place = {
      sheet: "1",
      sheetName: "Customers",
      table: "t",
      address: null,
      selected: true,
      own: true,
    };
    const words = wordsOf(
      start({
        places: [
          { ...place, kind: "table", name: "Customers", area: "A1:H9", rows: 9, columns: 8, notes: [] },
        ],
      }),
    );
    expect(words).not.toContain(language === "zh" ? "读取并核对" : "Read and check");
  });

  test("a run that ended in the middle can be finished or taken back", () => {
    const words = wordsOf(
      start({ excel: { sheets: [{ id: "1", name: "Tiers", plan: "tiers" }], beside: [], complete: false } }),
    );
    expect(words).toContain(language === "zh" ? "继续完成" : "Finish it");
    expect(words).toContain(language === "zh" ? "撤回" : "Take back");
  });

  test("the work says everything in words: steps, check, tiers, columns, what is written, after", async () => {
    const html = await workScreen({ kind: "sample", language }, language, WRITTEN);
    const words = wordsOf(html);
    expect(words).not.toMatch(UNSAID);
    const wanted =
      language === "zh"
        ? [
            "每一行、每一分钱都对得上",
            "缺少客户",
            "层级",
            "再次分层",
            "撤回",
            "Orders：2 列",
            "不在本次结果中",
          ]
        : [
            "Every row and every cent is accounted for",
            "no customer",
            "Tiers",
            "Classify again",
            "Take back",
            "2 columns on Orders",
            "Not in this result",
          ];
    for (const text of wanted) expect(words).toContain(text);
    if (language === "en") expect(words).not.toMatch(CHINESE);
  });

  test("a sheet that changed since it was read is told at the check and at the rules, and what comes first", async () => {
    const words = wordsOf(await workScreen({ kind: "sample", language }, language, { changed: true }));
    const times = (text: string) => words.split(text).length - 1;
    expect(times(language === "zh" ? "读取之后工作表已有改动" : "The sheet changed since it was read.")).toBe(
      2,
    );
    expect(times(language === "zh" ? "会先重新读取工作表" : "The sheet is read again first")).toBe(1);
  });

  test("a customer picked before the sheet changed is shown as from then, and no other", async () => {
    const before = language === "zh" ? "以下是工作表改动之前的结果" : "From before the sheet was changed.";
    const card = async (more: Partial<WorkspaceState>) => {
      const html = await workScreen({ kind: "sample", language }, language, more);
      const label = language === "zh" ? "工作表中选中的客户" : "The customer picked in the sheet";
      const [, inner = ""] = html.split(`aria-label="${label}"`);
      return [inner.slice(0, inner.indexOf("</section>")), wordsOf(html).split(before).length - 1] as const;
    };
    const picked = { at: 0, customer: "Oak Peak Outfitters" };
    const [stale, times] = await card({ changed: true, picked });
    expect(stale).toContain("Oak Peak Outfitters");
    expect(stale).toContain(before);
    expect(times).toBe(1);
    expect((await card({ changed: false, picked }))[1]).toBe(0);
    expect((await card({ changed: true, picked: null }))[1]).toBe(0);
  });

  test("a screen reader hears that customers were read, and not that anything is written", async () => {
    const workspace = startWorkspace(startClassifier(sessionWorker));
    const heard = async (rows: string) => {
      const file = new File([`Customer,Order date,Amount\n${rows}`], "a.csv");
      await workspace.open({ kind: "file", file });
      return wordsOf(rendered(<Announcer state={workspace.state()} />, language)).trim();
    };
    expect(await heard("A,2025-01-02,5\nB,2025-01-03,6\n")).toBe(
      language === "zh"
        ? "已读取 2 位客户，可在窗格中查看。这些结果尚未写入工作簿。"
        : "2 customers were read and can be looked at in this pane. Nothing of this has been written to the workbook yet.",
    );
    expect(await heard("A,2025-01-02,5\n")).toContain(language === "zh" ? "1 位客户" : "1 customer was read");
  });

  test("a note of what a rule decided leads to the rule", async () => {
    const rows = "A,2025-01-02,5\nA,2025-01-02,5\nB,2025-01-03,6\n";
    const file = new File([`Customer,Order date,Amount\n${rows}`], "a.csv");
    const words = wordsOf(await workScreen({ kind: "file", file }, language));
    const link = language === "zh" ? "查看该规则" : "Go to the rule";
    expect(words.split(link)).toHaveLength(2);
    expect(words.indexOf(language === "zh" ? "完全相同" : "an earlier one")).toBeLessThan(
      words.indexOf(link),
    );
  });

  test("what a newer version keeps is told, with the way to give it up", async () => {
    const words = wordsOf(start({ newer: ["layout"] }));
    expect(words).toContain(language === "zh" ? "较新版本 Tiersheet" : "A newer Tiersheet");
    expect(words).toContain(language === "zh" ? "下次保存时替换" : "Replace them when I save");
    expect(wordsOf(start({}))).not.toContain(language === "zh" ? "较新版本" : "newer");
  });

  test("a run that is refused says what to do, and where", async () => {
    const file = new File(["Customer,Date,Amount\nA,03/04/2025,5\nB,05/06/2025,6\n"], "a.csv");
    const html = await workScreen({ kind: "file", file }, language);
    expect(wordsOf(html)).toContain(language === "zh" ? "请选择日期写法。" : "Choose the order of dates.");
    expect(html).toContain(language === "zh" ? "日/月/年" : "Day/month/year");
    expect(html).toContain(language === "zh" ? "数据，需要处理" : "What, needs something");
    expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>/);
  });

  test("help, settings and the page outside Excel say everything in words", () => {
    const workspace = startWorkspace(startClassifier(sessionWorker));
    for (const screen of [
      <HelpScreen key="help" />,
      <SettingsScreen key="settings" workspace={workspace} />,
      <OutsideScreen key="outside" />,
    ]) {
      const words = wordsOf(rendered(screen, language));
      expect(words).not.toMatch(UNSAID);
      if (language === "en") expect(words.replace("简体中文", "")).not.toMatch(CHINESE);
    }
  });

  test("every control has a name, every table a caption", async () => {
    const html = await workScreen({ kind: "sample", language }, language, WRITTEN);
    const labelled = new Set([...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map(([, id]) => id));
    const within = new Set(
      [...html.matchAll(/<label\b[^>]*>([\s\S]*?)<\/label>/g)].flatMap(([, inner = ""]) =>
        wordsOf(inner).trim() === ""
          ? []
          : [...inner.matchAll(/<(?:select|input)\b[^>]*>/g)].map(([tag]) => tag),
      ),
    );
    for (const [tag] of html.matchAll(/<(?:select|input)\b[^>]*>/g)) {
      if (/type="file"/.test(tag)) continue;
      const id = /\sid="([^"]+)"/.exec(tag)?.[1];
      expect(/aria-label="[^"]+"/.test(tag) || labelled.has(id) || within.has(tag), tag).toBe(true);
    }
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      expect(table).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
    }
    for (const [tag, inner = ""] of html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)) {
      expect(wordsOf(inner).trim() !== "" || /aria-label="[^"]+"/.test(tag), tag).toBe(true);
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a customer's name is text, whatever it holds", async () => {
  const name = "<img src=x onerror=alert(1)>";
  const file = new File([`${name},Order date,Amount\n${name},2025-01-02,5\nB,2025-01-03,6\n`], `${name}.csv`);
  const html = await workScreen({ kind: "file", file }, "en");
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=alert(1)");
});
