import type { Area } from "../workbook/area";
import { COLUMNS, contains, ROWS } from "../workbook/area";
import type { Change, Shift } from "../workbook/change";
import type { Workbook } from "../workbook/workbook";
import type { RangeTarget } from "./range-target";
import type { References } from "./references";

/**
 * Moves kept ranges with the cells they were made of when rows, columns or cells are inserted or deleted, as Excel does
 * with tracked objects: https://learn.microsoft.com/javascript/api/office/officeextension.trackedobjects. A range whose
 * cells are all deleted is forgotten: the next use of it is an InvalidReference.
 */
export function keepReferencesInPlace(workbook: Workbook, references: References): () => void {
  const forget = workbook.listen((change: Change) => {
    if (change.kind !== "sheets") return;
    for (const [id, { className, target }] of [...references.entries()]) {
      if (className === "Range" && !workbook.sheets.includes((target as RangeTarget).sheet))
        references.remove(id);
    }
  });
  // At once: a range that is made later in the same request stands where its cells are by then.
  const follow = workbook.follow((change) => {
    const moved = new Set<RangeTarget>();
    for (const [id, { className, target }] of [...references.entries()]) {
      if (className !== "Range") continue;
      const range = target as RangeTarget;
      if (range.sheet !== change.sheet || moved.has(range)) continue;
      const area = shifted(range.area, change);
      if (area === undefined) references.remove(id);
      else range.area = area;
      moved.add(range);
    }
  });
  return () => {
    forget();
    follow();
  };
}

/** Where an area is after cells were inserted or deleted; undefined where none of its cells are left. */
export function shifted(area: Area, { area: hole, shift }: Shift): Area | undefined {
  if (shift === "down" || shift === "up") {
    if (area.left < hole.left || area.right > hole.right) return area;
    const span = along({ first: area.top, last: area.bottom }, hole.top, hole.bottom, shift === "down", ROWS);
    return span && { ...area, top: span.first, bottom: span.last };
  }
  if (area.top < hole.top || area.bottom > hole.bottom) return area;
  const span = along(
    { first: area.left, last: area.right },
    hole.left,
    hole.right,
    shift === "right",
    COLUMNS,
  );
  return span && { ...area, left: span.first, right: span.last };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function along(
  { first, last }: Span,
  from: number,
  to: number,
  insert: boolean,
  length: number,
): Span | undefined {
  const count = to - from + 1;
  if (insert) {
    if (from > last) return { first, last };
    const moved = { first: from <= first ? first + count : first, last: last + count };
    return moved.first >= length ? undefined : { first: moved.first, last: Math.min(moved.last, length - 1) };
  }
  if (
    contains({ top: from, bottom: to, left: 0, right: 0 }, { top: first, bottom: last, left: 0, right: 0 })
  ) {
    return undefined;
  }
  const start = first < from ? first : first > to ? first - count : from;
  const end = last < from ? last : last > to ? last - count : from - 1;
  return { first: start, last: end };
}
