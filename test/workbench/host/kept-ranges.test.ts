import { describe } from "vitest";
import { addresses, rows } from "./in-excel";

describe("ranges that are kept over syncs", () => {
  rows([
    {
      source: "office.officeextension.trackedobjects",
      does: "a range made after an insertion in the same request stays where it was made",
      run: async (context, sheet) => {
        sheet.getRange("B2:B9").insert("Right");
        const after = sheet.getRange("B3:B4");
        const first = await addresses(context, after);
        sheet.getRange("A1:A9").insert("Right");
        return [...first, ...(await addresses(context, after))];
      },
      gives: ["Sheet1!B3:B4", "Sheet1!C3:C4"],
    },
    {
      source: "office.officeextension.trackedobjects",
      does: "a range made before an insertion in the same request follows it",
      run: async (context, sheet) => {
        const before = sheet.getRange("B3:B4");
        before.load("address");
        await context.sync();
        sheet.getRange("A1:A9").insert("Right");
        return addresses(context, before);
      },
      gives: ["Sheet1!C3:C4"],
    },
  ]);
});
