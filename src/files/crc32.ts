/** CRC-32 of zip and gzip (ISO 3309), four tables so that four bytes go in a step. */
const T0 = new Uint32Array(256);
const T1 = new Uint32Array(256);
const T2 = new Uint32Array(256);
const T3 = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let code = n;
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
  T0[n] = code;
}
for (let n = 0; n < 256; n++) {
  let code = T0[n] ?? 0;
  for (const table of [T1, T2, T3]) {
    code = (T0[code & 255] ?? 0) ^ (code >>> 8);
    table[n] = code;
  }
}

/** The checksum of bytes that follow others: `crc` is that of the others, 0 at the start. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  let state = ~crc;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    state ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    state =
      (T3[state & 255] ?? 0) ^
      (T2[(state >>> 8) & 255] ?? 0) ^
      (T1[(state >>> 16) & 255] ?? 0) ^
      (T0[state >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) state = (T0[(state ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (state >>> 8);
  return ~state >>> 0;
}
