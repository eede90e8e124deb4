import type { MessageCode } from "../core/language/catalogue";
import type { Going } from "./going";
import type { Sync } from "./joint-sync";
import { isSessionLost, officeCode } from "./office-troubles";

/** Steps of which each may be refused, and the others go on. */
export interface Attempts {
  /** Does a step; what Excel refuses is told as `what`. Null where it was refused, or the session has ended. */
  readonly attempt: <T>(what: MessageCode, step: () => Promise<T>) => Promise<T | null>;
  /** Sends requests, which may be queued anew; false where they were refused. */
  readonly send: (what: MessageCode, requests: () => void) => Promise<boolean>;
  /** Sends requests; answers Excel's code where they were refused, which isn't told, but for the end of the session. */
  readonly refusalOf: (what: MessageCode, requests: () => void) => Promise<string | null>;
  readonly isLost: () => boolean;
}

/** Once the session has ended, which is told once, no step is done. */
export function attemptsOf(sync: Sync, told: Going["told"]): Attempts {
  let lost = false;
  const refused = (error: unknown, what: MessageCode, isTold: boolean): string => {
    const problem = officeCode(error);
    if (problem === null) throw error;
    lost = isSessionLost(error);
    if (isTold || lost)
      told.push({ code: "excel-dressing-refused", params: { what: { code: what }, problem } });
    return problem;
  };
  const attempt: Attempts["attempt"] = async (what, step) => {
    if (lost) return null;
    try {
      return await step();
    } catch (error) {
      refused(error, what, true);
      return null;
    }
  };
  return {
    attempt,
    send: async (what, requests) => {
      const done = await attempt(what, async () => {
        await sync(requests);
        return true;
      });
      return done === true;
    },
    refusalOf: async (what, requests) => {
      if (lost) return LOST;
      try {
        await sync(requests);
        return null;
      } catch (error) {
        return refused(error, what, false);
      }
    },
    isLost: () => lost,
  };
}

const LOST = "SessionNotFound";
