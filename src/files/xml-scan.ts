import { ok, type Result, type Trouble } from "../core/language/message";

/** What a scan tells of an XML part. Names come without their prefix, attributes as they stand in the tag. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** Text between tags, entities resolved. A long text comes whole. */
  readonly text: (text: string) => void;
  /** True once enough is read: the rest is not. */
  readonly enough?: () => boolean;
}

/** No tag or text of a workbook is as long as this. */
const LONGEST_TOKEN = 64 * 1024 * 1024;

/**
 * Reads an XML part as it unpacks and tells the handlers what comes. It knows what the parts of a workbook hold: tags,
 * text, CDATA, comments; a document type is skipped, so its entities are never expanded. Refuses a part that ends
 * before its root does. hucre has such a scanner and does not export it, and what stands on it holds every shared
 * string as a tree of objects: 1.05 GB for a sheet of a million rows with a million order numbers.
 */
export async function scanXml(
  pieces: AsyncIterable<Result<Uint8Array>>,
  handlers: XmlHandlers,
  damaged: Trouble,
): Promise<Result<null>> {
  const decoder = new TextDecoder();
  const scan = scanner(handlers);
  for await (const piece of pieces) {
    if (!piece.ok) return piece;
    if (!scan.push(decoder.decode(piece.value, { stream: true }))) return { ok: false, troubles: [damaged] };
    if (handlers.enough?.()) return ok(null);
  }
  return scan.push(decoder.decode()) && scan.ended() ? ok(null) : { ok: false, troubles: [damaged] };
}

/** Scans an XML text that is whole. */
export function scanXmlText(text: string, handlers: XmlHandlers): boolean {
  const scan = scanner(handlers);
  return scan.push(text) && scan.ended();
}

interface Scanner {
  /** Scans more text; false when it cannot be XML. */
  readonly push: (text: string) => boolean;
  /** True when the root has closed and nothing is left. */
  readonly ended: () => boolean;
}

function scanner(handlers: XmlHandlers): Scanner {
  let buffer = "";
  let depth = 0;
  let seen = false;

  /** Scans the tag or other markup at `at`; gives where it ends, or −1 when it goes on in the next piece. */
  const markup = (at: number): number => {
    const next = buffer.charCodeAt(at + 1);
    if (next === 47 /* / */) {
      const end = buffer.indexOf(">", at);
      if (end < 0) return -1;
      depth--;
      handlers.close(localName(buffer.slice(at + 2, end).trimEnd()));
      return end + 1;
    }
    if (next === 33 /* ! */) return special(at);
    if (next === 63 /* ? */) return past("?>", at);
    const end = tagEnd(buffer, at + 1);
    if (end < 0) return -1;
    const closed = buffer.charCodeAt(end - 1) === 47;
    const tag = buffer.slice(at + 1, closed ? end - 1 : end);
    const space = tag.search(/\s/);
    const name = localName(space < 0 ? tag : tag.slice(0, space));
    seen = true;
    handlers.open(name, space < 0 ? "" : tag.slice(space));
    if (closed) handlers.close(name);
    else depth++;
    return end + 1;
  };

  const special = (at: number): number => {
    if (buffer.startsWith("<!--", at)) return past("-->", at + 4);
    if (buffer.startsWith("<![CDATA[", at)) {
      const end = buffer.indexOf("]]>", at);
      if (end >= 0) handlers.text(buffer.slice(at + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    return buffer.length - at < 9 ? -1 : past(">", at);
  };

  const past = (mark: string, at: number): number => {
    const end = buffer.indexOf(mark, at);
    return end < 0 ? -1 : end + mark.length;
  };

  return {
    push(text) {
      buffer = buffer === "" ? text : buffer + text;
      let at = 0;
      while (at < buffer.length) {
        const tag = buffer.indexOf("<", at);
        if (tag < 0) break;
        if (tag > at) {
          handlers.text(unescape(buffer.slice(at, tag)));
          at = tag;
        }
        const end = markup(tag);
        if (end < 0) break;
        at = end;
        if (depth < 0) return false;
      }
      buffer = buffer.slice(at);
      return buffer.length <= LONGEST_TOKEN;
    },
    ended: () => seen && depth === 0 && buffer.trim() === "",
  };
}

/** Where a tag ends: a `>` within the quotes of an attribute is none. */
function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute's value by its name with its prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at > 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    const rest = /^\s*=\s*(["'])/.exec(attributes.slice(at + name.length, at + name.length + 8));
    if (before > 32 || !rest) continue;
    const start = at + name.length + rest[0].length;
    const end = attributes.indexOf(rest[1] ?? '"', start);
    return end < 0 ? null : unescape(attributes.slice(start, end));
  }
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name as string] ?? whole;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
