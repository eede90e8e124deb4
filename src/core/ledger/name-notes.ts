import type { Message } from "../language/message";

/** Names told in a note. */
const EXAMPLES = 3;

/** What a row of sums is called: Total, Grand total:, Subtotal 2024-01, East Total; 合计, 华东小计. */
const SUM =
  /^(?:(?:grand|sub)[\s-]?)?totals?(?:[\s:：]*|\s*[-–(（]?\s*\d.*)$|\s(?:(?:grand|sub)[\s-]?)?totals?[:：]?$|(?:小计|合计|总计|总额)[:：]?$/i;

/** What is typed where there is no customer: -, ?, 0, none, guest; 无, 散客. */
const NOBODY =
  /^(?:[-–—_?？.*\\/]+|0+|none|no ?name|nobody|unknown|anonymous|guest|walk-?in(?: customer)?|cash(?: customer| sale)?|n\.a\.?|not available|tbd|无|空|未知|不详|匿名|散客|游客|无名氏?|暂无)$/i;

/**
 * What is said about customers whose names are those of rows of sums, whose money would count twice, or stand for nobody.
 * They are kept: Total is a company, too.
 */
export function nameNotes(names: readonly string[]): Message[] {
  const note = (code: "customers-named-sums" | "customers-named-nobody", is: RegExp): Message[] => {
    const found = names.filter((name) => is.test(name));
    if (found.length === 0) return [];
    const examples = found.slice(0, EXAMPLES).map((name) => `“${name}”`);
    return [{ code, params: { customers: found.length, examples } }];
  };
  return [...note("customers-named-sums", SUM), ...note("customers-named-nobody", NOBODY)];
}
