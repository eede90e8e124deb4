import { foldText } from "./folding";
import {
  emptyWords,
  kindWords,
  senseWords,
  subjectWords,
  type KindWord,
  type SenseWord,
  type SubjectWord,
} from "./synonyms";

/** A header taken to words and what they mean. */
export interface HeaderWords {
  /** The header as it reads: folded, spaces and case kept. */
  readonly text: string;
  /** The kind of value: that of the last word with one, or of the last before `of`, `for`, `in`, `since`; else null. */
  readonly kind: KindWord | null;
  /** Whom or what it is about, by the last word that says so; else null. */
  readonly subject: SubjectWord | null;
  /** Everything its words say, notes in brackets included. */
  readonly subjects: ReadonlySet<SubjectWord>;
  readonly senses: ReadonlySet<SenseWord>;
  /** How much of it is known words, 0–1. */
  readonly known: number;
}

interface Meaning {
  kind: KindWord | null;
  subject: SubjectWord | null;
  readonly senses: SenseWord[];
}

const lexicon = new Map<string, Meaning>();
let longestPhrase = 1;
let longestChinese = 1;

function learn(words: string, mark: (meaning: Meaning) => void): void {
  for (const entry of words.split(" ")) {
    const word = entry.replaceAll("_", " ");
    const meaning = lexicon.get(word) ?? { kind: null, subject: null, senses: [] };
    mark(meaning);
    lexicon.set(word, meaning);
    if (isChinese(word)) longestChinese = Math.max(longestChinese, word.length);
    else longestPhrase = Math.max(longestPhrase, word.split(" ").length);
  }
}
learn(emptyWords, () => undefined);
for (const kind of Object.keys(kindWords) as KindWord[])
  learn(kindWords[kind], (meaning) => (meaning.kind ??= kind));
for (const subject of Object.keys(subjectWords) as SubjectWord[])
  learn(subjectWords[subject], (meaning) => (meaning.subject ??= subject));
for (const sense of Object.keys(senseWords) as SenseWord[])
  learn(senseWords[sense], (meaning) => meaning.senses.push(sense));

/** Words after which the rest of an English header only qualifies what stands before: Date of purchase. */
const CUTS = new Set(["of", "for", "in", "since", "from", "per", "to", "after", "before"]);
const UNITS =
  /^(?:元|万元|千元|美元|rmb|cny|usd|eur|gbp|jpy|hkd|aud|cad|inr|[¥￥$€£₹%]|个|件|次|笔|pcs|必填|选填|required|optional|utc|gmt.*|local|yyyy.*|y-m-d)$/i;

/**
 * Takes a header to words: full width folded, camelCase, `_`, `.` and `-` divided, brackets that hold a unit or a tax
 * note dropped, other brackets read as a qualification; Chinese is cut by the longest word of the lexicon, and a Latin
 * word that isn't in it is tried as two that are (`custid`).
 */
export function readHeaderWords(header: string): HeaderWords {
  const text = foldText(header);
  const notes: string[] = [];
  let lessened = false;
  const bare = text.replace(/[([{【〔「<](.*?)[)\]}】〕」>]/g, (_, note: string) => {
    if (/^ ?(?:-|less|net of|after|扣|减)/i.test(note)) lessened = true;
    else if (!UNITS.test(note.trim()) && !/税|tax|vat|gst|含|incl|excl/i.test(note)) notes.push(note);
    return " ";
  });
  const main = tokensOf(bare.trim() === "" ? text : bare);
  const aside = notes.flatMap(tokensOf);
  const meanings = [...main, ...aside].map((token) => lexicon.get(token));
  const cut = main.findIndex((token, at) => at > 0 && CUTS.has(token));
  const front = main.slice(0, cut < 0 ? main.length : cut);
  const head = namedKind(front, main) ?? lastOf(front, "kind") ?? lastOf(main, "kind");
  const spoken = main.length > 1 && /^(?:at|on)$/.test(main[main.length - 1] ?? "") ? "date" : head;
  const subjects = new Set<SubjectWord>();
  const senses = new Set<SenseWord>(lessened ? ["net", "cleared"] : []);
  for (const meaning of meanings) {
    if (meaning?.subject) subjects.add(meaning.subject);
    for (const sense of meaning?.senses ?? []) senses.add(sense);
  }
  const counted = main.filter((token) => !CUTS.has(token) && !/^(?:at|on)$/.test(token));
  const known = counted.filter((token) => lexicon.has(token));
  return {
    text,
    kind: notes.some((note) => /^(?:天|日|days?)$/i.test(note.trim())) ? "days" : (spoken ?? null),
    subject: lastOf(main, "subject") ?? lastOf(aside, "subject"),
    subjects,
    senses,
    known: counted.length === 0 ? 0 : lengthOf(known) / lengthOf(counted),
  };
}

function lastOf<K extends "kind" | "subject">(tokens: readonly string[], what: K): Meaning[K] | null {
  let subjectFollows = false;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const meaning = lexicon.get(tokens[at] ?? "");
    // Sales is an amount, but not in Sales order, Sales rep.
    const found = subjectFollows && tokens[at] === "sales" ? null : meaning?.[what];
    if (found) return found;
    if (meaning?.subject) subjectFollows = true;
  }
  return null;
}

const GROUPINGS: readonly (KindWord | null)[] = [
  "status",
  "region",
  "attribute",
  "generic",
  "method",
  "person",
];

/**
 * The kind that a name or code only names: Region name, 状态编码, Name of region; but an id in Channel order id, where
 * a subject stands between. `front` is what stands before `of`.
 */
function namedKind(front: readonly string[], all: readonly string[]): KindWord | null {
  const kinds = all.map((token) => lexicon.get(token)?.kind ?? null);
  const name = kinds.findLastIndex((kind, at) => at < front.length && kind !== null);
  if (kinds[name] !== "name" && kinds[name] !== "id") return null;
  const named = kinds.findLastIndex((kind, at) => at !== name && GROUPINGS.includes(kind));
  const between = all.slice(named + 1, name + 1).some((token) => lexicon.get(token)?.subject);
  return named < 0 || between ? null : (kinds[named] ?? null);
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

function tokensOf(text: string): string[] {
  const spaced = text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/e-mail/g, "email")
    .replace(/['’]s\b/g, "")
    .replace(/(\p{Script=Han}+)/gu, " $1 ")
    .replace(/[#%]/g, " $& ")
    .replace(/[^\p{L}\p{N}#%]+/gu, " ")
    .trim();
  return joinPhrases(spaced === "" ? [] : spaced.split(" ")).flatMap((word) =>
    isChinese(word) ? cutChinese(word) : (splitLatin(word) ?? [word]),
  );
}

/** Joins neighbours that are a phrase of the lexicon (`first name`, `number of`), longest first. */
function joinPhrases(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(longestPhrase, words.length - at);
    while (length > 1 && !lexicon.has(words.slice(at, at + length).join(" "))) length--;
    joined.push(words.slice(at, at + length).join(" "));
    at += length;
  }
  return joined;
}

function cutChinese(run: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < run.length;) {
    let length = Math.min(longestChinese, run.length - at);
    while (length > 1 && !lexicon.has(run.slice(at, at + length))) length--;
    words.push(run.slice(at, at + length));
    at += length;
  }
  return words;
}

/** A word of the lexicon, its singular, or the two words it is made of; null where it is none. */
function splitLatin(word: string): string[] | null {
  if (lexicon.has(word) || CUTS.has(word)) return [word];
  if (word.length > 3 && word.endsWith("s") && lexicon.has(word.slice(0, -1))) return [word.slice(0, -1)];
  for (let at = word.length - 2; at >= 3; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (lexicon.has(first) && lexicon.has(second)) return [first, second];
  }
  return null;
}
