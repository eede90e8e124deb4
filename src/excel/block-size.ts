import { isPayloadLimit } from "./office-troubles";

/**
 * Bytes of JSON that a message aims at, each way. Excel on the web takes 5 MB; but the pane's own thread writes and reads
 * it, and is to be free again within 100 ms.
 */
export const MESSAGE_BYTES = 1_000_000;
/** Rows of the first block, before anything is known of their size. */
const FIRST = 2000;
/** How full a message is made by the rows at the top alone: those below may be longer. */
const LIKELY = 0.8;

/** How many rows go into the next block: as many as make a message, by the rows seen so far. */
export interface BlockSize {
  readonly rows: () => number;
  /** Learns from a block that went through. */
  readonly learn: (rows: number, bytes: number) => void;
  /** Halves the block after a payload limit; false where a single row is too much. */
  readonly halve: () => boolean;
}

/** @param rowBytes what a row takes, where some have been seen already */
export function blockSize(rowBytes?: number): BlockSize {
  let rows = rowBytes === undefined ? FIRST : Math.max(1, Math.floor((MESSAGE_BYTES * LIKELY) / rowBytes));
  let ceiling = Infinity;
  return {
    rows: () => rows,
    learn: (seen, bytes) => {
      const fitting = Math.floor(MESSAGE_BYTES / Math.max(1, bytes / Math.max(1, seen)));
      rows = Math.max(1, Math.min(fitting, ceiling, rows * 8));
    },
    halve: () => {
      if (rows <= 1) return false;
      rows = Math.ceil(rows / 2);
      ceiling = rows;
      return true;
    },
  };
}

/** Bytes that cells take as JSON in a message, near enough: text outside ASCII counts three a letter. */
export function bytesOf(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell === "string") {
        bytes += 3 + cell.length;
        for (let i = 0; i < cell.length; i++) if (cell.charCodeAt(i) > 127) bytes += 2;
      } else bytes += 1 + String(cell).length;
    }
    bytes += 2;
  }
  return bytes;
}

/** Does a block, and where it was too large tells the size and answers null, for a smaller one to be tried. */
export async function unlessTooLarge<T>(size: BlockSize, step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (isPayloadLimit(error) && size.halve()) return null;
    throw error;
  }
}
