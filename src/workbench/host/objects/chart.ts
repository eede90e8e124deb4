import type { Chart } from "../../workbook/chart";
import {
  addChart,
  deleteChart,
  newAxis,
  placeChart,
  seriesFrom,
  titleText,
} from "../../workbook/chart-source";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { invalidArgument, itemNotFound, notSimulated } from "../host-error";
import { drawn, kept, type Kept } from "./chart-option";
import { CHART_TYPES } from "./chart-types";
import { mayChange } from "./table-guard";
import { rangeArgument } from "./range-target-of";

const BY = ["Auto", "Columns", "Rows"] as const;

const named = (charts: readonly Chart[], key: string | number): Chart | undefined =>
  charts.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());

/** https://learn.microsoft.com/javascript/api/excel/excel.chartcollection */
const chartCollectionClass = hostClass("ChartCollection", {
  properties: { count: { since: "1.1", get: ({ charts }) => charts.length } },
  collection: {
    of: "Chart",
    items: ({ charts }) => charts,
    find: ({ charts }, key) => named(charts, key),
    getItem: "1.1",
    getItemAt: "1.1",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.1",
      returns: "Chart",
      call: (sheet, args, run) => {
        const type = args.oneOf(0, CHART_TYPES);
        const source = args.object(1, "Range");
        mayChange(run, sheet, "allowEditObjects");
        run.settle();
        return addChart(sheet, type, source, args.oneOf(2, BY, "Auto"));
      },
    },
  },
});

const place = (name: "left" | "top" | "width" | "height"): Property<Chart> => ({
  since: "1.1",
  get: (chart) => chart[name],
  set: (chart, value, run) => {
    const points = numberValue(value);
    if (points < 0) throw invalidArgument("should be 0 or more points");
    drawn(chart, run, () => (chart[name] = points));
  },
});

const own: Kept<Chart> = { chart: (chart) => chart, options: (chart) => chart.options };

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
const chartClass = hostClass("Chart", {
  identity: (chart) => chart.id,
  properties: {
    id: { since: "1.7", get: (chart) => chart.id },
    name: {
      since: "1.1",
      get: (chart) => chart.name,
      set: (chart, value, run) => {
        const name = textValue(value);
        drawn(chart, run, () => (chart.name = name));
      },
    },
    left: place("left"),
    top: place("top"),
    width: place("width"),
    height: place("height"),
    chartType: {
      since: "1.7",
      get: (chart) => chart.chartType,
      set: (chart, value, run) => {
        const type = enumerated(value, CHART_TYPES);
        drawn(chart, run, () => (chart.chartType = type));
      },
    },
    plotBy: {
      since: "1.8",
      get: (chart) => chart.plotBy,
      set: (_, value) => {
        throw notSimulated(`Chart.plotBy = ${String(value)} (use setData)`);
      },
    },
    ...kept(own, {
      style: ["1.8", 201],
      displayBlanksAs: ["1.8", "NotPlotted", ["NotPlotted", "Zero", "Interplotted"]],
      plotVisibleOnly: ["1.8", true],
      showAllFieldButtons: ["1.7", false],
      showDataLabelsOverMaximum: ["1.8", true],
      categoryLabelLevel: ["1.8", 0],
      seriesNameLevel: ["1.8", 0],
    }),
  },
  navigations: {
    axes: { since: "1.1", class: "ChartAxes", get: (chart) => chart },
    dataLabels: {
      since: "1.1",
      class: "ChartDataLabels",
      get: (chart) => ({ chart, part: chart.labels }),
    },
    format: { since: "1.1", class: "ChartAreaFormat", get: (chart) => chart },
    legend: { since: "1.1", class: "ChartLegend", get: (chart) => chart },
    plotArea: { since: "1.8", class: "ChartPlotArea", get: (chart) => chart },
    series: { since: "1.1", class: "ChartSeriesCollection", get: (chart) => chart },
    title: { since: "1.1", class: "ChartTitle", get: (chart) => chart },
    worksheet: { since: "1.2", class: "Worksheet", get: (chart) => chart.sheet },
  },
  methods: {
    activate: { since: "1.9", call: (chart, _, run) => void (run.workbook.activeSheet = chart.sheet) },
    delete: {
      since: "1.1",
      call: (chart, _, run) => {
        mayChange(run, chart.sheet, "allowEditObjects");
        deleteChart(chart);
      },
    },
    setData: {
      since: "1.1",
      call: (chart, args, run) => {
        const { sheet, area } = args.object(0, "Range");
        const by = args.oneOf(1, BY, "Auto");
        run.settle();
        drawn(chart, run, () => Object.assign(chart, seriesFrom(sheet, area, by, chart.chartType)));
      },
    },
    setPosition: {
      since: "1.1",
      call: (chart, args, run) => {
        const start = rangeArgument(args, 0, chart.sheet);
        const end = args.has(1) ? rangeArgument(args, 1, chart.sheet) : undefined;
        if (start.sheet !== chart.sheet || (end && end.sheet !== chart.sheet))
          throw invalidArgument("another sheet");
        drawn(chart, run, () => placeChart(chart, start.area, end?.area));
      },
    },
  },
});

const title: Kept<Chart> = { chart: (chart) => chart, options: (chart) => chart.title.options };

const ALIGN = ["Center", "Left", "Right", "Justify", "Distributed"];
const VERTICAL = ["Center", "Bottom", "Top", "Justify", "Distributed"];

/** https://learn.microsoft.com/javascript/api/excel/excel.charttitle */
const chartTitleClass = hostClass("ChartTitle", {
  properties: {
    text: {
      since: "1.1",
      get: titleText,
      set: (chart, value, run) => {
        const text = textValue(value);
        drawn(chart, run, () => {
          chart.title.text = text;
          chart.title.visible = true;
          chart.autoTitle = false;
        });
      },
    },
    visible: {
      since: "1.1",
      get: (chart) => chart.title.visible,
      set: (chart, value, run) => {
        const visible = booleanValue(value);
        drawn(chart, run, () => (chart.title.visible = visible));
      },
    },
    ...kept(title, {
      overlay: ["1.1", false],
      position: ["1.7", "Top", ["Automatic", "Top", "Bottom", "Left", "Right"]],
      horizontalAlignment: ["1.7", "Center", ALIGN],
      verticalAlignment: ["1.7", "Center", VERTICAL],
      showShadow: ["1.7", false],
      textOrientation: ["1.7", 0],
    }),
  },
  navigations: {
    format: { since: "1.1", class: "ChartTitleFormat", get: (chart) => ({ chart, part: chart.title.look }) },
  },
});

const legend: Kept<Chart> = { chart: (chart) => chart, options: (chart) => chart.legend.options };

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegend */
const chartLegendClass = hostClass("ChartLegend", {
  properties: {
    visible: {
      since: "1.1",
      get: (chart) => chart.legend.visible,
      set: (chart, value, run) => {
        const visible = booleanValue(value);
        drawn(chart, run, () => (chart.legend.visible = visible));
      },
    },
    position: {
      since: "1.1",
      get: (chart) => chart.legend.position,
      set: (chart, value, run) => {
        const at = enumerated(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]);
        drawn(chart, run, () => (chart.legend.position = at));
      },
    },
    overlay: {
      since: "1.1",
      get: (chart) => chart.legend.overlay,
      set: (chart, value, run) => {
        const overlay = booleanValue(value);
        drawn(chart, run, () => (chart.legend.overlay = overlay));
      },
    },
    ...kept(legend, { showShadow: ["1.7", false] }),
  },
  navigations: {
    format: {
      since: "1.1",
      class: "ChartLegendFormat",
      get: (chart) => ({ chart, part: chart.legend.look }),
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxes: a secondary axis is made when first asked for. */
const chartAxesClass = hostClass("ChartAxes", {
  navigations: {
    categoryAxis: {
      since: "1.1",
      class: "ChartAxis",
      get: (chart) => ({ chart, part: chart.axes.find(({ type }) => type === "Category")! }),
    },
    valueAxis: {
      since: "1.1",
      class: "ChartAxis",
      get: (chart) => ({ chart, part: chart.axes.find(({ type }) => type === "Value")! }),
    },
  },
  methods: {
    getItem: {
      since: "1.7",
      returns: "ChartAxis",
      call: (chart, args) => {
        const type = args.oneOf(0, ["Category", "Value"]);
        const group = args.oneOf(1, ["Primary", "Secondary"], "Primary");
        let axis = chart.axes.find((one) => one.type === type && one.group === group);
        if (!axis) {
          if (!chart.series.some(({ options }) => options["axisGroup"] === "Secondary")) throw itemNotFound();
          axis = { ...newAxis(type, group), visible: type === "Value" };
          chart.axes.push(axis);
        }
        return { chart, part: axis };
      },
    },
  },
});

export const chartClasses = [
  chartCollectionClass,
  chartClass,
  chartTitleClass,
  chartLegendClass,
  chartAxesClass,
] as unknown as readonly HostClass[];
