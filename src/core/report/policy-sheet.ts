import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say, sayMoney, type Message } from "../language/message";
import type { Policy } from "../policy/policy";
import { binsOf } from "../scoring/cutoffs";
import { totalMoney } from "./total-money";
import {
  abcWords,
  attributeWords,
  cutoffTexts,
  gradeWords,
  gridWords,
  lifecycleWords,
  rowWords,
  scoresWords,
  tierWords,
  warningWords,
  type Words,
} from "./policy-words";
import type { ReportColumn, ReportSheet, ReportTable } from "./report";

/** The policy in words, with the cut-offs of this run: what a manager can audit. */
export function policySheet(result: Classification, language: Language): ReportSheet {
  const { policy, assessment } = result;
  const t = (message: Message) => say(message, language);
  const heading = (level: 0 | 1 | 2, message: Message) =>
    ({ kind: "heading", level, text: t(message) }) as const;
  const best = binsOf(policy.scores.recency);
  return {
    id: "policy",
    name: t({ code: "sheet.policy" }),
    blocks: [
      heading(1, { code: "title.policy", params: { title: policy.title[language] } }),
      heading(0, {
        code: "text.headline",
        params: {
          customers: result.ledger.customers.length,
          monetary: sayMoney(totalMoney(result)),
          policy: policy.name,
          version: policy.version,
        },
      }),
      wordsTable(
        "PolicyTiers",
        t({ code: "column.tier" }),
        tierWords(policy, assessment.ruler.axes, language),
        language,
      ),
      heading(2, { code: "title.cutoffs" }),
      heading(0, policy.scores.nested ? { code: "text.nested" } : scoresWords(best, policy.scores.boundary)),
      cutoffsTable(policy, assessment.ruler, language),
      heading(2, { code: "title.grid" }),
      wordsTable(
        "PolicyGrid",
        t({ code: "column.segment" }),
        gridWords(policy, language),
        language,
        t({ code: "column.codes" }),
      ),
      heading(2, { code: "title.rules" }),
      wordsTable("PolicyRules", t({ code: "policy.topic" }), rulesInWords(result, t), language),
    ],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
  };
}

function wordsTable(
  name: string,
  first: string,
  rows: readonly Words[],
  language: Language,
  second = say({ code: "column.rule" }, language),
): ReportTable {
  return {
    kind: "table",
    name,
    rowCount: rows.length,
    columns: [
      { id: "name", header: first, format: "text", width: 24, values: rows.map(([one]) => one) },
      {
        id: "words",
        header: second,
        format: "text",
        width: 70,
        values: rows.map(([, words]) => words),
        wrap: true,
      },
    ],
  };
}

/** A row a score, best first: the recency, frequency and money that give it. */
function cutoffsTable(
  policy: Policy,
  ruler: Classification["assessment"]["ruler"],
  language: Language,
): ReportTable {
  const texts = cutoffTexts(policy, ruler, language);
  const ranges = (name: "recency" | "frequency" | "monetary"): ReportColumn => ({
    id: name,
    header: say({ code: `column.${name}` }, language),
    format: "text",
    width: 30,
    values: texts.map((row) => row[name]),
  });
  return {
    kind: "table",
    name: "PolicyCutoffs",
    rowCount: texts.length,
    columns: [
      {
        id: "score",
        header: say({ code: "column.score" }, language),
        format: "text",
        width: 24,
        values: texts.map(({ score }) => say({ code: "text.score", params: { score } }, language)),
      },
      ranges("recency"),
      ranges("frequency"),
      ranges("monetary"),
    ],
  };
}

/** What else the policy says, by what it is about, a line a rule. */
function rulesInWords({ policy, ledger }: Classification, t: (message: Message) => string): Words[] {
  const attributes = attributeWords(ledger);
  const topics = [
    ["grade", gradeWords(policy)],
    ["abc", [abcWords(policy)]],
    ["rows", rowWords(policy, ledger.unit)],
    ["lifecycle", lifecycleWords(policy)],
    ["warnings", warningWords(policy)],
    ["attributes", attributes ? [attributes] : []],
  ] as const;
  return topics.flatMap(([topic, rules]): Words[] =>
    rules.length === 0 ? [] : [[t({ code: `policy.topic.${topic}` }), rules.map(t).join("\n")]],
  );
}
