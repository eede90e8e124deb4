import type { Meter } from "../host/meter";
import type { Workbook } from "../workbook/workbook";
import { element } from "./element";
import { word, type PageLanguage } from "./words";

/** The line at the bottom: what is going on, and what the add-in asked of the workbook. */
export interface StatusLine {
  readonly element: HTMLElement;
  /** Shows a state until the next one; none is "ready". */
  say(text?: string): void;
  follow(book: Workbook, meter?: Meter): void;
}

export function statusLine(language: PageLanguage): StatusLine {
  const state = element("span", { class: "state", role: "status" }, word(language, "ready"));
  const cost = element("span", { class: "meter", title: word(language, "meter.hint") });
  let meter: Meter | undefined;
  let written = "";
  setInterval(() => {
    if (!meter) return;
    const { syncs, bytesIn, bytesOut } = meter.total;
    const text = word(language, "meter", { syncs: String(syncs), in: bytes(bytesIn), out: bytes(bytesOut) });
    if (text !== written) cost.textContent = written = text;
  }, 300);
  return {
    element: element("footer", { class: "status" }, state, cost),
    say: (text) => (state.textContent = text ?? word(language, "ready")),
    follow: (_book, followed) => {
      meter = followed;
      cost.textContent = written = "";
    },
  };
}

/** Bytes as a person reads them. */
function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1_000_000 ? `${(count / 1000).toFixed(1)} KB` : `${(count / 1_000_000).toFixed(2)} MB`;
}
