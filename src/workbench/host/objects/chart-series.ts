import { addressOf, sheetPrefix } from "../../workbook/area";
import { isCellError } from "../../workbook/cell-value";
import type { ChartCells, ChartLook, ChartSeries } from "../../workbook/chart";
import { cellsOf, newLook, newSeries, seriesName } from "../../workbook/chart-source";
import type { Arguments } from "../arguments";
import { booleanValue, enumerated, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { invalidArgument } from "../host-error";
import type { Run } from "../run";
import type { PointTarget, SeriesTarget } from "./analysis-targets";
import { drawn, kept, type Kept } from "./chart-option";
import { CHART_TYPES } from "./chart-types";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
const chartSeriesCollectionClass = hostClass("ChartSeriesCollection", {
  properties: { count: { since: "1.1", get: ({ series }) => series.length } },
  collection: {
    of: "ChartSeries",
    items: (chart) => chart.series.map((series) => ({ chart, series })),
    find: (chart, key) => {
      const series = chart.series[Number(key)];
      return series && { chart, series };
    },
    getItemAt: "1.1",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.7",
      returns: "ChartSeries",
      call: (chart, args, run) => {
        const at = args.whole(1, 0, chart.series.length);
        if (at > chart.series.length) throw invalidArgument("there is no such place");
        const series = newSeries(args.text(0, undefined) ?? `Series${chart.series.length + 1}`);
        drawn(chart, run, () => chart.series.splice(at, 0, series));
        return { chart, series };
      },
    },
  },
});

const own: Kept<SeriesTarget> = { chart: ({ chart }) => chart, options: ({ series }) => series.options };

type Part = "values" | "categories" | "bubbleSizes";

const cells =
  (part: Part) =>
  ({ chart, series }: SeriesTarget, args: Arguments, run: Run): void => {
    const { sheet, area } = args.object(0, "Range");
    drawn(chart, run, () => (series[part] = { sheet, area }));
  };

const DIMENSIONS = ["Categories", "Values", "XValues", "YValues", "BubbleSizes"] as const;

const partOf = (series: ChartSeries, dimension: (typeof DIMENSIONS)[number]): ChartCells | undefined =>
  dimension === "Values" || dimension === "YValues"
    ? series.values
    : dimension === "BubbleSizes"
      ? series.bubbleSizes
      : series.categories;

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseries */
const chartSeriesClass = hostClass("ChartSeries", {
  properties: {
    name: {
      since: "1.1",
      get: ({ series }) => seriesName(series),
      set: ({ chart, series }, value, run) => {
        const name = textValue(value);
        drawn(chart, run, () => {
          series.name = name;
          delete series.nameCell;
        });
      },
    },
    chartType: {
      since: "1.7",
      get: ({ chart, series }) => series.chartType ?? chart.chartType,
      set: ({ chart, series }, value, run) => {
        const type = enumerated(value, CHART_TYPES);
        drawn(chart, run, () => (series.chartType = type));
      },
    },
    hasDataLabels: {
      since: "1.7",
      get: ({ series }) => series.hasDataLabels,
      set: ({ chart, series }, value, run) => {
        const has = booleanValue(value);
        drawn(chart, run, () => (series.hasDataLabels = has));
      },
    },
    plotOrder: { since: "1.7", get: ({ chart, series }) => chart.series.indexOf(series) },
    ...kept(own, {
      axisGroup: ["1.8", "Primary", ["Primary", "Secondary"]],
      doughnutHoleSize: ["1.7", 75],
      explosion: ["1.8", 0],
      filtered: ["1.7", false],
      firstSliceAngle: ["1.8", 0],
      gapWidth: ["1.7", 219],
      overlap: ["1.8", 0],
      invertIfNegative: ["1.8", false],
      markerBackgroundColor: ["1.7", ""],
      markerForegroundColor: ["1.7", ""],
      markerSize: ["1.7", 5],
      markerStyle: [
        "1.7",
        "Automatic",
        [
          ...[
            "Automatic",
            "None",
            "Square",
            "Diamond",
            "Triangle",
            "X",
            "Star",
            "Dot",
            "Dash",
            "Circle",
            "Plus",
            "Picture",
          ],
        ],
      ],
      showShadow: ["1.7", false],
      smooth: ["1.7", false],
      showConnectorLines: ["1.9", true],
      varyByCategories: ["1.8", false],
    }),
  },
  navigations: {
    dataLabels: {
      since: "1.8",
      class: "ChartDataLabels",
      get: ({ chart, series }) => ({ chart, part: series.labels }),
    },
    format: {
      since: "1.1",
      class: "ChartSeriesFormat",
      get: ({ chart, series }) => ({ chart, part: series.look }),
    },
    points: { since: "1.1", class: "ChartPointsCollection", get: (target) => target },
  },
  methods: {
    delete: {
      since: "1.7",
      call: ({ chart, series }, _, run) =>
        drawn(chart, run, () => (chart.series = chart.series.filter((one) => one !== series))),
    },
    setValues: { since: "1.7", call: cells("values") },
    setXAxisValues: { since: "1.7", call: cells("categories") },
    setBubbleSizes: { since: "1.7", call: cells("bubbleSizes") },
    getDimensionValues: {
      since: "1.12",
      call: ({ series }, args, run) => {
        run.settle();
        const dimension = args.oneOf(0, DIMENSIONS);
        const found = cellsOf(partOf(series, dimension));
        run.readCells(found.length);
        return found.map(({ value, text }) =>
          dimension === "Categories" ? text : isCellError(value) ? value.error : (value ?? ""),
        );
      },
    },
    getDimensionDataSourceString: {
      since: "1.15",
      call: ({ series }, args) => {
        const part = partOf(series, args.oneOf(0, DIMENSIONS));
        return part ? sheetPrefix(part.sheet.name) + addressOf(part.area) : "";
      },
    },
    getDimensionDataSourceType: {
      since: "1.15",
      call: ({ series }, args) => (partOf(series, args.oneOf(0, DIMENSIONS)) ? "LocalRange" : "List"),
    },
  },
});

const pointsOf = (target: SeriesTarget): PointTarget[] =>
  cellsOf(target.series.values).map((_, index) => ({ ...target, index }));

/** https://learn.microsoft.com/javascript/api/excel/excel.chartpointscollection */
const chartPointsClass = hostClass("ChartPointsCollection", {
  properties: { count: { since: "1.1", get: (target) => pointsOf(target).length } },
  collection: {
    of: "ChartPoint",
    items: pointsOf,
    find: (target, key) => pointsOf(target)[Number(key)],
    getItemAt: "1.1",
    getCount: "1.4",
  },
});

/** The look of one point; it is kept once it is asked for. */
function pointLook({ series, index }: PointTarget): ChartLook {
  let look = series.points.get(index);
  if (!look) series.points.set(index, (look = newLook()));
  return look;
}

const pointValue: Property<PointTarget> = {
  since: "1.1",
  get: ({ series, index }, run) => {
    run.settle();
    const { value = null } = cellsOf(series.values)[index] ?? {};
    return isCellError(value) ? value.error : value;
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chartpoint */
const chartPointClass = hostClass("ChartPoint", {
  properties: {
    value: pointValue,
    hasDataLabel: {
      since: "1.7",
      get: ({ series, index }) => series.labelled?.get(index) ?? series.hasDataLabels,
      set: ({ chart, series, index }, value, run) =>
        drawn(chart, run, () => {
          (series.labelled ??= new Map<number, boolean>()).set(index, booleanValue(value));
        }),
    },
  },
  navigations: {
    format: {
      since: "1.1",
      class: "ChartPointFormat",
      get: (point) => ({ chart: point.chart, part: pointLook(point) }),
    },
  },
});

export const chartSeriesClasses = [
  chartSeriesCollectionClass,
  chartSeriesClass,
  chartPointsClass,
  chartPointClass,
] as unknown as readonly HostClass[];
