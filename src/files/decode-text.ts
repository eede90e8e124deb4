import { no, ok, type Param, type Result } from "../core/language/message";
import { join, startsWith } from "./bytes";
import { guessEncoding, utf8Sequences } from "./guess-encoding";
import { decodeBytes, decodeStrictly, firstBadByte } from "./text-decoder";

/** What a text turned out to be encoded in, known once its pieces are read. */
export interface FoundEncoding {
  readonly encoding: string;
  /** True where content alone told it, and it is not UTF-8. */
  readonly guessed: boolean;
  /** Broken characters that stand as U+FFFD: in UTF-8 that some program cut. */
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
 * Refuses binary data, web pages, and bytes that are not of the named or found encoding.
 */
export function decodeText(
  source: AsyncIterable<Result<Uint8Array>>,
  file: Param,
  named: string | undefined,
): DecodedText {
  let encoding: string | null = named ?? null;
  let guessed = false;
  let replaced = 0;
  let wholeSequences = 0;
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
        const start = startOf(bytes, file, encoding);
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
    if (as === "utf-8" && !named) wholeSequences += utf8Sequences(bytes).whole;
    if (text !== null) return [ok(text)];
    if (as === "utf-8" && !named) {
      const lenient = decodeBytes(bytes, as);
      replaced += lenient.split("\ufffd").length - 1;
      if (replaced <= 5 + wholeSequences / 4) return [ok(lenient)];
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

interface Start {
  readonly encoding: string | null;
  readonly guessed: boolean;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

function startOf(head: Uint8Array, file: Param, named: string | null): Result<Start> {
  const marked = byteOrderMark(head);
  if (marked && (named === null || named === marked.encoding || isUtf16(named))) return ok(marked);
  if (named !== null) return ok({ encoding: named, guessed: false, mark: 0 });
  const utf16 = utf16ByZeros(head);
  if (utf16) return ok({ encoding: utf16, guessed: true, mark: 0 });
  if (isBinary(head)) return no("file-binary", { file });
  if (/^\s*(?:<!doctype|<html|<\?xml|%pdf-)/i.test(decodeBytes(head.subarray(0, 256), "utf-8"))) {
    return no("file-markup", { file });
  }
  return ok({ encoding: null, guessed: false, mark: 0 });
}

function byteOrderMark(head: Uint8Array): Start | null {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: "utf-8", guessed: false, mark: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: "utf-16le", guessed: false, mark: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: "utf-16be", guessed: false, mark: 2 };
  return null;
}

/** UTF-16 without its mark: the delimiters and newlines of a table leave zeros, in one half of the pairs mostly. */
function utf16ByZeros(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (even + odd <= head.length / 200 || Math.max(even, odd) < 4 * Math.min(even, odd)) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = decodeStrictly(head.subarray(0, utf16Cut(head, encoding)), encoding);
  return text !== null && /[\n\r]/.test(text) && !isBinaryText(text) ? encoding : null;
}

function isBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true;
  return tooMany(
    head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0),
    head.length,
  );
}

function isBinaryText(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) count++;
  return tooMany(count, text.length);
}

/** A stray control or two is dirt in a text; one in two hundred characters is no text. */
function tooMany(controls: number, length: number): boolean {
  return controls > 3 && 200 * controls > length;
}

/** Controls other than tab, newlines, form feed and the end mark of old DOS files. */
function isControl(code: number): boolean {
  return code < 32 && !(code >= 9 && code <= 13) && code !== 26;
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

function utf16Cut(bytes: Uint8Array, encoding: string): number {
  const cut = bytes.length & ~1;
  const high = bytes[encoding === "utf-16le" ? cut - 1 : cut - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? cut - 2 : cut;
}

function isUtf16(encoding: string): boolean {
  return encoding.startsWith("utf-16");
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
