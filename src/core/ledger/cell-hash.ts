import type { Cell } from "./cells";

/** A number of 32 bits that equal cells share and others seldom do. NaN, a blank in a column of numbers, has one too. */
export function hashOfCell(cell: Cell): number {
  if (typeof cell === "string") return hashOfText(cell);
  if (typeof cell === "number") return hashOfNumber(cell);
  if (cell === null) return 7;
  return cell ? 5 : 3;
}

const bits = new DataView(new ArrayBuffer(8));

/** The hash of a number; 0 and −0 share it. */
export function hashOfNumber(value: number): number {
  if ((value | 0) === value) return value | 0;
  bits.setFloat64(0, value);
  return bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x85ebca6b);
}

/** FNV-1a over the code units of a text. */
function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** One round of MurmurHash3's mixing: adds a value to a hash so that few distinct values still spread. */
export function mixHash(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  hash ^= k;
  hash = (hash << 13) | (hash >>> 19);
  hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
