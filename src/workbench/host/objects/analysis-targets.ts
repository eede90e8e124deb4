import type { Chart, ChartAxis, ChartLabels, ChartLook, ChartSeries, ChartText } from "../../workbook/chart";
import type { BorderSide, ConditionalFormat, RuleFormat } from "../../workbook/conditional-format";
import type { DataHierarchy, PivotField, PivotItem, PivotTable } from "../../workbook/pivot";
import type { Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Slicer } from "../../workbook/slicer";
import type { Table, TableColumn } from "../../workbook/table";
import type { Workbook } from "../../workbook/workbook";
import type { RangeTarget } from "../range-target";

/** The tables, PivotTables or slicers of a sheet, or of all sheets. */
export type Owner = Sheet | Workbook;

/** The areas of a sheet that a member is about. */
export interface AreasOfSheet {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** A row of a table by its place. */
export interface TableRowTarget {
  readonly table: Table;
  readonly index: number;
}

export interface PivotAxisTarget {
  readonly pivot: PivotTable;
  readonly axis: "rows" | "columns" | "filters";
}

export interface PivotFieldTarget {
  readonly pivot: PivotTable;
  readonly field: PivotField;
}

export interface DataHierarchyTarget {
  readonly pivot: PivotTable;
  readonly data: DataHierarchy;
}

export interface PivotItemTarget extends PivotFieldTarget {
  readonly item: PivotItem;
}

export interface PivotItemsTarget {
  readonly pivot: PivotTable;
  /** Each with its field: `getPivotItems` answers items of several. */
  readonly items: readonly PivotItemTarget[];
}

export interface SlicerItemTarget {
  readonly slicer: Slicer;
  readonly name: string;
}

export interface RuleTarget {
  readonly format: ConditionalFormat;
  readonly sheet: Sheet;
}

export interface RuleFormatTarget {
  readonly sheet: Sheet;
  readonly look: RuleFormat;
}

export interface RuleBorderTarget extends RuleFormatTarget {
  readonly side: BorderSide;
}

export interface SeriesTarget {
  readonly chart: Chart;
  readonly series: ChartSeries;
}

export interface PointTarget extends SeriesTarget {
  readonly index: number;
}

/** A part of a chart: its look is changed and the chart drawn anew. */
export interface ChartPart<T> {
  readonly chart: Chart;
  readonly part: T;
}

export interface Gridlines {
  visible: boolean;
  look: ChartLook;
}

declare module "../host-class" {
  interface HostTargets {
    TableCollection: Owner;
    TableScopedCollection: readonly Table[];
    Table: Table;
    TableColumnCollection: Table;
    TableColumn: TableColumn;
    TableRowCollection: Table;
    TableRow: TableRowTarget;
    TableSort: Table;
    Filter: TableColumn;
    AutoFilter: Sheet | Table;
    RangeSort: RangeTarget;
    ConditionalFormatCollection: AreasOfSheet;
    ConditionalFormat: RuleTarget;
    CellValueConditionalFormat: RuleTarget;
    TextConditionalFormat: RuleTarget;
    CustomConditionalFormat: RuleTarget;
    ConditionalFormatRule: RuleTarget;
    TopBottomConditionalFormat: RuleTarget;
    PresetCriteriaConditionalFormat: RuleTarget;
    DataBarConditionalFormat: RuleTarget;
    ConditionalDataBarPositiveFormat: RuleTarget;
    ConditionalDataBarNegativeFormat: RuleTarget;
    ColorScaleConditionalFormat: RuleTarget;
    IconSetConditionalFormat: RuleTarget;
    ConditionalRangeFormat: RuleFormatTarget;
    ConditionalRangeFont: RuleFormatTarget;
    ConditionalRangeFill: RuleFormatTarget;
    ConditionalRangeBorderCollection: RuleFormatTarget;
    ConditionalRangeBorder: RuleBorderTarget;
    DataValidation: AreasOfSheet;
    PivotTableCollection: Owner;
    PivotTableScopedCollection: readonly PivotTable[];
    PivotTable: PivotTable;
    PivotLayout: PivotTable;
    PivotHierarchyCollection: PivotTable;
    PivotHierarchy: PivotFieldTarget;
    RowColumnPivotHierarchyCollection: PivotAxisTarget;
    RowColumnPivotHierarchy: PivotFieldTarget;
    FilterPivotHierarchyCollection: PivotTable;
    FilterPivotHierarchy: PivotFieldTarget;
    DataPivotHierarchyCollection: PivotTable;
    DataPivotHierarchy: DataHierarchyTarget;
    PivotFieldCollection: PivotFieldTarget;
    PivotField: PivotFieldTarget;
    PivotItemCollection: PivotItemsTarget;
    PivotItem: PivotItemTarget;
    SlicerCollection: Owner;
    Slicer: Slicer;
    SlicerItemCollection: Slicer;
    SlicerItem: SlicerItemTarget;
    ChartCollection: Sheet;
    Chart: Chart;
    ChartAreaFormat: Chart;
    ChartSeriesCollection: Chart;
    ChartSeries: SeriesTarget;
    ChartSeriesFormat: ChartPart<ChartLook>;
    ChartPointsCollection: SeriesTarget;
    ChartPoint: PointTarget;
    ChartPointFormat: ChartPart<ChartLook>;
    ChartTitle: Chart;
    ChartTitleFormat: ChartPart<ChartLook>;
    ChartLegend: Chart;
    ChartLegendFormat: ChartPart<ChartLook>;
    ChartDataLabels: ChartPart<ChartLabels>;
    ChartDataLabelFormat: ChartPart<ChartLook>;
    ChartAxes: Chart;
    ChartAxis: ChartPart<ChartAxis>;
    ChartAxisFormat: ChartPart<ChartLook>;
    ChartAxisTitle: ChartPart<ChartText>;
    ChartAxisTitleFormat: ChartPart<ChartLook>;
    ChartGridlines: ChartPart<Gridlines>;
    ChartGridlinesFormat: ChartPart<ChartLook>;
    ChartPlotArea: Chart;
    ChartPlotAreaFormat: ChartPart<ChartLook>;
    ChartFill: ChartPart<ChartLook>;
    ChartBorder: ChartPart<ChartLook>;
    ChartLineFormat: ChartPart<ChartLook>;
    ChartFont: ChartPart<ChartLook>;
  }
}
