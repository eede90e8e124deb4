import { columnFilter, hiddenTexts, setColumnFilter } from "./column-filter";
import { pluginOf, type GridCommand, type GridPosition, type GridValue, type GridZone } from "./plugin-base";

const Texts = pluginOf("featurePluginRegistry", "ui_sheet");
const Filters = pluginOf("statefulUIPluginRegistry", "evaluation_filter");
const Positions = pluginOf("statefulUIPluginRegistry", "header_positions");
const Views = pluginOf("statefulUIPluginRegistry", "viewport");
const Undo = pluginOf("featurePluginRegistry", "history");
const Locks = pluginOf("statefulUIPluginRegistry", "lock_sheet");
const Heights = pluginOf("coreViewsPluginRegistry", "row_size");

/** The texts of cells: number formats are Excel's, as the workbook reads them. */
export class TextReader extends Texts {
  getCellText(position: GridPosition, options?: { showFormula?: boolean }): string {
    if (options?.showFormula) return upper(this).getCellText.call(this, position, options);
    return (this.getters.getEvaluatedCell(position) as GridValue).formattedValue;
  }
}

const upper = (plugin: object) =>
  Object.getPrototypeOf(Object.getPrototypeOf(plugin)) as {
    getCellText(position: GridPosition, options: object): string;
  };

/** Filters are the workbook's: which rows they hide, and what a person chose in their menu. */
export class FilterReader extends Filters {
  isRowFiltered(sheetId: string, row: number): boolean {
    return this.book.sheet(sheetId)?.rows.filtered.has(row) ?? false;
  }
  isFilterActive(position: GridPosition): boolean {
    return this.#filter(position)?.criteria !== undefined;
  }
  getFilterHiddenValues(position: GridPosition): string[] {
    const filter = this.#filter(position);
    return filter?.criteria ? hiddenTexts(filter) : [];
  }
  getFilterValue(position: GridPosition): object | undefined {
    const filter = this.#filter(position);
    return filter?.criteria && { filterType: "values", hiddenValues: hiddenTexts(filter) };
  }
  updateHiddenRows(): void {}
  updateFilter(choice: GridPosition & { readonly value?: Parameters<typeof setColumnFilter>[1] }): void {
    const filter = this.#filter(choice);
    if (filter) setColumnFilter(filter, choice.value);
  }

  #filter({ sheetId, row, col }: GridPosition) {
    const sheet = this.book.sheet(sheetId);
    return sheet && columnFilter(sheet, row, col);
  }
}

/** Where rows and columns begin: worked out anew where the workbook's filters hid rows. */
export class PositionReader extends Positions {
  declare headerPositions: Record<string, unknown>;
  declare isDirty: boolean;
  override handle(command: GridCommand): void {
    super.handle(command);
    if (command.type !== "EVALUATE_CELLS" || !this.book.moved) return;
    this.book.moved = false;
    this.book.viewMoved = true;
    this.headerPositions = {};
    this.isDirty = true;
  }
}

/** Which rows are in view: worked out anew where they no longer begin where they did. It comes after the positions. */
export class ViewReader extends Views {
  declare sheetsWithDirtyViewports: Set<string>;
  override handle(command: GridCommand): void {
    super.handle(command);
    if (command.type !== "EVALUATE_CELLS" || !this.book.viewMoved) return;
    this.book.viewMoved = false;
    for (const sheetId of this.getters.getSheetIds()) this.sheetsWithDirtyViewports.add(sheetId);
  }
}

/** Rows whose cells have large letters or wrap are higher, as Excel makes them. */
export class HeightReader extends Heights {
  override beforeHandle(): void {}
  override handle(): void {}
  getRowSize(sheetId: string, row: number): number {
    return Math.round(this.getters.getUserRowSize(sheetId, row) ?? this.book.heightOf(sheetId, row) ?? 23);
  }
}

/** Undo and redo are the workbook's. */
export class HistoryReader extends Undo {
  canUndo(): boolean {
    return this.book.history.canUndo;
  }
  canRedo(): boolean {
    return this.book.history.canRedo;
  }
  onNewLocalStateUpdate(): void {}
  requestHistoryChange(type: "UNDO" | "REDO"): void {
    // After the command that asks for it: what changes is told to the grid in commands of its own.
    queueMicrotask(() => (type === "UNDO" ? this.book.history.undo() : this.book.history.redo()));
  }
}

/** Protected sheets: cells that aren't locked may be changed, and the grid itself may follow the workbook. */
export class LockReader extends Locks {
  override allowDispatch(command: GridCommand): unknown {
    if (this.book.following) return "Success";
    const outcome = super.allowDispatch(command);
    if (outcome === "Success" || !EDITS.has(command.type)) return outcome;
    const { sheetId, row, col, target } = command as unknown as GridPosition & {
      target?: readonly GridZone[];
    };
    const sheet = this.book.sheet(sheetId);
    const zones = target ?? [{ top: row, bottom: row, left: col, right: col }];
    const open = zones.every(({ top, left, bottom, right }) => {
      for (let r = top; r <= bottom; r++)
        for (let c = left; c <= right; c++) if (sheet?.style(r, c).locked) return false;
      return true;
    });
    if (open) return "Success";
    this.book.refuse("protected");
    return outcome;
  }
}

const EDITS: ReadonlySet<string> = new Set(["UPDATE_CELL", "DELETE_CONTENT", "CLEAR_CELL", "CLEAR_CELLS"]);
