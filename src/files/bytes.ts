/** Bytes as a file, a fetch or standard input gives them, in pieces of any size. */
export type ByteChunks = AsyncIterable<Uint8Array>;

/** The first bytes of a source, and all of it from the start. `close` lets go of a source that is not read on. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly all: ByteChunks;
  readonly close: () => Promise<void>;
}

/** Looks at the first `length` bytes (fewer where the source is shorter) and keeps them for who reads on. */
export async function peek(chunks: ByteChunks, length: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      parts.push(next.value);
      size += next.value.length;
    }
  }
  const head = join(parts);
  const close = async () => {
    if (!ended) await iterator.return?.();
    ended = true;
  };
  async function* all() {
    yield head;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) ended = true;
      else yield next.value;
    }
  }
  return { head, all: all(), close };
}

/** All bytes of a source in one array, or null when there are more than `limit`. */
export async function collect(chunks: ByteChunks, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    parts.push(chunk);
  }
  return join(parts);
}

/** The parts one after another in one array. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** True when the bytes begin with these. */
export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}
