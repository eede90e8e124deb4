import { no, ok, type Message, type Result } from "../src/core/language/message";
import { isEmpty } from "./cells";

/** A range, or a scalar as a range of one cell, as Excel hands it over: rows of cells. */
export interface Range {
  /** What the parameter is called, for sentences about it. */
  readonly name: Message;
  readonly rows: number;
  readonly columns: number;
  /** The rows down to the last that holds something: of `A:A` a million are blank. */
  readonly filled: number;
  readonly cells: readonly (readonly unknown[])[];
}

/** The names of parameters that stand in sentences: the catalogue has `parameter.NAME` of each. */
export type ParameterName =
  Extract<Message["code"], `parameter.${string}`> extends `parameter.${infer Name}` ? Name : never;

/**
 * An argument as a range, or null where it was left out (null or undefined, which is how Excel hands it over; a blank
 * cell is a range of one blank). A bare scalar is a range of one cell.
 */
export function rangeOf(name: ParameterName, argument: unknown): Range | null {
  if (argument === null || argument === undefined) return null;
  return asRange(name, argument);
}

/** An argument that may not be left out, as a range: null is a blank cell. */
export function asRange(name: ParameterName, argument: unknown): Range {
  const cells = matrixOf(argument);
  const columns = cells[0]?.length ?? 0;
  let filled = cells.length;
  while (filled > 0 && isBlankRow(cells[filled - 1] ?? [])) filled--;
  return { name: { code: `parameter.${name}` }, rows: cells.length, columns, filled, cells };
}

function matrixOf(argument: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(argument)) return [[argument]];
  if (argument.length === 0 || (Array.isArray(argument[0]) && argument[0].length === 0)) return [[null]];
  // A list of one dimension is a row, as Excel has it.
  return Array.isArray(argument[0]) ? (argument as unknown[][]) : [argument];
}

function isBlankRow(row: readonly unknown[]): boolean {
  for (let at = 0; at < row.length; at++) if (!isEmpty(row[at])) return false;
  return true;
}

/** True of one cell, which goes with a range of any shape. */
export function isScalar({ rows, columns }: Range): boolean {
  return rows === 1 && columns === 1;
}

/** The shape that ranges have in common, and how far down the lowest of them goes. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly filled: number;
}

/**
 * The common shape of ranges that belong together row by row; one cell goes with every shape, unless `strict`. Refused:
 * ranges of unequal height or width, with both and their names.
 */
export function shapeOf(ranges: readonly Range[], strict = false): Result<Shape> {
  const wide = strict ? ranges : ranges.filter((range) => !isScalar(range));
  const [first = ranges[0]] = wide;
  if (!first) throw new Error("A shape is that of at least one range.");
  for (const other of wide) {
    const params = { first: first.name, other: other.name };
    if (other.rows !== first.rows) {
      return no("function-heights", { ...params, rows: first.rows, others: other.rows });
    }
    if (other.columns !== first.columns) {
      return no("function-widths", { ...params, columns: first.columns, others: other.columns });
    }
  }
  const filled = Math.max(...(wide.length > 0 ? wide : ranges).map((range) => range.filled));
  return ok({ rows: first.rows, columns: first.columns, filled });
}

/** Refuses a range of more than one column where one is needed. */
export function oneColumn(range: Range): Result<Range> {
  return range.columns === 1
    ? ok(range)
    : no("function-one-column", { parameter: range.name, columns: range.columns });
}

/** The cell of a range that answers for a place of the common shape: a scalar answers for all. */
export function placeIn(range: Range, at: number): number {
  return isScalar(range) ? 0 : at;
}
