import type { Chart, ChartAxis, ChartLook, ChartText } from "../../workbook/chart";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Navigation, type Property } from "../host-class";
import { invalidArgument } from "../host-error";
import type { ChartPart, Gridlines } from "./analysis-targets";
import { drawn, kept, type Kept } from "./chart-option";

type LookClass = "ChartFill" | "ChartBorder" | "ChartLineFormat" | "ChartFont";
type LookTarget = ChartPart<ChartLook>;

/** The way from a format to its fill, border, line or font. */
const look = (since: string, name: LookClass): Navigation<LookTarget> =>
  ({ since, class: name, get: (part: LookTarget) => part }) as unknown as Navigation<LookTarget>;

const formats = {
  ChartSeriesFormat: hostClass("ChartSeriesFormat", {
    navigations: { fill: look("1.1", "ChartFill"), line: look("1.1", "ChartLineFormat") },
  }),
  ChartPointFormat: hostClass("ChartPointFormat", {
    navigations: { fill: look("1.1", "ChartFill"), border: look("1.7", "ChartBorder") },
  }),
  ChartTitleFormat: hostClass("ChartTitleFormat", {
    navigations: {
      fill: look("1.1", "ChartFill"),
      font: look("1.1", "ChartFont"),
      border: look("1.7", "ChartBorder"),
    },
  }),
  ChartLegendFormat: hostClass("ChartLegendFormat", {
    navigations: {
      fill: look("1.1", "ChartFill"),
      font: look("1.1", "ChartFont"),
      border: look("1.8", "ChartBorder"),
    },
  }),
  ChartDataLabelFormat: hostClass("ChartDataLabelFormat", {
    navigations: {
      fill: look("1.1", "ChartFill"),
      font: look("1.1", "ChartFont"),
      border: look("1.8", "ChartBorder"),
    },
  }),
  ChartAxisFormat: hostClass("ChartAxisFormat", {
    navigations: {
      fill: look("1.8", "ChartFill"),
      font: look("1.1", "ChartFont"),
      line: look("1.1", "ChartLineFormat"),
    },
  }),
  ChartAxisTitleFormat: hostClass("ChartAxisTitleFormat", {
    navigations: {
      fill: look("1.8", "ChartFill"),
      font: look("1.1", "ChartFont"),
      border: look("1.8", "ChartBorder"),
    },
  }),
  ChartGridlinesFormat: hostClass("ChartGridlinesFormat", {
    navigations: { line: look("1.1", "ChartLineFormat") },
  }),
  ChartPlotAreaFormat: hostClass("ChartPlotAreaFormat", {
    navigations: { fill: look("1.8", "ChartFill"), border: look("1.8", "ChartBorder") },
  }),
};

const whole = (chart: Chart): LookTarget => ({ chart, part: chart.look });

/** https://learn.microsoft.com/javascript/api/excel/excel.chartareaformat */
const chartAreaFormatClass = hostClass("ChartAreaFormat", {
  properties: kept<Chart>(
    { chart: (chart) => chart, options: (chart) => chart.options },
    { roundedCorners: ["1.9", false] },
  ),
  navigations: {
    fill: { since: "1.1", class: "ChartFill", get: whole },
    font: { since: "1.1", class: "ChartFont", get: whole },
    border: { since: "1.7", class: "ChartBorder", get: whole },
  },
});

/** A colour as Office.js takes it: "#RRGGBB" or the name of a colour. */
function colorOf(value: unknown): string {
  const color = textValue(value);
  if (!/^(#?[0-9A-Fa-f]{6}|[A-Za-z]+)$/.test(color)) throw invalidArgument(`no colour ${color}`);
  return /^[0-9A-Fa-f]{6}$/.test(color) ? `#${color}` : color;
}

const chartFillClass = hostClass("ChartFill", {
  methods: {
    clear: { since: "1.1", call: ({ chart, part }, _, run) => drawn(chart, run, () => (part.fill = "")) },
    getSolidColor: { since: "1.16", call: ({ part }) => part.fill ?? "" },
    setSolidColor: {
      since: "1.1",
      call: ({ chart, part }, args, run) => {
        const color = colorOf(args.text(0));
        drawn(chart, run, () => (part.fill = color));
      },
    },
  },
});

const LINES = [
  ...["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"],
  ...["Grey25", "Grey50", "Grey75", "Automatic", "RoundDot"],
];

/** A border and a line have the same members, from different sets on. */
function line(since: string): Record<"color" | "lineStyle" | "weight", Property<LookTarget>> {
  const part = <N extends keyof ChartLook["line"]>(
    from: string,
    name: N,
    otherwise: NonNullable<ChartLook["line"][N]>,
    check: (value: unknown) => NonNullable<ChartLook["line"][N]>,
  ): Property<LookTarget> => ({
    since: from,
    get: (target) => target.part.line[name] ?? otherwise,
    set: (target, value, run) => {
      const checked = check(value);
      drawn(target.chart, run, () => (target.part.line[name] = checked));
    },
  });
  return {
    color: part(since, "color", "", colorOf),
    lineStyle: part("1.7", "lineStyle", "Automatic", (value) => enumerated(value, LINES)),
    weight: part("1.7", "weight", 0.75, numberValue),
  };
}

const clearLine = ({ chart, part }: LookTarget, run: Parameters<typeof drawn>[1]): void =>
  drawn(chart, run, () => (part.line = { lineStyle: "None" }));

const chartBorderClass = hostClass("ChartBorder", {
  properties: line("1.7"),
  methods: { clear: { since: "1.8", call: (target, _, run) => clearLine(target, run) } },
});

const chartLineFormatClass = hostClass("ChartLineFormat", {
  properties: line("1.1"),
  methods: { clear: { since: "1.1", call: (target, _, run) => clearLine(target, run) } },
});

function font<N extends keyof ChartLook["font"]>(
  name: N,
  otherwise: NonNullable<ChartLook["font"][N]>,
  check: (value: unknown) => NonNullable<ChartLook["font"][N]>,
): Property<LookTarget> {
  return {
    since: "1.1",
    get: ({ part }) => part.font[name] ?? otherwise,
    set: ({ chart, part }, value, run) => {
      const checked = check(value);
      drawn(chart, run, () => (part.font[name] = checked));
    },
  };
}

const chartFontClass = hostClass("ChartFont", {
  properties: {
    bold: font("bold", false, booleanValue),
    color: font("color", "#595959", colorOf),
    italic: font("italic", false, booleanValue),
    name: font("name", "Calibri", textValue),
    size: font("size", 10, numberValue),
    underline: font("underline", "None", (value) => enumerated(value, ["None", "Single"])),
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabels */
const chartDataLabelsClass = hostClass("ChartDataLabels", {
  properties: kept(
    { chart: ({ chart }) => chart, options: ({ part }) => part.options },
    {
      autoText: ["1.8", true],
      horizontalAlignment: ["1.8", "Center", ["Center", "Left", "Right", "Justify", "Distributed"]],
      verticalAlignment: ["1.8", "Center", ["Center", "Bottom", "Top", "Justify", "Distributed"]],
      linkNumberFormat: ["1.9", true],
      numberFormat: ["1.8", "General"],
      position: [
        "1.1",
        "OutsideEnd",
        [
          ...["None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left"],
          ...["Right", "Top", "Bottom", "BestFit", "Callout"],
        ],
      ],
      separator: ["1.1", ", "],
      showBubbleSize: ["1.1", false],
      showCategoryName: ["1.1", false],
      showLegendKey: ["1.1", false],
      showPercentage: ["1.1", false],
      showSeriesName: ["1.1", false],
      showValue: ["1.1", true],
      textOrientation: ["1.8", 0],
    },
  ),
  navigations: {
    format: {
      since: "1.1",
      class: "ChartDataLabelFormat",
      get: ({ chart, part }) => ({ chart, part: part.look }),
    },
  },
});

const TICKS = ["None", "Cross", "Inside", "Outside"];
const axis: Kept<ChartPart<ChartAxis>> = { chart: ({ chart }) => chart, options: ({ part }) => part.options };

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxis */
const chartAxisClass = hostClass("ChartAxis", {
  properties: {
    type: { since: "1.7", get: ({ part }) => part.type },
    axisGroup: { since: "1.7", get: ({ part }) => part.group },
    visible: {
      since: "1.7",
      get: ({ part }) => part.visible,
      set: ({ chart, part }, value, run) => {
        const visible = booleanValue(value);
        drawn(chart, run, () => (part.visible = visible));
      },
    },
    ...kept(axis, {
      maximum: ["1.1", null],
      minimum: ["1.1", null],
      majorUnit: ["1.1", null],
      minorUnit: ["1.1", null],
      categoryType: ["1.7", "Automatic", ["Automatic", "TextAxis", "DateAxis"]],
      baseTimeUnit: ["1.7", "Days", ["Days", "Months", "Years"]],
      displayUnit: [
        "1.7",
        "None",
        [
          ...["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions"],
          ...["TenMillions", "HundredMillions", "Billions", "Trillions", "Custom"],
        ],
      ],
      isBetweenCategories: ["1.8", true],
      linkNumberFormat: ["1.9", true],
      logBase: ["1.7", 10],
      majorTickMark: ["1.7", "None", TICKS],
      minorTickMark: ["1.7", "None", TICKS],
      multiLevel: ["1.8", true],
      numberFormat: ["1.8", "General"],
      offset: ["1.8", 100],
      position: ["1.8", "Automatic", ["Automatic", "Maximum", "Minimum", "Custom"]],
      reversePlotOrder: ["1.7", false],
      scaleType: ["1.7", "Linear", ["Linear", "Logarithmic"]],
      showDisplayUnitLabel: ["1.7", true],
      textOrientation: ["1.8", 0],
      tickLabelPosition: ["1.7", "NextToAxis", ["NextToAxis", "High", "Low", "None"]],
      tickLabelSpacing: ["1.7", null],
      tickMarkSpacing: ["1.7", 1],
    }),
  },
  navigations: {
    format: {
      since: "1.1",
      class: "ChartAxisFormat",
      get: ({ chart, part }) => ({ chart, part: part.look }),
    },
    majorGridlines: {
      since: "1.1",
      class: "ChartGridlines",
      get: ({ chart, part }) => ({ chart, part: part.majorGridlines }),
    },
    minorGridlines: {
      since: "1.1",
      class: "ChartGridlines",
      get: ({ chart, part }) => ({ chart, part: part.minorGridlines }),
    },
    title: { since: "1.1", class: "ChartAxisTitle", get: ({ chart, part }) => ({ chart, part: part.title }) },
  },
  methods: {
    setCategoryNames: {
      since: "1.7",
      call: ({ chart }, args, run) => {
        const { sheet, area } = args.object(0, "Range");
        drawn(chart, run, () => {
          for (const series of chart.series) series.categories = { sheet, area };
        });
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxistitle: giving it a text shows it. */
const chartAxisTitleClass = hostClass("ChartAxisTitle", {
  properties: {
    text: {
      since: "1.1",
      get: ({ part }) => part.text,
      set: ({ chart, part }, value, run) => {
        const text = textValue(value);
        drawn(chart, run, () => {
          part.text = text;
          part.visible = true;
        });
      },
    },
    visible: {
      since: "1.1",
      get: ({ part }) => part.visible,
      set: ({ chart, part }, value, run) => {
        const visible = booleanValue(value);
        drawn(chart, run, () => (part.visible = visible));
      },
    },
    ...kept<ChartPart<ChartText>>(
      { chart: ({ chart }) => chart, options: ({ part }) => part.options },
      { textOrientation: ["1.12", 0] },
    ),
  },
  navigations: {
    format: {
      since: "1.1",
      class: "ChartAxisTitleFormat",
      get: ({ chart, part }) => ({ chart, part: part.look }),
    },
  },
});

const chartGridlinesClass = hostClass("ChartGridlines", {
  properties: {
    visible: {
      since: "1.1",
      get: ({ part }: ChartPart<Gridlines>) => part.visible,
      set: ({ chart, part }, value, run) => {
        const visible = booleanValue(value);
        drawn(chart, run, () => (part.visible = visible));
      },
    },
  },
  navigations: {
    format: {
      since: "1.1",
      class: "ChartGridlinesFormat",
      get: ({ chart, part }) => ({ chart, part: part.look }),
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartplotarea */
const chartPlotAreaClass = hostClass("ChartPlotArea", {
  properties: kept<Chart>(
    { chart: (chart) => chart, options: (chart) => chart.plotArea.options },
    { position: ["1.8", "Automatic", ["Automatic", "Custom"]] },
  ),
  navigations: {
    format: {
      since: "1.8",
      class: "ChartPlotAreaFormat",
      get: (chart) => ({ chart, part: chart.plotArea.look }),
    },
  },
});

export const chartPartClasses = [
  ...Object.values(formats),
  ...[chartAreaFormatClass, chartFillClass, chartBorderClass, chartLineFormatClass, chartFontClass],
  ...[chartDataLabelsClass, chartAxisClass, chartAxisTitleClass, chartGridlinesClass, chartPlotAreaClass],
] as unknown as readonly HostClass[];
