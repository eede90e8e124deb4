import type { SheetChart, WriteChartKind } from "hucre";
import { completedChart } from "../../files/chart-xml";
import { addressOf, areaOf, sheetPrefix, sizeOf, splitSheet } from "../workbook/area";
import { isCellError } from "../workbook/cell-value";
import type { Chart, ChartCells } from "../workbook/chart";
import { seriesName, titleText } from "../workbook/chart-source";
import type { Dimension } from "../workbook/dimension";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { axesLook, barLook, legendLook, seriesLook, titleLook } from "./chart-look";
import type { FileThing } from "./file-things";

/** The charts of a sheet for a file: those of one kind. A chart of two kinds has its series as the first. */
export function fileCharts(sheet: Sheet, leftOut: Set<FileThing>): SheetChart[] {
  return sheet.charts.flatMap((chart) => {
    const made = fileChart(chart);
    if (!made) leftOut.add("some-charts");
    return made ?? [];
  });
}

function fileChart(chart: Chart): SheetChart | undefined {
  const kind = kindOf(chart.chartType);
  const series = chart.series.flatMap((one) => {
    const { values, categories } = one;
    const name = seriesName(one);
    if (!values) return [];
    return [
      {
        ...(name ? { name } : {}),
        values: reference(values),
        ...(categories ? { categories: reference(categories) } : {}),
        ...seriesLook(one, chart),
      },
    ];
  });
  if (!kind || series.length === 0) return undefined;
  const { sheet } = chart;
  const { visible, position } = chart.legend;
  const legends = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" } as const;
  const title = chart.title.visible ? titleText(chart) : "";
  const bars = kind.type === "column" || kind.type === "bar";
  return {
    type: kind.type,
    ...kind.options,
    ...(bars ? barLook(chart) : {}),
    ...(title ? { title, ...titleLook(chart.title) } : {}),
    series,
    anchor: {
      from: { row: lineAt(sheet.rows, chart.top), col: lineAt(sheet.columns, chart.left) },
      to: {
        row: lineAt(sheet.rows, chart.top + chart.height),
        col: lineAt(sheet.columns, chart.left + chart.width),
      },
    },
    legend: visible ? (legends[position as keyof typeof legends] ?? "bottom") : false,
    ...legendLook(chart.legend.look),
    ...(kind.type === "pie" || kind.type === "doughnut" ? {} : { axes: axesLook(chart) }),
    ...(kind.type === "scatter" ? { scatterStyle: "lineMarker" as const } : {}),
    plotVisOnly: chart.options["plotVisibleOnly"] !== false,
    dispBlanksAs: BLANKS[String(chart.options["displayBlanksAs"])] ?? "gap",
    roundedCorners: false,
    altText: chart.name,
  };
}

const BLANKS: Readonly<Record<string, NonNullable<SheetChart["dispBlanksAs"]>>> = {
  NotPlotted: "gap",
  Zero: "zero",
  Interplotted: "span",
};

/** Completes the charts among the parts of a file with the values of their cells, which hucre leaves out. */
export function completeCharts(texts: Map<string, string>, book: Workbook): void {
  for (const [name, xml] of texts) {
    if (!/^xl\/charts\/chart\d+\.xml$/.test(name)) continue;
    texts.set(
      name,
      completedChart(xml, (range) => valuesAt(range, book)),
    );
  }
}

function valuesAt(range: string, book: Workbook): (string | number | boolean | null)[] | undefined {
  const { sheet: name, address } = splitSheet(range);
  const sheet = name === undefined ? undefined : book.sheet(name);
  const area = areaOf(address);
  if (!sheet || !area || sizeOf(area).rows * sizeOf(area).columns > MOST_VALUES) return undefined;
  return sheet.values(area).flatMap((row) => row.map((value) => (isCellError(value) ? null : value)));
}

/** Beyond these a reader is better off with the cells. */
const MOST_VALUES = 32_000;

const reference = ({ sheet, area }: ChartCells) =>
  sheetPrefix(sheet.name) + addressOf(area).replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** The row or column at a distance in points from the edge of the sheet. */
function lineAt(lines: Dimension, points: number): number {
  let rest = points;
  let index = 0;
  for (; rest > 0 && index < lines.length - 1; index++) rest -= lines.isHidden(index) ? 0 : lines.size(index);
  return rest < 0 ? index - 1 : index;
}

function kindOf(chartType: string): { type: WriteChartKind; options: Partial<SheetChart> } | undefined {
  const grouping = chartType.includes("100")
    ? "percentStacked"
    : chartType.includes("Stacked")
      ? "stacked"
      : undefined;
  const bars: Partial<SheetChart> = {
    barGrouping: grouping ?? "clustered",
    ...(grouping ? { overlap: 100 } : {}),
  };
  if (/^(3D)?Column/.test(chartType)) return { type: "column", options: bars };
  if (/^(3D)?Bar/.test(chartType) && chartType !== "BarOfPie") return { type: "bar", options: bars };
  if (/^(3D)?Line/.test(chartType))
    return { type: "line", options: { lineGrouping: grouping ?? "standard" } };
  if (/^(3D)?Area/.test(chartType))
    return { type: "area", options: { areaGrouping: grouping ?? "standard" } };
  if (/^Doughnut/.test(chartType)) return { type: "doughnut", options: {} };
  if (/^(3D)?Pie/.test(chartType)) return { type: "pie", options: {} };
  if (/^XYScatter/.test(chartType)) return { type: "scatter", options: {} };
  return undefined;
}
