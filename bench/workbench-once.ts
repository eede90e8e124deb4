import { startOfficeInNode } from "../src/workbench/transports/node";

const ROWS = 100_000;
const CHUNK = 10_000;

/** Customers as the add-in writes them: texts, numbers, dates as serials, a truth value. */
const block = Array.from({ length: ROWS }, (_, row) => [
  `C${100_000 + row}`,
  `Customer ${row}`,
  45_000 + (row % 365),
  1 + (row % 40),
  Math.round(row * 37.91) / 100,
  row % 2 === 0 ? "Shanghai 上海" : "Berlin",
  row % 7 === 0,
  "ABC"[row % 3],
  "Champions",
  row / 7,
]);

const { host, meter } = await startOfficeInNode({ profile: "web" });
const started = performance.now();
await Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  for (let row = 0; row < ROWS; row += CHUNK) {
    sheet.getRangeByIndexes(row, 0, CHUNK, 10).values = block.slice(row, row + CHUNK);
    await context.sync();
  }
});
const written = performance.now();
await Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  for (let row = 0; row < ROWS; row += CHUNK) {
    const range = sheet.getRangeByIndexes(row, 0, CHUNK, 10);
    range.load("values");
    await context.sync();
    if (range.values[0]![0] !== block[row]![0]) throw new Error(`Row ${row} reads otherwise than written`);
  }
});
const read = performance.now();
host.stop();
const { syncs, largestIn, largestOut } = meter.total;
console.log(
  JSON.stringify({
    writeSeconds: (written - started) / 1000,
    readSeconds: (read - written) / 1000,
    syncs,
    largestIn,
    largestOut,
  }),
);
