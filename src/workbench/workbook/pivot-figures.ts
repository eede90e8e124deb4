import { Accumulator } from "./accumulator";
import { cellError, isCellError, type CellValue } from "./cell-value";
import type { DataHierarchy, PivotField, PivotItem, PivotTable } from "./pivot";
import { allowedRecords, passValues } from "./pivot-filter";
import { codedAxis, Numbering } from "./pivot-records";
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
  const records = pivot.fields[0]?.values.length ?? 0;
  const allowed = allowedRecords(pivot);
  const counted = allowed ? countedRecords(records, allowed) : records;
  const rows = new Axis(pivot, pivot.rows, counted);
  const columns = new Axis(pivot, pivot.columns, counted);
  // Data hierarchies of one field are summarised from the same figures.
  const fields = [...new Set(pivot.data.map(({ field }) => field))];
  const sums = summed(rows, columns, fields, counted);
  const shared = pivot.data.map(({ field }) => fields.indexOf(field));
  const kept = filterByValue(pivot, rows, columns, sums, shared);
  const totals = new Totals(rows, columns, kept, shared, fields.length);
  sortAxis(pivot, rows, (node, index) => totals.at(node.id, columns.root.id, index));
  sortAxis(pivot, columns, (node, index) => totals.at(rows.root.id, node.id, index));
  return {
    rows: rows.root,
    columns: columns.root,
    figure: (row, column, data) => shown(totals, rows, columns, row, column, data, pivot.data.indexOf(data)),
  };
}

function countedRecords(records: number, allowed: (record: number) => boolean): number[] {
  const counted: number[] = [];
  for (let record = 0; record < records; record += 1) if (allowed(record)) counted.push(record);
  return counted;
}

/** The figures of each field where an innermost row meets an innermost column. */
function summed(
  rows: Axis,
  columns: Axis,
  fields: readonly PivotField[],
  counted: readonly number[] | number,
): Leaf[] {
  const width = columns.leaves.length;
  const cells = new Numbering(rows.leaves.length * width);
  const sums: Accumulator[][] = [];
  const values = fields.map((field) => field.values);
  const add = (record: number): void => {
    const cell = cells.of(rows.records[record]! * width + columns.records[record]!);
    const own = (sums[cell] ??= values.map(() => new Accumulator()));
    for (let index = 0; index < values.length; index += 1) own[index]!.add(values[index]![record]!);
  };
  if (typeof counted === "number") for (let record = 0; record < counted; record += 1) add(record);
  else for (const record of counted) add(record);
  return cells.keys.map((key, cell) => ({
    row: rows.leaves[Math.floor(key / width)]!.id,
    column: columns.leaves[key % width]!.id,
    sums: sums[cell]!,
  }));
}

interface Leaf {
  readonly row: number;
  readonly column: number;
  readonly sums: Accumulator[];
}

/** The nodes of one axis: the root, and one for each combination of items that records have. */
class Axis {
  readonly nodes: AxisNode[] = [];
  readonly root: AxisNode;
  /** The innermost nodes; the root where the axis has no fields. */
  readonly leaves: readonly AxisNode[];
  /** The place in `leaves` of each record. */
  readonly records: Int32Array;
  /** The place of each node's item among its field's. */
  readonly #places: number[] = [];

  constructor(pivot: PivotTable, fields: readonly PivotField[], counted: readonly number[] | number) {
    this.root = this.#make(undefined, undefined, undefined, -1);
    let leaves = [this.root];
    const interned = fields.map((field) => itemsOf(pivot, field));
    const coded = codedAxis(
      interned.map(({ records, items }) => ({ records, count: items.length })),
      counted,
    );
    coded.depths.forEach(({ parents, items }, depth) => {
      const above = leaves;
      leaves = items.map((item, number) => {
        const parent = above[parents[number]!]!;
        const node = this.#make(parent, interned[depth]!.items[item], fields[depth], item);
        parent.children.push(node);
        return node;
      });
    });
    this.leaves = leaves;
    this.records = fields.length > 0 ? coded.records : new Int32Array(pivot.fields[0]?.values.length ?? 0);
  }

  /** Puts the children of every node in the order of their fields' items; only nodes in `alive` stay. */
  order(alive: ReadonlySet<number>): void {
    for (const node of this.nodes) {
      node.children = node.children
        .filter((child) => alive.has(child.id))
        .sort((a, b) => this.#places[a.id]! - this.#places[b.id]!);
    }
  }

  #make(
    parent: AxisNode | undefined,
    item: PivotItem | undefined,
    field: PivotField | undefined,
    place: number,
  ): AxisNode {
    const depth = parent ? parent.depth + 1 : -1;
    const node: AxisNode = { depth, item, field, parent, children: [], id: this.nodes.length };
    this.nodes.push(node);
    this.#places.push(place);
    return node;
  }
}

/** The accumulators of every pair of nodes, put together from those of the leaves. */
class Totals {
  readonly #cells = new Map<number, Accumulator[]>();
  readonly #width: number;
  readonly #shared: readonly number[];

  /** `shared`: the place of each data hierarchy's accumulator among a leaf's, of which there are `data`. */
  constructor(rows: Axis, columns: Axis, leaves: readonly Leaf[], shared: readonly number[], data: number) {
    this.#width = columns.nodes.length;
    this.#shared = shared;
    const aliveRows = new Set<number>([rows.root.id]);
    const aliveColumns = new Set<number>([columns.root.id]);
    for (const { row, column, sums } of leaves) {
      for (let up: AxisNode | undefined = rows.nodes[row]; up; up = up.parent) {
        aliveRows.add(up.id);
        for (let left: AxisNode | undefined = columns.nodes[column]; left; left = left.parent) {
          aliveColumns.add(left.id);
          const key = up.id * this.#width + left.id;
          // A leaf's own figures are nobody else's: they stand for themselves.
          if (up.id === row && left.id === column) {
            this.#cells.set(key, sums);
            continue;
          }
          let total = this.#cells.get(key);
          if (!total) this.#cells.set(key, (total = Array.from({ length: data }, () => new Accumulator())));
          for (let index = 0; index < data; index += 1) total[index]!.merge(sums[index]!);
        }
      }
    }
    rows.order(aliveRows);
    columns.order(aliveColumns);
  }

  /** The accumulator of a data hierarchy, by its place, where a row meets a column. */
  at(row: number, column: number, data: number): Accumulator | undefined {
    return this.#cells.get(row * this.#width + column)?.[this.#shared[data]!];
  }
}

/** Drops what value filters drop, the outer fields first: an inner field is filtered within each item of the outer one. */
function filterByValue(
  pivot: PivotTable,
  rows: Axis,
  columns: Axis,
  leaves: Leaf[],
  shared: readonly number[],
): Leaf[] {
  let kept = leaves;
  const filterAxis = (axis: Axis, fields: readonly PivotField[], own: "row" | "column"): void => {
    fields.forEach((field, depth) => {
      const filter = field.valueFilter;
      const index = pivot.data.findIndex(({ name }) => name === filter?.value);
      if (!filter || index < 0) return;
      const totals = new Totals(rows, columns, kept, shared, Math.max(-1, ...shared) + 1);
      const dropped = new Set<number>();
      for (const node of axis.nodes) {
        if (node.depth !== depth - 1) continue;
        const figures = node.children.map((child) => {
          const total =
            own === "row"
              ? totals.at(child.id, columns.root.id, index)
              : totals.at(rows.root.id, child.id, index);
          return total?.result(pivot.data[index]!.summarizeBy) ?? null;
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
    totals.at(r.id, c.id, index)?.result(data.summarizeBy) ?? null;
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
