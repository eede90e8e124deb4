import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

/**
 * Draws the add-in's icons, assets/icon-16.png to icon-128.png, and those of its commands, assets/classify-16.png and so
 * on: `node scripts/make-icons.js`. On a grid of 16, so that every edge of the smallest is sharp.
 */
const TEAL = [15, 127, 112];
const LIGHT_TEAL = [72, 176, 162];
const GOLD = [222, 150, 0];
const WHITE = [255, 255, 255];

/** Sizes of the add-in's own icon, and of a command's: what a manifest asks for. */
const SIZES = [16, 32, 64, 80, 128];
const COMMAND_SIZES = [16, 32, 80];

/** Three tiers on a rounded square. */
const ADD_IN = [
  box([0, 0, 16, 16], 3.5, TEAL),
  box([6, 3, 10, 5], 0.75, [255, 200, 61]),
  box([4, 7, 12, 9], 0.75, WHITE),
  box([2, 11, 14, 13], 0.75, [169, 216, 208]),
];

/** Pictures of the ribbon's commands, by the name of their action; readable on a light and on a dark ribbon. */
const COMMANDS = {
  // The tiers, the best on top.
  classify: [
    box([6, 2, 10, 5], 0.75, GOLD),
    box([4, 6, 12, 9], 0.75, TEAL),
    box([1, 10, 15, 13], 0.75, LIGHT_TEAL),
  ],
  // Columns on a line.
  summaries: [
    box([2, 8, 5, 13], 0.5, LIGHT_TEAL),
    box([6, 5, 9, 13], 0.5, TEAL),
    box([10, 2, 13, 13], 0.5, GOLD),
    box([1, 14, 15, 15], 0.25, [128, 128, 128]),
  ],
  // An open ring that ends in an arrow.
  refresh: [ring([8, 8], 5.25, 2, 0, 290, TEAL), triangle([9.5, 0.2], [9.5, 6.6], [14.2, 3.4], TEAL)],
  help: [
    ring([8, 8], 3.5, 7, 0, 360, TEAL),
    ring([8, 6.4], 1.9, 1.4, -180, 60, WHITE),
    box([7.3, 8, 8.7, 10], 0.3, WHITE),
    box([7.2, 10.8, 8.8, 12.4], 0.8, WHITE),
  ],
};
/** Samples a pixel in each direction: what smooths the corners. */
const SAMPLES = 4;

mkdirSync("assets", { recursive: true });
for (const size of SIZES) write(`assets/icon-${size}.png`, size, ADD_IN);
for (const [name, shapes] of Object.entries(COMMANDS)) {
  for (const size of COMMAND_SIZES) write(`assets/${name}-${size}.png`, size, shapes);
}

function write(file, size, shapes) {
  writeFileSync(file, png(size, pixels(size, shapes)));
  console.log(file);
}

/** RGBA rows, each after the byte of its filter (0, none). */
function pixels(size, shapes) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const at = (pixel, step) => ((pixel + (step + 0.5) / SAMPLES) * 16) / size;
        const [px, py] = [at(x, sample % SAMPLES), at(y, Math.floor(sample / SAMPLES))];
        const colour = shapes.findLast(({ covers }) => covers(px, py))?.colour;
        if (colour === undefined) continue;
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

function box([left, top, right, bottom], radius, colour) {
  const covers = (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };
  return { covers, colour };
}

/** A part of a ring: its middle line's radius, its width, and from where to where clockwise, in degrees from the right. */
function ring([cx, cy], radius, width, from, to, colour) {
  const covers = (x, y) => {
    const [dx, dy] = [x - cx, y - cy];
    if (Math.abs(Math.hypot(dx, dy) - radius) > width / 2) return false;
    const turn = (degrees) => ((degrees % 360) + 360) % 360;
    return to - from >= 360 || turn((Math.atan2(dy, dx) * 180) / Math.PI - from) <= to - from;
  };
  return { covers, colour };
}

function triangle(a, b, c, colour) {
  const side = ([ax, ay], [bx, by], x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const covers = (x, y) => {
    const sides = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)];
    return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
  };
  return { covers, colour };
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
