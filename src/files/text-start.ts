import { no, ok, type Param, type Result } from "../core/language/message";
import { startsWith } from "./bytes";
import { decodeBytes, decodeStrictly } from "./text-decoder";

/** What the first bytes of a text tell. */
export interface TextStart {
  /** Null where they are ASCII: content further down tells. */
  readonly encoding: string | null;
  readonly guessed: boolean;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/**
 * Looks at the first bytes of a text, 64 KiB or all of it, for a byte order mark (which wins over a named UTF-16 of
 * the other order) and for UTF-16 without one. Refuses binary data and markup, unless an encoding is named.
 */
export function textStart(head: Uint8Array, file: Param, named: string | null): Result<TextStart> {
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

function byteOrderMark(head: Uint8Array): TextStart | null {
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

/** The most of the bytes that are whole characters of UTF-16. */
export function utf16Cut(bytes: Uint8Array, encoding: string): number {
  const cut = bytes.length & ~1;
  const high = bytes[encoding === "utf-16le" ? cut - 1 : cut - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? cut - 2 : cut;
}

export function isUtf16(encoding: string): boolean {
  return encoding.startsWith("utf-16");
}
