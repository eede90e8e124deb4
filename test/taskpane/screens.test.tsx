import { FluentProvider, SSRProvider } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/language/language";
import { startClassifier } from "../../taskpane/classifier/classifier";
import type { Source } from "../../taskpane/classifier/protocol";
import { startWorkspace } from "../../taskpane/classifier/workspace";
import { StartScreen } from "../../taskpane/components/StartScreen";
import { WorkScreen } from "../../taskpane/components/WorkScreen";
import { LanguageContext } from "../../taskpane/language/language-context";
import { lightTheme } from "../../taskpane/theme/themes";
import { sessionWorker } from "./session-worker";

function rendered(element: ReactElement, language: Language): string {
  return renderToString(
    <SSRProvider>
      <FluentProvider theme={lightTheme}>
        <LanguageContext value={{ language, setLanguage: () => {} }}>{element}</LanguageContext>
      </FluentProvider>
    </SSRProvider>,
  );
}

/** The words of a page, without its markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
}

async function workScreen(source: Source, language: Language): Promise<string> {
  const workspace = startWorkspace(startClassifier(sessionWorker));
  await workspace.open(source);
  const state = workspace.state();
  const { work } = state;
  if (!work?.outcome) throw new Error(JSON.stringify(state.troubles));
  return rendered(
    <WorkScreen workspace={workspace} state={state} work={work} outcome={work.outcome} />,
    language,
  );
}

/** Codes and holes of the catalogue that were left unsaid, and numbers that are none. */
const UNSAID = /\b(?:pane|column|label|reason|sheet|text)\.[a-z]|\{\w+[}|]|NaN|Infinity|undefined|\[object/;

describe.each(["en", "zh"] as const)("the screens in %s", (language) => {
  test("the start says everything in words", () => {
    const workspace = startWorkspace(startClassifier(sessionWorker));
    const words = wordsOf(
      rendered(<StartScreen workspace={workspace} state={workspace.state()} />, language),
    );
    expect(words).not.toMatch(UNSAID);
    expect(words).toContain(language === "zh" ? "选择文件" : "Choose a file");
  });

  test("the work says everything in words: check, tiers, columns, notes", async () => {
    const html = await workScreen({ kind: "sample", language }, language);
    const words = wordsOf(html);
    expect(words).not.toMatch(UNSAID);
    const wanted =
      language === "zh"
        ? [
            "每一行、每一分钱都对得上",
            "剔除：缺少客户",
            "层级",
            "下载分层工作簿",
            "同一订单的多行计为一次购买。",
          ]
        : [
            "Every row and every cent is accounted for",
            "Set aside: no customer",
            "Tier",
            "Download workbook",
          ];
    for (const text of wanted) expect(words).toContain(text);
    if (language === "en") expect(words).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test("a run that is refused says what to do, and where", async () => {
    const file = new File(["Customer,Date,Amount\nA,03/04/2025,5\nB,05/06/2025,6\n"], "a.csv");
    const html = await workScreen({ kind: "file", file }, language);
    expect(wordsOf(html)).toContain(language === "zh" ? "请选择日期写法。" : "Choose the order of dates.");
    expect(html).toContain(language === "zh" ? "日/月/年" : "Day/month/year");
    expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>/);
  });

  test("every control has a name, every table a caption", async () => {
    const html = await workScreen({ kind: "sample", language }, language);
    const labelled = new Set([...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map(([, id]) => id));
    for (const [tag] of html.matchAll(/<(?:select|input)\b[^>]*>/g)) {
      if (/type="file"/.test(tag)) continue;
      const id = /\sid="([^"]+)"/.exec(tag)?.[1];
      expect(/aria-label="[^"]+"/.test(tag) || labelled.has(id), tag).toBe(true);
    }
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      expect(table).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
      expect(table).toMatch(/<th scope="row"/);
    }
    for (const [, inner = ""] of html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)) {
      expect(wordsOf(inner).trim()).not.toBe("");
    }
  });
});

test("a customer's name is text, whatever it holds", async () => {
  const name = "<img src=x onerror=alert(1)>";
  const file = new File([`${name},Order date,Amount\n${name},2025-01-02,5\nB,2025-01-03,6\n`], `${name}.csv`);
  const html = await workScreen({ kind: "file", file }, "en");
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
});
