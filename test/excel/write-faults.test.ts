import { afterEach, describe, expect, test } from "vitest";
import type { Result } from "../../src/core/language/message";
import type { TieredPlan } from "../../src/excel/new-sheet";
import { findWritten, takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import type { Fault } from "../../src/workbench/host/faults";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { contents, planOf, type PlannedRun } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const write = (plan: TieredPlan) => writeTiered(plan, {}, noPause);

const FIRST: PlannedRun = {
  customers: { ann: ["A", 40, "=x"], bob: ["B", 20, "007"], "007": ["A", 40, "-1"] },
  ids: ["tier", "monetary", "reason"],
  headers: ["Tier", "Monetary", "Reason"],
  formats: ["@", "0.00", "@"],
};
/** Other customers, more tiers, another choice of columns, in Chinese. */
const SECOND: PlannedRun = {
  ...FIRST,
  customers: { bob: ["A", 25, "="], zoe: ["C", 1, "new"], ann: ["B", 41, "007"] },
  headers: ["层级", "金额", "原因"],
  tiers: 4,
};

async function withOrders(native: boolean) {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  const rows = [
    ["Order", "Customer", "Amount"],
    [1, "ann", 10],
    [2, "bob", 20],
    [3, "", 5],
    [4, "ann", 30],
    [5, "eve", 50],
  ];
  rows.forEach((row, r) => row.forEach((cell, c) => sheet.enter(2 + r, c, cell)));
  sheet.enter(4, 5, "a note");
  if (native) {
    const table = addTable(sheet, { top: 2, left: 0, bottom: 7, right: 2 }, true);
    if (table instanceof Refusal) throw new Error(table.message);
  }
  const ids = (chosen: readonly string[]) => ({
    sheet: sheet.id,
    table: sheet.tables[0]?.id ?? null,
    headerRow: 2,
    firstRow: 3,
    rowCount: 5,
    customerColumn: 1,
    customerHeader: "Customer",
    ids: chosen,
  });
  const first = planOf({ ...FIRST, beside: ids(["tier", "reason"]) });
  const second = planOf({ ...SECOND, beside: ids(["tier", "monetary"]) });
  return { workbook, sheet, first, second };
}

type Stage = "first run" | "second run" | "take back";

/** Brings a new workbook to where a stage begins, and gives the stage's work. */
async function stageOf(stage: Stage, native: boolean) {
  const { workbook, sheet, first, second } = await withOrders(native);
  office?.stop();
  office = await startOfficeInNode({ workbook });
  if (stage !== "first run") {
    const written = await write(first);
    if (!written.ok) throw new Error(JSON.stringify(written.troubles));
    // The analyst's own, beside the customers.
    const customers = workbook.sheet("Customers");
    customers?.enter(0, 5, "Owner");
    customers?.enter(2, 5, "Kim");
  }
  if (stage === "take back") await write(second);
  const work = async (): Promise<Result<unknown>> =>
    stage === "take back" ? takeBack({}, noPause) : write(stage === "first run" ? first : second);
  return { workbook, sheet, office, work, first, second };
}

/** Without the sheet of customers that is kept because the analyst wrote on it: what was there before any run. */
function withoutKept(sheets: unknown): unknown {
  return (sheets as { readonly name: string }[]).filter(({ name }) => name !== "Customers");
}

const STRIKES: readonly {
  readonly name: string;
  readonly fault: (on: number) => Fault;
  /** Struck in one of the two places, as it makes no difference in the other. */
  readonly inTable?: boolean;
}[] = [
  {
    name: "a request that is too large",
    fault: (on) => ({ on, fault: "payload", way: "request" }),
    inTable: false,
  },
  { name: "an answer that is too large", fault: (on) => ({ on, fault: "payload", way: "response" }) },
  {
    name: "a last action that is denied",
    fault: (on) => ({ on, fault: "failing-action", action: -1, code: "AccessDenied" }),
  },
  {
    name: "an action in the middle that fails",
    fault: (on) => ({ on, fault: "failing-action", action: 40, code: "GeneralException" }),
    inTable: true,
  },
];

/** More syncs than a stage has. */
const SYNCS = 40;

for (const native of [false, true]) {
  for (const stage of ["first run", "second run", "take back"] as const) {
    describe(`${stage}, ${native ? "in a table" : "beside plain rows"}`, () => {
      test("throttling and cells in edit mode at every sync: it goes on all the same", async () => {
        const clean = await stageOf(stage, native);
        await clean.work();
        const complete = contents(clean.workbook);
        for (const fault of ["throttled", "cell-edit"] as const) {
          const struck = await stageOf(stage, native);
          const on = Array.from({ length: SYNCS }, (_, i) => 2 * i + 1);
          struck.office.host.faults = [{ on, fault }];
          const result = await struck.work();
          struck.office.host.faults = [];
          expect(result.ok ? [] : result.troubles).toEqual([]);
          expect(contents(struck.workbook)).toEqual(complete);
        }
      });

      test("a lost session, at any sync: the next start sees it, and can take back or finish", async () => {
        let struck = await stageOf(stage, native);
        await struck.work();
        const complete = contents(struck.workbook);
        const atFirst = await stageOf("first run", native);
        const never = contents(atFirst.workbook);
        for (let on = 1; on <= SYNCS; on++) {
          struck = await stageOf(stage, native);
          const before = contents(struck.workbook);
          struck.office.host.faults = [{ on, fault: "session-lost" }];
          const { result, figures } = await struck.office.meter.run(struck.work);
          struck.office.host.faults = [];
          if (figures.syncs < on) return;
          expect([on, result.ok ? "" : result.troubles[0]?.code]).toEqual([on, "excel-session-lost"]);
          const found = await findWritten(noPause);
          if (!found.ok) throw new Error(JSON.stringify(found.troubles));
          const changed = JSON.stringify(contents(struck.workbook)) !== JSON.stringify(before);
          if (changed && stage !== "take back") {
            const isComplete = JSON.stringify(contents(struck.workbook)) === JSON.stringify(complete);
            if (!isComplete) expect([on, found.value.complete]).toEqual([on, false]);
          }
          if (on % 2 === 0 || stage === "take back") {
            const taken = await takeBack({}, noPause);
            if (!taken.ok) throw new Error(JSON.stringify(taken.troubles));
            expect([on, withoutKept(contents(struck.workbook))]).toEqual([on, never]);
          } else {
            const done = await struck.work();
            if (!done.ok) throw new Error(JSON.stringify(done.troubles));
            expect([on, contents(struck.workbook)]).toEqual([on, complete]);
            const after = await findWritten(noPause);
            expect(after.ok && after.value.complete).toBe(true);
          }
        }
        throw new Error("there were more syncs than that");
      });

      if (stage === "second run") {
        test("a co-author who deletes one of the sheets, at any sync: nothing of the analyst's is lost", async () => {
          for (let on = 3; on <= SYNCS; on += 2) {
            const struck = await stageOf(stage, native);
            const orders = () => JSON.stringify((contents(struck.workbook) as unknown[])[0]);
            const before = orders();
            const act = (book: Workbook) => {
              const tiers = book.sheet("Tiers");
              if (tiers) book.deleteSheet(tiers);
            };
            struck.office.host.faults = [{ on, fault: "co-author", act }];
            const { result, figures } = await struck.office.meter.run(struck.work);
            struck.office.host.faults = [];
            if (!result.ok) expect([on, orders()]).toEqual([on, before]);
            const found = await findWritten(noPause);
            expect([on, found.ok && found.value.complete]).toEqual([on, true]);
            if (figures.syncs < on) return;
          }
        });
      }

      for (const { name, fault } of STRIKES.filter(({ inTable }) => (inTable ?? native) === native)) {
        test(`${name}, at any sync: the workbook is complete or as before`, async () => {
          let struck = await stageOf(stage, native);
          const before = contents(struck.workbook);
          await struck.work();
          const complete = contents(struck.workbook);
          struck = await stageOf(stage, native);
          for (let on = 1; on <= SYNCS; on++) {
            struck.office.host.faults = [fault(on)];
            const { result, figures } = await struck.office.meter.run(struck.work);
            struck.office.host.faults = [];
            const after = contents(struck.workbook);
            expect([on, result.ok, after]).toEqual([on, result.ok, result.ok ? complete : before]);
            const found = await findWritten(noPause);
            expect(found.ok && found.value.complete).toBe(true);
            if (figures.syncs < on) return;
            if (result.ok) struck = await stageOf(stage, native);
          }
          throw new Error("there were more syncs than that");
        });
      }
    });
  }
}
