import type { Asked, Told } from "./protocol";
import { startSession } from "./session";

/** The page's worker: the session at the other end of messages, so that the page never waits. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage: (told: Told) => void;
};
const session = startSession();
let queue: Promise<unknown> = Promise.resolve();

scope.onmessage = ({ data: { id, kind, request } }) => {
  let told = -1;
  const onShare = (share: number) => {
    if (share - told < 0.01) return;
    told = share;
    scope.postMessage({ id, share });
  };
  queue = queue.then(async () =>
    scope.postMessage({ id, result: await session.answer(kind, request, onShare) }),
  );
};
