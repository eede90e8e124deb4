import type { WorkerLike } from "../../taskpane/classifier/classifier";
import type { Asked, Told } from "../../taskpane/classifier/protocol";
import { startSession } from "../../taskpane/classifier/session";

/** A worker in this process: the session that runs in the page's worker, behind messages that are copied as there. */
export interface SessionWorker extends WorkerLike {
  readonly asked: Asked["kind"][];
  terminated: boolean;
}

export function sessionWorker(): SessionWorker {
  const session = startSession();
  const tell = (told: Told) => {
    if (!worker.terminated) worker.onmessage?.({ data: structuredClone(told) });
  };
  const worker: SessionWorker = {
    asked: [],
    terminated: false,
    onmessage: null,
    onerror: null,
    postMessage: ({ id, kind, request }) => {
      worker.asked.push(kind);
      // A macrotask, as messages between threads are.
      setTimeout(() => {
        if (worker.terminated) return;
        void session
          .answer(kind, request, (share) => tell({ id, share }))
          .then((result) => tell({ id, result }));
      });
    },
    terminate: () => {
      worker.terminated = true;
    },
  };
  return worker;
}
