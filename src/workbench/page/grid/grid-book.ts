import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { History } from "../history";

/**
 * What the grid knows of the workbook it shows: the sheets under the ids that o-spreadsheet has for them, and whether a
 * command comes from a person or from the workbook itself.
 */
export class GridBook {
  readonly #ids = new Map<Sheet, string>();
  readonly #sheets = new Map<string, Sheet>();
  /** True while the grid is brought to what the workbook has: such commands must not be carried back. */
  following = false;

  constructor(
    readonly workbook: Workbook,
    readonly history: History,
    /** Tells the person why something was refused. */
    readonly refuse: (reason: string) => void,
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
}
