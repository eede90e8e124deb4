import { helpers, Model } from "@odoo/o-spreadsheet";
import type { Change } from "../../workbook/change";
import { sameArea } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { History } from "../history";
import { BorderReader, CellWriter, SheetReader, ValueReader } from "./cell-plugins";
import { drawnCharts } from "./draw-charts";
import { drawnRules } from "./draw-rules";
import { drawnSheet, sizeFor, type GridSize } from "./draw-sheet";
import { tabCommands } from "./draw-sheets";
import { drawnSlicers } from "./draw-slicers";
import { drawnTables } from "./draw-tables";
import { toDraw, type Command, type Drawn } from "./drawn";
import { GridBook } from "./grid-book";
import { pluginOf, replacePlugin, type GridPlugin } from "./plugin-base";
import "./slicer-figure";
import {
  FilterReader,
  HeightReader,
  HistoryReader,
  LockReader,
  PositionReader,
  TextReader,
  ViewReader,
} from "./view-plugins";

replacePlugin("corePluginRegistry", "sheet", SheetReader);
replacePlugin("corePluginRegistry", "cell", CellWriter);
replacePlugin("corePluginRegistry", "borders", BorderReader);
replacePlugin("coreViewsPluginRegistry", "evaluation", ValueReader);
replacePlugin("coreViewsPluginRegistry", "row_size", HeightReader);
replacePlugin("statefulUIPluginRegistry", "evaluation_filter", FilterReader);
replacePlugin("statefulUIPluginRegistry", "header_positions", PositionReader);
replacePlugin("statefulUIPluginRegistry", "viewport", ViewReader);
replacePlugin("statefulUIPluginRegistry", "lock_sheet", LockReader);
replacePlugin("featurePluginRegistry", "ui_sheet", TextReader);
replacePlugin("featurePluginRegistry", "history", HistoryReader);

/** Runs what is waiting as parts of one command: each command of its own would draw everything. */
class Follower extends pluginOf("featurePluginRegistry", "sort") {
  static override getters: readonly string[] = [];
  static waiting: ((dispatch: GridPlugin["dispatch"]) => void) | undefined;

  override allowDispatch(): string {
    return "Success";
  }
  override handle(command: { readonly type: string }): void {
    if (command.type === "FOLLOW_WORKBOOK") Follower.waiting?.(this.dispatch.bind(this));
  }
}
replacePlugin("featurePluginRegistry", "workbook_follower", Follower);

/** Areas selected by the add-in that the grid shows; the workbook keeps them all. */
const MOST_SHOWN = 500;

type Dispatch = (type: string, payload?: object) => { readonly isSuccessful: boolean };

/**
 * The workbook in o-spreadsheet. Cells are read from the workbook when they are drawn; what else there is on a sheet is
 * told to the grid in commands after each change, those parts that differ.
 */
export class GridView {
  readonly model: Model;
  readonly book: GridBook;
  readonly #drawn = new Map<Sheet, Map<string, Drawn>>();
  #pending: Change[] = [];
  /** Until the page gave the grid a size, it can't know what is in view, and would scroll to where nothing fits. */
  #hasSize = false;
  #stop: () => void;

  constructor(
    readonly workbook: Workbook,
    history: History,
    refuse: (reason: "protected") => void,
    say: (text: string) => void,
    locale: object,
  ) {
    this.book = new GridBook(workbook, history, refuse, say);
    this.model = this.#newModel(locale);
    this.#stop = workbook.listen((change) => {
      if (this.#pending.push(change) === 1) queueMicrotask(() => this.#follow());
    });
    history.listen(() => this.#redraw());
    this.model.selection.observe(this, { handleEvent: () => this.#carrySelection() });
    this.#apply();
    const [from, to] = [this.model.getters.getActiveSheetId(), this.book.id(workbook.activeSheet)];
    if (from !== to) this.#dispatch("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: to });
  }

  /** Ends it: the workbook goes on without it. */
  end(): void {
    this.#stop();
  }

  #newModel(locale: object): Model {
    const data = helpers.createEmptyWorkbookData() as unknown as {
      sheets: object[];
      settings: { locale: object };
    };
    data.settings.locale = locale;
    data.sheets = this.workbook.sheets.map((sheet) => {
      const { rows, columns } = sizeFor(sheet);
      return {
        ...helpers.createEmptySheet(this.book.id(sheet), sheet.name),
        rowNumber: rows,
        colNumber: columns,
        isVisible: sheet.visibility === "Visible",
        color: sheet.tabColor || undefined,
      };
    });
    const model = new Model(data, { custom: { book: this.book } } as never);
    const dispatch = model.dispatch as unknown as Dispatch;
    // One batch for what belongs to one command, as a paste of many cells.
    (model as unknown as { dispatch: Dispatch }).dispatch = (type, payload) =>
      this.book.following
        ? dispatch(type, payload)
        : this.workbook.batch("user", () => {
            const result = dispatch(type, payload);
            // A click on a tab selects no cell, of which the selection would tell.
            if (type === "ACTIVATE_SHEET") this.#carrySelection();
            if (type === "RESIZE_SHEETVIEW" && result.isSuccessful && !this.#hasSize) {
              this.#hasSize = true;
              this.#showSelection();
            }
            return result;
          });
    return model;
  }

  get #dispatch(): Dispatch {
    return this.model.dispatch as unknown as Dispatch;
  }

  /** Brings the grid to what changed in the workbook. */
  #follow(): void {
    const changes = this.#pending;
    this.#pending = [];
    if (changes.length === 0) return;
    const told = changes.some(({ kind }) => kind === "sheets" || kind === "structure" || kind === "objects");
    for (const change of changes) {
      if (change.kind === "cells" || change.kind === "style") this.book.forgetHeights(change.sheet);
      if (change.kind !== "objects") continue;
      // Text that wraps takes fewer lines in a wider column.
      if (change.of === "dimension" && change.sheet) this.book.forgetHeights(change.sheet);
      if (change.of === "dimension" || change.of === "filter") this.book.moved = true;
    }
    if (told || this.#outgrown(changes)) this.#apply();
    else if (changes.some(({ kind }) => kind === "cells" || kind === "style")) this.#redraw();
    if (
      changes.some(({ kind, source }) => (kind === "selection" || kind === "active") && source !== "user")
    ) {
      this.#showSelection();
    }
  }

  #outgrown(changes: readonly Change[]): boolean {
    const { getters } = this.model;
    return changes.some((change) => {
      if (change.kind !== "cells" && change.kind !== "style") return false;
      const id = this.book.id(change.sheet);
      const used = change.sheet.usedArea(false);
      if (!used || getters.tryGetSheet(id) === undefined) return true;
      return used.bottom >= getters.getNumberRows(id) || used.right >= getters.getNumberCols(id);
    });
  }

  /** Tells the grid what it doesn't have yet, in one command. */
  #apply(): void {
    this.book.following = true;
    try {
      Follower.waiting = (dispatch) => {
        const run = ({ type, ...payload }: Command) => dispatch(type, payload);
        this.#drawSheets(run);
        for (const sheet of this.workbook.sheets) this.#drawSheet(sheet, run);
      };
      this.#dispatch("FOLLOW_WORKBOOK");
      this.book.moved = true;
      this.#dispatch("EVALUATE_CELLS");
    } finally {
      Follower.waiting = undefined;
      this.book.following = false;
    }
  }

  /** Draws the cells anew. */
  #redraw(): void {
    this.book.following = true;
    try {
      this.#dispatch("EVALUATE_CELLS");
    } finally {
      this.book.following = false;
    }
  }

  #drawSheets(run: (command: Command) => void): void {
    const { getters } = this.model;
    const drawn = getters.getSheetIds().map((id) => {
      const { name, isVisible, color } = getters.getSheet(id);
      return { id, name, visible: isVisible, color: color ?? "" };
    });
    const { sheets, activeSheet } = this.workbook;
    const wanted = sheets.map((sheet) => ({
      id: this.book.id(sheet),
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      color: sheet.tabColor,
      size: () => sizeFor(sheet),
    }));
    const show = this.book.id(activeSheet);
    for (const command of tabCommands(drawn, wanted, getters.getActiveSheetId(), show)) run(command);
    for (const sheet of this.#drawn.keys()) if (!sheets.includes(sheet)) this.#drawn.delete(sheet);
  }

  #drawSheet(sheet: Sheet, run: (command: Command) => void): void {
    const sheetId = this.book.id(sheet);
    const size = this.#grow(sheet, sheetId, run);
    const wanted = [
      ...drawnSheet(sheet, sheetId, size),
      ...drawnTables(sheet, sheetId, size),
      ...drawnRules(sheet, sheetId, size),
      ...drawnCharts(sheet, sheetId, size),
      ...drawnSlicers(sheet, sheetId, size),
    ];
    const drawn = this.#drawn.get(sheet) ?? new Map<string, Drawn>();
    for (const command of toDraw(drawn, wanted)) run(command);
    this.#drawn.set(sheet, new Map(wanted.map((thing) => [thing.id, thing])));
  }

  #grow(sheet: Sheet, sheetId: string, run: (command: Command) => void): GridSize {
    const { getters } = this.model;
    const wanted = sizeFor(sheet);
    const size = { rows: getters.getNumberRows(sheetId), columns: getters.getNumberCols(sheetId) };
    const grow = (dimension: "ROW" | "COL", has: number, wants: number) => {
      if (wants <= has) return;
      run({
        type: "ADD_COLUMNS_ROWS",
        sheetId,
        sheetName: sheet.name,
        dimension,
        base: has - 1,
        position: "after",
        quantity: wants - has,
      });
    };
    // Only what is needed is a reason to grow; then there is room again.
    const used = sheet.usedArea(false);
    if ((used?.bottom ?? 0) >= size.rows - 1) grow("ROW", size.rows, wanted.rows);
    if ((used?.right ?? 0) >= size.columns - 1) grow("COL", size.columns, wanted.columns);
    return { rows: getters.getNumberRows(sheetId), columns: getters.getNumberCols(sheetId) };
  }

  /** What is selected in the grid is selected in the workbook. */
  #carrySelection(): void {
    if (this.book.following) return;
    const { getters } = this.model;
    const sheet = this.book.sheet(getters.getActiveSheetId());
    if (!sheet || !this.workbook.sheets.includes(sheet)) return;
    const areas = getters
      .getSelectedZones()
      .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
    const now = this.workbook.selection;
    const same =
      now.sheet === sheet &&
      now.areas.length === areas.length &&
      now.areas.every((area, at) => sameArea(area, areas[at]!));
    if (!same) this.workbook.batch("user", () => (this.workbook.selection = { sheet, areas }));
  }

  /** What is selected in the workbook is selected in the grid. */
  #showSelection(): void {
    const { getters, selection } = this.model;
    const { sheet, areas } = this.workbook.selection;
    const sheetIdTo = this.book.id(sheet);
    if (getters.tryGetSheet(sheetIdTo) === undefined) return;
    this.book.following = true;
    try {
      const sheetIdFrom = getters.getActiveSheetId();
      if (sheetIdFrom !== sheetIdTo) this.#dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo });
      const [first = { top: 0, left: 0, bottom: 0, right: 0 }] = areas;
      const bottom = Math.min(first.bottom, getters.getNumberRows(sheetIdTo) - 1);
      const right = Math.min(first.right, getters.getNumberCols(sheetIdTo) - 1);
      if (first.top > bottom || first.left > right) return;
      selection.selectZone(
        { cell: { col: first.left, row: first.top }, zone: { ...first, bottom, right } },
        { scrollIntoView: this.#hasSize },
      );
      for (const area of areas.slice(1, MOST_SHOWN)) {
        if (area.bottom >= getters.getNumberRows(sheetIdTo) || area.right >= getters.getNumberCols(sheetIdTo))
          continue;
        const cell = { col: area.left, row: area.top };
        selection.addCellToSelection(cell.col, cell.row);
        if (area.bottom > area.top || area.right > area.left)
          selection.setAnchorCorner(area.right, area.bottom);
      }
      // Each area that is added scrolls to itself; Excel shows the first.
      if (areas.length > 1 && this.#hasSize)
        this.#dispatch("SCROLL_TO_CELL", { col: first.left, row: first.top });
    } finally {
      this.book.following = false;
    }
  }
}
