import { xmlAttribute } from "../../files/excel-text";
import { addressOf } from "../workbook/area";
import type { DataHierarchy, PivotField, PivotItem, PivotTable } from "../workbook/pivot";
import type { AxisNode } from "../workbook/pivot-figures";
import { allowedItems } from "../workbook/pivot-filter";
import type { PivotGrid, PivotLine } from "../workbook/pivot-layout";
import { itemsOf } from "../workbook/pivot-source";
import { pivotWords } from "../workbook/pivot-words";
import { textOf } from "../workbook/shown-text";
import { hasItems, placeIn, type PivotCache } from "./pivot-cache";
import { filtersXml } from "./pivot-filters";

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The field that stands for the values (ECMA-376-1, 18.10.1.36), as itself and as an unsigned reference. */
const VALUES = -2;
const VALUES_REFERENCE = 4_294_967_294;

const SUBTOTALS: Readonly<Record<DataHierarchy["summarizeBy"], string | undefined>> = {
  Sum: undefined,
  Count: "count",
  Average: "average",
  Max: "max",
  Min: "min",
  Product: "product",
  CountNumbers: "countNums",
  StandardDeviation: "stdDev",
  StandardDeviationP: "stdDevp",
  Variance: "var",
  VarianceP: "varp",
};

const SHOWN_AS: Readonly<Record<string, string>> = {
  PercentOfGrandTotal: "percentOfTotal",
  PercentOfRowTotal: "percentOfRow",
  PercentOfColumnTotal: "percentOfCol",
};

/** Those that came with Excel 2010 stand in an extension ([MS-XLSX], 2.6.60). */
const SHOWN_AS_2010: Readonly<Record<string, string>> = {
  PercentOfParentRowTotal: "percentOfParentRow",
  PercentOfParentColumnTotal: "percentOfParentCol",
};

/**
 * The part of a PivotTable (CT_pivotTableDefinition, ECMA-376-1, 18.10.1.73): its fields with the items in their order
 * and those that are filtered out hidden, its lines as its cells have them, its values with what they show and their
 * number format, whose id `formatId` gives.
 */
export function definitionXml(
  pivot: PivotTable,
  grid: PivotGrid,
  cache: PivotCache,
  cacheId: number,
  formatId: (format: string) => number,
): string {
  const { layout, rows, columns, filters, data, fields, body } = pivot;
  const words = pivotWords(pivot.culture);
  const place = (field: PivotField) => fields.indexOf(field);
  const several = data.length > 1;
  const across = [...columns.map(place), ...(several ? [VALUES] : [])];
  const flags = [
    layout.fillEmptyCells
      ? layout.emptyCellText === ""
        ? ""
        : ` missingCaption="${xmlAttribute(layout.emptyCellText)}"`
      : ' showMissing="0"',
    layout.preserveFormatting ? "" : ' preserveFormatting="0"',
    layout.autoFormat ? ' useAutoFormatting="1"' : "",
    layout.showRowGrandTotals ? "" : ' rowGrandTotals="0"',
    layout.showColumnGrandTotals ? "" : ' colGrandTotals="0"',
    layout.showFieldHeaders ? "" : ' showHeaders="0"',
    layout.layoutType === "Compact" ? "" : ' compact="0" compactData="0"',
    layout.layoutType === "Tabular" ? "" : ' outline="1" outlineData="1"',
  ].join("");
  const pages = filters.length > 0 ? ` rowPageCount="${filters.length}" colPageCount="1"` : "";
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><pivotTableDefinition xmlns="${SPREADSHEET}" ` +
    `name="${xmlAttribute(pivot.name)}" cacheId="${cacheId}" applyNumberFormats="0" applyBorderFormats="0" ` +
    `applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" ` +
    `dataCaption="${xmlAttribute(words.values)}" grandTotalCaption="${xmlAttribute(words.grandTotal)}" ` +
    `updatedVersion="6" minRefreshableVersion="3" itemPrintTitles="1" createdVersion="6" indent="0" ` +
    `multipleFieldFilters="${pivot.options.allowMultipleFiltersPerField ? 1 : 0}" ` +
    `rowHeaderCaption="${xmlAttribute(words.rowLabels)}" colHeaderCaption="${xmlAttribute(words.columnLabels)}"${flags}>` +
    `<location ref="${addressOf(body)}" firstHeaderRow="${columns.length > 0 || !several ? 1 : 0}" ` +
    `firstDataRow="${grid.headerRows}" firstDataCol="${grid.labelColumns}"${pages}/>` +
    list(
      "pivotFields",
      fields.map((field) => fieldXml(pivot, field, cache)),
    ) +
    list(
      "rowFields",
      rows.map((field) => `<field x="${place(field)}"/>`),
    ) +
    list("rowItems", rowLines(pivot, grid)) +
    list(
      "colFields",
      across.map((at) => `<field x="${at}"/>`),
    ) +
    list("colItems", columnLines(pivot, grid)) +
    list(
      "pageFields",
      filters.map((field) => pageXml(pivot, field)),
    ) +
    list(
      "dataFields",
      data.map((one) => dataXml(one, place(one.field), formatId)),
    ) +
    `<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" ` +
    `showColStripes="0" showLastColumn="1"/>${filtersXml(pivot)}</pivotTableDefinition>`
  );
}

const list = (name: string, parts: readonly string[]): string =>
  parts.length === 0 ? "" : `<${name} count="${parts.length}">${parts.join("")}</${name}>`;

/** The only item of a filter above the table that is let through, if it is just one. */
function chosenItem(pivot: PivotTable, field: PivotField): number | undefined {
  const allowed = allowedItems(pivot, field);
  if (!allowed || field.severalItems) return undefined;
  const at = allowed.indexOf(true);
  return at >= 0 && allowed.lastIndexOf(true) === at ? at : undefined;
}

const pageXml = (pivot: PivotTable, field: PivotField): string => {
  const chosen = chosenItem(pivot, field);
  return `<pageField fld="${pivot.fields.indexOf(field)}"${chosen === undefined ? "" : ` item="${chosen}"`} hier="-1"/>`;
};

function fieldXml(pivot: PivotTable, field: PivotField, cache: PivotCache): string {
  const { layout, data } = pivot;
  const axis = pivot.rows.includes(field)
    ? "axisRow"
    : pivot.columns.includes(field)
      ? "axisCol"
      : pivot.filters.includes(field)
        ? "axisPage"
        : undefined;
  const subtotal = field.subtotals === "Automatic" && layout.subtotalLocation !== "Off";
  const flags = [
    field.name === field.source ? "" : ` name="${xmlAttribute(field.name)}"`,
    axis ? ` axis="${axis}"` : "",
    data.some((one) => one.field === field) ? ' dataField="1"' : "",
    layout.layoutType === "Compact" ? "" : ' compact="0"',
    layout.layoutType === "Tabular" ? ' outline="0"' : "",
    layout.subtotalLocation === "AtBottom" ? ' subtotalTop="0"' : "",
    ` showAll="${field.showAllItems ? 1 : 0}"`,
    layout.blankLines ? ' insertBlankRow="1"' : "",
    field.valueFilter ? ' measureFilter="1"' : "",
    axis === "axisPage" && field.severalItems ? ' multipleItemSelectionAllowed="1"' : "",
    field.sort.by === "none" ? "" : ` sortType="${field.sort.descending ? "descending" : "ascending"}"`,
    subtotal ? "" : ' defaultSubtotal="0"',
  ].join("");
  if (!hasItems(pivot, field)) return `<pivotField${flags}/>`;
  const allowed =
    axis === "axisPage" && chosenItem(pivot, field) !== undefined ? undefined : allowedItems(pivot, field);
  const items = itemsOf(pivot, field).items.map((item, at) => {
    const marks = [
      isRenamed(pivot, field, item) ? ` n="${xmlAttribute(item.name)}"` : "",
      allowed?.[at] === false ? ' h="1"' : "",
      item.present ? "" : ' m="1"',
      item.expanded ? "" : ' sd="0"',
    ].join("");
    return `<item${marks} x="${placeIn(cache, field, item)}"/>`;
  });
  if (subtotal) items.push('<item t="default"/>');
  return `<pivotField${flags}>${list("items", items)}${sortXml(pivot, field)}</pivotField>`;
}

const isRenamed = (pivot: PivotTable, field: PivotField, { value, name }: PivotItem): boolean =>
  name !== (value === null ? pivotWords(pivot.culture).blank : textOf(value, field.numberFormat));

/** Which of the values the items are sorted by. */
function sortXml({ data }: PivotTable, { sort }: PivotField): string {
  const by = sort.by === "values" ? data.findIndex(({ name }) => name === sort.hierarchy) : -1;
  if (by < 0) return "";
  return (
    `<autoSortScope><pivotArea dataOnly="0" outline="0" fieldPosition="0"><references count="1">` +
    `<reference field="${VALUES_REFERENCE}" count="1" selected="0"><x v="${by}"/></reference>` +
    `</references></pivotArea></autoSortScope>`
  );
}

function dataXml(
  { name, summarizeBy, showAs, numberFormat }: DataHierarchy,
  place: number,
  formatId: (format: string) => number,
): string {
  const subtotal = SUBTOTALS[summarizeBy];
  const format = numberFormat || (showAs === "None" ? "" : "0.00%");
  const attributes = [
    ` name="${xmlAttribute(name)}" fld="${place}"`,
    subtotal ? ` subtotal="${subtotal}"` : "",
    SHOWN_AS[showAs] ? ` showDataAs="${SHOWN_AS[showAs]}"` : "",
    ` baseField="0" baseItem="0"`,
    format ? ` numFmtId="${formatId(format)}"` : "",
  ].join("");
  const later = SHOWN_AS_2010[showAs];
  if (!later) return `<dataField${attributes}/>`;
  return (
    `<dataField${attributes}><extLst><ext uri="{E15A36E0-9728-4e99-A89B-3F7291B0FE68}" ` +
    `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
    `<x14:dataField pivotShowAs="${later}"/></ext></extLst></dataField>`
  );
}

/** The items of a node and of those it stands under, by their places in their fields, outermost first. */
function pathOf(pivot: PivotTable, node: AxisNode): number[] {
  const path: number[] = [];
  for (let at: AxisNode | undefined = node; at?.item && at.field; at = at.parent)
    path.unshift(itemsOf(pivot, at.field).items.indexOf(at.item));
  return path;
}

/** A line of an axis (CT_I, 18.10.1.44): `r` counts the items that are those of the line before. */
function lineXml(path: readonly number[], before: readonly number[], kind: string, value: number): string {
  const plain = kind === "";
  let same = 0;
  while (plain && same < path.length - 1 && path[same] === before[same]) same++;
  const rest = path.slice(same).map((v) => (v === 0 ? "<x/>" : `<x v="${v}"/>`));
  const marks = [
    plain ? "" : ` t="${kind}"`,
    same === 0 ? "" : ` r="${same}"`,
    value > 0 ? ` i="${value}"` : "",
  ].join("");
  return `<i${marks}>${rest.length === 0 ? "<x/>" : rest.join("")}</i>`;
}

function rowLines(pivot: PivotTable, { rows, values, headerRows, labelColumns }: PivotGrid): string[] {
  if (pivot.rows.length === 0) return ["<i/>"];
  let before: readonly number[] = [];
  return rows.map((line, at) => {
    const path = pathOf(pivot, line.node);
    const unlabelled = values[headerRows + at]!.slice(0, labelColumns).every((value) => value === null);
    const xml = lineXml(path, before, line.kind === "blank" && unlabelled ? "blank" : kindOf(line), 0);
    before = path;
    return xml;
  });
}

function columnLines(pivot: PivotTable, { columns }: PivotGrid): string[] {
  const several = pivot.data.length > 1;
  if (pivot.columns.length === 0 && !several) return ["<i/>"];
  let before: readonly number[] = [];
  return columns.map((line) => {
    const value = line.data && several ? pivot.data.indexOf(line.data) : 0;
    const items = pathOf(pivot, line.node);
    const kind = kindOf(line);
    const path = several && kind === "" ? [...items, value] : items;
    const xml = lineXml(path, before, kind, value);
    before = path;
    return xml;
  });
}

const kindOf = ({ kind }: PivotLine): string =>
  kind === "grand" ? "grand" : kind === "subtotal" ? "default" : "";
