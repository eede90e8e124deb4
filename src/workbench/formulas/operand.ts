import type { Area } from "../workbook/area";
import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
import type { Argument } from "./formula";

/** Values by rows; each row as long as the first. */
export class Matrix {
  constructor(readonly rows: readonly (readonly CellValue[])[]) {}

  get height(): number {
    return this.rows.length;
  }

  get width(): number {
    return this.rows[0]?.length ?? 0;
  }

  at(row: number, column: number): CellValue {
    return this.rows[row]?.[column] ?? null;
  }
}

/** Cells, not yet read. */
export class Reference {
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
  ) {}
}

/** A function made by LAMBDA, with what its names meant where it was made. */
export class Lambda {
  constructor(
    readonly parameters: readonly string[],
    readonly body: Argument,
    readonly locals: Locals,
  ) {}
}

/** Names given by LET and LAMBDA, in small letters. */
export type Locals = ReadonlyMap<string, Operand>;

/** What a part of a formula gives. Several areas at once (unions) aren't known. */
export type Operand = CellValue | Matrix | Reference | Lambda;

export const isScalar = (operand: Operand): operand is CellValue =>
  !(operand instanceof Matrix) && !(operand instanceof Reference) && !(operand instanceof Lambda);

/** Calls for each element of operands that are stretched to a common size, as Excel lifts an operator over arrays. */
export function broadcast(
  operands: readonly (CellValue | Matrix)[],
  compute: (values: readonly CellValue[], index: number) => CellValue,
): CellValue | Matrix {
  let height = 1;
  let width = 1;
  let arrays = false;
  for (const operand of operands) {
    if (!(operand instanceof Matrix)) continue;
    arrays = true;
    height = Math.max(height, operand.height);
    width = Math.max(width, operand.width);
  }
  if (!arrays) return compute(operands as CellValue[], 0);
  const rows: CellValue[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: CellValue[] = [];
    for (let column = 0; column < width; column++) {
      const values = operands.map((operand) => element(operand, row, column));
      const outside = values.includes(undefined);
      cells.push(outside ? cellError("#N/A") : compute(values as CellValue[], row * width + column));
    }
    rows.push(cells);
  }
  return new Matrix(rows);
}

/** The element for a place of the common size; undefined beyond an array that isn't one row or column wide. */
function element(operand: CellValue | Matrix, row: number, column: number): CellValue | undefined {
  if (!(operand instanceof Matrix)) return operand;
  const down = operand.height === 1 ? 0 : row;
  const across = operand.width === 1 ? 0 : column;
  return down < operand.height && across < operand.width ? operand.at(down, across) : undefined;
}

/** The first error of some values. */
export function firstError(values: readonly CellValue[]): CellError | undefined {
  return values.find(isCellError);
}
