import { no, ok, type Message, type Result } from "../core/language/message";
import { findFormulas, type FormulaCell, type SheetFormulas } from "./formula-cells";
import { inPatches, stillThere, type Patch } from "./formula-patches";
import { asTyped, callsOf } from "./function-calls";
import type { WriteOptions } from "./going";
import { leftFormulas } from "./left-formulas";
import { excelRefused } from "./office-troubles";
import { rangeOf } from "./own-cells";
import { patiently, wait, type Wait } from "./patience";
import { addressOf } from "./sheet-area";

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
      const unknown: SheetFormulas[] = [];
      for (const sheet of found) {
        const cells: FormulaCell[] = [];
        for (const patch of inPatches(sheet.cells)) {
          if (going.cancelled?.()) return no("pane.cancelled");
          cells.push(...(await unknownIn(context, sheet, patch, pause)));
        }
        if (cells.length > 0) unknown.push({ ...sheet, cells });
      }
      const open = unknown.filter(({ isProtected, isFiltered }) => !isProtected && !isFiltered);
      const left = leftFormulas(unknown.filter((sheet) => !open.includes(sheet)));
      const patches = open.flatMap((sheet) => inPatches(sheet.cells).map((patch) => ({ sheet, patch })));
      let repaired = 0;
      const sheets = new Set<string>();
      for (const one of patches) {
        if (going.cancelled?.()) break;
        const { name, sheet } = one.sheet;
        const { area, formulas } = one.patch;
        const count = formulas.flat().filter((formula) => formula !== null).length;
        const [same] = await stillThere(context, [one], pause);
        if (!same) {
          left.add("changed", name, addressOf(area), count);
          continue;
        }
        await patiently(async () => {
          rangeOf(sheet, area).formulas = formulas.map((row) =>
            row.map((formula) => formula && asTyped(formula, functions)),
          );
          await context.sync();
        }, pause);
        repaired += count;
        sheets.add(name);
      }
      return ok({ repaired, left: left.count(), sheets: [...sheets], told: left.messages() });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** The formulas of a patch that show #NAME?. */
async function unknownIn(
  context: Excel.RequestContext,
  { sheet }: SheetFormulas,
  { area, formulas }: Patch,
  pause: Wait,
): Promise<readonly FormulaCell[]> {
  const values = await patiently(async () => {
    const range = rangeOf(sheet, area);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  }, pause);
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) =>
      formula !== null && values[r]?.[c] === "#NAME?"
        ? [{ row: area.row + r, column: area.column + c, formula }]
        : [],
    ),
  );
}
