import type { SheetChart, WriteChartKind } from "hucre";
import { addressOf, sheetPrefix } from "../workbook/area";
import type { Chart, ChartCells } from "../workbook/chart";
import { seriesName, titleText } from "../workbook/chart-source";
import type { Dimension } from "../workbook/dimension";
import type { Sheet } from "../workbook/sheet";
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
    const { values, categories, look } = one;
    const name = seriesName(one);
    if (!values) return [];
    return [
      {
        ...(name ? { name } : {}),
        values: reference(values),
        ...(categories ? { categories: reference(categories) } : {}),
        ...(look.fill ? { color: look.fill.replace("#", "") } : {}),
      },
    ];
  });
  if (!kind || series.length === 0) return undefined;
  const { sheet } = chart;
  const { visible, position } = chart.legend;
  const legends = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" } as const;
  return {
    type: kind.type,
    ...kind.options,
    ...(chart.title.visible && titleText(chart) ? { title: titleText(chart) } : {}),
    series,
    anchor: {
      from: { row: lineAt(sheet.rows, chart.top), col: lineAt(sheet.columns, chart.left) },
      to: {
        row: lineAt(sheet.rows, chart.top + chart.height),
        col: lineAt(sheet.columns, chart.left + chart.width),
      },
    },
    legend: visible ? (legends[position as keyof typeof legends] ?? "bottom") : false,
    altText: chart.name,
  };
}

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
