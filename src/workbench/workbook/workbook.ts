import { Calculation } from "../formulas/calculation";
import type { Area } from "./area";
import type { Change, Moved, Source, Unsigned } from "./change";
import { addChange } from "./change";
import type { DefinedName } from "./names";
import { nameOn } from "./names";
import type { WorkbookProtection } from "./protection";
import { Sheet } from "./sheet";
import { StyleBook } from "./style";

export type { Change, ObjectKind, Shift, Source } from "./change";

import type { Culture } from "./typed-entry";
export type { Culture } from "./typed-entry";

/** A part of custom XML kept in the file. */
export interface CustomXmlPart {
  readonly id: string;
  readonly namespaceUri: string;
  xml: string;
}

/** What is selected: on one sheet, one or more areas. */
export interface Selection {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/**
 * A workbook in memory: sheets, names, settings, and the calculation of its formulas. Changes are made in batches; at
 * the end of the outermost one formulas are calculated once and listeners told once.
 */
export class Workbook {
  readonly styles = new StyleBook();
  readonly calculation: Calculation;
  name = "Book1.xlsx";
  culture: Culture = "en-US";
  /** What the add-in keeps in the file: `Workbook.settings`. */
  readonly settings = new Map<string, unknown>();
  readonly customXmlParts: CustomXmlPart[] = [];
  /** Document properties: title, author, … */
  readonly properties: Record<string, unknown> = {};
  readonly customProperties = new Map<string, string | number | boolean | Date>();
  protection: WorkbookProtection | undefined;
  #sheets: Sheet[] = [];
  #names: DefinedName[] = [];
  #active: Sheet;
  #selections = new Map<Sheet, readonly Area[]>();
  #date1904 = false;
  #lastId = 0;
  #depth = 0;
  #source: Source = "user";
  #changes: Change[] = [];
  #listeners = new Set<(change: Change) => void>();
  #followers = new Set<(change: Moved) => void>();

  constructor(firstSheet = "Sheet1") {
    this.calculation = new Calculation(this);
    this.#active = this.#newSheet(firstSheet);
    this.#sheets.push(this.#active);
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** A sheet by its name, capitals aside. */
  sheet(name: string): Sheet | undefined {
    const folded = name.toLowerCase();
    return this.#sheets.find((sheet) => sheet.name.toLowerCase() === folded);
  }

  /** Adds a sheet at the end, named Sheet2, Sheet3, … where no name is given. Whether a name is legal is the host's to say. */
  addSheet(name?: string): Sheet {
    return this.change(() => {
      let number = this.#sheets.length;
      let free = name;
      while (free === undefined || (name === undefined && this.sheet(free))) free = `Sheet${++number}`;
      const sheet = this.#newSheet(free);
      this.#sheets.push(sheet);
      this.calculation.sheetsChanged(sheet);
      this.tell({ kind: "sheets" });
      return sheet;
    });
  }

  #newSheet(name: string): Sheet {
    const id = `{${(++this.#lastId).toString(16).toUpperCase().padStart(8, "0")}-0001-0000-0000-000000000000}`;
    return new Sheet(this, id, name);
  }

  /** Deletes a sheet and the names known only on it; references to it become #REF!. The last sheet stays. */
  deleteSheet(sheet: Sheet): void {
    const at = this.#sheets.indexOf(sheet);
    if (at < 0 || this.#sheets.length === 1) return;
    this.change(() => {
      this.#sheets.splice(at, 1);
      this.#names = this.#names.filter((name) => name.scope !== sheet);
      this.#selections.delete(sheet);
      this.calculation.sheetDeleted(sheet);
      if (this.#active === sheet) {
        const next = [...this.#sheets.slice(at), ...this.#sheets.slice(0, at).reverse()];
        this.activeSheet = next.find(({ visibility }) => visibility === "Visible") ?? this.#sheets[0]!;
      }
      this.tell({ kind: "sheets" });
    });
  }

  /** Moves a sheet to a zero-based place. */
  moveSheet(sheet: Sheet, position: number): void {
    this.change(() => {
      this.#sheets = this.#sheets.filter((other) => other !== sheet);
      this.#sheets.splice(position, 0, sheet);
      this.tell({ kind: "sheets" });
    });
  }

  /** Gives a sheet another name; formulas and names that use it follow. */
  renameSheet(sheet: Sheet, name: string): void {
    if (sheet.name === name) return;
    this.change(() => {
      const before = sheet.name;
      sheet.name = name;
      this.calculation.sheetRenamed(sheet, before);
      this.tell({ kind: "sheets" });
    });
  }

  get activeSheet(): Sheet {
    return this.#active;
  }

  set activeSheet(sheet: Sheet) {
    if (sheet === this.#active) return;
    this.change(() => {
      this.#active = sheet;
      this.tell({ kind: "active" });
    });
  }

  /** What is selected on the active sheet; each sheet keeps its own. */
  get selection(): Selection {
    const areas = this.#selections.get(this.#active);
    return { sheet: this.#active, areas: areas ?? [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }

  /** Selects areas and makes their sheet the active one. */
  set selection({ sheet, areas }: Selection) {
    this.change(() => {
      this.activeSheet = sheet;
      this.#selections.set(sheet, areas);
      this.tell({ kind: "selection" });
    });
  }

  /** Whether day 0 is 1904-01-01, as in files of old Macs. Changing it changes no serial number. */
  get date1904(): boolean {
    return this.#date1904;
  }

  set date1904(value: boolean) {
    if (value === this.#date1904) return;
    this.#date1904 = value;
    this.change(() => this.calculation.recalculateAll());
  }

  get names(): readonly DefinedName[] {
    return this.#names;
  }

  /** The name a word means on a sheet; without a sheet, the workbook's. */
  definedName(word: string, sheet?: Sheet): DefinedName | undefined {
    return nameOn(this.#names, word, sheet);
  }

  /** Defines a name, or defines it anew where it is known in the same scope. */
  defineName(name: Pick<DefinedName, "name" | "formula"> & Partial<DefinedName>): DefinedName {
    return this.change(() => {
      const defined: DefinedName = { scope: undefined, visible: true, comment: "", ...name };
      const folded = defined.name.toLowerCase();
      const at = this.#names.findIndex(
        (known) => known.scope === defined.scope && known.name.toLowerCase() === folded,
      );
      if (at < 0) this.#names.push(defined);
      else this.#names[at] = defined;
      this.calculation.nameChanged(defined.name);
      this.tell({ kind: "objects", sheet: defined.scope, of: "name" });
      return defined;
    });
  }

  deleteName(name: DefinedName): void {
    this.change(() => {
      this.#names = this.#names.filter((known) => known !== name);
      this.calculation.nameChanged(name.name);
      this.tell({ kind: "objects", sheet: name.scope, of: "name" });
    });
  }

  /** Calls a listener after each batch, once for each thing that changed. The result ends it. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Calls a follower whenever cells have been inserted or deleted, in the middle of a batch too. The result ends it. */
  follow(follower: (change: Moved) => void): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Does work as one change by someone: one calculation and one round of changes at the end. Batches nest. */
  batch<T>(source: Source, work: () => T): T {
    const before = this.#source;
    this.#source = source;
    this.#depth++;
    try {
      return work();
    } finally {
      try {
        if (this.#depth === 1) this.calculation.settle();
      } finally {
        this.#source = before;
        this.#depth--;
        if (this.#depth === 0) this.#announce();
      }
    }
  }

  /** A batch of whoever is at work; of the user where no batch is open. */
  change<T>(work: () => T): T {
    return this.batch(this.#depth === 0 ? "user" : this.#source, work);
  }

  /** Notes a change for the listeners; `source` where it isn't the one at work. */
  tell(change: Unsigned, source: Source = this.#source): void {
    if (change.kind === "structure") for (const follower of [...this.#followers]) follower(change);
    addChange(this.#changes, { ...change, source } as Change);
    if (this.#depth === 0) this.#announce();
  }

  #announce(): void {
    const changes = this.#changes;
    this.#changes = [];
    for (const change of changes) for (const listener of [...this.#listeners]) listener(change);
  }
}
