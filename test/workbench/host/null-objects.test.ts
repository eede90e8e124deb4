import { describe } from "vitest";
import { rows } from "./in-excel";

// https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties
describe("null objects and objects that are gone", () => {
  rows([
    {
      source: "*OrNullObject",
      does: "what is asked of a null object in the same batch is null too, and loads nothing",
      run: async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject("Missing");
        const range = sheet.getRange("A1").getUsedRangeOrNullObject();
        range.load("values,address");
        range.format.fill.load("color");
        range.values = [[1]];
        await context.sync();
        return [sheet.isNullObject, range.isNullObject];
      },
      gives: [true, true],
    },
    {
      source: "*OrNullObject",
      does: "a null object may be loaded again after the sync, its methods fail",
      run: async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject("Missing");
        await context.sync();
        sheet.load("name");
        await context.sync();
        sheet.getRange("A1").values = [[1]];
        await context.sync();
      },
      fails: { code: "ItemNotFound" },
    },
    {
      source: "excel.errorcodes",
      does: "a range of a deleted sheet is InvalidReference, a sheet found by its id ItemNotFound",
      run: async (context) => {
        const sheet = context.workbook.worksheets.add("Gone");
        const range = sheet.getRange("A1");
        await context.sync();
        sheet.delete();
        await context.sync();
        const codes: string[] = [];
        for (const load of [() => range.load("values"), () => sheet.load("name")]) {
          load();
          await context.sync().catch((error: OfficeExtension.Error) => codes.push(error.code));
        }
        return codes;
      },
      gives: ["InvalidReference", "ItemNotFound"],
    },
    {
      source: "excel.errorcodes",
      does: "a range all of whose cells are deleted is InvalidReference",
      run: async (context, sheet) => {
        const range = sheet.getRange("B3:C4");
        await context.sync();
        sheet.getRange("2:5").delete("Up");
        await context.sync();
        range.load("address");
        await context.sync();
      },
      fails: { code: "InvalidReference" },
    },
    {
      source: "not simulated",
      does: "a property nobody has fails and names itself",
      run: async (context, sheet) => {
        sheet.getRange("A1").load("valuess");
        await context.sync();
      },
      fails: { message: "not simulated: Range.valuess" },
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/develop/correlated-objects-pattern",
      does: "two runs at once don't mix",
      run: async (context, sheet) => {
        const write = (address: string) =>
          Excel.run(async (other) => {
            const range = other.workbook.worksheets.getFirst().getRange(address);
            range.values = [[address]];
            range.load("values");
            await other.sync();
            return range.values[0]![0] as string;
          });
        const written = await Promise.all(["A1", "B1", "C1"].map(write));
        const range = sheet.getRange("A1:C1");
        range.load("values");
        await context.sync();
        return [written, range.values];
      },
      gives: [["A1", "B1", "C1"], [["A1", "B1", "C1"]]],
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/performance",
      does: "an untracked range is not kept",
      run: async (context, sheet) => {
        for (let row = 0; row < 50; row++) {
          const cell = sheet.getCell(row, 0);
          cell.values = [[row]];
          cell.untrack();
        }
        await context.sync();
        const last = sheet.getRange("A50");
        last.load("values");
        await context.sync();
        return last.values;
      },
      gives: [[49]],
    },
  ]);
});
