import { expect, test } from "vitest";
import { Refusal } from "../../../src/workbench/workbook/refusal";
import { addTable, deleteColumn } from "../../../src/workbench/workbook/table-edit";
import { Workbook } from "../../../src/workbench/workbook/workbook";

test("a column deleted from one table leaves the columns of another, in other rows, alone", () => {
  const sheet = new Workbook().activeSheet;
  const table = (top: number) => {
    sheet.write({ top, bottom: top + 1, left: 0, right: 2 }, [
      ["a", "b", "c"],
      [1, 2, 3],
    ]);
    const made = addTable(sheet, { top, bottom: top + 1, left: 0, right: 2 }, true);
    if (made instanceof Refusal) throw new Error(made.message);
    return made;
  };
  const upper = table(0);
  const lower = table(10);
  const last = lower.columns[2];
  if (last) deleteColumn(last);
  expect(lower.columns.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(upper.columns.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});
