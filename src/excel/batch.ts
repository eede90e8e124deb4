import { patiently, type Wait } from "./patience";

/** Requests that go to Excel together. */
export interface Batch {
  /** Queues requests for the next sync. */
  readonly queue: (requests: () => void) => void;
  /**
   * Sends what is queued, and `more` behind it. Where Excel was too busy, all of it is queued and sent again, since a
   * refused batch is lost with everything in it. Where it fails, what was queued stays for the next sync.
   */
  readonly sync: (more?: () => void) => Promise<true>;
}

/** A batch of requests in a context. */
export function batchOf(context: Excel.RequestContext, pause: Wait): Batch {
  let queued: (() => void)[] = [];
  return {
    queue: (requests) => queued.push(requests),
    sync: async (more) => {
      await patiently(async () => {
        for (const requests of queued) requests();
        more?.();
        await context.sync();
      }, pause);
      queued = [];
      return true;
    },
  };
}
