import { beforeEach, describe, expect, test } from "vitest";
import { startClassifier, type Classifier } from "../../taskpane/classifier/classifier";
import { NO_CHOICES } from "../../taskpane/classifier/defaults";
import type { Choices, Source } from "../../taskpane/classifier/protocol";
import { policyNamed } from "./policy-named";
import { sessionWorker, type SessionWorker } from "./session-worker";

const CHOICES: Choices = { ...NO_CHOICES, policy: policyNamed("abc") };
const SAMPLE: Source = { kind: "sample", language: "en" };

describe("the page's end of the worker", () => {
  let workers: SessionWorker[];
  let classifier: Classifier;
  beforeEach(() => {
    workers = [];
    classifier = startClassifier(() => {
      const worker = sessionWorker();
      workers.push(worker);
      return worker;
    });
  });
  const lines = async () => {
    const found = await classifier.ask("customers", { text: "", limit: 3 });
    return found.ok ? found.value.lines : found.troubles;
  };

  test("asks one worker, and starts it only when there is something to do", async () => {
    expect(workers).toHaveLength(0);
    await classifier.ask("open", { source: SAMPLE });
    await classifier.ask("classify", { choices: CHOICES });
    expect(await lines()).toHaveLength(3);
    expect(workers.map(({ asked }) => asked)).toEqual([["open", "classify", "customers"]]);
  });

  test("stops what is going on at once, and says so", async () => {
    const opening = classifier.ask("open", { source: SAMPLE });
    await Promise.resolve();
    classifier.cancel();
    expect(await opening).toMatchObject({ ok: false, troubles: [{ code: "pane.cancelled" }] });
    expect(workers[0]?.terminated).toBe(true);
    // The first file was never opened, so there is nothing to go back to.
    expect(await lines()).toMatchObject([{ code: "pane.nothing-open" }]);
  });

  test("does again what a request stands on after a cancel", async () => {
    await classifier.ask("open", { source: SAMPLE });
    await classifier.ask("classify", { choices: CHOICES });
    const before = await lines();
    const again = classifier.ask("classify", { choices: { ...CHOICES, policy: policyNamed("rfm") } });
    await Promise.resolve();
    classifier.cancel();
    expect(await again).toMatchObject({ ok: false, troubles: [{ code: "pane.cancelled" }] });
    expect(await lines()).toEqual(before);
    expect(workers[1]?.asked).toEqual(["open", "classify", "customers"]);
  });

  test("keeps the file that was open when another one is cancelled", async () => {
    await classifier.ask("open", { source: SAMPLE });
    await classifier.ask("classify", { choices: CHOICES });
    const before = await lines();
    const other = classifier.ask("open", { source: { kind: "sample", language: "zh" } });
    await Promise.resolve();
    classifier.cancel();
    await other;
    expect(await lines()).toEqual(before);
  });

  test("goes on with another worker where one breaks down", async () => {
    await classifier.ask("open", { source: SAMPLE });
    const running = classifier.ask("classify", { choices: CHOICES });
    await Promise.resolve();
    workers[0]?.onerror?.(new Event("error"));
    expect(await running).toMatchObject({ ok: false, troubles: [{ code: "pane.worker-lost" }] });
    expect(await classifier.ask("classify", { choices: CHOICES })).toMatchObject({ ok: true });
    expect(workers[1]?.asked).toEqual(["open", "classify"]);
  });
});
