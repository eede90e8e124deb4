import type { Language } from "../../src/core/language/language";
import type { Message, Result, Trouble } from "../../src/core/language/message";
import { defaultPolicy } from "../../src/core/policy/templates";
import type { NewSheet } from "../../src/excel/new-sheet";
import type { writeSampleSheet } from "../../src/excel/sample-sheet";
import type { findWritten, takeBack, Written } from "../../src/excel/take-back";
import type { writeSheets } from "../../src/excel/write-sheets";
import type { Classifier } from "./classifier";
import type { Outcome } from "./outcome";
import type { Choices, Opened, SheetPlan, Source } from "./protocol";

/** What is going on, for which the reader may have to wait. */
export type Working =
  | { readonly kind: "reading"; readonly source: Source; readonly share: number }
  | { readonly kind: "classifying" }
  | { readonly kind: "writing" }
  /** Into the open workbook. */
  | { readonly kind: "filling"; readonly share: number }
  | { readonly kind: "taking-back" }
  | { readonly kind: "sampling" };

/** What was opened and what came of it. */
export interface Work {
  readonly source: Source;
  readonly opened: Opened;
  /** What the source is read with, as the reader asked. */
  readonly sheet?: string;
  readonly encoding?: string;
  /** Null until the first run is done. */
  readonly outcome: Outcome | null;
  /** Another number for each run: what was learnt of a result holds for its run only. */
  readonly run: number;
}

export interface WorkspaceState {
  readonly work: Work | null;
  readonly choices: Choices;
  readonly working: Working | null;
  /** What went wrong outside a run: a file that can't be read, a cancel. */
  readonly troubles: readonly Trouble[];
  /** The source that couldn't be opened. */
  readonly refused: Source | null;
  /** Good news to tell once. */
  readonly news: Message | null;
  /** What of the open workbook is Tiersheet's; null outside Excel. */
  readonly excel: Written | null;
  /** Excel's display language, as `zh-CN`; null outside Excel. */
  readonly displayLanguage: string | null;
}

/** What can be done in the open workbook. */
export interface OpenWorkbook {
  readonly writeSheets: typeof writeSheets;
  readonly writeSampleSheet: typeof writeSampleSheet;
  readonly findWritten: typeof findWritten;
  readonly takeBack: typeof takeBack;
}

/** The state of the page and what changes it: a store that a view subscribes to. */
export interface Workspace {
  readonly state: () => WorkspaceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (
    source: Source,
    as?: { readonly sheet?: string; readonly encoding?: string },
  ) => Promise<void>;
  readonly choose: (choices: Partial<Choices>) => Promise<void>;
  /** Writes the workbook; the view hands it over. Null where it was refused. */
  readonly workbook: (language: Language) => Promise<Blob | null>;
  /** Excel is there: from now on sheets of its workbook can be read and written. */
  readonly enterExcel: (workbook: OpenWorkbook, displayLanguage: string) => Promise<void>;
  /** Looks again at what of the open workbook is Tiersheet's: someone may have undone it. */
  readonly lookAgain: () => Promise<void>;
  /** Writes the tiered sheets into the open workbook. */
  readonly fill: (language: Language) => Promise<void>;
  /** Takes back what was written into the open workbook. */
  readonly takeBack: () => Promise<void>;
  /** Puts a sheet of sample orders into the open workbook. */
  readonly addSample: (language: Language) => Promise<void>;
  readonly tell: (news: Message) => void;
  readonly refuse: (trouble: Trouble) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly ask: Classifier["ask"];
}

const NO_CHOICES: Choices = {
  roles: {},
  policy: defaultPolicy,
  asOf: { rule: "last" },
  dateOrder: null,
  decimalMark: null,
  value: null,
  columns: null,
  beside: false,
};

/** Starts a workspace over a classifier, with nothing open. Only the latest of several runs is shown. */
export function startWorkspace(classifier: Classifier): Workspace {
  let state: WorkspaceState = {
    work: null,
    choices: NO_CHOICES,
    working: null,
    troubles: [],
    refused: null,
    news: null,
    excel: null,
    displayLanguage: null,
  };
  let latest = 0;
  let workbook: OpenWorkbook | null = null;
  /** Another number whenever the reader cancels. */
  let cancels = 0;
  const listeners = new Set<() => void>();
  const set = (change: Partial<WorkspaceState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const refused = (result: Result<unknown>) => (result.ok ? [] : result.troubles);

  const classify = async (choices: Choices, turn: number): Promise<void> => {
    set({ choices, working: { kind: "classifying" }, news: null });
    const answer = await classifier.ask("classify", { choices });
    if (turn !== latest) return;
    const { work } = state;
    if (!answer.ok || !work) return set({ working: null, troubles: refused(answer) });
    const { summary } = answer.value;
    set({
      work: { ...work, outcome: answer.value, run: turn },
      working: null,
      troubles: [],
      news: summary.ok ? { code: "pane.working.done", params: { customers: summary.value.customers } } : null,
    });
  };

  /** Does something in the open workbook, tells what came of it, and looks again at what is Tiersheet's. */
  const inWorkbook = async <T>(
    working: Working,
    work: (open: OpenWorkbook) => Promise<Result<T>>,
    done: (value: T) => Message,
  ): Promise<void> => {
    if (!workbook || state.working) return;
    set({ working, troubles: [], news: null });
    const answer = await work(workbook);
    const found = await workbook.findWritten();
    set({
      working: null,
      troubles: refused(answer),
      news: answer.ok ? done(answer.value) : null,
      excel: found.ok ? found.value : state.excel,
    });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async (source, as = {}) => {
      const turn = ++latest;
      const reading = (share: number) => ({ kind: "reading", source, share }) as const;
      set({ working: reading(0), troubles: [], refused: null, news: null });
      const answer = await classifier.ask("open", { source, ...as }, (share) => {
        if (turn === latest) set({ working: reading(share) });
      });
      if (turn !== latest) return;
      if (!answer.ok) return set({ working: null, troubles: answer.troubles, refused: source });
      const { sheetId } = answer.value;
      // The active sheet is known by its id from now on, so that it is the one that is read again.
      const opened = sheetId === undefined ? source : ({ kind: "sheet", id: sheetId } as const);
      const before = state.work?.source;
      const again = before?.kind === "sheet" && opened.kind === "sheet" && before.id === opened.id;
      const choices = again
        ? state.choices
        : before === source
          ? { ...state.choices, roles: {} }
          : { ...NO_CHOICES, policy: state.choices.policy };
      set({ work: { source: opened, opened: answer.value, ...as, outcome: null, run: turn }, choices });
      await classify(state.choices, turn);
    },
    choose: (change) => classify({ ...state.choices, ...change }, ++latest),
    workbook: async (language) => {
      set({ working: { kind: "writing" }, troubles: [], news: null });
      const answer = await classifier.ask("workbook", { language });
      set({ working: null, troubles: refused(answer) });
      return answer.ok ? answer.value : null;
    },
    enterExcel: async (open, displayLanguage) => {
      workbook = open;
      set({ displayLanguage, excel: { sheets: [], complete: true } });
      const found = await open.findWritten();
      if (found.ok) set({ excel: found.value });
    },
    lookAgain: async () => {
      if (!workbook || state.working) return;
      const found = await workbook.findWritten();
      if (found.ok && !state.working && !sameWritten(found.value, state.excel)) set({ excel: found.value });
    },
    fill: (language) =>
      inWorkbook(
        { kind: "filling", share: 0 },
        async ({ writeSheets }) => {
          const before = cancels;
          const plan = await classifier.ask("sheets", { language });
          if (!plan.ok) return plan;
          return writeSheets(withRows(plan.value, classifier), {
            share: (share) => set({ working: { kind: "filling", share } }),
            cancelled: () => cancels !== before,
          });
        },
        (sheets) => ({
          code: "pane.filled",
          params: { sheets: sheets.filter(({ hidden }) => !hidden).map(({ name }) => name) },
        }),
      ),
    takeBack: () =>
      inWorkbook(
        { kind: "taking-back" },
        (open) => open.takeBack(),
        ({ removed, kept }): Message =>
          kept.length > 0
            ? { code: "pane.taken-back-in-part", params: { removed, kept } }
            : { code: "pane.taken-back", params: { removed } },
      ),
    addSample: (language) =>
      inWorkbook(
        { kind: "sampling" },
        (open) => open.writeSampleSheet(language),
        ([sheet]) => ({ code: "pane.sample-added", params: { sheet: sheet?.name ?? "" } }),
      ),
    tell: (news) => set({ news, troubles: [] }),
    refuse: (trouble) => set({ troubles: [trouble], news: null }),
    cancel: () => {
      cancels++;
      // While rows are being written the result has to stay.
      if (state.working?.kind !== "filling") classifier.cancel();
    },
    dismiss: () => set({ troubles: [], refused: null, news: null }),
    ask: classifier.ask,
  };
}

function sameWritten(one: Written, other: Written | null): boolean {
  return one.complete === other?.complete && one.sheets.join("\n") === other.sheets.join("\n");
}

/** Sheets whose rows the classifier gives when they are asked for. */
function withRows(plan: readonly SheetPlan[], { ask }: Classifier): readonly NewSheet[] {
  return plan.map((sheet, s) => ({
    ...sheet,
    blocks: sheet.blocks.map((block, b) =>
      block.kind === "heading"
        ? block
        : {
            ...block,
            rows: async (from, count) => {
              const rows = await ask("table", { sheet: s, block: b, from, count });
              // What was planned a moment ago is there, unless the worker died.
              if (!rows.ok) throw new Error("The rows of the result are gone.");
              return rows.value;
            },
            rowsAt: block.byCustomer
              ? async (at) => {
                  const rows = await ask("table-at", { sheet: s, block: b, at });
                  if (!rows.ok) throw new Error("The rows of the result are gone.");
                  return rows.value;
                }
              : null,
          },
    ),
  }));
}
