import type { Message } from "../core/language/message";
import type { MessageCode } from "../core/language/catalogue";
import { isSessionLost } from "./office-troubles";
import type { Outbox } from "./outbox";
import type { Wait } from "./patience";

/** How a long job in the workbook goes on. */
export interface WriteOptions {
  /** How far the writing is, 0–1. */
  readonly share?: (share: number) => void;
  /** True once the reader has given up: the workbook is put back as it was. */
  readonly cancelled?: () => boolean;
}

/** Puts something back as it was before a run; in a context of its own, as the run's may be gone. */
export type UndoStep = (context: Excel.RequestContext) => Promise<void>;

/** A run that writes into the workbook. */
export interface Going {
  readonly context: Excel.RequestContext;
  readonly pause: Wait;
  readonly outbox: Outbox;
  /** Told of rows that have gone out; throws `Cancelled` where the reader has given up. */
  readonly sent: (rows: number) => void;
  /** What to do, last first, should the run fail. */
  readonly undo: UndoStep[];
  readonly told: Message[];
}

/** Thrown where the reader has given up, so that the run ends. */
export class Cancelled extends Error {}

/** Thrown where a run can't go on for a reason that its reader can mend. */
export class Refused extends Error {
  constructor(
    readonly code: MessageCode,
    readonly params: Message["params"] = {},
  ) {
    super(code);
  }
}

/**
 * Undoes the steps of a run that failed, the last first; all of them once more where Excel refuses one, as each can be
 * done again. False where it doesn't let us: the record still tells what was begun.
 */
export async function undoAll(steps: readonly UndoStep[]): Promise<boolean> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      await Excel.run({ delayForCellEdit: true }, async (context) => {
        for (const step of [...steps].reverse()) await step(context);
      });
      return true;
    } catch (error) {
      if (isSessionLost(error)) return false;
    }
  }
  return false;
}
