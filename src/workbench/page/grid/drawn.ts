import type { Area } from "../../workbook/area";

/** A command of o-spreadsheet with its fields. */
export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * A thing of a sheet that o-spreadsheet has to be told of: how to put it there, how to take it away again, and a print
 * that is equal as long as it needn't be told anew.
 */
export interface Drawn {
  readonly id: string;
  readonly print: string;
  readonly put: readonly Command[];
  readonly take: readonly Command[];
}

/** What to tell so that what was drawn becomes what is wanted: things first taken away, then put in their order. */
export function toDraw(drawn: ReadonlyMap<string, Drawn>, wanted: readonly Drawn[]): Command[] {
  const kept = new Map(wanted.map((thing) => [thing.id, thing.print]));
  const taken = [...drawn.values()].filter(({ id, print }) => kept.get(id) !== print);
  const put = wanted.filter(({ id, print }) => drawn.get(id)?.print !== print);
  return [...taken.flatMap(({ take }) => take), ...put.flatMap(({ put }) => put)];
}

/** The cells of an area that the grid has; undefined where it has none of them. */
export function inGrid(
  area: Area,
  size: { readonly rows: number; readonly columns: number },
): Area | undefined {
  const bottom = Math.min(area.bottom, size.rows - 1);
  const right = Math.min(area.right, size.columns - 1);
  return area.top > bottom || area.left > right ? undefined : { ...area, bottom, right };
}

/** An area as the ranges of o-spreadsheet's commands name it. */
export const rangeData = (sheetId: string, area: Area) => ({
  _sheetId: sheetId,
  _zone: { top: area.top, left: area.left, bottom: area.bottom, right: area.right },
});
