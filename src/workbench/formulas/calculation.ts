import type { Area } from "../workbook/area";
import type { Sheet, Spill } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { CustomFunctions } from "./custom-functions";
import { cellKey } from "./formula-cell";

/** The calculation of a workbook: which formulas must be computed again, in which order, and where results go. */
export class Calculation {
  readonly customFunctions: CustomFunctions;
  mode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";

  constructor(readonly book: Workbook) {
    this.customFunctions = new CustomFunctions(this);
  }

  /** Computes what is dirty; nothing where nothing is. Called at the end of each batch; call it to read within one. */
  settle(): void {}

  /** Computes every formula anew: `Application.calculate(Full)`. */
  recalculateAll(): void {}

  /** Before cells are overwritten: formulas in the area go, spills into it are taken back. */
  release(sheet: Sheet, area: Area): void {
    for (const [key, cell] of sheet.formulas) {
      if (cell.row < area.top || cell.row > area.bottom) continue;
      if (cell.column < area.left || cell.column > area.right) continue;
      sheet.formulas.delete(key);
    }
  }

  /** After cells were written: what depends on them is dirty, and what they blocked may spill. */
  changed(_sheet: Sheet, _area: Area): void {}

  hiddenChanged(_sheet: Sheet): void {}

  enterFormula(sheet: Sheet, row: number, column: number, text: string): void {
    sheet.formulas.set(cellKey(row, column), {
      sheet,
      row,
      column,
      text,
      formula: { text },
      spill: undefined,
      blocked: undefined,
      dirty: true,
      watched: [],
      calls: undefined,
    });
  }

  sheetsChanged(): void {}

  sheetDeleted(_sheet: Sheet): void {}

  sheetRenamed(_sheet: Sheet, _before: string): void {}

  nameChanged(_name: string): void {}

  /** A table was added, renamed, resized or deleted: formulas that name it are read anew. */
  tablesChanged(): void {}

  spillAt(_sheet: Sheet, _row: number, _column: number): Spill | undefined {
    return undefined;
  }
}
