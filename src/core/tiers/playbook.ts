import type { MessageCode } from "../language/catalogue";
import type { Bilingual, Language } from "../language/language";
import { no, ok, say, type Message, type Result } from "../language/message";
import { foldText } from "../ledger/folding";
import { STAGES, type Stage } from "../lifecycle/stages";
import { gridOf } from "../policy/check-policy";
import type { PlaybookField, Policy } from "../policy/policy";
import { templates } from "../policy/templates";
import { segmentLabel, stageLabel } from "./labels";

/** The fields of a line, in the order in which they are told. */
export const PLAYBOOK_FIELDS: readonly PlaybookField[] = ["promise", "rhythm", "offer"];

/** Whom a line is for: a tier by its id, and a stage, if one is known. */
export interface PlaybookSubject {
  readonly tier: string;
  readonly stage: Stage | null;
}

/** Tiers that have lines of their own in the catalogue: those of all templates. */
type WrittenTier = MessageCode extends infer Code
  ? Code extends `playbook.tier.${infer Tier}.promise`
    ? Tier
    : never
  : never;

/** The tiers of a policy of one's own without lines, by their number: the best has the first. */
const BY_PLACE: readonly (readonly WrittenTier[])[] = [
  ["A"],
  ["A", "C"],
  ["A", "B", "C"],
  ["A", "B", "C", "D"],
  ["A", "B", "C", "D", "E"],
  ["S", "A", "B", "C", "D", "E"],
];

/** Segments stand in a tier's place, too: how a customer of that segment is served, and at what stage it is. */
const SEGMENTS: Readonly<Record<string, readonly [WrittenTier, Stage | null]>> = {
  champions: ["S", "mature"],
  loyal: ["A", "mature"],
  "potential-loyalists": ["B", "growing"],
  "new-customers": ["C", "new"],
  promising: ["C", "growing"],
  "need-attention": ["B", "dormant"],
  "about-to-sleep": ["C", "dormant"],
  "at-risk": ["A", "dormant"],
  "cannot-lose": ["S", "dormant"],
  hibernating: ["D", "dormant"],
  lost: ["D", "churned"],
  recent: ["B", "new"],
  inactive: ["E", "churned"],
  others: ["D", null],
  "key-value": ["key", "mature"],
  "key-develop": ["key", "growing"],
  "key-keep": ["key", "dormant"],
  "key-win-back": ["key", "churned"],
  "general-value": ["standard", "mature"],
  "general-develop": ["standard", "growing"],
  "general-keep": ["standard", "dormant"],
  "general-win-back": ["standard", "churned"],
};

/** Tiers that many companies have and no template does, and whose lines they get. */
const COMMON: readonly (readonly [WrittenTier, ...string[]])[] = [
  ["S", "diamond", "钻石"],
  ["A", "platinum", "铂金", "白金", "large", "大", "high value", "高价值"],
  ["B", "gold", "黄金", "金牌", "mid value", "medium value", "中价值"],
  ["C", "silver", "白银", "银牌", "small", "小", "low value", "低价值"],
  ["D", "bronze", "青铜", "铜牌"],
];

/**
 * Whom a tier's text means: an id or a label, in either language and any case, with or without 客户 behind it. With a
 * policy its tiers are known, and segments; without one, the tiers of all templates, segments, and common names such as
 * 钻石. Where two templates call two tiers the same (普通), the first template's is meant. Refuses what is none.
 */
export function playbookSubject(tier: string, policy: Policy | null): Result<PlaybookSubject> {
  const known = policy ? subjectsOf(policy) : subjectsOfAll();
  const found = known.get(folded(tier));
  if (found) return ok(found);
  const list = policy ? policy.tiers.list : templates.flatMap(({ tiers }) => tiers.list);
  return no("playbook-tier-unknown", { tier, tiers: [...new Set(list.map(({ label }) => sayBoth(label)))] });
}

/** The stage that a text means: an id or a label in either language. */
export function stageNamed(text: string): Result<Stage> {
  const stage = STAGES.find((id) => isName(text, id, stageLabel(id, "en"), stageLabel(id, "zh")));
  return stage ? ok(stage) : no("playbook-stage-unknown", { stage: text, stages: STAGES.map(stageMessage) });
}

/** The field that a text means: promise 承诺, rhythm or contact 节奏, offer 权益. */
export function fieldNamed(text: string): Result<PlaybookField> {
  const field = PLAYBOOK_FIELDS.find((id) => {
    const code = `playbook.field.${id}` as const;
    return isName(text, id, say({ code }, "en"), say({ code }, "zh"), ...FIELD_WORDS[id]);
  });
  const fields = PLAYBOOK_FIELDS.map((id): Message => ({ code: `playbook.field.${id}` }));
  return field ? ok(field) : no("playbook-field-unknown", { field: text, fields });
}

const FIELD_WORDS: Readonly<Record<PlaybookField, readonly string[]>> = {
  promise: ["service", "服务承诺", "服务"],
  rhythm: ["contact rhythm", "联系节奏", "联系", "频率"],
  offer: ["offers", "优惠", "优惠权益"],
};

/** One field of a line: what the tier gets, and, with a stage, what is done beside it at that stage. */
export function playbookText(
  subject: PlaybookSubject,
  field: PlaybookField,
  policy: Policy | null,
  language: Language,
): string {
  const line = tierText(subject.tier, field, policy, language);
  const { stage } = subject;
  if (!stage) return line;
  const params = {
    line,
    stage: stageLabel(stage, language),
    own: stageText(stage, field, policy, language),
  };
  return say({ code: "playbook.with-stage", params }, language);
}

/** What is done at a stage beside what the tier gets. */
export function stageText(
  stage: Stage,
  field: PlaybookField,
  policy: Policy | null,
  language: Language,
): string {
  const own = policy?.playbook?.stages?.[stage]?.[field];
  return own ? own[language] : say({ code: `playbook.stage.${stage}.${field}` }, language);
}

/** All three fields of a line in one text. */
export function playbookLine(subject: PlaybookSubject, policy: Policy | null, language: Language): string {
  const [promise, rhythm, offer] = PLAYBOOK_FIELDS.map((field) =>
    playbookText(subject, field, policy, language),
  );
  return say(
    {
      code: "playbook.whole",
      params: { promise: promise ?? "", rhythm: rhythm ?? "", offer: offer ?? "" },
    },
    language,
  );
}

/** A tier's own text of a field, or that of the tier whose place it has. */
export function tierText(
  tier: string,
  field: PlaybookField,
  policy: Policy | null,
  language: Language,
): string {
  const own = policy?.playbook?.tiers?.[tier]?.[field];
  if (own) return own[language];
  const written = isWritten(tier) ? tier : byPlace(tier, policy);
  return say({ code: `playbook.tier.${written}.${field}` }, language);
}

/** The tiers with lines of their own, which all the templates' tiers are (a test holds them to it). */
const WRITTEN: ReadonlySet<string> = new Set(
  templates.flatMap(({ tiers: { list } }) => list.map(({ id }) => id)),
);

function isWritten(tier: string): tier is WrittenTier {
  return WRITTEN.has(tier);
}

/** Whose line a tier without one gets: that of its place among its policy's tiers. */
function byPlace(tier: string, policy: Policy | null): WrittenTier {
  const list = policy?.tiers.list ?? [];
  const letters = BY_PLACE[Math.min(list.length, BY_PLACE.length) - 1] ?? ["A"];
  const place = list.findIndex(({ id }) => id === tier);
  const step = list.length > 1 ? (letters.length - 1) / (list.length - 1) : 0;
  return letters[Math.round(Math.max(0, place) * step)] ?? "A";
}

type Subjects = Map<string, PlaybookSubject>;

function addNames(subjects: Subjects, subject: PlaybookSubject, names: readonly string[]): void {
  for (const name of names) {
    const key = folded(name);
    if (!subjects.has(key)) subjects.set(key, subject);
  }
}

function addTiers(subjects: Subjects, policy: Policy): void {
  const { list } = policy.tiers;
  for (const { id } of list) addNames(subjects, { tier: id, stage: null }, [id]);
  for (const { id, label } of list) addNames(subjects, { tier: id, stage: null }, [label.en, label.zh]);
}

function addSegments(subjects: Subjects, policy: Policy, ids: readonly string[]): void {
  for (const id of ids) {
    const [tier, stage] = SEGMENTS[id] ?? [];
    if (tier === undefined) continue;
    const names = [id, segmentLabel(id, policy, "en"), segmentLabel(id, policy, "zh")];
    addNames(subjects, { tier, stage: stage ?? null }, names);
  }
}

const perPolicy = new WeakMap<Policy, Subjects>();

function subjectsOf(policy: Policy): Subjects {
  let subjects = perPolicy.get(policy);
  if (!subjects) {
    perPolicy.set(policy, (subjects = new Map()));
    addTiers(subjects, policy);
    addSegments(subjects, policy, [
      ...gridOf(policy).rules.map(({ segment }) => segment),
      ...(gridOf(policy).rest === null ? [] : ["others"]),
    ]);
  }
  return subjects;
}

let ofAll: Subjects | null = null;

function subjectsOfAll(): Subjects {
  if (ofAll) return ofAll;
  const subjects: Subjects = new Map();
  for (const template of templates) addTiers(subjects, template);
  for (const template of templates) addSegments(subjects, template, Object.keys(SEGMENTS));
  for (const [tier, ...names] of COMMON) addNames(subjects, { tier, stage: null }, names);
  return (ofAll = subjects);
}

/** A text as names are compared: 战略客户 and 战略, A类 and A, Key – Value and key-value are one. */
function folded(text: string): string {
  const plain = foldText(text)
    .toLowerCase()
    .replace(/[\s\u2013-]+/g, " ");
  return plain.replace(/(?<=.)客户$/, "").replace(/^([a-z])\s?[类级档](?:客户)?$/, "$1");
}

function isName(text: string, ...names: readonly string[]): boolean {
  return names.some((name) => folded(name) === folded(text));
}

function stageMessage(stage: Stage): Message {
  return { code: `label.stage.${stage}` };
}

function sayBoth({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en} ${zh}`;
}
