import type { Message, Trouble } from "../../src/core/language/message";
import type { Place } from "../../src/excel/places-to-classify";
import type { KeptPart } from "../../src/excel/workbook-state";
import type { Tiered, Written } from "../../src/excel/written";
import type { PolicyPath } from "../policy/policy-path";
import type { Outcome } from "./outcome";
import type { Choices, Opened, Source } from "./protocol";

/** What the reader looks at. */
export type Screen = "start" | "work" | "policy" | "settings" | "help";

/** What is going on, for which the reader may have to wait. */
export type Working =
  | { readonly kind: "reading"; readonly source: Source; readonly share: number }
  | { readonly kind: "classifying" }
  /** Into the open workbook. */
  | { readonly kind: "filling"; readonly share: number }
  | { readonly kind: "taking-back" }
  | { readonly kind: "freezing" }
  | { readonly kind: "repairing" }
  /** A copy for managers. */
  | { readonly kind: "copying" }
  | { readonly kind: "sampling" };

/** What was opened and what came of it. */
export interface Work {
  readonly source: Source;
  readonly opened: Opened;
  /** What the source is read with, as the reader asked. */
  readonly encoding?: string;
  /** Null until the first run is done. */
  readonly outcome: Outcome | null;
  /** Another number for each run: what was learnt of a result holds for its run only. */
  readonly run: number;
}

/** A customer that was picked in the sheet. */
export interface PickedCustomer {
  /** The customer's place in the result; -1 where the result has no such customer. */
  readonly at: number;
  readonly customer: string;
}

export interface WorkspaceState {
  readonly screen: Screen;
  /** The part of the policy that is looked for on its screen; null for none. */
  readonly rule: PolicyPath | null;
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
  /** What could be classified on the active sheet; null until it was looked for. */
  readonly places: readonly Place[] | null;
  /** What the last writing of this session wrote. */
  readonly tiered: Tiered | null;
  readonly picked: PickedCustomer | null;
  /** True where the sheet that is open was changed since it was read. */
  readonly changed: boolean;
  /** What a newer version keeps in the workbook: it is left as it is until the reader gives it up. */
  readonly newer: readonly KeptPart[];
  /** Excel's display language, as `zh-CN`; null outside Excel. */
  readonly displayLanguage: string | null;
  /** True once it is known that the page isn't in Excel. */
  readonly outside: boolean;
}

/** The state of the pane, and who looks at it. */
export interface Store {
  readonly get: () => WorkspaceState;
  readonly set: (change: Partial<WorkspaceState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function startStore(begin: WorkspaceState): Store {
  let state = begin;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
