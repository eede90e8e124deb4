import type { Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { blocksOf, putBlock, readBlock, sameBlock, type CellBlock } from "./history-cells";
import {
  putBook,
  putObjects,
  readBook,
  readObjects,
  type BookObjects,
  type SheetObjects,
} from "./history-objects";

/** One step: what sheets were before it and after it, as far as they differ. */
interface Step {
  readonly cells: Map<Sheet, Map<string, { before: CellBlock | undefined; after: CellBlock | undefined }>>;
  readonly objects: Map<Sheet, { before: SheetObjects; after: SheetObjects }>;
  /** Names and settings of the workbook. */
  book: { readonly before: BookObjects; readonly after: BookObjects } | undefined;
  /** Sheets that the step added. */
  readonly added: Set<Sheet>;
  source: string;
  until: number;
}

/** Writes of the add-in that follow each other within so many ms are undone together: a run of it has many. */
const ONE_RUN = 1500;

/** Steps kept. */
const STEPS = 100;

/**
 * Undo and redo for the workbook, whoever changed it: a person in the grid or the add-in. It keeps what each sheet held
 * after the last change, in blocks, and notes the blocks that a change replaces. What calculation makes isn't kept. As
 * in Excel, deleting a sheet can't be undone, and nothing before it.
 */
export class History {
  readonly #cells = new Map<Sheet, Map<string, CellBlock>>();
  readonly #objects = new Map<Sheet, SheetObjects>();
  readonly #listeners = new Set<() => void>();
  #book: BookObjects;
  #sheets: readonly Sheet[] = [];
  #done: Step[] = [];
  #undone: Step[] = [];
  #pending: Change[] = [];
  #restoring = false;
  #stop: () => void;

  constructor(readonly workbook: Workbook) {
    this.#book = readBook(workbook);
    this.reset();
    this.#stop = workbook.listen((change) => this.#hear(change));
  }

  get canUndo(): boolean {
    this.#settle();
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    this.#settle();
    return this.#undone.length > 0;
  }

  /** Called after undo and redo became possible or impossible. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Forgets all steps: the workbook as it is now is where undo ends. */
  reset(): void {
    this.#pending = [];
    this.#done = [];
    this.#undone = [];
    this.#sheets = [...this.workbook.sheets];
    this.#book = readBook(this.workbook);
    this.#cells.clear();
    this.#objects.clear();
    for (const sheet of this.#sheets) this.#remember(sheet);
  }

  /** Ends it: the workbook is no longer listened to. */
  end(): void {
    this.#stop();
  }

  undo(): void {
    this.#settle();
    const step = this.#done.pop();
    if (!step) return;
    this.#restore(step, "before");
    for (const sheet of step.added) this.#delete(sheet);
    // A sheet that is gone can't be had back.
    this.#undone = step.added.size > 0 ? [] : [...this.#undone, step];
    this.#tell();
  }

  redo(): void {
    this.#settle();
    const step = this.#undone.pop();
    if (!step) return;
    this.#restore(step, "after");
    this.#done.push(step);
    this.#tell();
  }

  #delete(sheet: Sheet): void {
    this.#restoring = true;
    try {
      this.workbook.deleteSheet(sheet);
    } finally {
      this.#restoring = false;
      this.#sheets = [...this.workbook.sheets];
    }
  }

  #remember(sheet: Sheet): void {
    const blocks = new Map<string, CellBlock>();
    for (const key of blocksOf(sheet)) {
      const block = readBlock(sheet, key);
      if (block) blocks.set(key, block);
    }
    this.#cells.set(sheet, blocks);
    this.#objects.set(sheet, readObjects(sheet));
  }

  #hear(change: Change): void {
    if (this.#restoring || change.source === "calculation") return;
    if (change.kind === "selection" || change.kind === "active") return;
    if (change.source === "file") return this.reset();
    // A round of changes is told one by one; they are looked at together, once all is told.
    if (this.#pending.push(change) === 1) queueMicrotask(() => this.#settle());
  }

  /** Makes a step of what was told since the last one. */
  #settle(): void {
    const changes = this.#pending;
    if (changes.length === 0) return;
    this.#pending = [];
    if (this.#sheets.some((sheet) => !this.workbook.sheets.includes(sheet))) {
      this.reset();
      return this.#tell();
    }
    const { source } = changes[0]!;
    const last = this.#done.at(-1);
    const now = Date.now();
    const goesOn = last && source !== "user" && last.source === source && now < last.until;
    const step: Step = goesOn
      ? last
      : { cells: new Map(), objects: new Map(), book: undefined, added: new Set(), source, until: now };
    step.until = now + ONE_RUN;
    for (const sheet of this.workbook.sheets) {
      if (this.#sheets.includes(sheet)) continue;
      step.added.add(sheet);
      this.#cells.set(sheet, new Map());
      this.#objects.set(sheet, readObjects(sheet));
    }
    this.#sheets = [...this.workbook.sheets];
    for (const [sheet, areas] of touched(changes, this.#sheets)) this.#noteCells(step, sheet, areas);
    const onlyCells = changes.every(({ kind }) => kind === "cells" || kind === "style");
    if (!onlyCells) for (const sheet of this.#sheets) this.#noteObjects(step, sheet);
    this.#noteBook(step);
    const empty = step.cells.size === 0 && step.objects.size === 0 && step.added.size === 0 && !step.book;
    if (empty) return;
    this.#undone = [];
    if (!goesOn) this.#done.push(step);
    if (this.#done.length > STEPS) this.#done.shift();
    this.#tell();
  }

  #noteCells(step: Step, sheet: Sheet, areas: readonly Area[] | "all"): void {
    const known = this.#cells.get(sheet) ?? new Map<string, CellBlock>();
    this.#cells.set(sheet, known);
    for (const key of new Set([...blocksOf(sheet, areas), ...(areas === "all" ? known.keys() : [])])) {
      const before = known.get(key);
      const after = readBlock(sheet, key);
      if (sameBlock(before, after)) continue;
      if (after) known.set(key, after);
      else known.delete(key);
      let noted = step.cells.get(sheet);
      if (!noted) step.cells.set(sheet, (noted = new Map()));
      const first = noted.get(key);
      noted.set(key, { before: first ? first.before : before, after });
    }
  }

  #noteObjects(step: Step, sheet: Sheet): void {
    const before = this.#objects.get(sheet);
    const after = readObjects(sheet);
    if (!before || before.print === after.print) return;
    this.#objects.set(sheet, after);
    const first = step.objects.get(sheet);
    step.objects.set(sheet, { before: first ? first.before : before, after });
  }

  #noteBook(step: Step): void {
    const before = this.#book;
    const after = readBook(this.workbook);
    if (before.print === after.print) return;
    this.#book = after;
    step.book = { before: step.book?.before ?? before, after };
  }

  #restore(step: Step, to: "before" | "after"): void {
    this.#restoring = true;
    try {
      this.workbook.batch("user", () => {
        for (const [sheet, blocks] of step.cells) {
          for (const [key, block] of blocks) putBlock(sheet, key, block[to]);
        }
        for (const [sheet, objects] of step.objects) putObjects(sheet, objects[to]);
        if (step.book) putBook(this.workbook, step.book[to]);
      });
    } finally {
      this.#restoring = false;
    }
    for (const [sheet, blocks] of step.cells) {
      const known = this.#cells.get(sheet);
      for (const [key, block] of blocks) {
        const now = block[to];
        if (now) known?.set(key, now);
        else known?.delete(key);
      }
    }
    for (const sheet of step.objects.keys()) this.#objects.set(sheet, readObjects(sheet));
    this.#book = readBook(this.workbook);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The areas whose cells changed, by sheet; "all" where cells moved. */
function touched(changes: readonly Change[], sheets: readonly Sheet[]): Map<Sheet, Area[] | "all"> {
  const areas = new Map<Sheet, Area[] | "all">();
  for (const change of changes) {
    if (change.kind === "sheets") {
      // Formulas on every sheet follow the names of sheets.
      for (const sheet of sheets) areas.set(sheet, "all");
    } else if (change.kind === "structure") {
      for (const sheet of sheets) areas.set(sheet, "all");
    } else if (change.kind === "objects" && change.of === "merge" && change.sheet) {
      areas.set(change.sheet, "all");
    } else if (change.kind === "cells" || change.kind === "style") {
      const known = areas.get(change.sheet);
      if (known === undefined) areas.set(change.sheet, [change.area]);
      else if (known !== "all") known.push(change.area);
    }
  }
  return areas;
}
