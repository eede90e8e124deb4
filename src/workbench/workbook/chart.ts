import type { Area } from "./area";
import type { Sheet } from "./sheet";

/** Cells a chart reads, on any sheet of the workbook. */
export interface ChartCells {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** How a line, a fill or a text of a chart looks; colours "#RRGGBB", sizes in points. */
export interface ChartLook {
  fill?: string;
  line: { color?: string; lineStyle?: string; weight?: number };
  font: {
    bold?: boolean;
    color?: string;
    italic?: boolean;
    name?: string;
    size?: number;
    underline?: string;
  };
}

/** Labels beside the points. Other options as Office.js names them. */
export interface ChartLabels {
  look: ChartLook;
  options: Record<string, unknown>;
}

/** One series: its cells, or none yet. */
export interface ChartSeries {
  name: string;
  /** The cell the name comes from, where it was not set. */
  nameCell?: ChartCells;
  values?: ChartCells;
  categories?: ChartCells;
  bubbleSizes?: ChartCells;
  chartType?: string;
  hasDataLabels: boolean;
  labels: ChartLabels;
  look: ChartLook;
  /** The look of single points, by their place. */
  points: Map<number, ChartLook>;
  /** Single points that have a label, or none, whatever the series has. */
  labelled?: Map<number, boolean>;
  options: Record<string, unknown>;
}

/** A text of a chart: its title or an axis title. */
export interface ChartText {
  text: string;
  visible: boolean;
  look: ChartLook;
  options: Record<string, unknown>;
}

/** An axis. */
export interface ChartAxis {
  readonly type: "Category" | "Value" | "Series";
  readonly group: "Primary" | "Secondary";
  visible: boolean;
  title: ChartText;
  majorGridlines: { visible: boolean; look: ChartLook };
  minorGridlines: { visible: boolean; look: ChartLook };
  look: ChartLook;
  options: Record<string, unknown>;
}

/** A chart on a sheet; left, top, width and height in points. */
export interface Chart {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  chartType: string;
  plotBy: "Rows" | "Columns";
  left: number;
  top: number;
  width: number;
  height: number;
  series: ChartSeries[];
  title: ChartText;
  /** Whether the title follows the name of the only series. */
  autoTitle: boolean;
  legend: {
    visible: boolean;
    position: string;
    overlay: boolean;
    look: ChartLook;
    options: Record<string, unknown>;
  };
  axes: ChartAxis[];
  labels: ChartLabels;
  look: ChartLook;
  plotArea: { look: ChartLook; options: Record<string, unknown> };
  options: Record<string, unknown>;
}
