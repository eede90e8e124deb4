import { isSessionLost, officeCode } from "./office-troubles";
import { patiently, type Wait } from "./patience";

/** Queues requests, and answers what `queue` gave once Excel has answered them. May queue them again after a refusal. */
export type Sync = <T>(queue: () => T) => Promise<T>;

/** A sync for each time it is asked for. */
export function syncOf(context: Excel.RequestContext, pause: Wait): Sync {
  return (queue) =>
    patiently(async () => {
      const value = queue();
      await context.sync();
      return value;
    }, pause);
}

interface Waiting {
  readonly queue: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does several pieces of work that each wait for Excel, with one sync whenever all of them wait: what they ask for goes in
 * one message. A message that is refused, be it that its answer would be too large, is asked for in parts, so that only the
 * work fails whose part is refused: for what reads, then, and nothing that is done twice must go this way.
 */
export async function together<T extends readonly unknown[]>(
  alone: Sync,
  works: { readonly [K in keyof T]: (sync: Sync) => Promise<T[K]> },
): Promise<T> {
  let working = works.length;
  let waiting: Waiting[] = [];
  const sendIfAllWait = () => {
    if (waiting.length === 0 || waiting.length < working) return;
    const now = waiting;
    waiting = [];
    void send(alone, now);
  };
  const sync: Sync = <V>(queue: () => V) =>
    new Promise<V>((resolve, reject) => {
      waiting.push({ queue, resolve: resolve as (value: unknown) => void, reject });
      sendIfAllWait();
    });
  const settled = await Promise.allSettled(
    works.map((work) =>
      work(sync).finally(() => {
        working--;
        sendIfAllWait();
      }),
    ),
  );
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  }) as unknown as T;
}

async function send(alone: Sync, waiting: readonly Waiting[]): Promise<void> {
  try {
    const values = await alone(() => waiting.map(({ queue }) => queue()));
    waiting.forEach(({ resolve }, i) => resolve(values[i]));
    return;
  } catch (error) {
    if (isSessionLost(error) || officeCode(error) === null || waiting.length === 1) {
      for (const { reject } of waiting) reject(error);
      return;
    }
  }
  const half = Math.ceil(waiting.length / 2);
  await send(alone, waiting.slice(0, half));
  await send(alone, waiting.slice(half));
}
