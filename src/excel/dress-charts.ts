import { moved, type Begin } from "./dress-cells";
import type { PlannedCells, PlannedChart } from "./dressing";
import { rangeOf } from "./own-cells";
import type { SheetThings } from "./own-things";

const TYPES = {
  column: "ColumnClustered",
  "stacked-column": "ColumnStacked",
  bar: "BarClustered",
  line: "Line",
  scatter: "XYScatterLinesNoMarkers",
} as const;

const INK = "#1F3864";
const GREY = "#595959";
const GRID = "#D9D9D9";

/** Where the cells of a chart are: the sheet of a plan, and how far its blocks have moved. */
export type FindCells = (cells: PlannedCells) => Excel.Range;

/** Queues the charts of a sheet; those of an earlier run go first. */
export function dressCharts(
  sheet: Excel.Worksheet,
  charts: readonly PlannedChart[],
  before: SheetThings,
  begin: Begin,
  find: FindCells,
): void {
  for (const { chart } of before.charts) chart.delete();
  for (const planned of charts) addChart(sheet, planned, begin, find);
}

function addChart(sheet: Excel.Worksheet, planned: PlannedChart, begin: Begin, find: FindCells): void {
  const { kind, series, axisTitles, labelled } = planned;
  const [first] = series;
  if (!first) return;
  // Made on the cells of its first series, which so is there; the others are added.
  const chart = sheet.charts.add(TYPES[kind], find(first.values), "Columns");
  chart.name = planned.name;
  chart.title.text = planned.title;
  chart.title.format.font.size = 11;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = INK;
  series.forEach((one, at) => {
    const drawn = at === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name, at);
    if (at === 0) drawn.name = one.name;
    else drawn.setValues(find(one.values));
    drawn.setXAxisValues(find(planned.categories));
    dressSeries(drawn, one, kind);
    if (labelled) label(drawn, planned.labelFormat);
  });
  chart.legend.visible = series.length > 1;
  if (series.length > 1) {
    chart.legend.position = "Bottom";
    chart.legend.format.font.size = 9;
    chart.legend.format.font.color = GREY;
  }
  const { categoryAxis, valueAxis } = chart.axes;
  for (const [axis, title] of [
    [categoryAxis, axisTitles.x],
    [valueAxis, axisTitles.y],
  ] as const) {
    axis.format.font.size = 9;
    axis.format.font.color = GREY;
    if (title === undefined) continue;
    axis.title.text = title;
    axis.title.format.font.size = 9;
    axis.title.format.font.bold = false;
    axis.title.format.font.color = GREY;
  }
  if (planned.categoryFormat !== null) categoryAxis.numberFormat = planned.categoryFormat;
  valueAxis.numberFormat = planned.valueFormat;
  valueAxis.majorGridlines.visible = !labelled;
  if (labelled) valueAxis.visible = false;
  else valueAxis.majorGridlines.format.line.color = GRID;
  // The first bar on top, as in the table.
  if (kind === "bar") categoryAxis.reversePlotOrder = true;
  if (kind === "scatter") {
    for (const axis of [categoryAxis, valueAxis]) {
      axis.minimum = 0;
      axis.maximum = 1;
    }
  }
  const { row, column, rows, columns } = moved(planned.area, begin);
  chart.setPosition(sheet.getCell(row, column), sheet.getCell(row + rows - 1, column + columns - 1));
}

function dressSeries(
  drawn: Excel.ChartSeries,
  { colour, pointColours }: PlannedChart["series"][number],
  kind: PlannedChart["kind"],
): void {
  if (kind === "line" || kind === "scatter") {
    drawn.format.line.color = colour;
    drawn.format.line.weight = 2.25;
    drawn.markerStyle = "None";
    drawn.smooth = false;
    return;
  }
  drawn.format.fill.setSolidColor(colour);
  drawn.gapWidth = 60;
  if (kind === "stacked-column") drawn.overlap = 100;
  pointColours?.forEach((one, at) => drawn.points.getItemAt(at).format.fill.setSolidColor(one));
}

function label(drawn: Excel.ChartSeries, format: string): void {
  drawn.hasDataLabels = true;
  const { dataLabels } = drawn;
  dataLabels.numberFormat = format;
  dataLabels.position = "OutsideEnd";
  dataLabels.format.font.size = 9;
}

/** The cells of a planned reference. */
export function cellsOf(sheet: Excel.Worksheet, { area }: PlannedCells, begin: Begin): Excel.Range {
  return rangeOf(sheet, moved(area, begin));
}
