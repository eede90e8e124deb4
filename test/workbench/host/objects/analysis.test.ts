import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../../src/workbench/transports/node";

let office: OfficeInNode;
beforeEach(async () => {
  office = await startOfficeInNode();
});
afterEach(() => office.stop());

const SALES = [
  ["Month", "New", "Returning"],
  ["Jan", 10, 30],
  ["Feb", 20, 25],
  ["Mar", 5, 40],
];

const withSales = <T>(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C4").values = SALES;
    await context.sync();
    return work(context, sheet);
  });

const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "no error";
};

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
describe("conditional formats", () => {
  it("by cell value keep the rule, its colours and their place in the list", () =>
    withSales(async (context, sheet) => {
      const format = sheet.getRange("B2:C4").conditionalFormats.add("CellValue");
      format.cellValue.format.font.color = "#FF0000";
      format.cellValue.format.fill.color = "#FFFF00";
      format.cellValue.rule = { formula1: "=AVERAGE($B$2:$C$4)", operator: "GreaterThan" };
      format.load("type,priority,stopIfTrue,cellValue/rule");
      format.cellValue.format.font.load("color");
      format.cellValue.format.fill.load("color");
      await context.sync();
      expect(format.toJSON()).toMatchObject({ type: "CellValue", priority: 0, stopIfTrue: false });
      expect(format.cellValue.rule).toMatchObject({
        formula1: "=AVERAGE($B$2:$C$4)",
        operator: "GreaterThan",
      });
      expect(format.cellValue.format.font.color).toBe("#FF0000");
      expect(format.cellValue.format.fill.color).toBe("#FFFF00");
    }));

  it("by formula keep it", () =>
    withSales(async (context, sheet) => {
      const format = sheet.getRange("A2:C4").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$C2>$B2*2";
      format.custom.format.fill.color = "#00FF00";
      format.custom.rule.load("formula");
      await context.sync();
      expect(format.custom.rule.formula).toBe("=$C2>$B2*2");
    }));

  it("by text, and the last that was added is the first of the list until told otherwise", () =>
    withSales(async (context, sheet) => {
      const names = sheet.getRange("A2:A4").conditionalFormats;
      const text = names.add("ContainsText");
      text.textComparison.format.fill.color = "#111111";
      text.textComparison.rule = { operator: "Contains", text: "a" };
      const later = names.add("ContainsText");
      later.textComparison.format.fill.color = "#222222";
      later.textComparison.format.font.bold = true;
      later.textComparison.rule = { operator: "BeginsWith", text: "j" };
      const order = async () => {
        text.load("priority");
        later.load("priority");
        await context.sync();
        return [text.priority, later.priority];
      };
      expect(await order()).toEqual([1, 0]);
      text.priority = 0;
      text.stopIfTrue = true;
      expect(await order()).toEqual([0, 1]);
      text.load("stopIfTrue,textComparison/rule");
      await context.sync();
      expect([text.stopIfTrue, text.textComparison.rule]).toEqual([
        true,
        { operator: "Contains", text: "a" },
      ]);
    }));

  it("of bars, scales and icons keep what they are drawn with", () =>
    withSales(async (context, sheet) => {
      const bar = sheet.getRange("B2:B4").conditionalFormats.add("DataBar");
      bar.dataBar.positiveFormat.fillColor = "#0000FF";
      const scale = sheet.getRange("C2:C4").conditionalFormats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#000000" },
        maximum: { type: "HighestValue", color: "#FFFFFF" },
      };
      const icons = sheet.getRange("B2:B4").conditionalFormats.add("IconSet");
      icons.iconSet.style = "ThreeArrows";
      bar.dataBar.positiveFormat.load("fillColor");
      scale.load("colorScale/criteria");
      icons.load("iconSet/style");
      await context.sync();
      expect(bar.dataBar.positiveFormat.fillColor).toBe("#0000FF");
      expect(scale.colorScale.criteria).toMatchObject({
        minimum: { type: "LowestValue", color: "#000000" },
        maximum: { type: "HighestValue", color: "#FFFFFF" },
      });
      expect(icons.iconSet.style).toBe("ThreeArrows");
    }));

  it("are null objects for another kind, and are cleared from part of their range", () =>
    withSales(async (context, sheet) => {
      const format = sheet.getRange("B2:C4").conditionalFormats.add("TopBottom");
      format.topBottom.rule = { rank: 1, type: "TopItems" };
      format.topBottom.format.fill.color = "#ABCDEF";
      format.dataBarOrNullObject.load("showDataBarOnly");
      await context.sync();
      expect(format.dataBarOrNullObject.isNullObject).toBe(true);
      sheet.getRange("C:C").conditionalFormats.clearAll();
      const range = format.getRange().load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!B2:B4");
    }));
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation
describe("data validation", () => {
  it("keeps its rule, alert and prompt, and finds what breaks it", () =>
    withSales(async (context, sheet) => {
      const { dataValidation } = sheet.getRange("B2:B4");
      dataValidation.rule = { wholeNumber: { formula1: 6, operator: "GreaterThan" } };
      dataValidation.errorAlert = { message: "More than 6", showAlert: true, style: "Stop", title: "No" };
      dataValidation.load();
      const invalid = dataValidation.getInvalidCellsOrNullObject().load("address");
      await context.sync();
      expect(dataValidation.toJSON()).toMatchObject({
        type: "WholeNumber",
        valid: false,
        rule: { wholeNumber: { formula1: 6, operator: "GreaterThan" } },
        errorAlert: { title: "No" },
      });
      expect(invalid.address).toBe("Sheet1!B4");
      dataValidation.clear();
      dataValidation.load("type");
      await context.sync();
      expect(dataValidation.type).toBe("None");
    }));

  it.each([
    [{ list: { inCellDropDown: true, source: "Jan, Feb" } }, "A2:A4", "Sheet1!A4"],
    [{ list: { inCellDropDown: true, source: "=$A$2:$A$3" } }, "A2:A4", "Sheet1!A4"],
    [{ custom: { formula: "=C2>25" } }, "C2:C4", "Sheet1!C3"],
    [{ textLength: { formula1: 4, operator: "GreaterThanOrEqualTo" } }, "A1:A2", "Sheet1!A2"],
    [{ decimal: { formula1: 5, formula2: 10, operator: "NotBetween" } }, "B2:B3", "Sheet1!B2"],
  ] as [Excel.DataValidationRule, string, string][])("of %j on %s refuses %s", (rule, address, wrong) =>
    withSales(async (context, sheet) => {
      const { dataValidation } = sheet.getRange(address);
      dataValidation.rule = rule;
      const invalid = dataValidation.getInvalidCells().load("address");
      await context.sync();
      expect(invalid.address).toBe(wrong);
    }),
  );

  it("is Inconsistent where only part of the range has it", () =>
    withSales(async (context, sheet) => {
      sheet.getRange("B2:B3").dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
      const all = sheet.getRange("B2:B4").dataValidation.load("type");
      await context.sync();
      expect(all.type).toBe("Inconsistent");
    }));
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-charts
describe("charts", () => {
  it("make series of columns, with names and categories from the headers", () =>
    withSales(async (context, sheet) => {
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4"), "Auto");
      chart.title.text = "Customers";
      chart.legend.position = "Right";
      chart.series.load("items/name");
      const months = chart.series.getItemAt(0).getDimensionValues("Categories");
      const figures = chart.series.getItemAt(1).getDimensionValues("Values");
      chart.load("name,chartType,width,height");
      await context.sync();
      expect(chart.toJSON()).toMatchObject({
        name: "Chart 1",
        chartType: "ColumnStacked",
        width: 360,
        height: 216,
      });
      expect(chart.series.items.map(({ name }) => name)).toEqual(["New", "Returning"]);
      expect(months.value).toEqual(["Jan", "Feb", "Mar"]);
      expect(figures.value).toEqual([30, 25, 40]);
    }));

  it("of rows have the first column as names", () =>
    withSales(async (context, sheet) => {
      const chart = sheet.charts.add("Line", sheet.getRange("A1:C4"), "Rows");
      chart.series.load("items/name");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Jan", "Feb", "Mar"]);
    }));

  it("stand over cells, in points of their rows and columns", () =>
    withSales(async (context, sheet) => {
      const chart = sheet.charts.add("Pie", sheet.getRange("A1:B4"));
      chart.setPosition("B3", "D10");
      const place = sheet.getRange("B3:D10").load("left,top,width,height");
      chart.load("left,top,width,height");
      await context.sync();
      const { left, top, width, height } = place;
      expect(chart.toJSON()).toMatchObject({ left, top, width, height });
    }));

  it("of a Pareto have a line on the secondary axis", () =>
    withSales(async (context, sheet) => {
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
      const line = chart.series.add("Share");
      line.setValues(sheet.getRange("C2:C4"));
      line.setXAxisValues(sheet.getRange("A2:A4"));
      line.chartType = "Line";
      line.axisGroup = "Secondary";
      line.format.line.color = "#123456";
      const axis = chart.axes.getItem("Value", "Secondary");
      axis.maximum = 1;
      axis.numberFormat = "0%";
      chart.axes.valueAxis.title.text = "Revenue";
      chart.axes.valueAxis.majorGridlines.visible = false;
      axis.load("maximum,minimum,visible");
      line.load("chartType,name,axisGroup");
      await context.sync();
      expect(axis.toJSON()).toMatchObject({ maximum: 1, minimum: "", visible: true });
      expect(line.toJSON()).toMatchObject({ chartType: "Line", name: "Share", axisGroup: "Secondary" });
      expect(office.host.workbook.sheets[0]!.charts[0]!.series[1]!.look.line.color).toBe("#123456");
    }));

  it("are told apart by name, take none twice, and go", () =>
    withSales(async (context, sheet) => {
      sheet.charts.add("Pie", sheet.getRange("A1:B4")).name = "Tiers";
      const found = sheet.charts.getItemOrNullObject("tiers").load("name");
      const missing = sheet.charts.getItemOrNullObject("Other");
      await context.sync();
      expect([found.name, missing.isNullObject]).toEqual(["Tiers", true]);
      found.delete();
      const count = sheet.charts.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    }));

  it("are refused on a protected sheet, and pictures of them by name", () =>
    withSales(async (context, sheet) => {
      const chart = sheet.charts.add("Pie", sheet.getRange("A1:B4"));
      await context.sync();
      chart.getImage();
      await expect(context.sync()).rejects.toThrow("not simulated: Chart.getImage");
      sheet.protection.protect();
      await context.sync();
      sheet.charts.add("Pie", sheet.getRange("A1:B4"));
      expect(await code(context.sync())).toBe("AccessDenied");
    }));
});
