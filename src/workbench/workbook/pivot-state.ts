import type { PivotTable } from "./pivot";

/**
 * Keeps how a PivotTable is set up; the result sets it up so again. `items`: also the names and folds of the items on
 * its axes, of which there may be many.
 */
export function keptState(pivot: PivotTable, items = true): () => void {
  const { anchor, rows, columns, filters, data, layout, fields } = pivot;
  const before = {
    anchor,
    rows: [...rows],
    columns: [...columns],
    filters: [...filters],
    data: [...data],
    layout: { ...layout },
  };
  const kept = items ? [...rows, ...columns].flatMap((field) => field.interned?.items ?? []) : [];
  const parts: [object, object][] = [...fields, ...data, ...kept].map((part) => [part, { ...part }]);
  return () => {
    Object.assign(pivot, before);
    for (const [part, was] of parts) Object.assign(part, was);
  };
}
