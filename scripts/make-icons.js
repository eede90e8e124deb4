import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

/**
 * Draws the add-in's icons, assets/icon-16.png to icon-128.png: `node scripts/make-icons.js`. Three tiers on a rounded
 * square, on a grid of 16 so that every edge of the smallest icon is sharp.
 */
const SIZES = [16, 32, 64, 80, 128];
const SHAPES = [
  { box: [0, 0, 16, 16], radius: 3.5, colour: [15, 127, 112] },
  { box: [6, 3, 10, 5], radius: 0.75, colour: [255, 200, 61] },
  { box: [4, 7, 12, 9], radius: 0.75, colour: [255, 255, 255] },
  { box: [2, 11, 14, 13], radius: 0.75, colour: [169, 216, 208] },
];
/** Samples a pixel in each direction: what smooths the corners. */
const SAMPLES = 4;

mkdirSync("assets", { recursive: true });
for (const size of SIZES) {
  const file = `assets/icon-${size}.png`;
  writeFileSync(file, png(size, pixels(size)));
  console.log(file);
}

/** RGBA rows, each after the byte of its filter (0, none). */
function pixels(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const at = (pixel, step) => ((pixel + (step + 0.5) / SAMPLES) * 16) / size;
        const colour = colourAt(at(x, sample % SAMPLES), at(y, Math.floor(sample / SAMPLES)));
        if (colour === null) continue;
        colour.forEach((part, i) => (sum[i] += part));
        sum[3] += 1;
      }
      const place = y * (size * 4 + 1) + 1 + x * 4;
      for (let i = 0; i < 3; i++) rows[place + i] = sum[3] === 0 ? 0 : Math.round(sum[i] / sum[3]);
      rows[place + 3] = Math.round((255 * sum[3]) / (SAMPLES * SAMPLES));
    }
  }
  return rows;
}

/** The colour of the topmost shape at a point, null where there is none. */
function colourAt(x, y) {
  return SHAPES.findLast(({ box, radius }) => inside(x, y, box, radius))?.colour ?? null;
}

function inside(x, y, [left, top, right, bottom], radius) {
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** A PNG of 8-bit RGBA (W3C, Portable Network Graphics, 11.2). */
function png(size, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
