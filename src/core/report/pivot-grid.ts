import type { PivotValue, ReportColumn, ReportPivot, ReportTable } from "./report";

/** A line of a pivot: what it is about, and its numbers in the order of the pivot's values. */
export interface PivotLine {
  /** Places among the items of the first field and of the second; [] is the grand total, [n] the sum of an item. */
  readonly items: readonly number[];
  readonly label: string;
  /** null where there is nothing to tell: a share of nothing, a ratio to nothing. */
  readonly values: readonly (number | null)[];
}

/** Sums of one line: whole cents of the columns that are summed, and the cells counted. */
interface Sums {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/**
 * The lines of a pivot as Excel works them out: sums of numbers, blanks left out; lines only for what occurs; texts that
 * differ in capitals alone are one item. Money is summed in whole cents, so that the order of rows can't show.
 */
export function pivotLines(pivot: ReportPivot, table: ReportTable): PivotLine[] {
  const [first, second] = pivot.rows;
  const columns = [
    ...new Set(pivot.values.flatMap(({ of }) => ("by" in of ? [of.column, of.by] : [of.column]))),
  ];
  const sources = columns.map((id) => columnNamed(table, id));
  const scales = sources.map(({ format }) => (format === "money" ? 100 : 1));
  const placesOf = [first, second].map((field) =>
    placesOfItems(columnNamed(table, field.column), field.items),
  );
  const blank = (): Sums => ({
    sums: new Float64Array(columns.length),
    counts: new Float64Array(columns.length),
  });
  const total = blank();
  const groups = new Map<number, { readonly all: Sums; readonly parts: Map<number, Sums> }>();
  for (let row = 0; row < table.rowCount; row++) {
    const a = placesOf[0]?.[row] ?? 0;
    const b = placesOf[1]?.[row] ?? 0;
    let group = groups.get(a);
    if (!group) groups.set(a, (group = { all: blank(), parts: new Map() }));
    let part = group.parts.get(b);
    if (!part) group.parts.set(b, (part = blank()));
    for (let c = 0; c < sources.length; c++) {
      const cell = sources[c]?.values[row] ?? null;
      if (cell === null || cell === "") continue;
      const units = typeof cell === "number" ? Math.round(cell * (scales[c] ?? 1)) : 0;
      for (const sum of [total, group.all, part]) {
        sum.sums[c] = (sum.sums[c] ?? 0) + units;
        sum.counts[c] = (sum.counts[c] ?? 0) + 1;
      }
    }
  }
  const valueOf = (of: PivotValue["of"], own: Sums): number | null => {
    const sum = (id: string, sums: Sums) => {
      const c = columns.indexOf(id);
      return (sums.sums[c] ?? 0) / (scales[c] ?? 1);
    };
    switch (of.kind) {
      case "sum":
        return sum(of.column, own);
      case "count":
        return own.counts[columns.indexOf(of.column)] ?? 0;
      case "share": {
        const all = sum(of.column, total);
        return all === 0 ? null : sum(of.column, own) / all;
      }
      case "ratio": {
        const by = sum(of.by, own);
        return by === 0 ? null : sum(of.column, own) / by;
      }
    }
  };
  const line = (items: readonly number[], label: string | null | undefined, own: Sums): PivotLine => ({
    items,
    label: label ?? pivot.blank,
    values: pivot.values.map(({ of }) => valueOf(of, own)),
  });
  const inOrder = <T>(entries: Iterable<readonly [number, T]>) => [...entries].sort(([a], [b]) => a - b);
  return [
    ...inOrder(groups).flatMap(([a, { all, parts }]) => [
      line([a], first.items[a], all),
      ...inOrder(parts).map(([b, own]) => line([a, b], second.items[b], own)),
    ]),
    line([], pivot.grandTotal, total),
  ];
}

/** A pivot's lines as cells: what a viewer shows that never refreshes it, and what stands in a copy without its source. */
export function pivotCells(pivot: ReportPivot, table: ReportTable): ReportTable {
  const lines = pivotLines(pivot, table);
  return {
    kind: "table",
    name: pivot.name,
    rowCount: lines.length,
    plain: true,
    place: pivot.place,
    sums: lines.flatMap(({ items }, at) => (items.length < 2 ? [at] : [])),
    columns: [
      {
        id: "label",
        header: pivot.caption,
        format: "text",
        width: 26,
        values: lines.map(({ label }) => label),
        indents: lines.map(({ items }) => (items.length === 2 ? 1 : 0)),
      },
      ...pivot.values.map(({ id, caption, format }, at): ReportColumn => ({
        id,
        header: caption,
        format,
        width: 16,
        values: lines.map(({ values }) => values[at] ?? null),
        // As the PivotTable's own number format has it.
        cents: true,
      })),
    ],
  };
}

/** What tells items apart: Excel takes North and NORTH for one. */
export function itemKey(cell: string | number | null | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell).toLowerCase();
}

function placesOfItems(column: ReportColumn, items: readonly (string | null)[]): Int32Array {
  const places = new Map(items.map((item, at) => [itemKey(item), at]));
  return Int32Array.from({ length: column.values.length }, (_, row) => {
    const place = places.get(itemKey(column.values[row]));
    if (place === undefined)
      throw new RangeError(`A pivot's field ${column.id} lacks an item of its column.`);
    return place;
  });
}

function columnNamed(table: ReportTable, id: string): ReportColumn {
  const column = table.columns.find((one) => one.id === id);
  if (!column) throw new RangeError(`The table ${table.name} has no column ${id}.`);
  return column;
}
