import type { SheetChart } from "hucre";
import type { Chart, ChartAxis, ChartLook, ChartSeries, ChartText } from "../workbook/chart";

type FileSeries = SheetChart["series"][number];
type Labels = Exclude<FileSeries["dataLabels"], false | undefined>;
type FileAxes = NonNullable<SheetChart["axes"]>;
type Font = ChartLook["font"];

const rgb = (color: string): string => color.replace("#", "");

const textOption = (options: Readonly<Record<string, unknown>>, name: string): string | undefined =>
  typeof options[name] === "string" ? options[name] : undefined;

const numberOption = (options: Readonly<Record<string, unknown>>, name: string): number | undefined =>
  typeof options[name] === "number" ? options[name] : undefined;

/** Fields that have a value: hucre takes an undefined one for a choice. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

const MARKERS: Readonly<Record<string, NonNullable<FileSeries["marker"]>["symbol"]>> = {
  None: "none",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  X: "x",
  Star: "star",
  Dot: "dot",
  Dash: "dash",
  Circle: "circle",
  Plus: "plus",
};

const DASHES: Readonly<Record<string, NonNullable<FileSeries["stroke"]>["dash"]>> = {
  Dot: "sysDot",
  RoundDot: "sysDot",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
};

/** Whether the points of a series are joined by a line. */
export const isLine = (chartType: string): boolean => /^(3D)?Line|^XYScatter(Lines|Smooth)/.test(chartType);

/** How a series looks: colour, line, marker, single points, labels. */
export function seriesLook(one: ChartSeries, chart: Chart): Partial<FileSeries> {
  const chartType = one.chartType ?? chart.chartType;
  const { look, options, points } = one;
  const labels = one.hasDataLabels ? seriesLabels(one, chart, chartType) : undefined;
  if (!isLine(chartType)) {
    const dataPoints = [...points].flatMap(([idx, { fill }]) =>
      fill ? [{ idx, fillColor: rgb(fill) }] : [],
    );
    return given({
      color: look.fill && rgb(look.fill),
      dataPoints: dataPoints.length > 0 ? dataPoints : undefined,
      dataLabels: labels,
    }) as Partial<FileSeries>;
  }
  const color = look.line.color ?? look.fill;
  const style = textOption(options, "markerStyle") ?? "Automatic";
  // Excel's Line has no markers; LineMarkers and XYScatterLines have.
  const bare =
    chartType.includes("NoMarkers") || (/Line/.test(chartType) && !/Markers|Scatter/.test(chartType));
  const symbol = style === "Automatic" ? (bare ? ("none" as const) : undefined) : MARKERS[style];
  const fill = textOption(options, "markerBackgroundColor") || color;
  const border = textOption(options, "markerForegroundColor") || color;
  const size = numberOption(options, "markerSize");
  const dash = DASHES[look.line.lineStyle ?? ""];
  return given({
    color: color && rgb(color),
    stroke: given({ width: look.line.weight, dash }),
    marker:
      symbol === "none"
        ? { symbol }
        : given({ symbol, size, fill: fill && rgb(fill), line: border && rgb(border) }),
    smooth: typeof options["smooth"] === "boolean" ? options["smooth"] : chartType.includes("Smooth"),
    dataLabels: labels,
  }) as Partial<FileSeries>;
}

const POSITIONS: Readonly<Record<string, Labels["position"]>> = {
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
  BestFit: "bestFit",
};

/** Where labels may stand, by the kind of a chart: Excel calls a file damaged that has them elsewhere. */
function mayStand(position: string, chartType: string): boolean {
  if (/Stacked/.test(chartType) && /Column|Bar/.test(chartType)) return /^(ctr|inEnd|inBase)$/.test(position);
  if (/^(3D)?(Column|Bar)/.test(chartType) && chartType !== "BarOfPie")
    return /^(ctr|inEnd|inBase|outEnd)$/.test(position);
  if (/^(3D)?Line|^XYScatter/.test(chartType)) return /^(ctr|l|r|t|b)$/.test(position);
  if (/^(3D)?Pie/.test(chartType)) return /^(bestFit|ctr|inEnd|outEnd)$/.test(position);
  return false;
}

function seriesLabels({ labels }: ChartSeries, chart: Chart, chartType: string): Labels {
  const options = { ...chart.labels.options, ...labels.options };
  const font = { ...chart.labels.look.font, ...labels.look.font };
  const position = POSITIONS[textOption(options, "position") ?? ""];
  const format = textOption(options, "numberFormat");
  const shown = (name: string, otherwise: boolean) =>
    typeof options[name] === "boolean" ? options[name] : otherwise;
  return given({
    showValue: shown("showValue", true),
    showCategoryName: shown("showCategoryName", false),
    showSeriesName: shown("showSeriesName", false),
    showPercent: shown("showPercentage", false),
    position: position && mayStand(position, chartType) ? position : undefined,
    numberFormat: format ? { formatCode: format } : undefined,
    fontSize: font.size,
    fontColor: font.color && rgb(font.color),
    bold: font.bold,
  }) as Labels;
}

/** The look of a chart's title. */
export function titleLook({ look: { font } }: ChartText): Partial<SheetChart> {
  return given({
    titleFontSize: font.size,
    titleBold: font.bold,
    titleItalic: font.italic,
    titleColor: font.color && rgb(font.color),
  }) as Partial<SheetChart>;
}

/** The look of the texts of its legend. */
export function legendLook({ font }: { readonly font: Font }): Partial<SheetChart> {
  return given({
    legendFontSize: font.size,
    legendBold: font.bold,
    legendFontColor: font.color && rgb(font.color),
  }) as Partial<SheetChart>;
}

/** How far apart the bars of a chart stand, as its first series says. */
export function barLook({ series }: Chart): Partial<SheetChart> {
  const options = series[0]?.options ?? {};
  return given({
    gapWidth: numberOption(options, "gapWidth"),
    overlap: numberOption(options, "overlap"),
  }) as Partial<SheetChart>;
}

const TICKS = { None: "none", Cross: "cross", Inside: "in", Outside: "out" } as const;
type Tick = (typeof TICKS)[keyof typeof TICKS];

const tick = (options: Readonly<Record<string, unknown>>, name: string): Tick =>
  TICKS[textOption(options, name) as keyof typeof TICKS] ?? "none";

/** Its two axes: titles, bounds, number formats, gridlines, direction. */
export function axesLook({ axes }: Chart): FileAxes {
  const primary = (type: ChartAxis["type"]) =>
    axes.find((axis) => axis.type === type && axis.group === "Primary");
  const [category, value] = [primary("Category"), primary("Value")];
  return {
    ...(category ? { x: axisLook(category) } : {}),
    ...(value
      ? { y: { ...axisLook(value), ...(value.title.visible ? { axisTitleRotation: -90 } : {}) } }
      : {}),
  } as FileAxes;
}

function axisLook(axis: ChartAxis): object {
  const { options, title, look, majorGridlines, minorGridlines } = axis;
  const format = textOption(options, "numberFormat");
  const scale = given({
    min: numberOption(options, "minimum"),
    max: numberOption(options, "maximum"),
    majorUnit: numberOption(options, "majorUnit"),
    minorUnit: numberOption(options, "minorUnit"),
    logBase: options["scaleType"] === "Logarithmic" ? (numberOption(options, "logBase") ?? 10) : undefined,
  });
  return given({
    title: title.visible && title.text !== "" ? title.text : undefined,
    axisTitleFontSize: title.look.font.size,
    axisTitleBold: title.look.font.bold,
    axisTitleColor: title.look.font.color && rgb(title.look.font.color),
    hidden: axis.visible ? undefined : true,
    reverse: options["reversePlotOrder"] === true ? true : undefined,
    scale: Object.keys(scale).length > 0 ? scale : undefined,
    numberFormat: format && format !== "General" ? { formatCode: format } : undefined,
    gridlines: { major: majorGridlines.visible, minor: minorGridlines.visible },
    majorTickMark: tick(options, "majorTickMark"),
    minorTickMark: tick(options, "minorTickMark"),
    labelFontSize: look.font.size,
    labelBold: look.font.bold,
    labelColor: look.font.color && rgb(look.font.color),
  });
}
