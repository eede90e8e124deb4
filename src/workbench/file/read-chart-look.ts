import type { Sheet as FileSheet } from "hucre";
import type { Chart, ChartAxis, ChartSeries } from "../workbook/chart";

type FileChart = NonNullable<FileSheet["charts"]>[number];
type FileSeries = NonNullable<FileChart["series"]>[number];
type FileLabels = NonNullable<FileSeries["dataLabels"]>;
type FileAxis = NonNullable<NonNullable<FileChart["axes"]>["x"]>;

const rgb = (color: unknown): string | undefined =>
  typeof color === "string" ? `#${color.slice(-6).toUpperCase()}` : undefined;

const named = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The type of a scatter chart: whether lines join its points, and whether the points are marked. */
export function scatterType({ scatterStyle, series = [] }: FileChart): string {
  const lined = series.some(({ stroke, smooth, color }) => stroke?.width !== undefined || smooth || color);
  if (!lined || scatterStyle === "marker") return "XYScatter";
  const smooth = series.some((one) => one.smooth) || /^smooth/.test(scatterStyle ?? "");
  const bare = series.every(({ marker }) => marker?.symbol === "none");
  return `XYScatter${smooth ? "Smooth" : "Lines"}${bare ? "NoMarkers" : ""}`;
}

/** Gives a series the look that a file says it has: colours of points, line, marker, labels. */
export function readSeriesLook(from: FileSeries, to: ChartSeries, chart: FileChart): void {
  const color = rgb(from.color);
  if (from.kind === "line" || from.kind === "scatter") {
    if (color) to.look.line.color = color;
    if (from.stroke?.width !== undefined) to.look.line.weight = from.stroke.width;
    if (from.marker?.symbol && from.marker.symbol !== "auto")
      to.options["markerStyle"] = named(from.marker.symbol);
    if (from.marker?.size !== undefined) to.options["markerSize"] = from.marker.size;
    if (from.smooth !== undefined) to.options["smooth"] = from.smooth;
  } else if (color) to.look.fill = color;
  for (const { idx, fillColor } of from.dataPoints ?? []) {
    const fill = rgb(fillColor);
    if (fill) to.points.set(idx, { fill, line: {}, font: {} });
  }
  if (chart.gapWidth !== undefined) to.options["gapWidth"] = chart.gapWidth;
  if (chart.overlap !== undefined) to.options["overlap"] = chart.overlap;
  readLabels(from.dataLabels ?? chart.dataLabels, to);
}

const POSITIONS: Readonly<Record<string, string>> = {
  ctr: "Center",
  inEnd: "InsideEnd",
  inBase: "InsideBase",
  outEnd: "OutsideEnd",
  l: "Left",
  r: "Right",
  t: "Top",
  b: "Bottom",
  bestFit: "BestFit",
};

function readLabels(from: FileLabels | undefined, to: ChartSeries): void {
  if (!from) return;
  const { showValue, showCategoryName, showSeriesName, showPercent } = from;
  to.hasDataLabels = [showValue, showCategoryName, showSeriesName, showPercent].includes(true);
  const given = {
    showValue,
    showCategoryName,
    showSeriesName,
    showPercentage: showPercent,
    position: POSITIONS[from.position ?? ""],
    numberFormat: from.numberFormat?.formatCode,
  };
  const { look, options } = to.labels;
  for (const [name, value] of Object.entries(given)) if (value !== undefined) options[name] = value;
  if (from.fontSize !== undefined) look.font.size = from.fontSize;
  const color = rgb(from.fontColor);
  if (color) look.font.color = color;
}

/** Gives a chart the look of its title, legend and axes that a file says it has. */
export function readChartLook(from: FileChart, to: Chart): void {
  const { title, legend } = to;
  if (from.titleFontSize !== undefined) title.look.font.size = from.titleFontSize;
  if (from.titleBold !== undefined) title.look.font.bold = from.titleBold;
  const color = rgb(from.titleColor);
  if (color) title.look.font.color = color;
  if (from.legendFontSize !== undefined) legend.look.font.size = from.legendFontSize;
  if (from.plotVisOnly !== undefined) to.options["plotVisibleOnly"] = from.plotVisOnly;
  for (const [type, axis] of [
    ["Category", from.axes?.x],
    ["Value", from.axes?.y],
  ] as const) {
    const known = to.axes.find((one) => one.type === type && one.group === "Primary");
    if (known && axis) readAxis(axis, known);
  }
}

function readAxis(from: FileAxis, to: ChartAxis): void {
  const { options, look, title } = to;
  const given = {
    minimum: from.scale?.min,
    maximum: from.scale?.max,
    majorUnit: from.scale?.majorUnit,
    minorUnit: from.scale?.minorUnit,
    numberFormat: from.numberFormat?.formatCode,
    reversePlotOrder: from.reverse,
  };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) options[name] = value;
  to.visible = from.hidden !== true;
  to.majorGridlines.visible = from.gridlines?.major === true;
  to.minorGridlines.visible = from.gridlines?.minor === true;
  if (from.labelFontSize !== undefined) look.font.size = from.labelFontSize;
  const color = rgb(from.labelColor);
  if (color) look.font.color = color;
  title.visible = from.title !== undefined;
  if (from.title !== undefined) title.text = from.title;
  if (from.axisTitleFontSize !== undefined) title.look.font.size = from.axisTitleFontSize;
  if (from.axisTitleBold !== undefined) title.look.font.bold = from.axisTitleBold;
}
