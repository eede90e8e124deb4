import { letterScore } from "./western-text";
import { decodeBytes } from "./text-decoder";

/** The encodings that are told from content alone. Others can be named. */
export type GuessedEncoding = "utf-8" | "gb18030" | "macintosh" | "windows-1252";

/**
 * The encoding of bytes of text that are not all ASCII, no byte order mark before them. In this order:
 *
 * - UTF-8 where every sequence is well-formed, or nearly every one: exports cut text in the middle of a character.
 * - GB18030 where it is valid as nearly, and the bytes come as Chinese does: in even runs, both bytes of a pair in the area of
 *   GB2312. A lone high byte between ASCII letters, as in a western name, speaks against it, though `ü` and the letter
 *   after it are often a valid pair.
 * - Mac Roman or windows-1252, whichever makes words of the high bytes.
 */
export function guessEncoding(bytes: Uint8Array): GuessedEncoding {
  const utf8 = utf8Sequences(bytes);
  if (utf8.broken === 0 || (utf8.whole >= 3 && utf8.whole >= 4 * utf8.broken)) return "utf-8";
  if (looksChinese(bytes)) return "gb18030";
  const mac = letterScore(decodeBytes(around(bytes), "macintosh")) + macNewlines(bytes);
  const windows = letterScore(decodeBytes(around(bytes), "windows-1252"));
  return mac > windows ? "macintosh" : "windows-1252";
}

/** Well-formed and broken multi-byte sequences of UTF-8 (Unicode 15, table 3-7, less the rare lead-specific ranges). */
function utf8Sequences(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trails = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < trails && ((bytes[at + 1 + found] ?? 0) & 0xc0) === 0x80) found++;
    if (trails > 0 && found === trails) whole++;
    else if (at + 1 + found < bytes.length || trails === 0) broken++;
    at += found;
  }
  return { whole, broken };
}

function looksChinese(bytes: Uint8Array): boolean {
  let chinese = 0;
  let western = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((bytes[at] ?? 0) >= 0x80) at++;
    const length = at - start;
    const between = isLetter(bytes[start - 1]) && isLetter(bytes[at]);
    if (length % 2 === 1 || (length === 2 && between)) western++;
    else if (inGb2312(bytes, start, at)) chinese += length / 2;
    else western++;
  }
  return chinese > western && brokenGb18030(bytes) <= chinese / 20;
}

/** True when every pair lies in the rows of GB2312 that hold its symbols and characters. */
function inGb2312(bytes: Uint8Array, start: number, end: number): boolean {
  let inside = 0;
  for (let at = start; at < end; at += 2) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (
      trail >= 0xa1 &&
      trail <= 0xfe &&
      ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))
    ) {
      inside++;
    }
  }
  return 2 * inside * 10 >= 9 * (end - start);
}

/** Bytes that are no character of GB18030, but for one that the end cuts. */
function brokenGb18030(bytes: Uint8Array): number {
  return new TextDecoder("gb18030").decode(bytes, { stream: true }).split("\ufffd").length - 1;
}

/** Lines that end in a bare CR are the old Mac's: they count like a few letters. */
function macNewlines(bytes: Uint8Array): number {
  let bare = 0;
  for (let at = bytes.indexOf(13); at >= 0 && bare < 10; at = bytes.indexOf(13, at + 1)) {
    if (bytes[at + 1] === 10) return 0;
    bare++;
  }
  return bare > 0 && !bytes.includes(10) ? 3 : 0;
}

const ENOUGH_HIGH_BYTES = 20_000;

/** The bytes around the first high ones: enough to judge by. */
function around(bytes: Uint8Array): Uint8Array {
  let seen = 0;
  let end = 0;
  while (end < bytes.length && seen < ENOUGH_HIGH_BYTES) if ((bytes[end++] ?? 0) >= 0x80) seen++;
  return bytes.subarray(0, Math.min(bytes.length, end + 8));
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}
