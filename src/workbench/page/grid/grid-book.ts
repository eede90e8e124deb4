import { fittedRows } from "../../workbook/fitted-rows";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { History } from "../history";
import { POINTS } from "./grid-edits";

/**
 * What the grid knows of the workbook it shows: the sheets under the ids that o-spreadsheet has for them, and whether a
 * command comes from a person or from the workbook itself.
 */
export class GridBook {
  readonly #ids = new Map<Sheet, string>();
  readonly #sheets = new Map<string, Sheet>();
  readonly #heights = new Map<Sheet, ReadonlyMap<number, number>>();
  /** True while the grid is brought to what the workbook has: such commands must not be carried back. */
  following = false;
  /** True where rows or columns no longer begin where they did, without a command that says so. */
  moved = false;
  /** True where what is in view has to be found anew for that reason. */
  viewMoved = false;

  constructor(
    readonly workbook: Workbook,
    readonly history: History,
    /** Told what a person tried on a protected sheet. */
    readonly refuse: (reason: "protected") => void,
    /** Says a sentence of Excel's own. */
    readonly say: (text: string) => void,
  ) {}

  /** The sheet that o-spreadsheet knows by this id. */
  sheet(id: string): Sheet | undefined {
    const sheet = this.#sheets.get(id);
    if (sheet !== undefined) return sheet;
    const unseen = this.workbook.sheets.find((other) => other.id === id && !this.#ids.has(other));
    if (unseen) this.bind(unseen, id);
    return unseen;
  }

  /** The id of a sheet in o-spreadsheet: the workbook's own, unless the sheet was added there. */
  id(sheet: Sheet): string {
    return this.#ids.get(sheet) ?? sheet.id;
  }

  bind(sheet: Sheet, id: string): void {
    this.#ids.set(sheet, id);
    this.#sheets.set(id, sheet);
  }

  /** The height in pixels of a row that nobody has resized, where its cells want more than one plain line. */
  heightOf(sheetId: string, row: number): number | undefined {
    const sheet = this.sheet(sheetId);
    if (!sheet) return undefined;
    let heights = this.#heights.get(sheet);
    if (!heights) this.#heights.set(sheet, (heights = fittedRows(sheet)));
    const points = heights.get(row);
    return points === undefined ? undefined : points / POINTS;
  }

  /** To be worked out again: a look or a text changed. */
  forgetHeights(sheet: Sheet): void {
    const before = this.#heights.get(sheet);
    this.#heights.delete(sheet);
    // Most sheets have plain lines only, before and after.
    if (!before || before.size > 0 || fittedRows(sheet).size > 0) this.moved = true;
  }
}
