import type { Area } from "../workbook/area";
import { COLUMNS } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/cell-value";
import type { Formula } from "./formula";
import type { Matrix } from "./operand";

/** A cell that holds a formula, and what the calculation knows of it. */
export interface FormulaCell {
  readonly sheet: Sheet;
  row: number;
  column: number;
  /** As shown in the formula bar: "=…", en-US, A1 references. */
  text: string;
  formula: Formula;
  /** The cells it fills besides its own; undefined where it fills only its own. */
  spill: Area | undefined;
  /** The cells it wants but may not fill; it shows #SPILL!. */
  blocked: Area | undefined;
  /** Areas whose change makes it dirty, as entered into the dependency index. */
  watched: readonly WatchedArea[];
  /** Calls of custom functions not answered yet, by their place in the formula and arguments. */
  calls: Map<string, CustomCall> | undefined;
}

export interface WatchedArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** A call of a custom function made for a cell, waiting or answered. */
export interface CustomCall {
  readonly id: number;
  readonly cell: FormulaCell;
  readonly cancelable: boolean;
  readonly streaming: boolean;
  answered: boolean;
  value: CellValue | Matrix;
}

/** The number of a cell in its sheet. */
export const cellKey = (row: number, column: number): number => row * COLUMNS + column;
