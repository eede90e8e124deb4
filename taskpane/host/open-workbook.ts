import { freezeFormulas } from "../../src/excel/freeze-formulas";
import { openAsWorkbook } from "../../src/excel/new-workbook";
import { findPlaces } from "../../src/excel/places-to-classify";
import { repairFormulas } from "../../src/excel/repair-formulas";
import { goTo, selectCells } from "../../src/excel/select-cells";
import { findWritten, takeBack } from "../../src/excel/take-back";
import { watchChanges } from "../../src/excel/watch-changes";
import { watchSelection } from "../../src/excel/watch-selection";
import { loadState, saveState } from "../../src/excel/workbook-state";
import { writeTiered } from "../../src/excel/write-tiered";
import type { OpenWorkbook } from "../classifier/open-workbook";

/** What the pane does in Excel's open workbook. */
export const openWorkbook: OpenWorkbook = {
  writeTiered: (plan, going) => writeTiered(plan, going),
  // Its generator is a lot of code for something that is pressed once.
  writeSampleSheet: async (language) => {
    const { writeSampleSheet } = await import("../../src/excel/sample-sheet");
    return writeSampleSheet(language);
  },
  openAsWorkbook: (base64) => openAsWorkbook(base64),
  findWritten: () => findWritten(),
  takeBack: (how) => takeBack(how),
  findPlaces: () => findPlaces(),
  selectCells: (sheet, rows, columns) => selectCells(sheet, rows, columns),
  goTo: (sheet, address) => goTo(sheet, address),
  freezeFormulas: (functions) => freezeFormulas(functions),
  repairFormulas: (functions) => repairFormulas(functions),
  watchSelection: (where, listener) => watchSelection(where, listener),
  watchChanges: (listener) => watchChanges(listener),
  loadState: () => loadState(),
  saveState: (change) => saveState(change),
};
