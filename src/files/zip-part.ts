import { no, ok, type Param, type Result } from "../core/language/message";
import { crc32 } from "./crc32";
import { inflate } from "./inflate";
import { viewOf, type ZipDirectory, type ZipEntry } from "./zip-directory";

/**
 * The content of a part, in pieces, its length and checksum checked at the end. `onBytes` hears how many compressed
 * bytes have gone in.
 */
export async function* zipPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  file: Param,
  onBytes?: (count: number) => void,
): AsyncGenerator<Result<Uint8Array>> {
  const damaged = no("file-damaged-workbook", { file, part: entry.name });
  const packed = packedBytes(bytes, entry);
  if (!packed) {
    yield damaged;
    return;
  }
  let size = 0;
  let crc = 0;
  const [trouble] = damaged.troubles;
  if (!trouble) return;
  const pieces = entry.stored
    ? slices(packed, onBytes)
    : inflate(bare(slices(packed, onBytes)), "deflate-raw", entry.size, {
        damaged: trouble,
        tooLarge: trouble,
      });
  for await (const piece of pieces) {
    if (!piece.ok) {
      yield piece;
      return;
    }
    size += piece.value.length;
    crc = crc32(piece.value, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) yield damaged;
}

/** A small part as text, or null when the archive has none of that name. */
export async function zipText(
  bytes: Uint8Array,
  directory: ZipDirectory,
  name: string,
  file: Param,
): Promise<Result<string | null>> {
  const entry = directory.get(name);
  if (!entry) return ok(null);
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of zipPart(bytes, entry, file)) {
    if (!piece.ok) return piece;
    text += decoder.decode(piece.value, { stream: true });
  }
  return ok(text + decoder.decode());
}

const SLICE_BYTES = 64 * 1024;

async function* slices(
  bytes: Uint8Array,
  onBytes?: (count: number) => void,
): AsyncGenerator<{ readonly ok: true; readonly value: Uint8Array }> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const value = bytes.subarray(at, at + SLICE_BYTES);
    onBytes?.(value.length);
    yield { ok: true, value };
  }
}

async function* bare(pieces: AsyncIterable<{ readonly value: Uint8Array }>): AsyncGenerator<Uint8Array> {
  for await (const { value } of pieces) yield value;
}

const LOCAL_HEADER = 0x04034b50;

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) return null;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return start + entry.compressedSize > bytes.length
    ? null
    : bytes.subarray(start, start + entry.compressedSize);
}
