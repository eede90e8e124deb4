import type { MessageCode } from "../../src/core/language/catalogue";
import type { Message, Param } from "../../src/core/language/message";

/** Messages that name the command's flags, and what is said instead to people who look at a page. */
export const paneWords: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "role-missing": "pane.role-missing",
  "date-order-undecided": "pane.date-order-undecided",
  "date-order-contradictory": "pane.date-order-contradictory",
  "decimal-mark-undecided": "pane.decimal-mark-undecided",
  "decimal-mark-mixed": "pane.decimal-mark-mixed",
  "no-customer-at-all": "pane.no-customer-at-all",
  "no-date-at-all": "pane.no-date-at-all",
  "as-of-before-data": "pane.as-of-before-data",
  "no-row-used": "pane.no-row-used",
  "order-unit-without-order": "pane.order-unit-without-order",
  "policy-measure-missing": "pane.policy-measure-missing",
  "file-undecodable": "pane.file-undecodable",
  "file-encoding-guessed": "pane.file-encoding-guessed",
  "file-several-sheets": "pane.file-several-sheets",
  "duplicates-kept": "pane.duplicates-kept",
  "statuses-unknown": "pane.statuses-unknown",
  "column-unclear-category": "pane.column-unclear-category",
};

/** A message in the words of the page, and the messages in it too. */
export function inPane(message: Message): Message {
  const params =
    message.params &&
    Object.fromEntries(Object.entries(message.params).map(([name, value]) => [name, paramInPane(value)]));
  return { ...message, code: paneWords[message.code] ?? message.code, ...(params ? { params } : {}) };
}

function paramInPane(param: Param): Param {
  if (typeof param === "string" || typeof param === "number") return param;
  return "code" in param ? inPane(param) : param.map((one) => (typeof one === "object" ? inPane(one) : one));
}
