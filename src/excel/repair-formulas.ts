import { no, ok, type Message, type Result } from "../core/language/message";
import { addressOf } from "./sheet-area";
import { findFormulas, type SheetFormulas } from "./formula-cells";
import { inPatches, type Patch } from "./formula-patches";
import { rangeOf } from "./frozen-values";
import { asTyped, callsOf } from "./function-calls";
import type { WriteOptions } from "./going";
import { leftFormulas } from "./left-formulas";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** What became of formulas that Excel didn't know. */
export interface Repaired {
  /** Formulas that were entered again. */
  readonly repaired: number;
  readonly left: number;
  /** Names of the sheets with such formulas. */
  readonly sheets: readonly string[];
  readonly told: readonly Message[];
}

/**
 * Enters again the formulas that call one of these functions and show #NAME?, on all sheets: a workbook that was
 * calculated without the add-in keeps showing it after the add-in is there (https://github.com/OfficeDev/office-js/issues/4185).
 * Other formulas and other errors stay; so do those on protected or filtered sheets.
 */
export async function repairFormulas(
  functions: readonly string[],
  going: WriteOptions = {},
  pause: Wait = wait,
): Promise<Result<Repaired>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const found = await findFormulas(context, callsOf(functions), going, pause);
      if (!found) return no("pane.cancelled");
      const unknown: Unknown[] = [];
      for (const sheet of found) {
        for (const patch of inPatches(sheet.cells)) {
          if (going.cancelled?.()) return no("pane.cancelled");
          const one = await unknownIn(context, sheet, patch, pause);
          if (one.count > 0) unknown.push(one);
        }
      }
      const isOpen = ({ sheet: { isProtected, isFiltered } }: Unknown) => !isProtected && !isFiltered;
      // Only what shows #NAME? counts as left.
      const closed = unknown.filter((one) => !isOpen(one));
      const left = leftFormulas(
        [...new Set(closed.map(({ sheet }) => sheet))].map((sheet) => ({
          ...sheet,
          cells: closed.filter((one) => one.sheet === sheet).flatMap(({ cells }) => cells),
        })),
      );
      let repaired = 0;
      const sheets = new Set<string>();
      for (const { sheet, patch, cells, count } of unknown.filter(isOpen)) {
        if (going.cancelled?.()) break;
        const same = await patiently(async () => {
          const range = rangeOf(sheet.sheet, patch.area);
          range.load("formulas");
          await context.sync();
          return (range.formulas as unknown[][]).every((row, r) =>
            row.every((formula, c) => patch.formulas[r]?.[c] == null || patch.formulas[r]?.[c] === formula),
          );
        }, pause);
        if (!same) {
          left.add("changed", sheet.name, addressOf(patch.area), count);
          continue;
        }
        const wanted = new Set(cells.map(({ row, column }) => `${row} ${column}`));
        const { row: top, column: first } = patch.area;
        await patiently(async () => {
          rangeOf(sheet.sheet, patch.area).formulas = patch.formulas.map((row, r) =>
            row.map((formula, c) =>
              formula !== null && wanted.has(`${top + r} ${first + c}`) ? asTyped(formula, functions) : null,
            ),
          );
          await context.sync();
        }, pause);
        repaired += count;
        sheets.add(sheet.name);
      }
      return ok({ repaired, left: left.count(), sheets: [...sheets], told: left.messages() });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** Formulas of a patch that show #NAME?. */
interface Unknown {
  readonly sheet: SheetFormulas;
  readonly patch: Patch;
  readonly cells: SheetFormulas["cells"];
  readonly count: number;
}

async function unknownIn(
  context: Excel.RequestContext,
  sheet: SheetFormulas,
  patch: Patch,
  pause: Wait,
): Promise<Unknown> {
  const { row: top, column: left } = patch.area;
  const values = await patiently(async () => {
    const range = rangeOf(sheet.sheet, patch.area);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  }, pause);
  const cells = patch.formulas.flatMap((row, r) =>
    row.flatMap((formula, c) =>
      formula !== null && values[r]?.[c] === "#NAME?" ? [{ row: top + r, column: left + c, formula }] : [],
    ),
  );
  return { sheet, patch, cells, count: cells.length };
}
