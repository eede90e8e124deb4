import type { SheetChart } from "hucre/xlsx";
import type { ColumnFormat, ReportChart, ReportSeries } from "../core/report/report";
import { completedChart, GRID } from "./chart-xml";
import { referred, type Referred } from "./cell-ranges";
import type { PlacedSheet } from "./sheet-layout";

const GREY = "595959";

const AXIS_FORMATS: Readonly<Record<ColumnFormat, string>> = {
  text: "General",
  integer: "#,##0",
  number: "#,##0.##",
  money: "#,##0",
  date: "yyyy-mm",
  share: "0%",
};
const LABEL_FORMATS: Readonly<Record<ColumnFormat, string>> = { ...AXIS_FORMATS, share: "0.0%" };

/** The number format of an axis. Large money is told in thousands or millions: its digits would take half of the chart. */
function axisFormat(format: ColumnFormat, values: readonly Referred[]): string {
  if (format !== "money") return AXIS_FORMATS[format];
  const largest = Math.max(
    0,
    ...values.flatMap((one) => one.values.map((value) => Math.abs(Number(value ?? 0)))),
  );
  if (largest >= 2e7) return '#,##0,,"M"';
  return largest >= 2e4 ? '#,##0,"k"' : "#,##0";
}

/** The number formats of a chart's value axis, of the labels at its bars, and of categories that are numbers. */
export function chartFormats(chart: ReportChart, sheets: readonly PlacedSheet[]) {
  const { series, format, categoryFormat = "text" } = chart;
  return {
    value: axisFormat(
      format,
      series.map((one) => referred(sheets, one.values)),
    ),
    label: LABEL_FORMATS[format],
    category: categoryFormat === "text" ? null : AXIS_FORMATS[categoryFormat],
  };
}

/** The charts of a sheet as hucre writes them. */
export function sheetCharts({ charts }: PlacedSheet, sheets: readonly PlacedSheet[]): SheetChart[] {
  return charts.map((chart) => sheetChart(chart, sheets));
}

const MARKERS = ["circle", "square", "triangle", "diamond"] as const;

/** Lines beside others are told apart by their points too, which grey print keeps. */
function markerOf(at: number, { colour }: ReportSeries, lines: number) {
  return lines === 1
    ? { symbol: "none" as const }
    : { symbol: MARKERS[at % MARKERS.length] ?? MARKERS[0], size: 6, fill: colour, line: colour };
}

function sheetChart(chart: ReportChart, sheets: readonly PlacedSheet[]): SheetChart {
  const { place, rows, columns, series } = chart;
  const formats = chartFormats(chart, sheets);
  const categories = referred(sheets, chart.categories).range;
  const type = chart.kind === "stacked-column" ? "column" : chart.kind;
  const lines = type === "line" || type === "scatter";
  const bars = type === "bar" || type === "column";
  const axis = {
    labelFontSize: 9,
    labelColor: GREY,
    axisTitleFontSize: 9,
    axisTitleBold: false,
    axisTitleColor: GREY,
    majorTickMark: "none",
    minorTickMark: "none",
  } as const;
  const category = {
    ...axis,
    title: chart.axisTitles?.x,
    ...(type === "scatter" ? { scale: { min: 0, max: 1 } } : {}),
    // The first bar on top, as in the table.
    ...(type === "bar" ? { reverse: true } : {}),
    ...(formats.category === null ? {} : { numberFormat: { formatCode: formats.category } }),
  };
  const value = {
    ...axis,
    title: chart.axisTitles?.y,
    axisTitleRotation: -90,
    // Values that stand at their bars need no axis.
    ...(chart.labelled ? { hidden: true } : {}),
    numberFormat: { formatCode: formats.value },
    gridlines: { major: !chart.labelled },
    ...(type === "scatter" ? { scale: { min: 0, max: 1 } } : {}),
  };
  return {
    type,
    title: chart.title,
    titleFontSize: 11,
    titleBold: true,
    titleColor: "1F3864",
    altText: chart.alt,
    frameTitle: chart.title,
    anchor: {
      from: { row: place.row, col: place.column },
      to: { row: place.row + rows, col: place.column + columns },
    },
    series: series.map((one, at) => ({
      name: one.name,
      values: referred(sheets, one.values).range,
      categories,
      color: one.colour,
      ...(lines ? { stroke: { width: 2.25 }, marker: markerOf(at, one, series.length), smooth: false } : {}),
      ...(one.pointColours
        ? { dataPoints: one.pointColours.map((color, idx) => ({ idx, fillColor: color, color })) }
        : {}),
    })),
    legend: series.length > 1 ? "bottom" : false,
    legendFontSize: 9,
    legendFontColor: GREY,
    ...(bars ? { gapWidth: 60, barGrouping: chart.kind === "stacked-column" ? "stacked" : "clustered" } : {}),
    ...(chart.kind === "stacked-column" ? { overlap: 100 } : {}),
    ...(type === "scatter" ? { scatterStyle: "lineMarker" as const } : {}),
    ...(chart.labelled
      ? {
          dataLabels: {
            showValue: true,
            position: "outEnd" as const,
            fontSize: 9,
            fontColor: "404040",
            numberFormat: { formatCode: formats.label },
          },
        }
      : {}),
    // The Value sheet's cells are charted wherever they stand.
    plotVisOnly: false,
    dispBlanksAs: "gap",
    roundedCorners: false,
    plotAreaBorderColor: GRID,
    axes: { x: category, y: value },
  };
}

/** A chart's XML as hucre wrote it with the values of its cells, and what else it leaves out. */
export function withCaches(xml: string, chart: ReportChart, sheets: readonly PlacedSheet[]): string {
  const known = new Map(
    [chart.categories, ...chart.series.map((one: ReportSeries) => one.values)].map((reference) => {
      const { range, values } = referred(sheets, reference);
      return [range, values] as const;
    }),
  );
  return completedChart(xml, (range) => known.get(range));
}
