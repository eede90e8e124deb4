import { intersection, type Area } from "./area";
import type { CellValue } from "./cell-value";
import type { Chart, ChartAxis, ChartCells, ChartLook, ChartSeries, ChartText } from "./chart";
import type { Dimension } from "./dimension";
import type { Sheet } from "./sheet";
import { cellText } from "./shown-text";

export const newLook = (): ChartLook => ({ line: {}, font: {} });

const newText = (text: string, visible: boolean): ChartText => ({
  text,
  visible,
  look: newLook(),
  options: {},
});

/** A series without cells. */
export const newSeries = (name: string): ChartSeries => ({
  name,
  hasDataLabels: false,
  labels: { look: newLook(), options: {} },
  look: newLook(),
  points: new Map(),
  options: {},
});

/** An axis as Excel draws it: value axes have gridlines, secondary ones are hidden. */
export const newAxis = (type: ChartAxis["type"], group: ChartAxis["group"]): ChartAxis => ({
  type,
  group,
  visible: group === "Primary",
  title: newText("Axis Title", false),
  majorGridlines: { visible: type === "Value" && group === "Primary", look: newLook() },
  minorGridlines: { visible: false, look: newLook() },
  look: newLook(),
  options: {},
});

const isNumber = (value: CellValue): boolean => typeof value === "number";

/**
 * The series Excel makes of cells: as many series as there are fewer rows or columns ("Auto"); the first row and column
 * are names and categories where they hold texts, or the corner is blank.
 * https://learn.microsoft.com/javascript/api/excel/excel.chartseriesby
 */
export function seriesFrom(
  sheet: Sheet,
  given: Area,
  by: "Auto" | "Columns" | "Rows",
  chartType: string,
): { plotBy: "Columns" | "Rows"; series: ChartSeries[] } {
  const used = sheet.usedArea(true);
  const area = (used && intersection(used, given)) ?? {
    ...given,
    bottom: Math.min(given.bottom, given.top + 1_000),
  };
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const plotBy = by === "Auto" ? (rows >= columns ? "Columns" : "Rows") : by;
  const corner = sheet.value(area.top, area.left);
  const top = sheet.values({ ...area, bottom: area.top })[0]!;
  const left = sheet.values({ ...area, right: area.left }).map(([value]) => value!);
  const scatter = /Scatter|Bubble/.test(chartType);
  const headed =
    rows > 1 &&
    (corner === null ? top.length > 1 || rows > 1 : !top.slice(columns > 1 ? 1 : 0).every(isNumber));
  const body = left.slice(headed ? 1 : 0);
  const labelled =
    columns > 1 && (corner === null || !body.every(isNumber) || (scatter && plotBy === "Columns"));
  const first = { row: area.top + (headed ? 1 : 0), column: area.left + (labelled ? 1 : 0) };
  const series: ChartSeries[] = [];
  const cells = (part: Partial<Area>) => ({ sheet, area: { ...area, ...part } });
  const make = (
    values: Partial<Area>,
    names: Partial<Area> | undefined,
    categories: Partial<Area> | undefined,
  ): void => {
    const one = newSeries("");
    one.values = cells(values);
    if (names) one.nameCell = cells(names);
    else one.name = `Series${series.length + 1}`;
    if (categories) one.categories = cells(categories);
    series.push(one);
  };
  if (plotBy === "Columns") {
    for (let column = first.column; column <= area.right; column += 1) {
      make(
        { top: first.row, left: column, right: column },
        headed ? { bottom: area.top, left: column, right: column } : undefined,
        labelled ? { top: first.row, right: area.left } : undefined,
      );
    }
  } else {
    for (let row = first.row; row <= area.bottom; row += 1) {
      make(
        { top: row, bottom: row, left: first.column },
        labelled ? { top: row, bottom: row, right: area.left } : undefined,
        headed ? { bottom: area.top, left: first.column } : undefined,
      );
    }
  }
  return { plotBy, series };
}

/** The name of a series: as it was set, or the text of its cell. */
export function seriesName(series: ChartSeries): string {
  const { nameCell } = series;
  if (!nameCell) return series.name;
  const { sheet, area } = nameCell;
  return cellText(sheet, area.top, area.left);
}

/** The cells of a part of a series, one after another. */
export function cellsOf(part: ChartSeries["values"]): { value: CellValue; text: string }[] {
  if (!part) return [];
  const { sheet, area } = part;
  const found: { value: CellValue; text: string }[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const value = sheet.value(row, column);
      found.push({ value, text: cellText(sheet, row, column) });
    }
  }
  return found;
}

let lastId = 0;

/** A new chart of a sheet, 360 × 216 points, named "Chart 1", "Chart 2", … */
export function addChart(
  sheet: Sheet,
  chartType: string,
  source: ChartCells,
  by: "Auto" | "Columns" | "Rows",
): Chart {
  const { plotBy, series } = seriesFrom(source.sheet, source.area, by, chartType);
  const zh = sheet.book.culture === "zh-CN";
  const names = new Set(sheet.charts.map(({ name }) => name));
  let number = sheet.charts.length + 1;
  const nameOf = (): string => `${zh ? "图表" : "Chart"} ${number}`;
  while (names.has(nameOf())) number += 1;
  const chart: Chart = {
    id: `{${(lastId += 1).toString(16).toUpperCase().padStart(8, "0")}-0008-0000-0000-000000000000}`,
    sheet,
    name: nameOf(),
    chartType,
    plotBy,
    left: 168,
    top: 75,
    width: 360,
    height: 216,
    series,
    title: newText(zh ? "图表标题" : "Chart Title", true),
    autoTitle: true,
    legend: { visible: series.length > 1, position: "Bottom", overlay: false, look: newLook(), options: {} },
    axes: [newAxis("Category", "Primary"), newAxis("Value", "Primary")],
    labels: { look: newLook(), options: {} },
    look: newLook(),
    plotArea: { look: newLook(), options: {} },
    options: {},
  };
  sheet.book.change(() => {
    sheet.charts.push(chart);
    redraw(chart);
  });
  return chart;
}

/** What the title says: its own text, or the name of the only series. */
export const titleText = (chart: Chart): string =>
  chart.autoTitle && chart.series.length === 1 ? seriesName(chart.series[0]!) : chart.title.text;

/** Tells the listeners that a chart looks different. */
export function redraw(chart: Chart): void {
  chart.sheet.book.tell({ kind: "objects", sheet: chart.sheet, of: "chart" });
}

export function deleteChart(chart: Chart): void {
  const { sheet } = chart;
  sheet.book.change(() => {
    sheet.charts = sheet.charts.filter((other) => other !== chart);
    redraw(chart);
  });
}

/** Where a row or column begins, in points from the edge of the sheet; hidden ones take no room. */
function offsetOf(lines: Dimension, index: number): number {
  let points = index * lines.standard;
  for (const [at, size] of lines.sizes) if (at < index) points += size - lines.standard;
  for (const at of new Set([...lines.hidden, ...lines.filtered])) if (at < index) points -= lines.size(at);
  return points;
}

/** Puts a chart over cells, from the corner of the first to the far corner of the last (or keeping its size). */
export function placeChart(chart: Chart, start: Area, end: Area | undefined): void {
  const { rows, columns } = chart.sheet;
  chart.left = offsetOf(columns, start.left);
  chart.top = offsetOf(rows, start.top);
  const far = end ?? start;
  if (!end && start.left === start.right && start.top === start.bottom) return;
  chart.width = offsetOf(columns, far.right + 1) - chart.left;
  chart.height = offsetOf(rows, far.bottom + 1) - chart.top;
}
