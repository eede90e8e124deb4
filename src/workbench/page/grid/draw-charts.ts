import { addressOf, contains, sheetPrefix, type Area } from "../../workbook/area";
import type { Chart, ChartCells, ChartSeries } from "../../workbook/chart";
import { seriesName, titleText } from "../../workbook/chart-source";
import type { Sheet } from "../../workbook/sheet";
import type { Drawn } from "./drawn";
import type { GridSize } from "./draw-sheet";
import { placeInGrid } from "./place-in-grid";

/** The charts of a sheet as o-spreadsheet can draw them. */
export function drawnCharts(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  // Without Chart.js the grid would fail as a whole.
  if (!("Chart" in globalThis)) return [];
  return sheet.charts.flatMap((chart) => {
    const definition = chartDefinition(chart, sheet);
    if (!definition) return [];
    const figureId = `figure ${chart.id}`;
    const place = placeInGrid(chart, sheet, size);
    return [
      {
        id: `chart ${chart.id}`,
        print: JSON.stringify([definition, place]),
        put: [
          { type: "CREATE_CHART", sheetId, figureId, chartId: `chart ${chart.id}`, ...place, definition },
        ],
        take: [{ type: "DELETE_FIGURE", sheetId, figureId }],
      },
    ];
  });
}

function chartDefinition(chart: Chart, sheet: Sheet): object | undefined {
  const series = chart.series.filter(({ values }) => values !== undefined);
  const kind = kindOf(chart.chartType);
  if (!kind || series.length === 0) return undefined;
  const categories = series.find((one) => one.categories)?.categories;
  const titled = series.every((one) => titleStandsAbove(one));
  const range = (cells: ChartCells, withTitle = false) => {
    const area: Area = withTitle ? grown(cells.area) : cells.area;
    return `${cells.sheet === sheet ? "" : sheetPrefix(cells.sheet.name)}${addressOf(area)}`;
  };
  const labels = categories && (titled ? range(categories, canGrow(categories.area)) : range(categories));
  const dataSets = series.map((one, at) => ({
    dataSetId: String(at),
    dataRange: range(one.values!, titled),
  }));
  const styles = series.map((one, at) => [
    String(at),
    {
      label: seriesName(one) || undefined,
      backgroundColor: one.look.fill ?? one.look.line.color,
      yAxisId: one.options["axisGroup"] === "Secondary" ? "y1" : "y",
      ...(kind.type === "combo"
        ? { type: kindOf(one.chartType ?? chart.chartType)?.type === "line" ? "line" : "bar" }
        : {}),
    },
  ]);
  const mixed = new Set(series.map((one) => kindOf(one.chartType ?? chart.chartType)?.type));
  const title = chart.title.visible ? titleText(chart) : "";
  return {
    ...kind,
    ...(kind.type === "bar" && mixed.has("line") ? { type: "combo" } : {}),
    title: { text: title },
    background: "#FFFFFF",
    legendPosition: legendOf(chart),
    dataSource: { type: "range", dataSets, dataSetsHaveTitle: titled, labelRange: labels },
    dataSetStyles: Object.fromEntries(
      styles.map(([id, style]) =>
        kind.type === "bar" && mixed.has("line")
          ? [
              id,
              {
                ...(style as object),
                type:
                  kindOf(series[Number(id)]?.chartType ?? chart.chartType)?.type === "line" ? "line" : "bar",
              },
            ]
          : [id, style],
      ),
    ),
    showValues: series.some(({ hasDataLabels }) => hasDataLabels),
    humanize: false,
  };
}

function titleStandsAbove({ nameCell, values }: ChartSeries): boolean {
  if (!nameCell || !values || nameCell.sheet !== values.sheet) return false;
  return (
    canGrow(values.area) &&
    contains(grown(values.area), nameCell.area) &&
    !contains(values.area, nameCell.area)
  );
}

/** A column has its title above, a row to its left. */
const isColumn = ({ top, bottom, left, right }: Area) => bottom - top >= right - left;

const canGrow = (area: Area) => (isColumn(area) ? area.top > 0 : area.left > 0);

const grown = (area: Area): Area =>
  isColumn(area) ? { ...area, top: area.top - 1 } : { ...area, left: area.left - 1 };

function legendOf({ legend }: Chart): string {
  if (!legend.visible) return "none";
  const known: Readonly<Record<string, string>> = {
    Top: "top",
    Bottom: "bottom",
    Left: "left",
    Right: "right",
  };
  return known[legend.position] ?? "top";
}

/** The kinds of charts that both know. */
function kindOf(
  chartType: string,
): { readonly type: string; readonly [option: string]: unknown } | undefined {
  const stacked = chartType.includes("Stacked");
  if (/^(3D)?Column|^Cylinder|^ColumnClustered/.test(chartType))
    return { type: "bar", stacked, horizontal: false };
  if (/^(3D)?Bar/.test(chartType)) return { type: "bar", stacked, horizontal: true };
  if (/^(3D)?Line/.test(chartType)) {
    const hideDataMarkers = !chartType.includes("Markers");
    return { type: "line", stacked, labelsAsText: true, cumulative: false, fillArea: false, hideDataMarkers };
  }
  if (/^(3D)?Area/.test(chartType)) {
    return {
      type: "line",
      stacked,
      labelsAsText: true,
      cumulative: false,
      fillArea: true,
      hideDataMarkers: true,
    };
  }
  if (/^Doughnut/.test(chartType)) return { type: "pie", isDoughnut: true };
  if (/^(3D)?Pie|^PieOfPie|^BarOfPie/.test(chartType)) return { type: "pie", isDoughnut: false };
  // Lines between points by their x: a line chart whose labels are numbers.
  if (/^XYScatter(Lines|Smooth)/.test(chartType)) {
    const hideDataMarkers = chartType.endsWith("NoMarkers");
    return {
      type: "line",
      stacked: false,
      labelsAsText: false,
      cumulative: false,
      fillArea: false,
      hideDataMarkers,
    };
  }
  if (/^XYScatter|^Bubble/.test(chartType)) return { type: "scatter", labelsAsText: false };
  if (/^Radar/.test(chartType))
    return { type: "radar", stacked: false, fillArea: chartType.includes("Filled") };
  if (chartType === "Waterfall") return { type: "waterfall", verticalAxisPosition: "left" };
  if (chartType === "Pareto" || chartType === "Histogram")
    return { type: "bar", stacked: false, horizontal: false };
  return undefined;
}
