import { helpers, Model } from "@odoo/o-spreadsheet";
import { describe, expect, it } from "vitest";
import { tabCommands, type Tab } from "../../../../src/workbench/page/grid/draw-sheets";

const tab = (id: string, name = id, visible = true, color = ""): Tab => ({ id, name, visible, color });

/** What the grid itself, with its own refusals, makes of the commands; `show` is the first that can be seen. */
function followed(drawn: readonly Tab[], wanted: readonly Tab[]) {
  const sheets = drawn.map(({ id, name, visible, color }) => ({
    ...(helpers.createEmptySheet(id, name) as object),
    isVisible: visible,
    color: color || undefined,
  }));
  const model = new Model({ ...(helpers.createEmptyWorkbookData() as object), sheets } as never);
  const { getters } = model;
  const size = () => ({ rows: 3, columns: 2 });
  const commands = tabCommands(
    drawn,
    wanted.map((one) => ({ ...one, size })),
    getters.getActiveSheetId(),
    wanted.find(({ visible }) => visible)!.id,
  );
  const refused: unknown[] = [];
  for (const { type, ...payload } of commands) {
    const { isSuccessful, reasons } = model.dispatch(type as never, payload as never) as {
      isSuccessful: boolean;
      reasons: unknown;
    };
    if (!isSuccessful) refused.push({ type, ...payload, reasons });
  }
  const made = getters.getSheetIds().map((id) => {
    const { name, isVisible, color } = getters.getSheet(id);
    return tab(id, name, isVisible, color ?? "");
  });
  const active = getters.getActiveSheetId();
  model.leaveSession();
  return { refused, made, active, count: commands.length };
}

describe("tabs that follow the workbook's", () => {
  it.each<[string, Tab[], Tab[]]>([
    ["a hidden one goes, one stays", [tab("a"), tab("b", "b", false)], [tab("a")]],
    [
      "all but one go, then come again by the same names",
      [tab("a"), tab("b", "Summary"), tab("c", "Snapshot", false)],
      [tab("a"), tab("d", "Summary"), tab("e", "Snapshot", false)],
    ],
    ["all go", [tab("a"), tab("b", "b", false)], [tab("c", "A"), tab("d", "B")]],
    ["two change names", [tab("a", "One"), tab("b", "Two")], [tab("a", "two"), tab("b", "One")]],
    ["the only one seen is hidden", [tab("a"), tab("b", "b", false)], [tab("a", "a", false), tab("b")]],
    [
      "moves across hidden ones",
      [tab("a"), tab("h", "h", false), tab("b"), tab("c")],
      [tab("c"), tab("a"), tab("b"), tab("h", "h", false)],
    ],
    [
      "colours come and go",
      [tab("a", "a", true, "#FF0000"), tab("b")],
      [tab("a"), tab("b", "b", true, "#00FF00")],
    ],
  ])("%s", (_, drawn, wanted) => {
    const { refused, made, active } = followed(drawn, wanted);
    expect(refused).toEqual([]);
    expect(made).toEqual(wanted);
    expect(made.find(({ id }) => id === active)).toBeDefined();
  });

  it("says nothing where nothing is to change", () => {
    const tabs = [tab("a"), tab("h", "h", false, "#123456"), tab("b")];
    expect(followed(tabs, tabs)).toMatchObject({ count: 0, made: tabs });
  });

  it("comes from any tabs to any others", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const names = ["One", "Two", "Three", "四", "Five", "Six"];
    const some = (): Tab[] => {
      const free = [...names];
      const ids = ["a", "b", "c", "d", "e", "f"];
      const count = 1 + random(6);
      const tabs = Array.from({ length: count }, () =>
        tab(
          ids.splice(random(ids.length), 1)[0]!,
          free.splice(random(free.length), 1)[0]!,
          random(2) === 0,
          ["", "#FF0000"][random(2)],
        ),
      );
      return tabs.some(({ visible }) => visible) ? tabs : [{ ...tabs[0]!, visible: true }, ...tabs.slice(1)];
    };
    for (let time = 0; time < 30; time++) {
      const [drawn, wanted] = [some(), some()];
      const { refused, made } = followed(drawn, wanted);
      expect({ drawn, refused, made }).toEqual({ drawn, refused: [], made: wanted });
    }
  });
});
