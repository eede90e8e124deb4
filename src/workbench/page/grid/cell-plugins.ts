import { bordersOf, type GridBorder, type GridLine } from "./cell-look";
import { cellAt, idOf, positionOf, valueAt } from "./grid-cell";
import { clearBorders, editCell, followCommand, putBorder } from "./grid-edits";
import { pluginOf, type GridCommand, type GridPosition, type GridZone } from "./plugin-base";

/*
 * The plugins of o-spreadsheet that hold cells, without cells of their own: they read the workbook when the grid asks,
 * and write it when a person edits. So there is one workbook and one calculation, and what the add-in writes costs the
 * grid nothing but to draw what is seen of it.
 */

const Sheets = pluginOf("corePluginRegistry", "sheet");
const Cells = pluginOf("corePluginRegistry", "cell");
const BordersOfCells = pluginOf("corePluginRegistry", "borders");

/** Sheets, their order, names and size stay o-spreadsheet's; cells are the workbook's. */
export class SheetReader extends Sheets {
  getCell(position: GridPosition) {
    return cellAt(this.book, this.getters, position);
  }
  getCellPosition(id: string) {
    return positionOf(id);
  }
  tryGetCellPosition(id: string) {
    return positionOf(id);
  }
  isSheetLocked(sheetId: string) {
    return this.book.sheet(sheetId)?.protection !== undefined;
  }
  getRowCellIds(): string[] {
    return [];
  }
  // Cells move in the workbook.
  moveCellOnColumnsDeletion() {}
  moveCellsOnAddition() {}
  moveCellOnRowsDeletion() {}
  updateCellPosition() {}
}

/** Carries what a person does to cells to the workbook. */
export class CellWriter extends Cells {
  import() {}
  export() {}
  adaptRanges() {}
  getCells() {
    return [];
  }
  getCellById(id: string) {
    return cellAt(this.book, this.getters, positionOf(id));
  }
  override handle(command: GridCommand) {
    if (this.book.following) return;
    followCommand(this.book, this.getters, command);
  }
  updateCell(sheetId: string, col: number, row: number, after: Parameters<typeof editCell>[2]) {
    editCell(this.book, { sheetId, col, row }, after);
  }
}

/** The lines of cells, which o-spreadsheet keeps apart from their look. */
export class BorderReader extends BordersOfCells {
  import() {}
  export() {}
  getCellBorder({ sheetId, row, col }: GridPosition) {
    const sheet = this.book.sheet(sheetId);
    return sheet ? bordersOf(sheet.style(row, col)) : null;
  }
  getBordersColors() {
    return [];
  }
  override handle(command: GridCommand) {
    if (!this.book.following) super.handle(command);
  }
  setBorder(sheetId: string, col: number, row: number, border: GridBorder | null | undefined) {
    clearBorders(this.book, sheetId, [{ top: row, bottom: row, left: col, right: col }]);
    if (border) putBorder(this.book, { sheetId, row, col }, border);
  }
  addBorder(sheetId: string, col: number, row: number, border: Partial<Record<keyof GridBorder, GridLine>>) {
    putBorder(this.book, { sheetId, row, col }, border);
  }
  clearBorders(sheetId: string, zones: GridZone[]) {
    clearBorders(this.book, sheetId, zones);
  }
  clearInsideBorders() {}
  shiftBordersHorizontally() {}
  shiftBordersVertically() {}
  handleAddColumns() {}
  handleAddRows() {}
}

/** What cells show is what our calculation made of them. */
export class ValueReader extends pluginOf("coreViewsPluginRegistry", "row_size") {
  static override getters = [
    "evaluateFormula",
    "evaluateFormulaResult",
    "evaluateCompiledFormula",
    "getCorrespondingFormulaCell",
    "getVisibleRangeValues",
    "getEvaluatedCell",
    "getEvaluatedCells",
    "getEvaluatedCellsInZone",
    "getEvaluatedCellsPositions",
    "getSpreadZone",
    "getArrayFormulaSpreadingOn",
    "isArrayFormulaSpillBlocked",
    "isEmpty",
  ];
  override beforeHandle() {}
  override handle() {}
  override finalize() {}
  exportForExcel() {}

  getEvaluatedCell(position: GridPosition) {
    return valueAt(this.book, position);
  }
  /** All of a sheet would be too many; the menus that ask can do without. */
  getEvaluatedCells() {
    return [];
  }
  getEvaluatedCellsPositions(sheetId: string): GridPosition[] {
    const sheet = this.book.sheet(sheetId);
    const used = sheet?.usedArea(true);
    return used ? [...places(sheetId, used)] : [];
  }
  getEvaluatedCellsInZone(sheetId: string, zone: GridZone) {
    return [...places(sheetId, zone)].map((position) => this.getEvaluatedCell(position));
  }
  getVisibleRangeValues({ sheetId, zone }: { sheetId: string; zone: GridZone }) {
    if (this.getters.tryGetSheet(sheetId) === undefined) return [];
    const { getters } = this;
    return [...places(sheetId, zone)]
      .filter(({ row, col }) => !getters.isColHidden(sheetId, col) && !getters.isRowHidden(sheetId, row))
      .map((position) => this.getEvaluatedCell(position));
  }
  isEmpty(sheetId: string, zone: GridZone) {
    const sheet = this.book.sheet(sheetId);
    if (!sheet) return true;
    for (const { row, col } of places(sheetId, zone)) if (sheet.value(row, col) !== null) return false;
    return true;
  }

  getSpreadZone(position: GridPosition): GridZone | undefined {
    const spill = this.book.sheet(position.sheetId)?.spillOf(position.row, position.col);
    if (spill?.anchor.row !== position.row || spill.anchor.column !== position.col) return undefined;
    return spill.area;
  }
  getArrayFormulaSpreadingOn(position: GridPosition): GridPosition | undefined {
    const spill = this.book.sheet(position.sheetId)?.spillOf(position.row, position.col);
    return spill && { sheetId: position.sheetId, row: spill.anchor.row, col: spill.anchor.column };
  }
  isArrayFormulaSpillBlocked(position: GridPosition) {
    return this.getEvaluatedCell(position).value === "#SPILL!";
  }
  getCorrespondingFormulaCell(position: GridPosition) {
    const cell = this.getters.getCell(position);
    if (cell?.isFormula) return cell;
    if (cell?.content) return undefined;
    const anchor = this.getArrayFormulaSpreadingOn(position);
    const source = anchor && this.getters.getCell(anchor);
    return source?.isFormula ? source : undefined;
  }

  // Nothing is calculated for the grid alone: what its menus and hints ask for besides stays unanswered.
  evaluateFormula() {
    return "";
  }
  evaluateFormulaResult() {
    return { value: "" };
  }
  evaluateCompiledFormula() {
    return { value: "" };
  }

  /** The id a cell goes by in o-spreadsheet. */
  static idOf = idOf;
}

function* places(sheetId: string, { top, left, bottom, right }: GridZone): Generator<GridPosition> {
  for (let col = left; col <= right; col++)
    for (let row = top; row <= bottom; row++) yield { sheetId, row, col };
}
