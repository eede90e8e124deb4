import { writeTiered } from "../src/excel/write-tiered";
import type { NewSheet, TieredPlan, WrittenCell } from "../src/excel/new-sheet";
import { byteLength } from "../src/workbench/host/host";
import { startOfficeInNode } from "../src/workbench/transports/node";
import { Workbook } from "../src/workbench/workbook/workbook";
import { startClassifier } from "../taskpane/classifier/classifier";
import { NO_CHOICES } from "../taskpane/classifier/defaults";
import type { Choices } from "../taskpane/classifier/protocol";
import { tieredPlan } from "../taskpane/classifier/tiered-plan";
import { fillSheet, type Shape } from "./pane-sheets";
import type { PaneFigures, RunFigures } from "./pane";
import { workerHere } from "./pane-worker";

// A script for a process of its own (see pane.ts): the whole flow of the pane over a sheet of so many rows, on the real
// office.js with the workbench's host behind it, and, unless one run is asked for, the same again over what it wrote.
const [shape = "orders", rows = "1000", runs = "2"] = process.argv.slice(2) as [Shape, string, string];
const workbook = new Workbook();
const sheet = workbook.sheets[0];
if (!sheet) throw new Error("A new workbook has a sheet.");
fillSheet(sheet, shape, Number(rows));
const { host, meter } = await startOfficeInNode({ workbook, profile: "web" });

const choices: Choices = { ...NO_CHOICES, beside: shape === "orders-beside" };
const classifier = startClassifier(workerHere);
const first = await run();
const again = runs === "2" ? await run() : null;
host.stop();
const figures: PaneFigures = { first, again };
console.log(JSON.stringify(figures));

/** Reads, classifies and writes; what it cost, and what the cells alone would be as JSON. */
async function run(): Promise<RunFigures> {
  let cells = 0;
  const started = performance.now();
  const { result, figures } = await meter.run(async () => {
    const opened = await classifier.ask("open", { source: { kind: "sheet", id: sheet?.id ?? null } });
    if (!opened.ok) throw new Error(JSON.stringify(opened.troubles));
    const read = performance.now();
    const outcome = await classifier.ask("classify", { choices });
    if (!outcome.ok || !outcome.value.summary.ok) throw new Error(JSON.stringify(outcome));
    const classified = performance.now();
    const plan = await tieredPlan(classifier, {
      source: { kind: "sheet", id: opened.value.sheetId ?? null },
      kind: outcome.value.kind,
      choices,
      language: "en",
      summaries: false,
    });
    if (!plan.ok) throw new Error(JSON.stringify(plan.troubles));
    const wrote = await writeTiered(
      counted(plan.value, (bytes) => (cells += bytes)),
      {},
    );
    if (!wrote.ok) throw new Error(JSON.stringify(wrote.troubles));
    return { read: read - started, classify: classified - read, write: performance.now() - classified };
  });
  const seconds = { read: result.read / 1000, classify: result.classify / 1000, write: result.write / 1000 };
  return { seconds, cells, ...figures };
}

/** A plan that tells how many bytes of JSON its cells are, each once: headings, headers and rows. */
function counted(plan: TieredPlan, count: (bytes: number) => void): TieredPlan {
  const told = <Rows extends readonly (readonly WrittenCell[])[]>(rows: Rows): Rows => {
    count(byteLength(JSON.stringify(rows.map((row) => row.map((cell) => cell ?? "")))));
    return rows;
  };
  const sheets = plan.sheets.map((sheet: NewSheet): NewSheet => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      told(block.kind === "heading" ? [[block.text]] : [block.headers]);
      if (block.kind === "heading") return block;
      const { rows, rowsAt } = block;
      return {
        ...block,
        rows: async (from, many) => told(await rows(from, many)),
        rowsAt: rowsAt && (async (at) => told(await rowsAt(at))),
      };
    }),
  }));
  const { beside } = plan;
  if (beside) told([beside.columns.map(({ header }) => header)]);
  return {
    ...plan,
    sheets,
    beside: beside && { ...beside, rowsAt: async (at) => told(await beside.rowsAt(at)) },
  };
}
