import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { AreaIndex } from "./area-index";
import type { FormulaCell, WatchedArea } from "./formula-cell";

/** An area that formulas stand on, kept once however many they are. */
interface Watch extends WatchedArea {
  readonly key: string;
  readonly cells: Set<FormulaCell>;
  /** The round in which its formulas were last found. */
  round: number;
}

/** Which formulas stand on which cells. */
export class Dependencies {
  readonly #indexes = new Map<Sheet, AreaIndex<Watch>>();
  readonly #watches = new Map<Sheet, Map<string, Watch>>();
  #round = 1;

  watch(cell: FormulaCell, areas: readonly WatchedArea[]): void {
    cell.watched = areas;
    for (const { sheet, area } of areas) {
      const key = `${area.top},${area.left},${area.bottom},${area.right}`;
      let watches = this.#watches.get(sheet);
      if (watches === undefined) this.#watches.set(sheet, (watches = new Map()));
      let watch = watches.get(key);
      if (watch === undefined) {
        watch = { sheet, area, key, cells: new Set(), round: 0 };
        watches.set(key, watch);
        let index = this.#indexes.get(sheet);
        if (index === undefined) this.#indexes.set(sheet, (index = new AreaIndex()));
        index.add(watch, area);
      }
      watch.round = 0;
      watch.cells.add(cell);
    }
  }

  unwatch(cell: FormulaCell): void {
    for (const { sheet, area } of cell.watched) {
      const key = `${area.top},${area.left},${area.bottom},${area.right}`;
      const watches = this.#watches.get(sheet);
      const watch = watches?.get(key);
      if (watches === undefined || watch === undefined) continue;
      watch.cells.delete(cell);
      if (watch.cells.size > 0) continue;
      watches.delete(key);
      this.#indexes.get(sheet)?.delete(watch);
    }
    cell.watched = [];
  }

  /** From here on formulas are found again that were found before. */
  nextRound(): void {
    this.#round++;
  }

  /** Visits the formulas that stand on an area; those of an area already found in this round aren't visited again. */
  eachDependent(sheet: Sheet, area: Area, visit: (cell: FormulaCell) => void): void {
    this.#indexes.get(sheet)?.each(area, (watch) => {
      if (watch.round === this.#round) return;
      watch.round = this.#round;
      for (const cell of watch.cells) visit(cell);
    });
  }
}
