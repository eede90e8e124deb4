import type { Area } from "./area";
import { COLUMNS, ROWS } from "./area";
import type { Shift } from "./change";

/**
 * Where an area is after cells were inserted or deleted; undefined where all of it was deleted. One that reaches beyond
 * the band of rows or columns that move stays, as a formula's reference does in Excel.
 */
export function shiftedArea(area: Area, { area: at, shift }: Shift): Area | undefined {
  const upright = shift === "down" || shift === "up";
  const inBand = upright
    ? area.left >= at.left && area.right <= at.right
    : area.top >= at.top && area.bottom <= at.bottom;
  if (!inBand) return area;
  const count = upright ? at.bottom - at.top + 1 : at.right - at.left + 1;
  const start = upright ? at.top : at.left;
  const end = upright ? ROWS : COLUMNS;
  const span = upright ? [area.top, area.bottom] : [area.left, area.right];
  const moved =
    shift === "down" || shift === "right"
      ? opened(span as [number, number], start, count, end)
      : closed(span as [number, number], start, count, end);
  if (moved === undefined) return undefined;
  return upright
    ? { ...area, top: moved[0], bottom: moved[1] }
    : { ...area, left: moved[0], right: moved[1] };
}

type Span = readonly [first: number, last: number];

function opened([first, last]: Span, at: number, count: number, length: number): Span | undefined {
  // A whole column stays one.
  if (first === 0 && last === length - 1) return [first, last];
  const start = first >= at ? first + count : first;
  const end = last >= at ? Math.min(last + count, length - 1) : last;
  return start >= length ? undefined : [start, end];
}

function closed([first, last]: Span, at: number, count: number, length: number): Span | undefined {
  if (first === 0 && last === length - 1) return [first, last];
  if (first >= at && last < at + count) return undefined;
  const start = first < at ? first : Math.max(at, first - count);
  const end = last < at ? last : last < at + count ? at - 1 : last - count;
  return [start, end];
}
