import type { Message } from "../language/message";
import { hashOfCell, mixHash } from "./cell-hash";

/** Customers whose ids look like one id written in several ways. */
export interface AlikeCustomers {
  /** Customers that have at least one like them, and how many ids they would be if each is one customer. */
  readonly customers: number;
  readonly groups: number;
  /** Up to 3 groups, the ones with most money first, with up to 4 of their ids. */
  readonly examples: readonly (readonly string[])[];
}

const EXAMPLES = 3;
const NAMED = 4;

/**
 * Finds ids that are alike though not equal: the same letters and digits in the same order, whatever their case, width
 * and form (Unicode NFKC), the spaces and punctuation between them, and a legal form at the end: Ltd, Co., Ltd., Inc, GmbH,
 * 公司, 有限公司, 股份有限公司 … Punctuation between two digits counts: 12-3 and 123 are two, and so are 007 and 7.
 * They may be two customers all the same, so nothing is put together here; the reader is told.
 *
 * @param customers distinct ids in the order of money
 */
export function customersAlike(customers: readonly string[]): AlikeCustomers {
  const groups = groupsOfAlike(customers);
  const alike = [...groups.values()].filter(({ length }) => length > 1);
  for (const group of alike) group.sort((a, b) => a - b);
  alike.sort(([a = 0], [b = 0]) => a - b);
  return {
    customers: alike.reduce((sum, { length }) => sum + length, 0),
    groups: alike.length,
    examples: alike.slice(0, EXAMPLES).map((group) => group.slice(0, NAMED).map((at) => customers[at] ?? "")),
  };
}

/** The places of ids that are alike, each group ascending; ids that are like none are in no group. */
function groupsOfAlike(customers: readonly string[]): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  let others = 0;
  for (const customer of customers) if (!PLAIN.test(customer)) others++;
  if (others === 0) return groups;
  // The first place of each key, plus one, by the key's hash: keys themselves would fill the memory.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * others + 1)));
  const hashes = new Uint32Array(slots.length);
  const slotOf = (key: string) => {
    const hash = mixHash(0, hashOfCell(key));
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (hashes[slot] === hash && alikeKey(customers[(slots[slot] ?? 0) - 1] ?? "") === key) break;
    }
    hashes[slot] = hash;
    return slot;
  };
  const add = (key: string, slot: number, at: number) => {
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [(slots[slot] ?? 0) - 1, at]);
  };
  // Two plain ids are never alike, and most ids are plain: the others are looked at first, and by themselves.
  customers.forEach((customer, at) => {
    const key = PLAIN.test(customer) ? "" : alikeKey(customer);
    if (key === "") return;
    const slot = slotOf(key);
    if (slots[slot] === 0) slots[slot] = at + 1;
    else add(key, slot, at);
  });
  if (others === customers.length) return groups;
  customers.forEach((customer, at) => {
    if (!PLAIN.test(customer)) return;
    const slot = slotOf(customer);
    if (slots[slot] !== 0) add(customer, slot, at);
  });
  return groups;
}

/** What is said about customers that are alike. */
export function alikeNotes(names: readonly string[]): Message[] {
  const { customers, groups, examples } = customersAlike(names);
  if (groups === 0) return [];
  const said = examples.map((ids) => ids.map((id) => `“${id}”`).join(" = "));
  return [{ code: "customers-alike", params: { customers, groups, examples: said } }];
}

/** Ids that are their own key: capital letters and digits without anything between. */
const PLAIN = /^[0-9A-Z]+$/;
const ONE_WORD = /^[0-9A-Za-z]+$/;

/** Words: letters with their marks, digits, and signs such as +, which tell A+ from A. */
const WORDS = /[\p{L}\p{M}\p{N}\p{S}]+/gu;

/** ASCII and Chinese characters, which are most names: NFKC leaves them as they are, and their words are found faster. */
const COMMON = /^[ -~\u4E00-\u9FFF]*$/;
const COMMON_WORDS = /[0-9A-Z$+<=>^`|~\u4E00-\u9FFF]+/g;

const LEGAL_WORDS = new Set(
  "CO COMPANY LTD LIMITED INC INCORPORATED CORP CORPORATION LLC LLP PLC GMBH KG AG BV NV SARL SRL PTY PTE PVT OY KK".split(
    " ",
  ),
);
const LEGAL_ENDS = ["股份有限公司", "有限责任公司", "有限公司", "公司"];

/** What is the same of ids that are alike; "" of an id of punctuation alone, which is like none. */
export function alikeKey(id: string): string {
  if (ONE_WORD.test(id)) return id.toUpperCase();
  const common = COMMON.test(id);
  const text = (common ? id : id.normalize("NFKC")).toUpperCase();
  const words = text.match(common ? COMMON_WORDS : WORDS) ?? [];
  while (words.length > 1 && LEGAL_WORDS.has(words.at(-1) ?? "")) words.pop();
  let key = "";
  for (const word of words) key += endsInDigit(key) && startsWithDigit(word) ? `-${word}` : word;
  const end = LEGAL_ENDS.find((form) => key.endsWith(form) && key.length > form.length);
  return end === undefined ? key : key.slice(0, -end.length);
}

function endsInDigit(text: string): boolean {
  return isDigit(text.charCodeAt(text.length - 1));
}

function startsWithDigit(text: string): boolean {
  return isDigit(text.charCodeAt(0));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
