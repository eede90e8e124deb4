import { ok, type Result, type Trouble } from "../core/language/message";
import type { ByteChunks } from "./bytes";

/** Bytes given to the decompressor at a time: a bomb grows a thousandfold, and this bounds what it grows to. */
const SLICE_BYTES = 16 * 1024;

/**
 * Above 100 MiB, data that unpacks more than 200-fold is a bomb: deflate can do a thousandfold, tables of honest data
 * do 5 to 50.
 */
export const SUSPICIOUS_BYTES = 100 * 1024 ** 2;
export const MOST_RATIO = 200;

/** Why decompressed data is refused: it is damaged, or it is more than the limit. */
export interface InflateTroubles {
  readonly damaged: Trouble;
  readonly tooLarge: Trouble;
}

/**
 * The decompressed bytes of gzip or raw deflate data, in pieces, never more than `limit` and never the ratio of a bomb:
 * it stops there, without having held them. Checks what the format lets it check (gzip has a checksum, deflate has none).
 */
export async function* inflate(
  compressed: ByteChunks,
  format: "gzip" | "deflate-raw",
  limit: number,
  troubles: InflateTroubles,
): AsyncGenerator<Result<Uint8Array>> {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const source: Source = { fed: 0 };
  const feeding = feed(compressed, writer, source);
  let size = 0;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      size += next.value.length;
      if (size > limit || (size > SUSPICIOUS_BYTES && size > MOST_RATIO * source.fed)) {
        yield { ok: false, troubles: [troubles.tooLarge] };
        return;
      }
      yield ok(next.value);
    }
  } catch (error) {
    await feeding;
    if ("failure" in source) throw source.failure;
    if (!(error instanceof Error)) throw error;
    yield { ok: false, troubles: [troubles.damaged] };
  } finally {
    await reader.cancel().catch(() => {});
    await writer.abort().catch(() => {});
    await feeding;
  }
}

interface Source {
  /** Compressed bytes that have gone in. */
  fed: number;
  failure?: unknown;
}

/** Feeds the decompressor; a failure of the source itself (a disk, a network) is kept apart from bad data. */
async function feed(
  compressed: ByteChunks,
  writer: WritableStreamDefaultWriter<BufferSource>,
  source: Source,
): Promise<void> {
  const iterator = compressed[Symbol.asyncIterator]();
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array>;
      try {
        next = await iterator.next();
      } catch (error) {
        source.failure = error;
        throw error;
      }
      if (next.done) break;
      for (let at = 0; at < next.value.length; at += SLICE_BYTES) {
        await writer.ready;
        const slice = next.value.slice(at, at + SLICE_BYTES);
        source.fed += slice.length;
        await writer.write(slice);
      }
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    await iterator.return?.();
  }
}
