import type { TieredPlan } from "../src/excel/new-sheet";
import { writeTiered } from "../src/excel/write-tiered";
import { startOfficeInNode } from "../src/workbench/transports/node";
import { Workbook } from "../src/workbench/workbook/workbook";
import { startClassifier } from "../taskpane/classifier/classifier";
import { NO_CHOICES } from "../taskpane/classifier/defaults";
import { tieredPlan } from "../taskpane/classifier/tiered-plan";
import { fillSheet, type Shape } from "./pane-sheets";
import { workerHere } from "./pane-worker";
import type { SummariesFigures, SummariesRun } from "./summaries";

// A script for a process of its own (see summaries.ts): a sheet is classified and written without summaries, then with
// them, then once more; on the real office.js with the workbench's host behind it.
const [shape = "customers", rows = "50000"] = process.argv.slice(2) as [Shape, string];
const workbook = new Workbook();
const sheet = workbook.sheets[0];
if (!sheet) throw new Error("A new workbook has a sheet.");
fillSheet(sheet, shape, Number(rows));
const { host, meter } = await startOfficeInNode({ workbook, profile: "web" });

/** Seconds of the processor that the host has taken for requests: what else runs on the machine doesn't show in them. */
let busy = 0;
const answer = host.answer.bind(host);
host.answer = async (...request) => {
  const begun = process.cpuUsage();
  try {
    return await answer(...request);
  } finally {
    const { user, system } = process.cpuUsage(begun);
    busy += (user + system) / 1e6;
  }
};

const classifier = startClassifier(workerHere);
const SUMMARIES = ["summary", "pivots"];

const source = { kind: "sheet", id: sheet.id } as const;
const opened = await classifier.ask("open", { source });
if (!opened.ok) throw new Error(JSON.stringify(opened.troubles));
const outcome = await classifier.ask("classify", { choices: NO_CHOICES });
if (!outcome.ok || !outcome.value.summary.ok) throw new Error(JSON.stringify(outcome));
const { kind } = outcome.value;

const without = await written(await planned(false));
const first = await written({ ...(await planned(true)), only: SUMMARIES });
const again = await written({ ...(await planned(true)), only: SUMMARIES });
// The run of every day: all is written, with the summaries and without them.
const allWithout = await written(await planned(false));
const all = await written(await planned(true));
host.stop();
const customers = outcome.value.summary.value.customers;
const figures: SummariesFigures = { customers, without, first, again, allWithout, all };
console.log(JSON.stringify(figures));

async function planned(summaries: boolean): Promise<TieredPlan> {
  const plan = await tieredPlan(classifier, { source, kind, choices: NO_CHOICES, language: "en", summaries });
  if (!plan.ok) throw new Error(JSON.stringify(plan.troubles));
  return plan.value;
}

async function written(plan: TieredPlan): Promise<SummariesRun> {
  busy = 0;
  const { figures } = await meter.run(async () => {
    const wrote = await writeTiered(plan, {});
    if (!wrote.ok) throw new Error(JSON.stringify(wrote.troubles));
    const [told] = wrote.value.told;
    // What was refused would come out cheap.
    if (told) throw new Error(JSON.stringify(told));
  });
  return { ...figures, seconds: busy };
}
