import { mkdirSync, writeFileSync } from "node:fs";
import { runnerImport } from "vite";

/** Writes examples/orders-en.csv and examples/orders-zh.csv: `node scripts/make-examples.js`. */
const { module } = await runnerImport("./src/core/sample/sample-orders.ts");
mkdirSync("examples", { recursive: true });
for (const language of ["en", "zh"]) {
  const file = `examples/orders-${language}.csv`;
  writeFileSync(file, module.sampleCsv({ language, rows: 600 }));
  console.log(file);
}
