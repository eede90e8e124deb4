import { element, logo } from "./element";
import { word, type PageLanguage } from "./words";

/** What the buttons of the bar do. */
export interface BarActions {
  readonly open: () => void;
  readonly save: () => void;
  readonly sample: (language: PageLanguage) => void;
  readonly otherLanguage: () => void;
  readonly togglePane: () => void;
}

/** The bar at the top: the name of the product and of the workbook, and what can be done with it. */
export interface AppBar {
  readonly element: HTMLElement;
  /** Puts the add-in's group of the ribbon beside the names. */
  showRibbon(group: HTMLElement): void;
  showName(name: string): void;
  showPane(shown: boolean): void;
}

export function appBar(language: PageLanguage, actions: BarActions): AppBar {
  const say = (name: Parameters<typeof word>[1]) => word(language, name);
  const book = element("div", { class: "book" });
  const pane = element("button", {
    type: "button",
    "aria-controls": "pane",
    "aria-expanded": "true",
    onclick: actions.togglePane,
  });
  const sample = element(
    "select",
    {
      "aria-label": say("sample"),
      onchange: () => {
        const { value } = sample;
        sample.value = "";
        if (value === "en" || value === "zh") actions.sample(value);
      },
    },
    element("option", { value: "", selected: true }, say("sample")),
    element("option", { value: "en" }, say("sample.en")),
    element("option", { value: "zh" }, say("sample.zh")),
  );
  const names = element("div", { class: "name" }, element("h1", {}, say("title")), book);
  const bar = element(
    "header",
    { class: "bar" },
    logo(),
    names,
    element("button", { type: "button", title: say("open.hint"), onclick: actions.open }, say("open")),
    element("button", { type: "button", class: "main", onclick: actions.save }, say("save")),
    sample,
    pane,
    element(
      "button",
      {
        type: "button",
        class: "plain",
        lang: language === "zh" ? "en" : "zh-CN",
        title: say("language.hint"),
        onclick: actions.otherLanguage,
      },
      say("language"),
    ),
  );
  return {
    element: bar,
    showRibbon: (group) => names.after(group),
    showName: (name) => (book.textContent = name),
    showPane: (shown) => {
      pane.textContent = say(shown ? "pane.hide" : "pane.show");
      pane.setAttribute("aria-expanded", String(shown));
    },
  };
}
