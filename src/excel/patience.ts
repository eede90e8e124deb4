import { officeCode } from "./office-troubles";

/** Codes after which the same request may well succeed a moment later. */
const PASSING = new Set(["ActivityLimitReached", "InvalidOperationInCellEditMode"]);

/** Milliseconds waited before each new try: half a minute in all. */
const WAITS: readonly number[] = [500, 1000, 2000, 4000, 8000, 15_000];

/** How to wait; a test doesn't want to. */
export type Wait = (milliseconds: number) => Promise<void>;

export const wait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Does a step, and does it again where Excel was too busy or a cell was being edited. A step queues its requests and
 * syncs, and may be repeated: Excel has done nothing of a batch that it refused with one of these codes.
 */
export async function patiently<T>(step: () => Promise<T>, pause: Wait = wait): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await step();
    } catch (error) {
      const before = WAITS[tried];
      if (before === undefined || !PASSING.has(officeCode(error) ?? "")) throw error;
      await pause(before);
    }
  }
}
