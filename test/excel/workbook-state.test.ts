import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { say } from "../../src/core/language/message";
import { templates } from "../../src/core/policy/templates";
import { loadState, saveState, type Layout, type WorkbookState } from "../../src/excel/workbook-state";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";

const noPause = async () => {};
let office: OfficeInNode;
beforeEach(async () => {
  office = await startOfficeInNode();
});
afterEach(() => office.stop());

const POLICY = templates[0];
const LAYOUT: Layout = {
  columns: ["tier", "reason"],
  beside: true,
  asOf: { rule: "date", date: "2024-06-30" },
  value: "bg-nbd",
  dateOrder: "dmy",
  decimalMark: ",",
  source: {
    sheet: "{00000000-0001-0000-0000-000000000000}",
    table: null,
    address: "A1:H50",
    roles: { 客户: "customer", "Order total": "amount", Note: null },
  },
};
const NOTHING: WorkbookState = { policy: null, layout: null, newer: [], told: [] };

const settings = () => office.host.workbook.settings;

async function loaded(): Promise<WorkbookState> {
  const state = await loadState(noPause);
  if (!state.ok) throw new Error(state.troubles.map(({ code }) => code).join());
  return state.value;
}

async function save(change: Parameters<typeof saveState>[0]): Promise<void> {
  expect(await saveState(change, noPause)).toEqual({ ok: true, value: null });
}

describe("what the workbook keeps", () => {
  test("is nothing at first", async () => expect(await loaded()).toEqual(NOTHING));

  test("comes back as it was, and each by itself", async () => {
    await save({ policy: POLICY });
    expect(await loaded()).toEqual({ ...NOTHING, policy: POLICY });
    await save({ layout: LAYOUT });
    expect(await loaded()).toEqual({ ...NOTHING, policy: POLICY, layout: LAYOUT });
    const plain: Layout = {
      ...{ columns: null, beside: false, asOf: { rule: "last" }, value: null },
      ...{ dateOrder: null, decimalMark: null, source: null },
    };
    await save({ layout: plain });
    expect(await loaded()).toEqual({ ...NOTHING, policy: POLICY, layout: plain });
  });

  test("goes when it is taken away, and leaves what others keep", async () => {
    settings().set("another.add-in", 1);
    await save({ policy: POLICY, layout: LAYOUT });
    await save({ policy: null });
    expect(await loaded()).toEqual({ ...NOTHING, layout: LAYOUT });
    await save({ layout: null, policy: null });
    expect([...settings().keys()]).toEqual(["another.add-in"]);
    await save({});
  });

  test("names its version, so that a later one can read it", async () => {
    await save({ policy: POLICY, layout: LAYOUT });
    for (const key of ["tiersheet.policy", "tiersheet.layout"])
      expect(JSON.parse(String(settings().get(key)))).toMatchObject({ version: 1 });
  });
});

describe("what can't be read", () => {
  const bad: readonly (readonly [string, unknown])[] = [
    ["no JSON", "{"],
    ["no text", 7],
    ["null", "null"],
    ["a list", "[]"],
    ["no version", JSON.stringify({ policy: POLICY, ...LAYOUT })],
    ["another kind of version", JSON.stringify({ version: "1", policy: POLICY, ...LAYOUT })],
    ["nothing else", JSON.stringify({ version: 1 })],
  ];
  test.each(bad)("%s is none, is told, and stays", async (_, value) => {
    settings().set("tiersheet.policy", value);
    settings().set("tiersheet.layout", value);
    const state = await loaded();
    expect([state.policy, state.layout]).toEqual([null, null]);
    expect(state.told.map((message) => say(message, "en"))).toEqual([
      "The policy kept in this workbook is damaged and can't be read. A template is used instead; the kept one stays until another is saved.",
      "The settings kept in this workbook are damaged and can't be read. Settings begin anew.",
    ]);
    expect(settings().get("tiersheet.policy")).toBe(value);
  });

  test("what a newer version saved is none, and named", async () => {
    settings().set("tiersheet.policy", JSON.stringify({ version: 2, policy: {} }));
    expect(await loaded()).toEqual({ ...NOTHING, newer: ["policy"] });
    settings().set("tiersheet.layout", JSON.stringify({ version: 9, ...LAYOUT }));
    expect(await loaded()).toEqual({ ...NOTHING, newer: ["policy", "layout"] });
  });

  test.each([
    ["columns", [1]],
    ["columns", "tier"],
    ["beside", "yes"],
    ["asOf", { rule: "never" }],
    ["asOf", { rule: "date" }],
    ["asOf", null],
    ["value", 3],
    ["dateOrder", undefined],
    ["decimalMark", ";"],
    ["source", {}],
    ["source", undefined],
    ["source", { ...LAYOUT.source, roles: { A: 1 } }],
    ["source", { ...LAYOUT.source, table: 3 }],
  ])("a layout whose %s is %j", async (field, value) => {
    settings().set("tiersheet.layout", JSON.stringify({ version: 1, ...LAYOUT, [field]: value }));
    expect(await loaded()).toMatchObject({ layout: null, told: [{ code: "state-layout-unreadable" }] });
  });
});

describe("what Excel refuses", () => {
  test("a policy too long for a setting is refused before Excel does", async () => {
    await save({ policy: POLICY });
    const answer = await saveState({ policy: { note: "长".repeat(600_000) } }, noPause);
    expect(answer).toMatchObject({ ok: false, troubles: [{ code: "state-too-long" }] });
    expect((await loaded()).policy).toEqual(POLICY);
  });

  test("busy passes; a session that has ended is told", async () => {
    for (const fault of ["throttled", "cell-edit"] as const) {
      office.host.faults = [{ on: 1, fault }];
      await save({ layout: LAYOUT });
      office.host.faults = [{ on: 1, fault }];
      expect((await loaded()).layout).toEqual(LAYOUT);
    }
    office.host.faults = [{ on: 1, fault: "session-lost" }];
    for (const answer of [await loadState(noPause), await saveState({ layout: null }, noPause)])
      expect(answer).toMatchObject({ ok: false, troubles: [{ code: "excel-session-lost" }] });
    office.host.faults = [];
    expect((await loaded()).layout).toEqual(LAYOUT);
  });

  test.each(["web", "ltsc-2021", "floor"] as const)("%s keeps them", async (profile) => {
    office.stop();
    office = await startOfficeInNode({ profile });
    await save({ policy: POLICY, layout: LAYOUT });
    expect(await loaded()).toEqual({ ...NOTHING, policy: POLICY, layout: LAYOUT });
  });
});
