import { no, type Result } from "../../src/core/language/message";
import type { readSheet } from "../../src/excel/read-sheet";
import type { Answers, Asked, RequestKind, Requests, Told } from "./protocol";

/** The part of a Worker that a classifier needs. */
export interface WorkerLike {
  onmessage: ((event: { readonly data: Told }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage: (asked: Asked) => void;
  terminate: () => void;
}

/** The page's end of the worker. */
export interface Classifier {
  /** Asks the worker. Where a cancel has emptied it, what the request stands on is done again first. */
  readonly ask: <Kind extends RequestKind>(
    kind: Kind,
    request: Requests[Kind],
    onShare?: (share: number) => void,
  ) => Promise<Result<Answers[Kind]>>;
  /** Stops all work at once: what is waited for is answered with `pane.cancelled`. */
  readonly cancel: () => void;
}

interface Waiting {
  readonly done: (result: Result<never>) => void;
  readonly onShare: (share: number) => void;
}

/** Reads a sheet of the open workbook, in Excel. */
export type ReadSheet = (...what: Parameters<typeof readSheet>) => ReturnType<typeof readSheet>;

/** Loaded when it is needed first: outside Excel it never is. */
const readInExcel: ReadSheet = async (...what) => {
  const { readSheet } = await import("../../src/excel/read-sheet");
  return readSheet(...what);
};

/**
 * Starts a classifier over workers that `startWorker` makes. Classifying can't be interrupted politely, so a cancel
 * ends the worker; the next request starts another one and opens the file and classifies again as it needs. A sheet of
 * the open workbook is read here, since a worker can't, and its rows are sent on as they come.
 */
export function startClassifier(startWorker: () => WorkerLike, read: ReadSheet = readInExcel): Classifier {
  let worker: WorkerLike | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  /** The last requests that succeeded, and whether this worker has done them. */
  let opened: Requests["open"] | null = null;
  let classified: Requests["classify"] | null = null;
  let holds: "nothing" | "table" | "result" = "nothing";

  const stop = (code: "pane.cancelled" | "pane.worker-lost") => {
    worker?.terminate();
    worker = null;
    holds = "nothing";
    const left = [...waiting.values()];
    waiting.clear();
    for (const { done } of left) done(no(code));
  };

  const started = (): WorkerLike => {
    if (worker) return worker;
    const fresh = startWorker();
    fresh.onmessage = ({ data }) => {
      const asked = waiting.get(data.id);
      if (!asked) return;
      if ("share" in data) return asked.onShare(data.share);
      waiting.delete(data.id);
      asked.done(data.result as Result<never>);
    };
    fresh.onerror = () => {
      if (worker === fresh) stop("pane.worker-lost");
    };
    worker = fresh;
    return fresh;
  };

  const send = <Kind extends RequestKind>(
    kind: Kind,
    request: Requests[Kind],
    onShare: (share: number) => void,
  ): Promise<Result<Answers[Kind]>> =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, { done: resolve, onShare });
      started().postMessage({ id, kind, request } as Asked);
    });

  const readOpen = async (request: Requests["open"], onShare: (share: number) => void) => {
    if (request.source.kind !== "sheet") return send("open", request, onShare);
    const mine = started();
    const cancelled = () => worker !== mine;
    const passOn = async <Kind extends "look" | "rows">(kind: Kind, what: Requests[Kind]) => {
      if (!cancelled()) await send(kind, what, () => {});
    };
    const { id, table, address } = request.source;
    const done = await read(id === null ? null : { sheet: id, table, address }, {
      look: (look) => passOn("look", look),
      rows: (rows) => passOn("rows", rows),
      share: onShare,
      cancelled,
    });
    if (!done.ok) return done;
    return cancelled() ? no("pane.cancelled") : send("open", { ...request, read: done.value }, () => {});
  };

  const open = async (request: Requests["open"], onShare: (share: number) => void) => {
    const answer = await readOpen(request, onShare);
    if (answer.ok) {
      opened = request;
      classified = null;
      holds = "table";
    }
    return answer;
  };

  const classify = async (request: Requests["classify"]) => {
    const answer = await send("classify", request, () => {});
    if (answer.ok) {
      classified = request;
      holds = "result";
    }
    return answer;
  };

  /** Does again what a request stands on and this worker hasn't done. */
  const restore = async (kind: RequestKind, onShare: (share: number) => void) => {
    if (kind === "open") return null;
    if (holds === "nothing" && opened) {
      const before = classified;
      const again = await open(opened, onShare);
      if (!again.ok) return again;
      classified = before;
    }
    if (kind === "classify" || holds === "result" || !classified) return null;
    const again = await classify(classified);
    return again.ok ? null : again;
  };

  return {
    ask: async (kind, request, onShare = () => {}) => {
      const refused = await restore(kind, onShare);
      if (refused) return refused;
      if (kind === "open") return (await open(request as Requests["open"], onShare)) as Result<never>;
      if (kind === "classify") return (await classify(request as Requests["classify"])) as Result<never>;
      return send(kind, request, onShare);
    },
    cancel: () => stop("pane.cancelled"),
  };
}
