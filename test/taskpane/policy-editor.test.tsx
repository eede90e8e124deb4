import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { classify } from "../../src/core/classify";
import type { Language } from "../../src/core/language/language";
import { gridOf } from "../../src/core/policy/check-policy";
import type { Policy } from "../../src/core/policy/policy";
import { parsePolicy } from "../../src/core/policy/read-policy";
import { templates } from "../../src/core/policy/templates";
import { report } from "../../src/core/report/build-report";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { layoutOf } from "../../src/files/sheet-layout";
import { summaryOf, type Summary } from "../../taskpane/classifier/outcome";
import { startSession } from "../../taskpane/classifier/session";
import { tableRows } from "../../taskpane/classifier/sheet-plan";
import { CutoffsInWords } from "../../taskpane/components/policy/CutoffsInWords";
import { PolicyEditor } from "../../taskpane/components/policy/PolicyEditor";
import { PolicyFiles } from "../../taskpane/components/policy/PolicyFiles";
import { PolicyInWords } from "../../taskpane/components/policy/PolicyInWords";
import { LanguageContext } from "../../taskpane/language/language-context";
import { inEditor, sectionOf } from "../../taskpane/policy/editor-words";
import { assignCodes } from "../../taskpane/policy/grid-edits";
import { edited, startDraft } from "../../taskpane/policy/policy-draft";
import { policyText } from "../../taskpane/policy/policy-file";
import { withValue } from "../../taskpane/policy/policy-path";
import { withGrid, withScoreCount } from "../../taskpane/policy/score-edits";
import { addTier, withBasis } from "../../taskpane/policy/tier-edits";
import { policyNamed } from "./policy-named";

function rendered(element: ReactElement, language: Language): string {
  return renderToString(
    <LanguageContext value={{ language, chosen: null, setLanguage: () => {} }}>{element}</LanguageContext>,
  );
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
}

/** Codes and holes of the catalogue that were left unsaid, and numbers that are none. */
const UNSAID =
  /\b(?:pane|column|label|rule|text|policy-\w+)\.[a-z]|\{\w+[}|]|NaN|Infinity|undefined|\[object/;

const table = sampleOrders({ language: "en", rows: 400 });
const summaries = new Map<Policy, Summary>();
const ran = (policy: Policy): Summary => {
  const known = summaries.get(policy);
  if (known) return known;
  const result = classify(table, policy);
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  const summary = summaryOf(result.value, []);
  summaries.set(policy, summary);
  return summary;
};

function editor(policy: Policy, summary: Summary | null): ReactElement {
  return (
    <PolicyEditor
      policy={policy}
      codes={summary?.codes ?? null}
      ruler={summary?.ruler ?? null}
      measures={["profit", "margin %"]}
      onChange={() => {}}
      onClose={() => {}}
    />
  );
}

/** Templates, and what comes of editing them. */
const POLICIES: readonly Policy[] = [
  ...templates.filter(({ name }) => name !== "abc" && name !== "adc"),
  withScoreCount(policyNamed("rfm"), 9),
  withBasis(policyNamed("vip"), "matrix"),
  { ...withGrid(policyNamed("adc"), "rfm-r"), scores: { ...policyNamed("adc").scores, nested: true } },
];

describe.each(["en", "zh"] as const)("the policy editor in %s", (language) => {
  test.each(POLICIES.map((policy, at) => [`${policy.name} (${at})`, policy] as const))(
    "says everything of %s in words, every control named",
    (_, policy) => {
      const summary = ran(policy);
      const html = [
        editor(policy, summary),
        <PolicyInWords policy={policy} />,
        <PolicyInWords policy={policy} ruler={summary.ruler} />,
        <CutoffsInWords policy={policy} ruler={summary.ruler} />,
        <PolicyFiles policy={policy} onChange={() => {}} onSave={async () => {}} />,
      ]
        .map((element) => rendered(element, language))
        .join("\n");
      const words = wordsOf(html);
      expect(words).not.toMatch(UNSAID);
      // Titles, tiers and statuses are shown in both languages to be edited: as values, and not as words.
      if (language === "en") expect(words).not.toMatch(/[\u4e00-\u9fff]/);
      const labelled = new Set([...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map(([, id]) => id));
      const boxes = new Set(
        [...html.matchAll(/<label[^>]*><input[^>]*type="checkbox"[^>]*>/g)].map(([tag]) => tag),
      );
      for (const [tag] of html.matchAll(/<(?:select|input)\b[^>]*>/g)) {
        if (/type="checkbox"/.test(tag)) expect([...boxes].some((label) => label.endsWith(tag))).toBe(true);
        else
          expect(/aria-label="[^"]+"/.test(tag) || labelled.has(/\sid="([^"]+)"/.exec(tag)?.[1]), tag).toBe(
            true,
          );
      }
      for (const [found] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
        expect(found).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
      }
      for (const [button, inner = ""] of html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)) {
        expect(/aria-label="[^"]+"/.test(button) || wordsOf(inner).trim() !== "", button).toBe(true);
      }
    },
  );

  test("shows a square for each R and F with its customers, before a run without", () => {
    const policy = policyNamed("rfm");
    const html = rendered(editor(policy, ran(policy)), language);
    expect(html.match(/role="gridcell"/g)).toHaveLength(25);
    expect(html.match(/role="gridcell"[^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(html).toContain(language === "zh" ? "R 5、F 5：冠军客户" : "R 5, F 5: Champions");
    const before = wordsOf(rendered(editor(policy, null), language));
    expect(before).toContain(language === "zh" ? "按此评分分层后显示客户数。" : "Customers are counted when");
    expect(wordsOf(rendered(editor(withScoreCount(policy, 9), null), language))).not.toMatch(UNSAID);
  });
});

describe("what is wrong", () => {
  const rfm = policyNamed("rfm");
  const troublesOf = (policy: Policy) =>
    startDraft(policy).troubles.map((trouble) => [sectionOf(trouble), inEditor(trouble).code]);
  test.each([
    ["/name", "", "policy-editor.name-section", "policy-editor.empty"],
    ["/name", "x".repeat(61), "policy-editor.name-section", "policy-editor.too-long"],
    ["/lifecycle/gap", NaN, "policy-editor.lifecycle", "policy-editor.number"],
    ["/lifecycle/minGaps", 1.5, "policy-editor.lifecycle", "policy-editor.whole"],
    ["/warnings/drop", 2, "policy-editor.lifecycle", "policy-editor.range"],
    ["/lifecycle/churned/days", 1, "policy-editor.lifecycle", "policy-editor.limits-order"],
    ["/scores/monetary", { method: "fixed", at: [5] }, "policy-editor.scores", "policy-editor.cut-count"],
    [
      "/scores/monetary",
      { method: "fixed", at: [5, 4, 3, 2] },
      "policy-editor.scores",
      "policy-not-ascending",
    ],
    [
      "/scores/weights",
      { recency: 0, frequency: 0, monetary: 0 },
      "policy-editor.scores",
      "policy-weights-zero",
    ],
    ["/tiers/by/thresholds", [1, 2, 3, 4], "policy-editor.tiers", "policy-not-descending"],
    ["/tiers/list/0/label/zh", "", "policy-editor.tiers", "policy-editor.empty"],
    ["/rows/statuses/exclude", ["a", "a"], "policy-editor.rows", "policy-repeated"],
  ] as const)(
    "at %s (%j) is told in the words of the editor, with the part where it is mended",
    (path, value, section, code) => {
      expect(troublesOf(withValue(rfm, path, value))).toEqual([[section, code]]);
    },
  );

  test("stands at its field, and what was typed stays", () => {
    const draft = edited(startDraft(rfm), "/atRiskDays", withValue(rfm, "/atRiskDays", NaN));
    expect(draft.inEffect).toBe(rfm);
    // A policy of a workbook may come in wrong: it is shown all the same, with what is wrong at its field.
    const html = rendered(editor(withValue(rfm, "/warnings/window", 0.5), null), "en");
    const tag = /<input[^>]*value="0.5"[^>]*>/.exec(html)?.[0];
    expect(tag).toContain('aria-invalid="true"');
    const id = /aria-describedby="([^"]+)"/.exec(tag ?? "")?.[1] ?? "none";
    expect(html).toContain(`<div id="${id}"`);
    expect(wordsOf(html)).toContain("Enter a whole number.");
  });

  test("a name is text, whatever it holds", () => {
    const label = { en: "<img src=x>", zh: "<b>" };
    const policy = addTier({ ...rfm, grid: assignCodes(gridOf(rfm), [124], "x", label) }, label);
    const html = rendered(editor(policy, ran(policy)), "en");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x");
  });
});

test("a session classifies by an edited policy as the command does by its file", async () => {
  const rfm = withBasis(addTier(policyNamed("rfm"), { en: "Sixth", zh: "第六" }), "rules");
  const grid = assignCodes(gridOf(rfm), [124, 123, 99], "stars", { en: "Stars", zh: "明星" });
  const named = edited(startDraft(rfm), "/", { ...rfm, grid, atRiskDays: 90 });
  const policy = edited(
    named,
    "/scores/monetary",
    withValue(named.policy, "/scores/monetary", { method: "fixed", at: [100, 500, 2000, 10000] }),
  ).inEffect;
  expect(policy).toMatchObject({
    name: "custom",
    grid: { name: "custom" },
    scores: { monetary: { method: "fixed" } },
  });

  const file = parsePolicy(policyText(policy));
  if (!file.ok) throw new Error(JSON.stringify(file.troubles));
  expect(file.value).toEqual(policy);
  const result = classify(sampleOrders({ language: "en" }), file.value);
  if (!result.ok) throw new Error("refused");
  const sheets = layoutOf(report(result.value, "en"));

  const session = startSession();
  await session.answer("open", { source: { kind: "sample", language: "en" } });
  const outcome = await session.answer("classify", {
    // As it comes to the worker: copied.
    choices: structuredClone({
      ...{ roles: {}, policy, asOf: { rule: "last" as const }, dateOrder: null, decimalMark: null },
      ...{ value: null, columns: null, beside: false },
    }),
  });
  if (!outcome.ok || !outcome.value.summary.ok) throw new Error("refused");
  expect(outcome.value.summary.value.segments.map(({ id }) => id)).toContain("stars");
  const planned = await session.answer("sheets", { language: "en" });
  if (!planned.ok) throw new Error("refused");
  const at = planned.value.findIndex(({ id }) => id === "customers");
  const block = planned.value[at]?.blocks.findIndex(({ kind }) => kind === "table") ?? -1;
  const count = result.value.ledger.customers.length;
  const rows = await session.answer("table", { sheet: at, block, from: 0, count });
  const sheet = sheets.find(({ id }) => id === "customers");
  const expected = sheet?.blocks.find((one) => one.kind === "table");
  if (!rows.ok || expected?.kind !== "table") throw new Error("no customers");
  expect(rows.value).toEqual(tableRows(expected, 0, count));
  expect(rows.value.length).toBe(count);
});

describe("what a policy says that can never happen", () => {
  const weighted = policyNamed("weighted");
  const beyond = withValue(weighted, "/tiers/by/thresholds/0", 120);

  test("is warned of where it is shown and where it is edited, and stays in effect", () => {
    for (const [language, words] of [
      ["en", "it begins at 120"],
      ["zh", "其门槛为 120"],
    ] as const) {
      expect(wordsOf(rendered(<PolicyInWords policy={beyond} />, language))).toContain(words);
      expect(wordsOf(rendered(<PolicyInWords policy={weighted} />, language))).not.toContain(words);
      expect(wordsOf(rendered(editor(beyond, null), language))).toContain(words);
    }
    expect(startDraft(beyond).troubles).toEqual([]);
  });
});

test("the dots of the map are explained where there are any", () => {
  const html = (level: string) => wordsOf(rendered(editor(policyNamed("rfm"), null), "en")).includes(level);
  expect(html("its codes are of several segments, by their M")).toBe(true);
  const byRF = withGrid(policyNamed("rfm"), "rf-grid");
  expect(wordsOf(rendered(editor(byRF, null), "en"))).not.toContain("by their M. Choose");
});

test("the part that is looked for is open, and no other", () => {
  const html = rendered(
    <PolicyEditor
      policy={policyNamed("rfm")}
      codes={null}
      measures={[]}
      sought="/rows"
      onChange={() => {}}
      onClose={() => {}}
    />,
    "en",
  );
  const open = html.split("<details").filter((part) => /^[^>]*\sopen/.test(part));
  expect(open.map(wordsOf).join()).toContain("Copies of a row");
  expect(open).toHaveLength(1);
});
