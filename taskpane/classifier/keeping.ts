import { no, ok, type Result, type Trouble } from "../../src/core/language/message";
import type { FiguresKept, KeptPart, Layout } from "../../src/excel/workbook-state";
import { choicesOf, layoutOf } from "./layout";
import type { OpenWorkbook } from "./open-workbook";
import type { Store } from "./workspace-state";

/** What the workbook keeps of runs: the policy, and how the pane was set up for it. */
export interface Keeping {
  /** How the pane was set up at the last run; null before the first one. */
  readonly layout: () => Layout | null;
  /** Takes up what the workbook keeps, into the state. */
  readonly enter: (workbook: OpenWorkbook) => Promise<void>;
  /** Keeps what the result was made with. Nothing to mend where a newer version's part is left alone for it: that stands. */
  readonly remember: (figures: FiguresKept | undefined) => Promise<readonly Trouble[]>;
  readonly savePolicy: () => Promise<Result<null>>;
  /** From now on what a newer version keeps there may be saved over: the reader said so. */
  readonly giveUpNewer: () => void;
}

export function startKeeping({ get, set }: Store): Keeping {
  let workbook: OpenWorkbook | null = null;
  let layout: Layout | null = null;

  const save = async (change: Parameters<OpenWorkbook["saveState"]>[0]): Promise<Result<null>> => {
    if (!workbook) return ok(null);
    const { newer } = get();
    const allowed = Object.entries(change).filter(([part]) => !newer.includes(part as KeptPart));
    return allowed.length > 0 ? workbook.saveState(Object.fromEntries(allowed)) : ok(null);
  };

  return {
    layout: () => layout,
    enter: async (open) => {
      workbook = open;
      const state = await open.loadState();
      if (!state.ok) return;
      const { policy: document, newer, told } = state.value;
      ({ layout } = state.value);
      set({ newer, ...(told.length > 0 ? { troubles: told } : {}) });
      if (layout) set({ choices: { ...get().choices, ...choicesOf(layout) } });
      if (document === null || document === undefined) return;
      // Someone may have changed the setting, or another version wrote it.
      const { readPolicy } = await import("../../src/core/policy/read-policy");
      const policy = readPolicy(document);
      if (policy.ok) set({ choices: { ...get().choices, policy: policy.value } });
      else if (policy.troubles.some(({ code }) => code === "policy-format-newer"))
        set({ newer: [...newer, "policy"] });
      else set({ troubles: [{ code: "pane.policy-unreadable" }] });
    },
    remember: async (figures) => {
      const { work, choices } = get();
      if (!work) return [];
      layout = {
        ...layoutOf(choices, work.source, work.opened.preview.headers),
        ...(figures ? { figures } : {}),
      };
      const saved = await save({ policy: choices.policy, layout });
      // What Excel itself refused names nothing to do but to try again, and says that nothing was changed.
      return saved.ok
        ? []
        : [
            { code: "pane.not-remembered" },
            ...saved.troubles.filter(({ code }) => code === "state-too-long"),
          ];
    },
    savePolicy: async () =>
      get().newer.includes("policy") ? no("pane.newer.policy") : save({ policy: get().choices.policy }),
    giveUpNewer: () => set({ newer: [] }),
  };
}
