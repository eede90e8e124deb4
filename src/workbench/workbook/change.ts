import type { Area } from "./area";
import type { Sheet } from "./sheet";

/** Who changed the workbook: events tell Local from Remote and triggers apart by it. */
export type Source = "user" | "add-in" | "co-author" | "calculation" | "file";

/** Objects a listener may have to draw or announce anew. */
export type ObjectKind =
  | "table"
  | "chart"
  | "pivot"
  | "slicer"
  | "conditional-format"
  | "validation"
  | "filter"
  | "name"
  | "protection"
  | "merge"
  | "dimension"
  | "shape"
  | "comment"
  | "page";

/** How cells moved: `area` was inserted (what stood there went down or right) or deleted (what follows came up or left). */
export interface Shift {
  readonly area: Area;
  readonly shift: "down" | "right" | "up" | "left";
}

/** Cells of a sheet that moved. */
export interface Moved extends Shift {
  readonly sheet: Sheet;
}

/** One thing that changed, told after the batch it was part of. */
export type Change =
  | { readonly kind: "cells"; readonly sheet: Sheet; readonly area: Area; readonly source: Source }
  | { readonly kind: "style"; readonly sheet: Sheet; readonly area: Area; readonly source: Source }
  | { readonly kind: "selection"; readonly source: Source }
  | { readonly kind: "active"; readonly source: Source }
  | { readonly kind: "sheets"; readonly source: Source }
  | ({ readonly kind: "structure"; readonly sheet: Sheet; readonly source: Source } & Shift)
  | {
      readonly kind: "objects";
      readonly sheet: Sheet | undefined;
      readonly of: ObjectKind;
      readonly source: Source;
    };

type WithoutSource<T> = T extends unknown ? Omit<T, "source"> : never;

/** A change before it is known who made it. */
export type Unsigned = WithoutSource<Change>;

/** Areas of one round beyond which their hull is told instead. */
const MANY = 512;

/**
 * Adds a change to those of a round, growing the last one where it goes on from it: a block entered cell by cell is
 * told as one area.
 */
export function addChange(changes: Change[], change: Change): void {
  const last = changes.at(-1);
  if (
    last !== undefined &&
    (change.kind === "cells" || change.kind === "style") &&
    last.kind === change.kind &&
    last.sheet === change.sheet &&
    last.source === change.source
  ) {
    const grown = joined(last.area, change.area, changes.length > MANY);
    if (grown !== undefined) {
      changes[changes.length - 1] = { ...last, area: grown };
      const before = changes.at(-2);
      const rows =
        before?.kind === change.kind && before.sheet === change.sheet && before.source === change.source
          ? joined(before.area, grown, false)
          : undefined;
      if (rows !== undefined && before !== undefined) {
        changes.splice(-2, 2, { ...last, area: rows });
      }
      return;
    }
  }
  if (
    change.kind !== "cells" &&
    change.kind !== "style" &&
    changes.some((known) => sameChange(known, change))
  )
    return;
  changes.push(change);
}

function sameChange(a: Change, b: Change): boolean {
  if (a.kind !== b.kind || a.source !== b.source) return false;
  if (a.kind === "objects" && b.kind === "objects") return a.sheet === b.sheet && a.of === b.of;
  return a.kind === "selection" || a.kind === "active" || a.kind === "sheets";
}

/** The union of two areas where it is an area too (or at any price). */
function joined(a: Area, b: Area, always: boolean): Area | undefined {
  const sameRows = a.top === b.top && a.bottom === b.bottom;
  const sameColumns = a.left === b.left && a.right === b.right;
  const inside = a.top <= b.top && a.left <= b.left && a.bottom >= b.bottom && a.right >= b.right;
  const fits =
    inside ||
    (sameRows && b.left <= a.right + 1 && a.left <= b.right + 1) ||
    (sameColumns && b.top <= a.bottom + 1 && a.top <= b.bottom + 1);
  if (!fits && !always) return undefined;
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
