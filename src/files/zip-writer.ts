import { join } from "./bytes";
import { crc32 } from "./crc32";

/** A part of an archive to write: its name and its content in pieces. */
export interface ZipPart {
  readonly name: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

interface Written {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** 1980-01-01, the zero of zip's calendar: the same parts give the same bytes whenever they are written. */
const NO_DATE = 33;
const NAMES_IN_UTF8 = 0x0800;

/**
 * A zip archive of deflated parts, in pieces (PKWARE APPNOTE 4.3). Each part is held deflated until its size is known,
 * so its header has it and every reader can stream it; hucre's own zip stream, which is not exported, writes the sizes
 * behind the parts instead.
 */
export async function* zipArchive(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const sum = { crc: 0, size: 0 };
    const packed: Uint8Array[] = [];
    let compressedSize = 0;
    for await (const piece of deflate(part.content, sum)) {
      packed.push(piece);
      compressedSize += piece.length;
    }
    const entry: Written = { name, ...sum, compressedSize, offset };
    written.push(entry);
    const header = join([record(LOCAL, entry), name]);
    yield header;
    yield* packed;
    offset += header.length + compressedSize;
  }
  const directory = join(written.flatMap((entry) => [record(DIRECTORY, entry), entry.name]));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* deflate(
  content: ZipPart["content"],
  sum: { crc: number; size: number },
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = (async () => {
    for await (const piece of content) {
      sum.crc = crc32(piece, sum.crc);
      sum.size += piece.length;
      await writer.ready;
      await writer.write(piece.slice());
    }
    await writer.close();
  })();
  // A failure of the content reaches the reader through the aborted stream; it is thrown once, below.
  feeding.catch((error: unknown) => writer.abort(error).catch(() => {}));
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  await feeding;
}

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

function record(signature: typeof LOCAL | typeof DIRECTORY, entry: Written): Uint8Array {
  const inDirectory = signature === DIRECTORY;
  const view = new DataView(new ArrayBuffer(inDirectory ? 46 : 30));
  view.setUint32(0, signature, true);
  let at = 4;
  const put = (value: number, bytes: 2 | 4) => {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  };
  if (inDirectory) put(20, 2);
  put(20, 2);
  put(NAMES_IN_UTF8, 2);
  put(8, 2);
  put(0, 2);
  put(NO_DATE, 2);
  put(entry.crc, 4);
  put(entry.compressedSize, 4);
  put(entry.size, 4);
  put(entry.name.length, 2);
  if (inDirectory) view.setUint32(42, entry.offset, true);
  return new Uint8Array(view.buffer);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}
