import { element } from "./element";
import { word, type PageLanguage } from "./words";

/** Says something above the sheet until it is closed or, unless it is an error, for a while. */
export class Notices {
  readonly element = element("div", { class: "notices", "aria-live": "polite" });

  constructor(readonly language: PageLanguage) {}

  say(text: string, kind: "note" | "error" = "note"): void {
    const notice = element(
      "div",
      { class: `notice ${kind}`, role: kind === "error" ? "alert" : "status" },
      element("span", {}, text),
      element("button", { type: "button", onclick: () => notice.remove() }, word(this.language, "close")),
    );
    this.element.replaceChildren(notice);
    if (kind === "note") setTimeout(() => notice.remove(), 12_000);
  }

  /** Says something and offers what can be done about it; stays until it is closed. */
  offer(text: string, ...links: readonly HTMLElement[]): void {
    const notice = element(
      "div",
      { class: "notice", role: "status" },
      element("span", {}, text),
      ...links,
      element("button", { type: "button", onclick: () => notice.remove() }, word(this.language, "close")),
    );
    this.element.replaceChildren(notice);
  }

  /** Asks a question that is answered with yes or no. */
  ask(question: string): Promise<boolean> {
    return new Promise((resolve) => {
      const dialog = element(
        "dialog",
        { class: "question", onclose: () => (dialog.remove(), resolve(dialog.returnValue === "yes")) },
        element("div", {}, question),
        element(
          "form",
          { class: "answers", method: "dialog" },
          element("button", { value: "no" }, word(this.language, "cancel")),
          element("button", { value: "yes", class: "main" }, word(this.language, "ok")),
        ),
      );
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}
