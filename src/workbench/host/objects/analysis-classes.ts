import { hostClass, type HostClass } from "../host-class";
import "./analysis-targets";
import { chartClasses } from "./chart";
import { chartPartClasses } from "./chart-parts";
import { chartSeriesClasses } from "./chart-series";
import { conditionalFormatClasses } from "./conditional-format";
import { filterClasses } from "./filter";
import { pivotFieldClasses } from "./pivot-field";
import { pivotHierarchyClasses } from "./pivot-hierarchy";
import { pivotLayoutClasses } from "./pivot-layout";
import { pivotsIn, pivotTableClasses } from "./pivot-table";
import { slicerClasses } from "./slicer";
import { tableClasses, tablesIn } from "./table";
import { tableLineClasses } from "./table-lines";
import { validationClasses } from "./validation";

/** The members of Workbook, Worksheet and ranges that lead to these objects. */
const ways = [
  hostClass("Workbook", {
    navigations: {
      tables: { since: "1.1", class: "TableCollection", get: (book) => book },
      pivotTables: { since: "1.3", class: "PivotTableCollection", get: (book) => book },
      slicers: { since: "1.10", class: "SlicerCollection", get: (book) => book },
    },
  }),
  hostClass("Worksheet", {
    navigations: {
      autoFilter: { since: "1.9", class: "AutoFilter", get: (sheet) => sheet },
      charts: { since: "1.1", class: "ChartCollection", get: (sheet) => sheet },
      pivotTables: { since: "1.3", class: "PivotTableCollection", get: (sheet) => sheet },
      slicers: { since: "1.10", class: "SlicerCollection", get: (sheet) => sheet },
      tables: { since: "1.1", class: "TableCollection", get: (sheet) => sheet },
    },
  }),
  hostClass("Range", {
    navigations: {
      conditionalFormats: {
        since: "1.6",
        class: "ConditionalFormatCollection",
        get: ({ sheet, area }) => ({ sheet, areas: [area] }),
      },
      dataValidation: {
        since: "1.8",
        class: "DataValidation",
        get: ({ sheet, area }) => ({ sheet, areas: [area] }),
      },
      sort: { since: "1.2", class: "RangeSort", get: (range) => range },
    },
    methods: {
      getPivotTables: {
        since: "1.12",
        returns: "PivotTableScopedCollection",
        call: ({ sheet, area }, args) => pivotsIn(sheet, area, args.boolean(0, false)),
      },
      getTables: {
        since: "1.9",
        returns: "TableScopedCollection",
        call: ({ sheet, area }, args) => tablesIn(sheet, area, args.boolean(0, false)),
      },
    },
  }),
  hostClass("RangeAreas", {
    navigations: {
      conditionalFormats: { since: "1.9", class: "ConditionalFormatCollection", get: (areas) => areas },
      dataValidation: { since: "1.9", class: "DataValidation", get: (areas) => areas },
    },
  }),
] as unknown as readonly HostClass[];

/** The classes of tables, filters, sorting, conditional formats, validation, charts, PivotTables and slicers. */
export const analysisClasses: readonly HostClass[] = [
  ...ways,
  ...tableClasses,
  ...tableLineClasses,
  ...filterClasses,
  ...conditionalFormatClasses,
  ...validationClasses,
  ...pivotTableClasses,
  ...pivotHierarchyClasses,
  ...pivotFieldClasses,
  ...pivotLayoutClasses,
  ...slicerClasses,
  ...chartClasses,
  ...chartSeriesClasses,
  ...chartPartClasses,
];
