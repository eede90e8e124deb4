import { no, ok, type Param, type Result } from "../core/language/message";
import { join } from "./bytes";
import { guessEncoding } from "./guess-encoding";
import { decodeBytes, decodeStrictly, firstBadByte } from "./text-decoder";
import { isUtf16, textStart, utf16Cut } from "./text-start";

/** What a text turned out to be encoded in, known once its pieces are read. */
export interface FoundEncoding {
  readonly encoding: string;
  /** True where content alone told it, and it is not UTF-8. */
  readonly guessed: boolean;
  /** Broken characters that stand as U+FFFD: a program cut a text in the middle of one. */
  readonly replaced: number;
}

/** A text in pieces. A piece that is a refusal is the last; `row` is not in its params, only its byte. */
export interface DecodedText {
  readonly pieces: AsyncIterable<Result<string>>;
  readonly found: () => FoundEncoding;
}

const HEAD_BYTES = 64 * 1024;
const BATCH_BYTES = 256 * 1024;
const WINDOW_BYTES = 4 * 1024 * 1024;
/** No text of a table goes on this long without a space, a comma or a newline. */
const LONGEST_RUN_BYTES = 16 * 1024 * 1024;

/**
 * Decodes bytes to text in pieces. Where no encoding is named, a byte order mark decides, then the pattern of zero
 * bytes that UTF-16 has, then content. Bytes below 0x80 mean the same in every encoding it chooses among, so all of
 * the file up to the first other byte is decoded as it comes, however late that byte is; the 4 MiB after it are then
 * judged at once. Nothing is read twice, and no more than that window is held.
 *
 * Refuses binary data, web pages, and bytes that are not of the named encoding, or are not of the found one more than
 * here and there.
 */
export function decodeText(
  source: AsyncIterable<Result<Uint8Array>>,
  file: Param,
  named: string | undefined,
): DecodedText {
  let encoding: string | null = named ?? null;
  let guessed = false;
  let replaced = 0;
  let beyondAscii = 0;
  let offset = 0;

  async function* pieces(): AsyncGenerator<Result<string>> {
    let waiting: Uint8Array[] = [];
    let size = 0;
    let need = HEAD_BYTES;
    let started = false;
    const take = function* (last: boolean): Generator<Result<string>, boolean> {
      let bytes = join(waiting);
      if (!started) {
        started = true;
        const start = textStart(bytes, file, encoding);
        if (!start.ok) {
          yield start;
          return false;
        }
        encoding = start.value.encoding;
        guessed = start.value.guessed;
        bytes = bytes.subarray(start.value.mark);
        offset += start.value.mark;
      }
      const [cut, wanted] = cutOf(bytes, last);
      if (cut > 0) {
        const decoded = decode(bytes.subarray(0, cut));
        yield* decoded;
        if (decoded.some((piece) => !piece.ok)) return false;
      }
      offset += cut;
      waiting = cut < bytes.length ? [bytes.subarray(cut)] : [];
      size = bytes.length - cut;
      need = wanted;
      if (cut > 0 || last || size < LONGEST_RUN_BYTES) return true;
      yield no("file-binary", { file });
      return false;
    };
    for await (const chunk of source) {
      if (!chunk.ok) {
        yield chunk;
        return;
      }
      waiting.push(chunk.value);
      size += chunk.value.length;
      if (size >= need && !(yield* take(false))) return;
    }
    yield* take(true);
  }

  /** How many of the bytes can be decoded now, and how many are wanted before the next look. */
  function cutOf(bytes: Uint8Array, last: boolean): readonly [cut: number, wanted: number] {
    if (encoding === null) {
      const high = firstHighByte(bytes);
      if (high < 0) return [bytes.length, BATCH_BYTES];
      if (!last && bytes.length - high < WINDOW_BYTES) {
        const cut = safeCut(bytes, high);
        return [cut, high - cut + WINDOW_BYTES];
      }
      encoding = guessEncoding(bytes.subarray(high > 0 ? high - 1 : 0));
      guessed = encoding !== "utf-8";
    }
    if (last) return [bytes.length, 0];
    const cut = isUtf16(encoding) ? utf16Cut(bytes, encoding) : safeCut(bytes, bytes.length);
    return [cut, bytes.length - cut + BATCH_BYTES];
  }

  function decode(bytes: Uint8Array): readonly Result<string>[] {
    const as = encoding ?? "utf-8";
    const text = decodeStrictly(bytes, as);
    if (text !== null) {
      if (!named) beyondAscii += charactersBeyondAscii(text);
      return [ok(text)];
    }
    if (!named) {
      const lenient = decodeBytes(bytes, as);
      replaced += lenient.split("\ufffd").length - 1;
      beyondAscii += charactersBeyondAscii(lenient);
      if (replaced <= 5 + beyondAscii / 20) return [ok(lenient)];
    }
    const bad = Math.max(firstBadByte(bytes, as), 0);
    const before = bytes.subarray(0, bytes.lastIndexOf(10, bad) + 1);
    return [
      ok(isUtf16(as) ? "" : decodeBytes(before, as)),
      no("file-undecodable", { file, encoding: as, byte: offset + bad + 1, value: hex(bytes[bad] ?? 0) }),
    ];
  }

  return { pieces: pieces(), found: () => ({ encoding: encoding ?? "utf-8", guessed, replaced }) };
}

/** The end of the last byte below 0x30 before `end`: in none of the encodings is such a byte the tail of a character. */
function safeCut(bytes: Uint8Array, end: number): number {
  let cut = end;
  while (cut > 0 && (bytes[cut - 1] ?? 0) >= 0x30) cut--;
  return cut;
}

function firstHighByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

function charactersBeyondAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) count++;
  return count;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
