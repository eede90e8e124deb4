import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

let office: OfficeInNode;
beforeEach(async () => {
  office = await startOfficeInNode();
});
afterEach(() => office.stop());

describe("buttons of the ribbon that run a function", () => {
  test("the function given to Office.actions.associate is called, with the event of the button", async () => {
    const seen: unknown[] = [];
    Office.actions.associate("writeOne", async (event: Office.AddinCommands.Event) => {
      seen.push(event.source.id);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
        await context.sync();
      });
      event.completed();
    });
    expect(await office.invokeAction("writeOne")).toBe("completed");
    expect(seen).toEqual(["button of writeOne"]);
    expect(office.host.workbook.activeSheet.value(0, 0)).toBe(1);
  });

  test("names are found whatever their case, as the client finds them", async () => {
    Office.actions.associate("SaysDone", (event: Office.AddinCommands.Event) => event.completed());
    expect(await office.invokeAction("saysdone")).toBe("completed");
  });

  test("a name nobody associated is told", async () => {
    expect(await office.invokeAction("nobody")).toBe("not-associated");
  });

  test("a function that never completes is told once the patience is over; completing late does no harm", async () => {
    let complete = (): void => undefined;
    Office.actions.associate("forgets", (event: Office.AddinCommands.Event) => {
      complete = () => event.completed();
    });
    expect(await office.invokeAction("forgets", 20)).toBe("timed-out");
    complete();
    Office.actions.associate("after", (event: Office.AddinCommands.Event) => event.completed());
    expect(await office.invokeAction("after")).toBe("completed");
  });

  test("two presses at once are two calls, each with its own end", async () => {
    const ends: (() => void)[] = [];
    Office.actions.associate("twice", (event: Office.AddinCommands.Event) => {
      ends.push(() => event.completed());
    });
    const presses = [office.invokeAction("twice"), office.invokeAction("twice", 50)];
    await new Promise((done) => setTimeout(done, 10));
    expect(ends).toHaveLength(2);
    ends[0]!();
    expect(await Promise.all(presses)).toEqual(["completed", "timed-out"]);
  });

  test("stopping the host ends what waits", async () => {
    Office.actions.associate("waits", () => undefined);
    const pressed = office.invokeAction("waits");
    office.stop();
    expect(await pressed).toBe("failed");
  });
});

describe("the pane of the shared runtime", () => {
  test("is hidden and shown by the add-in, which is told when it changes", async () => {
    const seen: string[] = [];
    const end = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      seen.push(visibilityMode);
    });
    await Office.addin.hide();
    expect(office.host.runtime.state).toBe("Background");
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    expect(office.host.runtime.state).toBe("Visible");
    office.host.runtime.state = "Background";
    await new Promise((done) => setTimeout(done, 10));
    expect(seen).toEqual(["Hidden", "Taskpane", "Hidden"]);
    await end();
    await Office.addin.showAsTaskpane();
    await new Promise((done) => setTimeout(done, 10));
    expect(seen).toHaveLength(3);
  });

  test("runs commands while it is closed", async () => {
    office.host.runtime.state = "Background";
    Office.actions.associate("opens", async (event: Office.AddinCommands.Event) => {
      await Office.addin.showAsTaskpane();
      event.completed();
    });
    expect(await office.invokeAction("opens")).toBe("completed");
    expect(office.host.runtime.state).toBe("Visible");
  });

  test("asks of the runtime are no syncs of the add-in", async () => {
    await Office.addin.hide();
    expect(office.meter.total.syncs).toBe(0);
  });
});
