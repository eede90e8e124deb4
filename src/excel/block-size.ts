import { isPayloadLimit } from "./office-troubles";

/** Bytes of JSON that a block aims at: Excel on the web takes 5 MB a message, each way. */
const AIM = 1_500_000;
/** Rows of the first block, before anything is known of their size. */
const FIRST = 2000;

/** How many rows go into the next block: as many as make about 1.5 MB, by the rows seen so far. */
export interface BlockSize {
  readonly rows: () => number;
  /** Learns from a block that went through. */
  readonly learn: (rows: number, bytes: number) => void;
  /** Halves the block after a payload limit; false where a single row is too much. */
  readonly halve: () => boolean;
}

export function blockSize(): BlockSize {
  let rows = FIRST;
  let ceiling = Infinity;
  return {
    rows: () => rows,
    learn: (seen, bytes) => {
      const fitting = Math.floor(AIM / Math.max(1, bytes / Math.max(1, seen)));
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
