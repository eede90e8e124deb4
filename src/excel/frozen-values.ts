import type { SheetFormulas } from "./formula-cells";
import type { Patch } from "./formula-patches";
import type { WriteOptions } from "./going";
import { isPayloadLimit } from "./office-troubles";
import { rangeOf } from "./own-cells";
import { patiently, type Wait } from "./patience";
import type { SheetArea } from "./sheet-area";

/** What is to be written over a patch. */
export interface Writing {
  readonly sheet: SheetFormulas;
  readonly patch: Patch;
  /** The values of cells that are to be written, ready for `Range.values`; null for the others. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  /** Cells that are formatted as text and hold a number: the format would make text of it. */
  readonly numbersInText: readonly (readonly boolean[])[] | null;
  readonly count: number;
  /** Cells whose formula stays since it shows an error. */
  readonly errors: readonly SheetArea[];
}

/** Patches that are read together at first: 16,000 cells. */
const PATCHES = 4;

/** Reads what the cells of patches show; null where the reader cancelled. */
export async function readPatches(
  context: Excel.RequestContext,
  sheet: SheetFormulas,
  patches: readonly Patch[],
  { cancelled }: WriteOptions,
  pause: Wait,
): Promise<readonly Writing[] | null> {
  const writings: Writing[] = [];
  let together = PATCHES;
  for (let at = 0; at < patches.length;) {
    if (cancelled?.()) return null;
    const group = patches.slice(at, at + together);
    try {
      const ranges = await patiently(async () => {
        const asked = group.map(({ area }) => rangeOf(sheet.sheet, area));
        for (const range of asked) range.load("values,valueTypes,numberFormat");
        await context.sync();
        return asked;
      }, pause);
      group.forEach((patch, i) => {
        const range = ranges[i];
        if (range) writings.push(writingOf(sheet, patch, range));
      });
      at += group.length;
    } catch (error) {
      if (!isPayloadLimit(error) || together === 1) throw error;
      together = Math.ceil(together / 2);
    }
  }
  return writings;
}

/** Errors that a cell can hold without a formula. */
const CONSTANT_ERRORS = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NULL!)$/;

function writingOf(sheet: SheetFormulas, patch: Patch, range: Excel.Range): Writing {
  const { area, formulas, spilled } = patch;
  const values = range.values as (string | number | boolean)[][];
  const types = range.valueTypes as string[][];
  const formats = range.numberFormat as string[][];
  const isError = (r: number, c: number) => types[r]?.[c] === "Error" || values[r]?.[c] === "#BUSY!";
  const errors: SheetArea[] = [];
  let count = 0;
  let asText = false;
  const first = { row: area.row, column: area.column, rows: 1, columns: 1 };
  const stays =
    spilled &&
    (isError(0, 0) ||
      values.some((row, r) => row.some((value, c) => isError(r, c) && !CONSTANT_ERRORS.test(String(value)))));
  if (stays) errors.push(first);
  const written = values.map((row, r) =>
    row.map((value, c) => {
      if (stays || (!spilled && formulas[r]?.[c] == null)) return null;
      if (isError(r, c) && !spilled) {
        errors.push({ ...first, row: area.row + r, column: area.column + c });
        return null;
      }
      count++;
      if (isError(r, c) || typeof value !== "string" || value === "") {
        asText ||= typeof value !== "string" && formats[r]?.[c] === "@";
        return value;
      }
      // Excel reads what is written as if it were typed: MARCH1 would be a date, TRUE no text.
      return formats[r]?.[c] === "@" ? value : `'${value}`;
    }),
  );
  return {
    ...{ sheet, patch, values: written, count, errors },
    numbersInText: asText
      ? values.map((row, r) => row.map((value, c) => typeof value !== "string" && formats[r]?.[c] === "@"))
      : null,
  };
}

/** Queues the values of a patch, or its formulas again. */
export function write({ sheet, patch, values, numbersInText }: Writing, what: "values" | "formulas"): void {
  const range = rangeOf(sheet.sheet, patch.area);
  const format = (name: string) => {
    if (numbersInText) range.numberFormat = numbersInText.map((row) => row.map((is) => (is ? name : null)));
  };
  format("General");
  if (what === "values") range.values = values as unknown[][];
  else {
    // What was spilled makes room for it again.
    if (patch.spilled) range.values = values.map((row) => row.map(() => ""));
    range.formulas = patch.formulas.map((row, r) =>
      row.map((formula, c) => (patch.spilled || values[r]?.[c] != null ? formula : null)),
    );
  }
  format("@");
}
