import type { FileThing } from "../file/file-things";
import type { Workbook } from "../workbook/workbook";
import { Host } from "../host/host";
import { connectPane, type PaneConnection } from "../transports/frame";
import { appBar } from "./app-bar";
import { dropFiles } from "./drop-files";
import { element } from "./element";
import { GridView } from "./grid/grid-view";
import { gridLocale, gridText, setGridLanguage } from "./grid/grid-language";
import { dropMenuItems } from "./grid/menus";
import { mountGrid } from "./grid/mount-grid";
import { offerFunctions } from "./grid/offered-functions";
import { History } from "./history";
import { ribbonOf } from "./manifest-ribbon";
import { givenBook, offerNewBook } from "./new-book";
import { Notices } from "./notices";
import { PaneArea } from "./pane-area";
import { ribbon } from "./ribbon";
import { sampleBook } from "./sample-book";
import { statusLine } from "./status-line";
import { rememberLanguage, word, type PageLanguage } from "./words";

/** A workbook on the page, with all that shows it. */
export interface Shown {
  readonly book: Workbook;
  readonly history: History;
  readonly view: GridView;
  readonly host: Host;
  readonly pane: PaneConnection;
  /** True while something was done since it was opened or saved. */
  unsaved: boolean;
  readonly end: () => void;
}

/** The page: bar, sheet, task pane, status line. What is shown can be looked at as `workbench` in the console. */
export async function showPage(page: HTMLElement, language: PageLanguage): Promise<void> {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = word(language, "title");
  setGridLanguage(language);
  dropMenuItems();

  let shown: Shown | undefined;
  const notices = new Notices(language);
  const holder = element("main", { class: "grid-holder" });
  const area = element("div", { class: "main-area" });
  const pane = new PaneArea(language, area, () => {
    bar.showPane(pane.shown);
    if (shown) shown.host.runtime.state = pane.shown ? "Visible" : "Background";
    // The grid watches the window only.
    window.dispatchEvent(new Event("resize"));
  });
  const status = statusLine(language);
  const picker = element("input", { type: "file", accept: ".xlsx,.xlsm,.csv,.tsv", hidden: true });
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file) void open(file);
  });
  const bar = appBar(language, {
    open: () => picker.click(),
    save: () => void save(),
    sample: (chosen) => void sample(chosen),
    otherLanguage: () => {
      rememberLanguage(language === "zh" ? "en" : "zh");
      location.search = "";
    },
    togglePane: () => (pane.shown = !pane.shown),
  });
  bar.showPane(true);
  area.append(
    holder,
    pane.divider,
    pane.element,
    notices.element,
    dropFiles(word(language, "drop"), (file) => void open(file)),
  );
  page.replaceChildren(bar.element, area, status.element, picker);
  window.addEventListener("beforeunload", (event) => {
    if (shown?.unsaved) event.preventDefault();
  });

  await showRibbon();
  const metadata = await offerFunctions(language);
  await show(sampleBook(language));
  const given = await givenBook();
  if (given) await open(given);

  async function showRibbon(): Promise<void> {
    const answer = await fetch("/manifest.xml");
    const group = answer.ok
      ? ribbonOf(await answer.text(), language === "zh" ? "zh-CN" : "en-US")
      : undefined;
    if (group === undefined) return;
    const made = ribbon(group, {
      run: async (functionName, control) => {
        const at = shown;
        const outcome = at ? await at.pane.press(functionName, control) : "failed";
        // Another workbook was opened meanwhile: nobody waits for this one any more.
        return at === shown ? outcome : "completed";
      },
      showPane: () => (pane.shown = true),
      trouble: ({ label }, outcome) => {
        if (outcome !== "completed")
          notices.say(word(language, `command.${outcome}`, { name: label }), "error");
      },
    });
    bar.showRibbon(made);
  }

  async function mayLeave(): Promise<boolean> {
    return !shown?.unsaved || (await notices.ask(word(language, "unsaved")));
  }

  async function sample(chosen: PageLanguage): Promise<void> {
    if (await mayLeave()) await show(sampleBook(chosen));
  }

  async function open(file: File): Promise<void> {
    if (!(await mayLeave())) return;
    status.say(word(language, "reading", { name: file.name }));
    try {
      const { openFile } = await import("../file/open-file");
      const opened = await openFile(file.name, new Uint8Array(await file.arrayBuffer()));
      if ("refused" in opened) {
        const { refused } = opened;
        const text =
          refused === "kind"
            ? word(language, "file.kind", { name: file.name })
            : word(language, "file.unreadable", {
                name: file.name,
                reason: word(language, `file.${refused}`),
              });
        return notices.say(text, "error");
      }
      await show(opened.book);
      if (opened.leftOut.length > 0) {
        notices.say(word(language, "file.left-out", { things: listed(opened.leftOut) }));
      }
    } catch (error) {
      notices.say(word(language, "file.unreadable", { name: file.name, reason: String(error) }), "error");
    } finally {
      status.say();
    }
  }

  async function save(): Promise<void> {
    if (!shown) return;
    const { book } = shown;
    status.say(word(language, "writing", { name: book.name }));
    try {
      const { saveXlsx } = await import("../file/save-xlsx");
      const { bytes, leftOut } = await saveXlsx(book);
      download(book.name, bytes);
      shown.unsaved = false;
      if (leftOut.length > 0) notices.say(word(language, "save.left-out", { things: listed(leftOut) }));
    } catch (error) {
      notices.say(word(language, "save.failed", { reason: String(error) }), "error");
    } finally {
      status.say();
    }
  }

  function listed(things: readonly FileThing[]): string {
    const names = things.map((thing) => word(language, `thing.${thing}`));
    return names.join(language === "zh" ? "、" : ", ");
  }

  async function show(book: Workbook): Promise<void> {
    shown?.end();
    book.culture = language === "zh" ? "zh-CN" : "en-US";
    if (metadata) book.calculation.customFunctions.register(metadata);
    const history = new History(book);
    const host = new Host({ workbook: book });
    host.runtime.state = pane.shown ? "Visible" : "Background";
    host.runtime.listen((state) => {
      if (pane.shown !== (state === "Visible")) pane.shown = state === "Visible";
    });
    host.listenToWorkbooks((file) => offerNewBook(notices, language, file));
    const view = new GridView(
      book,
      history,
      () => notices.say(word(language, "protected"), "error"),
      (text) => notices.say(text, "error"),
      gridLocale(language),
    );
    const connection = connectPane(pane.frame, host, {
      address: new URL("/taskpane.html", location.href).href,
      displayLanguage: language === "zh" ? "zh-CN" : "en-US",
    });
    const unmount = await mountGrid(view, holder, {
      say: (text, kind) => notices.say(text, kind),
      ask: (question) => notices.ask(question),
      translate: (text) => gridText(language, text),
    });
    bar.showName(book.name);
    status.follow(book, host.meter);
    const now: Shown = {
      book,
      history,
      view,
      host,
      pane: connection,
      unsaved: false,
      end: () => {
        stop();
        unmount();
        view.end();
        history.end();
        connection.stop();
        host.stop();
      },
    };
    const stop = book.listen(({ kind, source }) => {
      if (kind !== "selection" && kind !== "active" && source !== "calculation" && source !== "file")
        now.unsaved = true;
    });
    shown = now;
    (window as unknown as { workbench: Shown }).workbench = now;
  }
}

/** Hands a file to the person at the browser. */
function download(name: string, bytes: Uint8Array): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
