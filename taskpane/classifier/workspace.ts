import type { Language } from "../../src/core/language/language";
import { no, ok, type Message, type Result, type Trouble } from "../../src/core/language/message";
import type { Reason } from "../../src/core/ledger/check";
import type { Names } from "../../src/core/report/summary-section";
import type { FiguresKept } from "../../src/excel/workbook-state";
import type { Tiered, Written } from "../../src/excel/written";
import type { PolicyPath } from "../policy/policy-path";
import type { Classifier } from "./classifier";
import { noChoices } from "./defaults";
import { startFreshness } from "./freshness";
import { startKeeping } from "./keeping";
import { choicesOf, rolesAgain, rolesOf, sourceOf } from "./layout";
import type { OpenWorkbook } from "./open-workbook";
import type { Choices, Source } from "./protocol";
import { tieredPlan } from "./tiered-plan";
import { startPicking } from "./picking";
import { startStore, type Screen, type Working, type WorkspaceState } from "./workspace-state";

export type { Screen, Work, Working, WorkspaceState } from "./workspace-state";

/** The state of the pane and what changes it: a store that a view subscribes to. */
export interface Workspace {
  readonly state: () => WorkspaceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly show: (screen: Screen) => void;
  /** Shows the policy, and the part of it at a path. */
  readonly showRule: (path: PolicyPath) => void;
  /** Reads a source and classifies it. True where that came to a result. */
  readonly open: (source: Source, as?: { readonly encoding?: string }) => Promise<boolean>;
  /** What could be classified on the active sheet is looked for, and the best of it opened. */
  readonly openBest: () => Promise<boolean>;
  readonly choose: (choices: Partial<Choices>) => Promise<void>;
  /** Sets how the next run begins. */
  readonly begin: (choices: Partial<Choices>) => void;
  /** Excel is there: from now on sheets of its workbook can be read and written. */
  readonly enterExcel: (workbook: OpenWorkbook, displayLanguage: string) => Promise<void>;
  /** There is no Excel: all that is left is to say so. */
  readonly stayOutside: () => void;
  /** Looks again at what of the open workbook is Tiersheet's, and what is on the active sheet. */
  readonly lookAgain: () => Promise<void>;
  /**
   * Writes the result into the open workbook: anew, or in the place of the last one. True where it was written. What has
   * changed since is read and classified again first.
   */
  readonly fill: (language: Language) => Promise<boolean>;
  /** Reads what is open again, classifies it and writes it in the place of the last time. True where it was. */
  readonly again: (language: Language) => Promise<boolean>;
  /** Reads what the workbook remembers as classified last, classifies it as then and writes it in its place. */
  readonly refresh: (language: Language) => Promise<boolean>;
  /** Writes the Summary and the Pivots of the last result anew; without one, refreshes. True where they were written. */
  readonly summaries: (language: Language) => Promise<boolean>;
  /** Opens a copy for managers as a new workbook, without the rows of customers. True where it was opened. */
  readonly managersCopy: (language: Language, names: Names) => Promise<boolean>;
  /** Takes back what was written into the open workbook; `anyway` also where formulas of the reader's look at it. */
  readonly takeBack: (how?: { readonly anyway: boolean }) => Promise<void>;
  /** Makes values of the cells with the add-in's functions. */
  readonly freeze: () => Promise<void>;
  /** Enters again the formulas with the add-in's functions that show #NAME?. */
  readonly repair: () => Promise<void>;
  /** Puts a sheet of sample orders into the open workbook. */
  readonly addSample: (language: Language) => Promise<void>;
  /** Selects the cells for which rows were set aside. */
  readonly selectSetAside: (reason: Reason) => Promise<void>;
  /** Shows a sheet, or an area of it. */
  readonly goTo: (sheet: string, address?: string | null) => Promise<void>;
  /** Keeps the policy with the workbook, before anything is written. */
  readonly savePolicy: () => Promise<void>;
  /** Lets the next save replace what a newer version keeps in the workbook. */
  readonly giveUpNewer: () => void;
  readonly refuse: (...troubles: readonly Trouble[]) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly ask: Classifier["ask"];
}

/** The custom functions, of which those in cells can be frozen and repaired. */
export interface WorkspaceOptions {
  readonly functions?: readonly string[];
}

/** Starts a workspace over a classifier, with nothing open. Only the latest of several runs is shown. */
export function startWorkspace(classifier: Classifier, { functions = [] }: WorkspaceOptions = {}): Workspace {
  const store = startStore({
    screen: "start",
    rule: null,
    work: null,
    choices: noChoices(),
    working: null,
    troubles: [],
    refused: null,
    news: null,
    excel: null,
    places: null,
    tiered: null,
    picked: null,
    changed: false,
    newer: [],
    displayLanguage: null,
    outside: false,
  });
  const { get, set } = store;
  let latest = 0;
  let workbook: OpenWorkbook | null = null;
  /** The language of the results that this pane has written last. */
  let writtenIn: Language | null = null;
  /** Another number whenever the reader cancels. */
  let cancels = 0;
  /** Runs are asked for one after another, and only the latest that waits. */
  let running: Promise<unknown> = Promise.resolve();
  const keeping = startKeeping(store);
  const freshness = startFreshness(store);
  const picking = startPicking(store, classifier);
  /** What is being done in the workbook. Its rows come of the result, which has to stay until it is done. */
  let busy: Promise<unknown> | null = null;
  const isLatest = async (turn: number): Promise<boolean> => {
    while (busy) await busy;
    return turn === latest;
  };

  const classify = async (choices: Choices, turn: number): Promise<boolean> => {
    if (busy && !(await isLatest(turn))) return false;
    set({ choices, working: { kind: "classifying" }, news: null });
    const mine = running.then(async () => (turn === latest ? classifier.ask("classify", { choices }) : null));
    running = mine;
    const answer = await mine;
    if (answer === null || turn !== latest) return false;
    const { work } = get();
    if (!answer.ok || !work) {
      set({ working: null, troubles: troublesOf(answer) });
      return false;
    }
    const { summary } = answer.value;
    set({
      work: { ...work, outcome: answer.value, run: turn },
      working: null,
      troubles: [],
      picked: null,
      news: summary.ok ? { code: "pane.working.done", params: { customers: summary.value.customers } } : null,
    });
    return summary.ok;
  };

  const open: Workspace["open"] = async (source, as = {}) => {
    const turn = ++latest;
    if (busy && !(await isLatest(turn))) return false;
    const reading = (share: number) => ({ kind: "reading", source, share }) as const;
    set({ working: reading(0), troubles: [], refused: null, news: null });
    freshness.reading();
    const answer = await caught(() =>
      classifier.ask("open", { source, ...as }, (share) => {
        if (turn === latest) set({ working: reading(share) });
      }),
    );
    if (turn !== latest) return false;
    if (!answer.ok) {
      set({ working: null, troubles: answer.troubles, refused: source });
      return false;
    }
    const { sheetId, preview } = answer.value;
    // The active sheet is known by its id from now on, so that it is the one that is read again.
    const opened = source.kind === "sheet" && sheetId !== undefined ? { ...source, id: sheetId } : source;
    const { work, choices } = get();
    const layout = keeping.layout();
    const again = work !== null && (work.source === source || isSameSheet(work.source, opened));
    set({
      screen: "work",
      changed: freshness.isBehind({ source: opened, opened: answer.value }),
      tiered: again ? get().tiered : null,
      work: {
        source: opened,
        opened: answer.value,
        ...as,
        outcome: again ? work.outcome : null,
        run: again ? work.run : turn,
      },
      choices: again
        ? {
            ...choices,
            roles:
              source.kind === "sheet"
                ? rolesAgain(
                    choices.roles,
                    work.outcome?.columns ?? [],
                    work.opened.preview.headers,
                    preview.headers,
                  )
                : {},
          }
        : {
            ...noChoices(),
            ...(layout ? choicesOf(layout) : {}),
            policy: choices.policy,
            roles: rolesOf(layout, opened, preview.headers),
          },
    });
    return classify(get().choices, turn);
  };

  const look = async () => {
    const found = await workbook?.findWritten();
    if (found?.ok && !sameJson(found.value, get().excel)) set({ excel: found.value });
  };
  const findPlaces = async () => {
    const found = await workbook?.findPlaces();
    const places = found?.ok ? found.value : [];
    if (workbook && !sameJson(places, get().places)) set({ places });
    return found;
  };

  /** Does something in the open workbook, tells what came of it, and looks again at what is Tiersheet's. */
  const inWorkbook = async <T>(
    working: Working,
    work: (open: OpenWorkbook) => Promise<Result<T>>,
    done: (value: T) => Partial<WorkspaceState>,
  ): Promise<boolean> => {
    if (!workbook || get().working) return false;
    set({ working, troubles: [], news: null });
    const open = workbook;
    const doing = caught(async () => {
      const answer = await caught(() => work(open));
      const found = await caught(() => open.findWritten());
      set({
        troubles: troublesOf(answer),
        excel: found.ok ? found.value : get().excel,
        ...(answer.ok ? done(answer.value) : {}),
        working: null,
      });
      return answer;
    });
    busy = doing;
    const { ok } = await doing;
    busy = null;
    return ok;
  };

  /** The sums of the run, and those of an earlier day on the same data. */
  const figures = async (): Promise<FiguresKept | undefined> => {
    const now = await classifier.ask("figures", {});
    if (!now.ok) return undefined;
    const layout = keeping.layout();
    const source = sourceOf(layout);
    const { work } = get();
    const kept = source && work && isSameSheet(source, work.source) ? layout?.figures : undefined;
    return { now: now.value, before: kept?.now.asOf === now.value.asOf ? kept.before : (kept?.now ?? null) };
  };

  const refresh: Workspace["refresh"] = async (language) => {
    const source = sourceOf(keeping.layout()) ?? get().work?.source;
    if (!source) {
      set({ troubles: [{ code: "pane.nothing-to-refresh" }], screen: get().work ? "work" : "start" });
      return false;
    }
    return (await open(source)) && fill(language);
  };

  const again: Workspace["again"] = async (language) => {
    const { work } = get();
    return work !== null && (await open(work.source, { encoding: work.encoding })) && fill(language);
  };

  const fill = async (language: Language, asked?: readonly string[]): Promise<boolean> => {
    const { work, choices } = get();
    const { outcome } = work ?? {};
    if (!work || !outcome?.summary.ok) return false;
    // A workbook isn't half in one language and half in another.
    const only = writtenIn === null || writtenIn === language ? asked : undefined;
    // Before anybody hears that it has begun, and may cancel it.
    const before = cancels;
    return inWorkbook(
      { kind: "filling", share: 0 },
      async ({ writeTiered }) => {
        const { source, opened } = work;
        // Managers' pages are made when they are asked for, and kept up to date from then on.
        const summaries = asked !== undefined || hasSummaries(get().excel);
        const known = await figures();
        const plan = await tieredPlan(classifier, {
          source,
          opened,
          kind: outcome.kind,
          choices,
          language,
          before: known?.before ?? null,
          summaries,
        });
        if (!plan.ok) return plan;
        const written = await writeTiered(only ? { ...plan.value, only } : plan.value, {
          share: (share) => set({ working: { kind: "filling", share } }),
          cancelled: () => cancels !== before,
        });
        if (!written.ok) return written;
        if (!only) {
          picking.learn(plan.value, written.value);
          writtenIn = language;
        }
        return ok({ tiered: written.value, troubles: await keeping.remember(known) });
      },
      ({ tiered, troubles }) => ({ tiered, troubles, news: filled(tiered) }),
    );
  };

  return {
    state: get,
    subscribe: store.subscribe,
    show: (screen) =>
      set({ screen: screen === "start" && get().work ? "work" : screen, rule: null, news: null }),
    showRule: (rule) => set({ screen: "policy", rule, news: null }),
    open,
    openBest: async () => {
      const found = await findPlaces();
      const place = found?.ok ? found.value.find(({ own }) => !own) : undefined;
      return open(
        place
          ? { kind: "sheet", id: place.sheet, table: place.table, address: place.address }
          : { kind: "sheet", id: null },
      );
    },
    choose: async (change) => {
      await classify({ ...get().choices, ...change }, ++latest);
    },
    begin: (change) => set({ choices: { ...get().choices, ...change } }),
    enterExcel: async (open, displayLanguage) => {
      workbook = open;
      set({ displayLanguage, excel: { sheets: [], beside: [], complete: true }, choices: noChoices() });
      const [found] = await Promise.all([open.findWritten(), keeping.enter(open)]);
      if (found.ok) set({ excel: found.value });
      await findPlaces();
      await Promise.all([picking.watch(open), freshness.watch(open)]);
    },
    stayOutside: () => set({ outside: true }),
    lookAgain: async () => {
      if (!workbook || get().working) return;
      await look();
      if (!get().working) await findPlaces();
    },
    // Nothing comes of rows that are no longer there.
    fill: (language) => (get().changed ? again(language) : fill(language)),
    again,
    refresh,
    summaries: async (language) => {
      const { work, excel, changed } = get();
      const written = excel !== null && (excel.sheets.length > 0 || excel.beside.length > 0);
      const classified = work?.outcome?.summary.ok && written && !changed;
      return (classified || (await refresh(language))) && fill(language, SUMMARIES);
    },
    managersCopy: async (language, names) => {
      return inWorkbook(
        { kind: "copying" },
        async ({ openAsWorkbook }) => {
          const before = (await figures())?.before ?? null;
          const file = await classifier.ask("managers-copy", { language, names, before });
          return file.ok ? openAsWorkbook(file.value) : file;
        },
        () => ({ news: { code: "pane.managers-copy.done" } }),
      );
    },
    takeBack: async (how = { anyway: false }) => {
      await inWorkbook(
        { kind: "taking-back" },
        (open) => open.takeBack(how),
        ({ removed, columns, kept }) => ({
          tiered: null,
          picked: null,
          news: takenBack(removed, columns, kept),
        }),
      );
    },
    freeze: async () => {
      await inWorkbook(
        { kind: "freezing" },
        (open) => open.freezeFormulas(functions),
        ({ frozen, left, told }) => ({
          news: {
            code: left > 0 ? "pane.frozen-in-part" : frozen === 0 ? "pane.frozen-none" : "pane.frozen",
            params: { frozen, left },
          },
          troubles: told,
        }),
      );
    },
    repair: async () => {
      await inWorkbook(
        { kind: "repairing" },
        (open) => open.repairFormulas(functions),
        ({ repaired, left, told }) => ({
          news: {
            code: repaired + left === 0 ? "pane.repaired-none" : "pane.repaired",
            params: { repaired },
          },
          troubles: told,
        }),
      );
    },
    addSample: async (language) => {
      const made = await inWorkbook(
        { kind: "sampling" },
        (open) => open.writeSampleSheet(language),
        ([written]) => ({ news: { code: "pane.sample-added", params: { sheet: written?.name ?? "" } } }),
      );
      if (made) await findPlaces();
    },
    selectSetAside: async (reason) => {
      const source = get().work?.source;
      if (!workbook || source?.kind !== "sheet" || source.id === null) return;
      const cells = await classifier.ask("set-aside", { reason });
      if (!cells.ok) return set({ troubles: cells.troubles });
      picking.selecting(source.id, cells.value.rows);
      const done = await workbook.selectCells(source.id, cells.value.rows, cells.value.columns);
      if (!done.ok) return set({ troubles: done.troubles });
      const { rows, of } = done.value;
      set({ news: { code: rows < of ? "pane.selected-in-part" : "pane.selected", params: { rows, of } } });
    },
    goTo: async (sheet, address = null) => {
      const went = await workbook?.goTo(sheet, address);
      if (went && !went.ok) set({ troubles: went.troubles });
    },
    savePolicy: async () => {
      const saved = await keeping.savePolicy();
      set(saved.ok ? { news: { code: "pane.policy-saved" }, troubles: [] } : { troubles: saved.troubles });
    },
    giveUpNewer: keeping.giveUpNewer,
    refuse: (...troubles) => set({ troubles, news: null }),
    cancel: () => {
      cancels++;
      // While rows are being written the result has to stay.
      if (get().working?.kind !== "filling") classifier.cancel();
    },
    dismiss: () => set({ troubles: [], refused: null, news: null }),
    ask: classifier.ask,
  };
}

/** The plan ids of the sheets for managers. */
const SUMMARIES: readonly string[] = ["summary", "pivots"];

/** True where the workbook has pages for managers. */
export function hasSummaries(excel: Written | null): boolean {
  return excel?.sheets.some(({ plan }) => SUMMARIES.includes(plan)) ?? false;
}

/** Our own bugs are told, too: a pane that waits for ever helps nobody. */
async function caught<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return no("pane.bug", { problem: error instanceof Error ? error.message : String(error) });
  }
}

function troublesOf(result: Result<unknown>): readonly Trouble[] {
  return result.ok ? [] : result.troubles;
}

function isSameSheet(one: Source, other: Source): boolean {
  return (
    one.kind === "sheet" &&
    other.kind === "sheet" &&
    one.id === other.id &&
    (one.table ?? null) === (other.table ?? null) &&
    (one.address ?? null) === (other.address ?? null)
  );
}

function filled({ sheets, beside }: Tiered): Message {
  const named = sheets.filter(isSeen).map(nameOf);
  return beside
    ? {
        code: "pane.filled-beside",
        params: { columns: beside.headers.length, sheet: beside.sheetName, sheets: named },
      }
    : { code: "pane.filled", params: { sheets: named } };
}

function takenBack(removed: number, columns: number, kept: readonly string[]): Message {
  return kept.length > 0
    ? { code: "pane.taken-back-in-part", params: { removed, columns, kept } }
    : { code: columns > 0 ? "pane.taken-back-columns" : "pane.taken-back", params: { removed, columns } };
}

function isSeen({ hidden }: { readonly hidden: boolean }): boolean {
  return !hidden;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
