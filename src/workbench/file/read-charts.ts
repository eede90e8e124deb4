import type { Sheet as FileSheet } from "hucre";
import { areaOf, splitSheet } from "../workbook/area";
import type { ChartCells } from "../workbook/chart";
import { addChart, newSeries, placeChart } from "../workbook/chart-source";
import type { Sheet } from "../workbook/sheet";
import { readChartLook, readSeriesLook, scatterType } from "./read-chart-look";

type FileChart = NonNullable<FileSheet["charts"]>[number];

/**
 * The charts of a sheet. True where one of them could not be read: several kinds in one, or one we don't draw. `lying`
 * are the chart parts of the file whose bars lie, which hucre doesn't tell.
 */
export function readCharts(from: FileSheet, to: Sheet, lying: readonly string[]): boolean {
  return (from.charts ?? []).map((chart) => readChart(chart, to, lying)).includes(false);
}

/** Whether a chart part has bars that lie (ECMA-376 part 1, 21.2.2.17). */
export const hasLyingBars = (part: string): boolean => /<c:barDir\s+val="bar"/.test(part);

function readChart(from: FileChart, to: Sheet, lying: readonly string[]): boolean {
  const [kind, ...others] = from.kinds;
  const lies = lying.some((part) =>
    (from.series ?? []).every(({ valuesRef = "" }) =>
      part.includes(`>${valuesRef.replaceAll("&", "&amp;")}</c:f>`),
    ),
  );
  const chartType = kind && typeOf(kind, from, lies);
  const series = from.series ?? [];
  const [first] = series.map(({ valuesRef }) => cellsAt(valuesRef, to));
  if (others.length > 0 || !chartType || !first) return false;
  const chart = addChart(to, chartType, first, "Auto");
  chart.series = series.flatMap((told) => {
    const { name = "", valuesRef, categoriesRef } = told;
    const values = cellsAt(valuesRef, to);
    if (!values) return [];
    const one = newSeries(name);
    const categories = cellsAt(categoriesRef, to);
    if (categories) one.categories = categories;
    readSeriesLook(told, one, from);
    return [{ ...one, values }];
  });
  chart.title.visible = from.title !== undefined;
  chart.title.text = from.title ?? "";
  chart.autoTitle = false;
  readChartLook(from, chart);
  const places = { top: "Top", bottom: "Bottom", left: "Left", right: "Right", topRight: "Corner" } as const;
  chart.legend.visible = Boolean(from.legend);
  if (from.legend) chart.legend.position = places[from.legend];
  if (from.anchor) {
    const cell = ({ row, col }: { row: number; col: number }) => ({
      top: row,
      bottom: row,
      left: col,
      right: col,
    });
    const { from: start, to: end } = from.anchor;
    // A file says where the cell after the last one begins.
    const last = end && { row: Math.max(0, end.row - 1), col: Math.max(0, end.col - 1) };
    placeChart(chart, cell(start), last && cell(last));
  }
  return true;
}

function cellsAt(reference: string | undefined, on: Sheet): ChartCells | undefined {
  if (!reference) return undefined;
  const { sheet: name, address } = splitSheet(reference);
  const sheet = name === undefined ? on : on.book.sheet(name);
  const area = areaOf(address);
  return sheet && area && { sheet, area };
}

function typeOf(kind: FileChart["kinds"][number], from: FileChart, lies: boolean): string | undefined {
  const stacks = { stacked: "Stacked", percentStacked: "Stacked100" } as const;
  const stack = (grouping: string | undefined, plain: string) =>
    stacks[grouping as keyof typeof stacks] ?? plain;
  const marked = (from.series ?? []).some(({ marker }) => marker?.symbol && marker.symbol !== "none");
  switch (kind) {
    case "bar":
      return `${lies ? "Bar" : "Column"}${stack(from.barGrouping, "Clustered")}`;
    case "line":
      return `Line${marked ? "Markers" : ""}${stack(from.lineGrouping, "")}`;
    case "area":
      return `Area${stack(from.areaGrouping, "")}`;
    case "pie":
      return "Pie";
    case "doughnut":
      return "Doughnut";
    case "scatter":
      return scatterType(from);
    default:
      return undefined;
  }
}
