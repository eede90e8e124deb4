import { Accumulator } from "./accumulator";
import { cellError, isCellError, type CellValue } from "./cell-value";
import type { DataHierarchy, PivotField, PivotItem, PivotTable } from "./pivot";
import { allowedRecords, passValues } from "./pivot-filter";
import { itemsOf } from "./pivot-source";

/** An item on an axis under the items left of it (or above); the root stands for the grand total. */
export interface AxisNode {
  /** -1 for the root, 0 for the first field of the axis. */
  readonly depth: number;
  readonly item: PivotItem | undefined;
  readonly field: PivotField | undefined;
  readonly parent: AxisNode | undefined;
  children: AxisNode[];
  /** Where its figures are kept. */
  readonly id: number;
}

/** Both axes of a PivotTable as its filters and sorts leave them, and the figure of any two of their nodes. */
export interface PivotFigures {
  readonly rows: AxisNode;
  readonly columns: AxisNode;
  /** What the cell of a row, a column and a data hierarchy shows. */
  figure(row: AxisNode, column: AxisNode, data: DataHierarchy): CellValue;
}

/** Computes a PivotTable from what its source held at the last refresh. */
export function figuresOf(pivot: PivotTable): PivotFigures {
  const rows = new Axis(pivot, pivot.rows);
  const columns = new Axis(pivot, pivot.columns);
  const cells = new Map<number, Accumulator[]>();
  const allowed = allowedRecords(pivot);
  const records = pivot.fields[0]?.values.length ?? 0;
  const width = columns.most;
  const values = pivot.data.map(({ field }) => field.values);
  for (let record = 0; record < records; record += 1) {
    if (!allowed(record)) continue;
    const key = rows.leaf(record) * width + columns.leaf(record);
    let sums = cells.get(key);
    if (!sums) cells.set(key, (sums = values.map(() => new Accumulator())));
    for (let index = 0; index < values.length; index += 1) sums[index]!.add(values[index]![record]!);
  }
  const leaves = [...cells].map(([key, sums]) => ({
    row: Math.floor(key / width),
    column: key % width,
    sums,
  }));
  const kept = filterByValue(pivot, rows, columns, leaves);
  const totals = new Totals(rows, columns, kept, values.length);
  sortAxis(pivot, rows, (node, index) => totals.at(node.id, columns.root.id)?.[index]);
  sortAxis(pivot, columns, (node, index) => totals.at(rows.root.id, node.id)?.[index]);
  return {
    rows: rows.root,
    columns: columns.root,
    figure: (row, column, data) => shown(totals, rows, columns, row, column, data, pivot.data.indexOf(data)),
  };
}

interface Leaf {
  readonly row: number;
  readonly column: number;
  readonly sums: Accumulator[];
}

/** The nodes of one axis, found by the items of a record. */
class Axis {
  readonly nodes: AxisNode[] = [];
  readonly root: AxisNode;
  readonly #byItem: Map<number, AxisNode>[] = [];
  readonly #places: { readonly records: Int32Array; readonly items: readonly PivotItem[] }[];
  readonly #fields: readonly PivotField[];
  /** More than any node's id. */
  readonly most: number;

  constructor(pivot: PivotTable, fields: readonly PivotField[]) {
    this.#fields = fields;
    this.#places = fields.map((field) => itemsOf(pivot, field));
    this.root = this.#make(undefined, undefined, undefined);
    this.most = fields.length === 0 ? 1 : 2 ** 26;
  }

  /** The id of the node of a record's items; the node is made when first met. */
  leaf(record: number): number {
    let node = this.root;
    for (let depth = 0; depth < this.#places.length; depth += 1) {
      const { records, items } = this.#places[depth]!;
      const item = records[record]!;
      const children = this.#byItem[node.id]!;
      let child = children.get(item);
      if (!child) {
        child = this.#make(node, items[item], this.#fields[depth]);
        children.set(item, child);
      }
      node = child;
    }
    return node.id;
  }

  /** Puts the children of every node in the order of their fields' items; only nodes in `alive` stay. */
  order(alive: ReadonlySet<number>): void {
    for (const node of this.nodes) {
      node.children = [...this.#byItem[node.id]!]
        .filter(([, child]) => alive.has(child.id))
        .sort(([a], [b]) => a - b)
        .map(([, child]) => child);
    }
  }

  #make(parent: AxisNode | undefined, item: PivotItem | undefined, field: PivotField | undefined): AxisNode {
    const node: AxisNode = {
      depth: parent ? parent.depth + 1 : -1,
      item,
      field,
      parent,
      children: [],
      id: this.nodes.length,
    };
    this.nodes.push(node);
    this.#byItem.push(new Map());
    return node;
  }
}

/** The accumulators of every pair of nodes, put together from those of the leaves. */
class Totals {
  readonly #cells = new Map<number, Accumulator[]>();
  readonly #width: number;

  constructor(rows: Axis, columns: Axis, leaves: readonly Leaf[], data: number) {
    this.#width = columns.most;
    const aliveRows = new Set<number>([rows.root.id]);
    const aliveColumns = new Set<number>([columns.root.id]);
    for (const { row, column, sums } of leaves) {
      for (let up: AxisNode | undefined = rows.nodes[row]; up; up = up.parent) {
        aliveRows.add(up.id);
        for (let left: AxisNode | undefined = columns.nodes[column]; left; left = left.parent) {
          aliveColumns.add(left.id);
          const key = up.id * this.#width + left.id;
          let total = this.#cells.get(key);
          if (!total) this.#cells.set(key, (total = Array.from({ length: data }, () => new Accumulator())));
          for (let index = 0; index < data; index += 1) total[index]!.merge(sums[index]!);
        }
      }
    }
    rows.order(aliveRows);
    columns.order(aliveColumns);
  }

  at(row: number, column: number): readonly Accumulator[] | undefined {
    return this.#cells.get(row * this.#width + column);
  }
}

/** Drops what value filters drop, the outer fields first: an inner field is filtered within each item of the outer one. */
function filterByValue(pivot: PivotTable, rows: Axis, columns: Axis, leaves: Leaf[]): Leaf[] {
  let kept = leaves;
  const filterAxis = (axis: Axis, fields: readonly PivotField[], own: "row" | "column"): void => {
    fields.forEach((field, depth) => {
      const filter = field.valueFilter;
      const index = pivot.data.findIndex(({ name }) => name === filter?.value);
      if (!filter || index < 0) return;
      const totals = new Totals(rows, columns, kept, pivot.data.length);
      const dropped = new Set<number>();
      for (const node of axis.nodes) {
        if (node.depth !== depth - 1) continue;
        const figures = node.children.map((child) => {
          const sums =
            own === "row" ? totals.at(child.id, columns.root.id) : totals.at(rows.root.id, child.id);
          return sums?.[index]?.result(pivot.data[index]!.summarizeBy) ?? null;
        });
        const passed = passValues(figures, filter);
        node.children.forEach((child, place) => {
          if (!passed[place]) dropped.add(child.id);
        });
      }
      kept = kept.filter((leaf) => {
        let node: AxisNode | undefined = axis.nodes[leaf[own]];
        while (node && node.depth > depth) node = node.parent;
        return !node || !dropped.has(node.id);
      });
    });
  };
  filterAxis(rows, pivot.rows, "row");
  filterAxis(columns, pivot.columns, "column");
  return kept;
}

/** Orders the children of fields that are sorted by a data hierarchy; equal ones keep the order of their items. */
function sortAxis(
  pivot: PivotTable,
  axis: Axis,
  total: (node: AxisNode, index: number) => Accumulator | undefined,
): void {
  for (const node of axis.nodes) {
    const sort = node.children[0]?.field?.sort;
    if (sort?.by !== "values") continue;
    const index = pivot.data.findIndex(({ name }) => name === sort.hierarchy);
    if (index < 0) continue;
    const by = pivot.data[index]!.summarizeBy;
    const keyed = node.children.map((child) => {
      const result = total(child, index)?.result(by) ?? null;
      return { child, key: typeof result === "number" ? result : -Infinity };
    });
    const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
    keyed.sort((a, b) => (sort.descending ? order(b.key, a.key) : order(a.key, b.key)));
    node.children = keyed.map(({ child }) => child);
  }
}

function shown(
  totals: Totals,
  rows: Axis,
  columns: Axis,
  row: AxisNode,
  column: AxisNode,
  data: DataHierarchy,
  index: number,
): CellValue {
  const at = (r: AxisNode, c: AxisNode): CellValue =>
    totals.at(r.id, c.id)?.[index]?.result(data.summarizeBy) ?? null;
  const part = at(row, column);
  switch (data.showAs) {
    case "None":
      return part;
    case "PercentOfGrandTotal":
      return share(part, at(rows.root, columns.root));
    case "PercentOfRowTotal":
      return share(part, at(row, columns.root));
    case "PercentOfColumnTotal":
      return share(part, at(rows.root, column));
    case "PercentOfParentRowTotal":
      return share(part, at(row.parent ?? row, column));
    case "PercentOfParentColumnTotal":
      return share(part, at(row, column.parent ?? column));
  }
}

/** A part of a whole; nothing of something is 0, anything of nothing an error, as Excel divides. */
function share(part: CellValue, whole: CellValue): CellValue {
  if (isCellError(part)) return part;
  if (isCellError(whole)) return whole;
  const below = typeof whole === "number" ? whole : 0;
  const above = typeof part === "number" ? part : 0;
  if (below === 0) return part === null ? null : cellError("#DIV/0!");
  return above / below;
}
