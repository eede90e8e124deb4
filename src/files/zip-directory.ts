import { no, ok, type Message, type Param, type Result } from "../core/language/message";
import { MOST_RATIO, SUSPICIOUS_BYTES } from "./inflate";

/** A part of a zip archive, as its central directory lists it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** The parts of an archive by name. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** The most that a workbook may unpack to: a full sheet of a million rows and 25 columns is about 1 GiB. */
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * The directory of a zip archive (PKWARE APPNOTE 4.3, with zip64). Refuses damaged archives, encrypted parts, and
 * those that say they unpack to more than the limits above; that no part unpacks to more than it says is checked while
 * it does. hucre reads the directory too, and caps each part at 2 GiB, but not their sum or ratio.
 */
export function zipDirectory(bytes: Uint8Array, file: Param): Result<ZipDirectory> {
  const entries = readDirectory(bytes);
  if (!entries) return no("file-damaged-workbook", { file });
  if (entries === "encrypted") return no("file-encrypted", { file });
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > MOST_BYTES || (unpacked > SUSPICIOUS_BYTES && unpacked > MOST_RATIO * bytes.length)) {
    return no("file-unpacks-too-large", { file, size: megabytes(unpacked), packed: megabytes(bytes.length) });
  }
  return ok(new Map(entries.map((entry) => [entry.name, entry])));
}

/** A size for a sentence. */
export function megabytes(bytes: number): Message {
  return { code: "file-megabytes", params: { size: Math.max(1, Math.round(bytes / 1024 ** 2)) } };
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const IN_ZIP64 = 0xffffffff;

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | "encrypted" | null {
  const view = viewOf(bytes);
  const place = directoryPlace(view);
  if (!place) return null;
  const entries: ZipEntry[] = [];
  let at = place.offset;
  for (let i = 0; i < place.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    if (view.getUint16(at + 8, true) & 1) return "encrypted";
    const method = view.getUint16(at + 10, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const sizes = sizesOf(view, at, nameEnd, extraEnd);
    if (!sizes || (method !== 0 && method !== 8)) return null;
    if (method === 0 && sizes.size !== sizes.compressedSize) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll("\\", "/");
    entries.push({ name, stored: method === 0, crc: view.getUint32(at + 16, true), ...sizes });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the directory begins and how many parts it lists: in the last 64 KiB, or where zip64 says. */
function directoryPlace(view: DataView): { readonly offset: number; readonly count: number } | null {
  const lowest = Math.max(0, view.byteLength - 65557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== IN_ZIP64) return { offset, count };
    if (at < 20 || view.getUint32(at - 20, true) !== ZIP64_LOCATOR) return null;
    const end = Number(view.getBigUint64(at - 12, true));
    if (end + 56 > view.byteLength || view.getUint32(end, true) !== ZIP64_END) return null;
    return {
      offset: Number(view.getBigUint64(end + 48, true)),
      count: Number(view.getBigUint64(end + 32, true)),
    };
  }
  return null;
}

function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  extraEnd: number,
): Pick<ZipEntry, "compressedSize" | "size" | "offset"> | null {
  const fields = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  if (fields.includes(IN_ZIP64)) {
    let field = extra;
    while (field + 4 <= extraEnd && extraEnd <= view.byteLength && view.getUint16(field, true) !== 1) {
      field += 4 + view.getUint16(field + 2, true);
    }
    let from = field + 4;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== IN_ZIP64) continue;
      if (from + 8 > Math.min(extraEnd, view.byteLength)) return null;
      fields[i] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  const [size = 0, compressedSize = 0, offset = 0] = fields;
  return { size, compressedSize, offset };
}

/** A view of the bytes, for numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
