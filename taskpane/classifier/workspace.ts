import type { Language } from "../../src/core/language/language";
import type { Message, Result, Trouble } from "../../src/core/language/message";
import { templates } from "../../src/core/policy/templates";
import type { Classifier } from "./classifier";
import type { Outcome } from "./outcome";
import type { Choices, Opened, Source } from "./protocol";

/** What is going on, for which the reader may have to wait. */
export type Working =
  | { readonly kind: "reading"; readonly source: Source; readonly share: number }
  | { readonly kind: "classifying" }
  | { readonly kind: "writing" };

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
  readonly tell: (news: Message) => void;
  readonly refuse: (trouble: Trouble) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly ask: Classifier["ask"];
}

const NO_CHOICES: Choices = {
  roles: {},
  policy: templates[0]?.name ?? "",
  asOf: "",
  dateOrder: null,
  decimalMark: null,
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
  };
  let latest = 0;
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
      const same = state.work?.source === source;
      set({
        work: { source, opened: answer.value, ...as, outcome: null, run: turn },
        choices: same ? { ...state.choices, roles: {} } : { ...NO_CHOICES, policy: state.choices.policy },
      });
      await classify(state.choices, turn);
    },
    choose: (change) => classify({ ...state.choices, ...change }, ++latest),
    workbook: async (language) => {
      set({ working: { kind: "writing" }, troubles: [], news: null });
      const answer = await classifier.ask("workbook", { language });
      set({ working: null, troubles: refused(answer) });
      return answer.ok ? answer.value : null;
    },
    tell: (news) => set({ news, troubles: [] }),
    refuse: (trouble) => set({ troubles: [trouble], news: null }),
    cancel: () => {
      classifier.cancel();
    },
    dismiss: () => set({ troubles: [], refused: null, news: null }),
    ask: classifier.ask,
  };
}
