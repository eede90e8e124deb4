import type { Asked, Told } from "./protocol";

/** The page's worker: the session at the other end of messages, so that the page never waits. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage: (told: Told) => void;
};
// Loaded once the worker listens: what is asked while a script is on its way would be lost.
const session = import("./session").then(({ startSession }) => startSession());
// A rejection of a worker isn't heard by its page, and an error is: the next request then starts another worker.
session.catch((error: unknown) =>
  setTimeout(() => {
    throw error;
  }),
);
let queue: Promise<unknown> = Promise.resolve();

scope.onmessage = ({ data: { id, kind, request } }) => {
  let told = -1;
  const onShare = (share: number) => {
    if (share - told < 0.01) return;
    told = share;
    scope.postMessage({ id, share });
  };
  queue = queue.then(async () =>
    scope.postMessage({ id, result: await (await session).answer(kind, request, onShare) }),
  );
};
