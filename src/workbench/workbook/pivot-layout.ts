import { isCellError, type CellValue } from "./cell-value";
import type { DataHierarchy, PivotField, PivotTable } from "./pivot";
import { figuresOf, type AxisNode, type PivotFigures } from "./pivot-figures";
import { itemsOf } from "./pivot-source";
import { pivotWords, type PivotWords } from "./pivot-words";
import { textOf } from "./shown-text";

/** A row or a column of figures: whose they are, and which data hierarchy they show if the columns tell. */
export interface PivotLine {
  readonly node: AxisNode;
  readonly data: DataHierarchy | undefined;
  readonly kind: "item" | "subtotal" | "grand" | "blank";
}

/** The body of a PivotTable, cell by cell, and where its parts are; rows and columns counted from its corner. */
export interface PivotGrid {
  readonly values: CellValue[][];
  /** Number formats, where a cell has one of its own. */
  readonly formats: (string | undefined)[][];
  readonly headerRows: number;
  readonly labelColumns: number;
  /** The lines below the header rows and right of the label columns. */
  readonly rows: readonly PivotLine[];
  readonly columns: readonly PivotLine[];
}

/** What stands above the body: each filter hierarchy and what it is set to. */
export function filterCells(pivot: PivotTable): CellValue[][] {
  const words = pivotWords(pivot.culture);
  return pivot.filters.map((field) => {
    const chosen = field.manual;
    const { items } = itemsOf(pivot, field);
    const seen = chosen ? items.filter(({ name, present }) => present && chosen.has(name)) : [];
    const only = seen.length === 1 ? seen[0]!.name : undefined;
    const all = !chosen || items.every(({ name, present }) => !present || chosen.has(name));
    return [field.name, all ? words.all : (only ?? words.several)];
  });
}

/**
 * Lays a PivotTable out as Excel does: compact (all row fields in one column), outline (a column each) or tabular (a
 * column each, outer items beside their first inner one, totals below).
 * https://support.microsoft.com/office/design-the-layout-and-format-of-a-pivottable-a9600265-95bf-4900-868e-641133c05a80
 */
export function layOut(pivot: PivotTable): PivotGrid {
  const figures = figuresOf(pivot);
  const words = pivotWords(pivot.culture);
  const columns = columnLines(pivot, figures.columns);
  const labels = rowLabels(pivot, figures.rows, words);
  const labelColumns = labelColumnsOf(pivot);
  const header = headerRowsOf(pivot, columns, labelColumns, words);
  const headerRows = header.values.length;
  const values: CellValue[][] = header.values;
  const formats: (string | undefined)[][] = header.formats;
  for (const { line, cells, formats: own } of labels) {
    values.push([...cells, ...columns.map((column) => figureCell(pivot, figures, line, column))]);
    formats.push([...own, ...columns.map((column) => numberFormatOf(column.data))]);
  }
  return {
    values,
    formats,
    headerRows,
    labelColumns,
    rows: labels.map(({ line }) => line),
    columns,
  };
}

function labelColumnsOf(pivot: PivotTable): number {
  if (pivot.rows.length === 0) return pivot.columns.length > 0 ? 1 : 0;
  return pivot.layout.layoutType === "Compact" ? 1 : pivot.rows.length;
}

const isShare = (data: DataHierarchy): boolean => data.showAs !== "None";

function numberFormatOf(data: DataHierarchy | undefined): string | undefined {
  if (!data) return undefined;
  return data.numberFormat || (isShare(data) ? "0.00%" : undefined);
}

function figureCell(pivot: PivotTable, figures: PivotFigures, row: PivotLine, column: PivotLine): CellValue {
  if (!column.data || row.kind === "blank") return null;
  const value = figures.figure(row.node, column.node, column.data);
  if (value !== null) return value;
  return pivot.layout.fillEmptyCells && pivot.layout.emptyCellText !== "" ? pivot.layout.emptyCellText : null;
}

/** The columns of figures: each innermost item with each data hierarchy, subtotals after an outer item's, grand totals. */
function columnLines(pivot: PivotTable, root: AxisNode): PivotLine[] {
  const data: (DataHierarchy | undefined)[] = pivot.data.length > 0 ? [...pivot.data] : [undefined];
  const lines = (node: AxisNode, kind: PivotLine["kind"]): PivotLine[] =>
    data.map((one) => ({ node, data: one, kind }));
  if (pivot.columns.length === 0) return pivot.data.length > 0 ? lines(root, "item") : [];
  const innermost = pivot.columns.length - 1;
  const walk = (node: AxisNode): PivotLine[] => {
    if (node.depth === innermost || node.item?.expanded === false) return lines(node, "item");
    const inner = node.children.flatMap(walk);
    return hasSubtotal(pivot, node) ? [...inner, ...lines(node, "subtotal")] : inner;
  };
  const all = root.children.flatMap(walk);
  return pivot.layout.showRowGrandTotals ? [...all, ...lines(root, "grand")] : all;
}

const hasSubtotal = (pivot: PivotTable, node: AxisNode): boolean =>
  node.depth >= 0 && node.field?.subtotals === "Automatic" && pivot.layout.subtotalLocation !== "Off";

interface RowLabel {
  readonly line: PivotLine;
  readonly cells: CellValue[];
  readonly formats: (string | undefined)[];
}

/** The label cells of every row below the headers. */
function rowLabels(pivot: PivotTable, root: AxisNode, words: PivotWords): RowLabel[] {
  const width = labelColumnsOf(pivot);
  const { layoutType, subtotalLocation, repeatLabels, blankLines } = pivot.layout;
  const compact = layoutType === "Compact";
  const innermost = pivot.rows.length - 1;
  const label = (
    line: PivotLine,
    labels: readonly [column: number, value: CellValue, format?: string][],
  ): RowLabel => {
    const cells: CellValue[] = new Array<CellValue>(width).fill(null);
    const formats: (string | undefined)[] = new Array<string | undefined>(width).fill(undefined);
    for (const [column, value, format] of labels) {
      cells[column] = value;
      formats[column] = format;
    }
    return { line, cells, formats };
  };
  if (pivot.rows.length === 0) {
    if (pivot.data.length === 0) return [];
    const only = pivot.columns.length > 0 && pivot.data.length === 1 ? pivot.data[0]!.name : null;
    return [label({ node: root, data: undefined, kind: "item" }, width > 0 ? [[0, only]] : [])];
  }
  const out: RowLabel[] = [];
  const own = (node: AxisNode): [number, CellValue, string?] => [
    compact ? 0 : node.depth,
    ...itemLabel(node),
  ];
  const above = (node: AxisNode): [number, CellValue, string?][] =>
    node.parent && node.parent.depth >= 0 ? [...above(node.parent), own(node.parent)] : [];
  const repeated = (node: AxisNode): [number, CellValue, string?][] =>
    repeatLabels && !compact ? above(node) : [];
  /** `first`: labels of outer items that stand on the row of their first inner one. */
  const walk = (node: AxisNode, first: [number, CellValue, string?][]): void => {
    const leaf = node.depth === innermost || node.item?.expanded === false;
    const labels: [number, CellValue, string?][] = [...repeated(node), ...first, own(node)];
    if (leaf) {
      out.push(label({ node, data: undefined, kind: "item" }, labels));
      return;
    }
    const subtotal = hasSubtotal(pivot, node);
    const atTop = layoutType !== "Tabular" && subtotalLocation === "AtTop";
    if (layoutType === "Tabular") {
      node.children.forEach((child, place) => walk(child, place === 0 ? [...first, own(node)] : []));
    } else {
      out.push(label({ node, data: undefined, kind: subtotal && atTop ? "item" : "blank" }, labels));
      for (const child of node.children) walk(child, []);
    }
    if (subtotal && !atTop) {
      const text = words.subtotal(node.item?.name ?? "");
      const line: PivotLine = { node, data: undefined, kind: "subtotal" };
      out.push(label(line, [...repeated(node), [compact ? 0 : node.depth, text]]));
    }
    if (blankLines) out.push(label({ node, data: undefined, kind: "blank" }, []));
  };
  for (const child of root.children) walk(child, []);
  if (pivot.layout.showColumnGrandTotals) {
    out.push(label({ node: root, data: undefined, kind: "grand" }, [[0, words.grandTotal]]));
  }
  return out;
}

/** What the cell of an item holds: its number or date as such unless it was renamed, else its name. */
function itemLabel(node: AxisNode): [CellValue, string?] {
  const { item, field } = node;
  if (!item || !field) return [null];
  if (typeof item.value === "number" && item.name === textOf(item.value, field.numberFormat)) {
    return [item.value, formatOf(field)];
  }
  return [isCellError(item.value) ? item.value : item.name];
}

const formatOf = (field: PivotField): string | undefined =>
  field.numberFormat === "General" || field.numberFormat === "@" ? undefined : field.numberFormat;

/** The rows above the figures. */
function headerRowsOf(
  pivot: PivotTable,
  columns: readonly PivotLine[],
  labelColumns: number,
  words: PivotWords,
): { values: CellValue[][]; formats: (string | undefined)[][] } {
  const captions = pivot.layout.showFieldHeaders;
  const compact = pivot.layout.layoutType === "Compact";
  const several = pivot.data.length > 1;
  const levels = pivot.columns.length === 0 ? 1 : 1 + pivot.columns.length + (several ? 1 : 0);
  const width = labelColumns + columns.length;
  const values = Array.from({ length: levels }, () => new Array<CellValue>(width).fill(null));
  const formats = Array.from({ length: levels }, () => new Array<string | undefined>(width).fill(undefined));
  const last = values[levels - 1]!;
  if (captions && pivot.rows.length > 0) {
    if (compact) last[0] = words.rowLabels;
    else pivot.rows.forEach((field, column) => (last[column] = field.name));
  }
  if (pivot.columns.length === 0) {
    columns.forEach(({ data }, index) => (last[labelColumns + index] = data?.name ?? null));
    return { values, formats };
  }
  const top = values[0]!;
  if (pivot.data.length === 1 && pivot.rows.length > 0) top[0] = pivot.data[0]!.name;
  if (captions) {
    const names = compact
      ? [words.columnLabels]
      : [...pivot.columns.map(({ name }) => name), ...(several ? [words.values] : [])];
    names.slice(0, columns.length).forEach((name, index) => (top[labelColumns + index] = name));
  }
  columns.forEach((line, index) => {
    const column = labelColumns + index;
    const before = columns[index - 1];
    if (several && line.kind === "item") last[column] = line.data?.name ?? null;
    if (line.kind !== "item") {
      const level = line.kind === "grand" ? 1 : 1 + line.node.depth;
      const name = line.node.item?.name ?? "";
      values[level]![column] =
        line.kind === "grand"
          ? several
            ? words.totalOf(line.data?.name ?? "")
            : words.grandTotal
          : several
            ? `${name} ${line.data?.name ?? ""}`
            : words.subtotal(name);
      return;
    }
    for (let node: AxisNode | undefined = line.node; node && node.depth >= 0; node = node.parent) {
      const known = before && before.kind === "item" && ancestors(before.node).has(node);
      if (known && !(pivot.layout.repeatLabels && !compact)) continue;
      if (known && several && node === before.node) continue;
      const [value, format] = itemLabel(node);
      values[1 + node.depth]![column] = value;
      formats[1 + node.depth]![column] = format;
    }
  });
  return { values, formats };
}

function ancestors(node: AxisNode): Set<AxisNode> {
  const all = new Set<AxisNode>();
  for (let up: AxisNode | undefined = node; up; up = up.parent) all.add(up);
  return all;
}
