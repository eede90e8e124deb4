/** Names people give encodings beside the labels of the WHATWG Encoding Standard, which `TextDecoder` knows. */
const ALIASES: Readonly<Record<string, string>> = {
  "mac-roman": "macintosh",
  macroman: "macintosh",
  "mac roman": "macintosh",
  ansi: "windows-1252",
  cp936: "gbk",
  "gb 18030": "gb18030",
  "utf-16": "utf-16le",
  utf16: "utf-16le",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
};

/** The canonical name of an encoding, or null when it is unknown here. */
export function encodingNamed(name: string): string | null {
  const label = name.trim().toLowerCase();
  try {
    return new TextDecoder(ALIASES[label] ?? label).encoding;
  } catch {
    return null;
  }
}

/**
 * Windows-1252 where it differs from Latin-1 (WHATWG index-windows-1252). Several releases of Node 20 to 23 decode it
 * as Latin-1 and leave control characters where `€`, `’` and `œ` belong.
 */
const WINDOWS_80_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes whole characters; bytes that are none become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return asWindows(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding);
}

/** Decodes whole characters, or gives null when some bytes are none of the encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return asWindows(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding);
  } catch {
    return null;
  }
}

function asWindows(text: string, encoding: string): string {
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_80_9F.charAt(control.charCodeAt(0) - 0x80));
}

/**
 * The index of the first byte that does not decode, or −1 when all do: the last high byte of the shortest beginning
 * that fails.
 */
export function firstBadByte(bytes: Uint8Array, encoding: string): number {
  const fails = (length: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  if (!fails(bytes.length)) return decodeStrictly(bytes, encoding) === null ? bytes.length - 1 : -1;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  let at = bad - 1;
  while (at > 0 && (bytes[at] ?? 0) < 0x80) at--;
  return at;
}
