import { expect, it } from "vitest";
import { addressOf } from "../../../src/workbench/workbook/area";
import { addPivot, refreshPivot } from "../../../src/workbench/workbook/pivot-edit";
import { Refusal } from "../../../src/workbench/workbook/refusal";
import { Workbook } from "../../../src/workbench/workbook/workbook";

// Excel keeps what lies on a sheet with its cells: rows inserted above a PivotTable and above its source move both.
it("a PivotTable and its source move with the rows that are inserted above them", () => {
  const book = new Workbook();
  const data = book.activeSheet;
  const out = book.addSheet("Out");
  const area = { top: 0, left: 0, bottom: 3, right: 1 };
  data.write(area, [
    ["Tier", "Money"],
    ["A", 5],
    ["B", 7],
    ["A", 11],
  ]);
  const pivot = addPivot(out, "P", { sheet: data, area }, { row: 1, column: 0 });
  if (pivot instanceof Refusal) throw new Error(pivot.message);
  const before = addressOf(pivot.area);
  data.insertCells({ top: 0, left: 0, bottom: 1, right: 16_383 }, "down");
  out.insertCells({ top: 0, left: 0, bottom: 4, right: 16_383 }, "down");
  expect("sheet" in pivot.source && addressOf(pivot.source.area)).toBe("A3:B6");
  expect(pivot.anchor.row).toBe(6);
  expect(addressOf(pivot.area)).not.toBe(before);
  expect(refreshPivot(pivot)).toBeUndefined();
});
