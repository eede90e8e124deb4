import type { WorkerLike } from "../taskpane/classifier/classifier";
import type { Asked, Told } from "../taskpane/classifier/protocol";
import { startSession } from "../taskpane/classifier/session";

/** The pane's worker, in this process. */
export function workerHere(): WorkerLike {
  const session = startSession();
  let queue: Promise<unknown> = Promise.resolve();
  const self: WorkerLike = {
    onmessage: null,
    onerror: null,
    terminate: () => (self.onmessage = null),
    postMessage: ({ id, kind, request }: Asked) => {
      queue = queue.then(async () => {
        const result = await session.answer(kind, request);
        self.onmessage?.({ data: { id, result } as Told });
      });
    },
  };
  return self;
}
