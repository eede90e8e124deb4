import { describe, expect, it } from "vitest";
import { openFile } from "../../../src/workbench/file/open-file";
import { saveXlsx } from "../../../src/workbench/file/save-xlsx";
import { partTexts } from "../../../src/workbench/file/zip-parts";
import { areaOf } from "../../../src/workbench/workbook/area";
import type { Chart } from "../../../src/workbench/workbook/chart";
import { addChart } from "../../../src/workbench/workbook/chart-source";
import { Workbook } from "../../../src/workbench/workbook/workbook";

const area = (address: string) => areaOf(address)!;

function charted(chartType: string, set: (chart: Chart) => void, name = "Data"): Workbook {
  const book = new Workbook(name);
  const sheet = book.activeSheet;
  sheet.write(area("A1:B4"), [
    ["x", "y"],
    [0, 0],
    [0.4, 0.9],
    [1, 1],
  ]);
  set(addChart(sheet, chartType, { sheet, area: area("A1:B4") }, "Columns"));
  return book;
}

async function saved(book: Workbook) {
  const { bytes, leftOut } = await saveXlsx(book);
  expect(leftOut).toEqual([]);
  const xml = (await partTexts(bytes, () => true))!.get("xl/charts/chart1.xml")!;
  const opened = await openFile("a.xlsx", bytes);
  if ("refused" in opened) throw new Error(opened.refused);
  return { xml, chart: opened.book.activeSheet.charts[0]! };
}

describe("a chart in a saved workbook", () => {
  it("has its line without markers or curves, its bounds, and the values of its cells", async () => {
    const book = charted(
      "XYScatterLinesNoMarkers",
      ({ series: [one], axes }) => {
        one!.look.line = { color: "#2A6F97", weight: 2.25 };
        Object.assign(one!.options, { markerStyle: "None", smooth: false });
        for (const { options } of axes)
          Object.assign(options, { minimum: 0, maximum: 1, numberFormat: "0%" });
      },
      "It's <&> here",
    );
    const { xml, chart } = await saved(book);
    expect(xml).toContain('<c:marker><c:symbol val="none"/></c:marker>');
    expect(xml).toContain('<c:smooth val="0"/></c:ser>');
    expect(xml).not.toContain('<c:smooth val="1"/>');
    expect(xml.match(/<c:max val="1"\/><c:min val="0"\/>/g)).toHaveLength(2);
    expect(xml).toContain('<c:pt idx="1"><c:v>0.9</c:v></c:pt>');
    expect(chart.chartType).toBe("XYScatterLinesNoMarkers");
    expect(chart.series[0]!.look.line).toEqual({ color: "#2A6F97", weight: 2.25 });
    expect(chart.axes.map(({ options }) => options)).toMatchObject([
      { minimum: 0, maximum: 1, numberFormat: "0%" },
      { minimum: 0, maximum: 1, numberFormat: "0%" },
    ]);
  });

  it("has its labels and the colours of its points, the first bar on top, no axis where it has none", async () => {
    const book = charted("BarClustered", ({ series: [one], axes }) => {
      one!.look.fill = "#2A6F97";
      one!.points.set(1, { fill: "#C8762B", line: {}, font: {} });
      one!.hasDataLabels = true;
      Object.assign(one!.labels.options, { position: "OutsideEnd", numberFormat: "0.0%" });
      one!.options["gapWidth"] = 60;
      axes[0]!.options["reversePlotOrder"] = true;
      axes[1]!.visible = false;
      axes[1]!.majorGridlines.visible = false;
    });
    const { xml, chart } = await saved(book);
    expect(xml).toContain('<c:dLblPos val="outEnd"/>');
    expect(xml).toContain('<c:gapWidth val="60"/>');
    const [one] = chart.series;
    expect(one).toMatchObject({ hasDataLabels: true, look: { fill: "#2A6F97" } });
    expect(one!.labels.options).toMatchObject({
      position: "OutsideEnd",
      numberFormat: "0.0%",
      showValue: true,
    });
    expect(one!.points.get(1)?.fill).toBe("#C8762B");
    expect(chart.axes[0]!.options["reversePlotOrder"]).toBe(true);
    expect([chart.axes[1]!.visible, chart.axes[1]!.majorGridlines.visible]).toEqual([false, false]);
  });

  // Excel calls a file damaged that has labels outside of stacked columns or at the end of lines.
  it.each(["ColumnStacked", "BarStacked100", "Line", "Area", "Doughnut"])(
    "has labels only where Excel has them: %s",
    async (chartType) => {
      const book = charted(chartType, ({ series: [one] }) => {
        one!.hasDataLabels = true;
        one!.labels.options["position"] = "OutsideEnd";
      });
      const { xml } = await saved(book);
      expect(xml).toContain("<c:dLbls>");
      expect(xml).not.toContain("outEnd");
    },
  );

  it("has lines of their colours, with the markers that were chosen", async () => {
    const book = charted("LineMarkers", ({ series: [one] }) => {
      one!.look.line = { color: "#C8762B", weight: 1.5 };
      Object.assign(one!.options, { markerStyle: "Diamond", markerSize: 6 });
    });
    const { chart } = await saved(book);
    expect(chart.chartType).toBe("LineMarkers");
    expect(chart.series[0]).toMatchObject({
      look: { line: { color: "#C8762B", weight: 1.5 } },
      options: { markerStyle: "Diamond", markerSize: 6 },
    });
  });
});
