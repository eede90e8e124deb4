import { beforeEach, describe, expect, test } from "vitest";
import { startClassifier } from "../../taskpane/classifier/classifier";
import type { Source } from "../../taskpane/classifier/protocol";
import { startWorkspace, type Workspace } from "../../taskpane/classifier/workspace";
import { policyNamed } from "./policy-named";
import { sessionWorker } from "./session-worker";

const SAMPLE: Source = { kind: "sample", language: "en" };
const csv = (text: string): Source => ({ kind: "file", file: new File([text], "orders.csv") });

describe("a workspace", () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = startWorkspace(startClassifier(sessionWorker));
  });
  const summary = () => {
    const outcome = workspace.state().work?.outcome;
    return outcome?.summary.ok ? outcome.summary.value : null;
  };

  test("begins with nothing, opens, classifies, and tells when it is done", async () => {
    const seen: (string | undefined)[] = [];
    workspace.subscribe(() => seen.push(workspace.state().working?.kind));
    expect(workspace.state()).toMatchObject({ work: null, working: null, troubles: [] });
    await workspace.open(SAMPLE);
    expect(seen[0]).toBe("reading");
    expect(seen).toContain("classifying");
    expect(workspace.state().working).toBeNull();
    expect(workspace.state().news?.code).toBe("pane.working.done");
    expect(summary()?.customers).toBeGreaterThan(100);
  });

  test("classifies again for each choice and keeps the others", async () => {
    await workspace.open(SAMPLE);
    const first = workspace.state().work?.run;
    await workspace.choose({ policy: policyNamed("adc") });
    await workspace.choose({ asOf: { rule: "date", date: "2026-12-31" } });
    expect(summary()).toMatchObject({ asOf: "2026-12-31", policy: { name: "adc" } });
    expect(workspace.state().work?.run).not.toBe(first);
  });

  test("shows the latest of several runs, whichever ends last", async () => {
    await workspace.open(SAMPLE);
    await Promise.all([
      workspace.choose({ policy: policyNamed("abc") }),
      workspace.choose({ policy: policyNamed("vip") }),
      workspace.choose({ policy: policyNamed("weighted") }),
    ]);
    expect(summary()?.policy.name).toBe("weighted");
    expect(workspace.state()).toMatchObject({ working: null, choices: { policy: policyNamed("weighted") } });
  });

  test("keeps the policy for the next file, and forgets what was said about the last one", async () => {
    await workspace.open(SAMPLE);
    await workspace.choose({
      policy: policyNamed("abc"),
      asOf: { rule: "date", date: "2027-01-01" },
      roles: { 7: null },
    });
    await workspace.open(csv("Customer,Order date,Amount\nA,2025-01-02,5\nB,2025-01-03,7\n"));
    expect(workspace.state().choices).toEqual({
      policy: policyNamed("abc"),
      asOf: { rule: "last" },
      roles: {},
      dateOrder: null,
      decimalMark: null,
      value: null,
      columns: null,
      beside: false,
    });
    expect(summary()).toMatchObject({ asOf: "2025-01-03", customers: 2 });
  });

  test("leaves the work as it is where another file is refused, and remembers which", async () => {
    await workspace.open(SAMPLE);
    const before = summary();
    const bad = csv("");
    await workspace.open(bad);
    expect(workspace.state().troubles).toMatchObject([{ code: "file-empty" }]);
    expect(workspace.state().refused).toBe(bad);
    expect(summary()).toBe(before);
    workspace.dismiss();
    expect(workspace.state()).toMatchObject({ troubles: [], refused: null });
  });

  test("reads a file again in another encoding", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("Customer,Order date,Amount\n"), 0xbf, 0xcd]);
    const file = new File([bytes, ",2025-01-02,5\n"], "gbk.csv");
    const source: Source = { kind: "file", file };
    await workspace.open(source, { encoding: "gb18030" });
    expect(workspace.state().work).toMatchObject({ encoding: "gb18030", opened: { encoding: "gb18030" } });
    const found = await workspace.ask("customers", { text: "客", limit: 1 });
    expect(found).toMatchObject({ ok: true, value: { found: 1 } });
  });

  test("tells of a cancel, and can go on", async () => {
    await workspace.open(SAMPLE);
    const running = workspace.choose({ policy: policyNamed("abc") });
    await new Promise((resolve) => setTimeout(resolve));
    workspace.cancel();
    await running;
    expect(workspace.state()).toMatchObject({ working: null });
    await workspace.choose({ policy: policyNamed("vip") });
    expect(summary()?.policy.name).toBe("vip");
  });
});
