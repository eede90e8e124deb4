import { afterEach, describe, expect, test } from "vitest";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { openAsWorkbook } from "../../src/excel/new-workbook";
import { zipDirectory } from "../../src/files/zip-directory";
import { zipText } from "../../src/files/zip-part";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { fillWith, planFrom } from "./summarised-run";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

async function classified() {
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook });
  const orders = sampleOrders({ language: "en", rows: 600 });
  fillWith(workbook.activeSheet, orders);
  const { classifier } = await planFrom(workbook.activeSheet);
  const found = await classifier.ask("customers", { text: "", limit: 1000 });
  if (!found.ok) throw new Error("refused");
  return { workbook, classifier, names: found.value.lines.map(({ customer }) => customer) };
}

/** All parts of a workbook file, as texts. */
async function partsOf(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const directory = zipDirectory(bytes, "copy");
  if (!directory.ok) throw new Error("no archive");
  let all = "";
  for (const name of directory.value.keys()) {
    const text = await zipText(bytes, directory.value, name, "copy");
    all += text.ok ? (text.value ?? "") : "";
  }
  return all.replaceAll("&amp;", "&");
}

describe("the managers' copy of the pane", () => {
  test("names nobody in any part unless it is told to", async () => {
    const { classifier, names } = await classified();
    expect(names.length).toBeGreaterThan(50);
    const out = await classifier.ask("managers-copy", { language: "en", names: "out" });
    const keep = await classifier.ask("managers-copy", { language: "en", names: "keep" });
    if (!out.ok || !keep.ok) throw new Error("refused");
    const without = await partsOf(out.value);
    expect(names.filter((name) => without.includes(name))).toEqual([]);
    const named = await partsOf(keep.value);
    expect(names.filter((name) => named.includes(name)).length).toBeGreaterThan(3);
  });

  test("is opened as a new workbook, and nothing of the open one changes", async () => {
    const { workbook, classifier } = await classified();
    const file = await classifier.ask("managers-copy", { language: "zh", names: "mask" });
    if (!file.ok) throw new Error("refused");
    expect(await openAsWorkbook(file.value)).toEqual({ ok: true, value: null });
    expect(workbook.sheets).toHaveLength(1);
  });

  test("is refused by Excel where it is no workbook, and that is told", async () => {
    await classified();
    const refused = await openAsWorkbook("bm90IGEgd29ya2Jvb2s=");
    expect(refused.ok).toBe(false);
  });
});
