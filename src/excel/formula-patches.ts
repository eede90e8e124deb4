import type { FormulaCell, SheetFormulas } from "./formula-cells";
import { rangeOf } from "./own-cells";
import { patiently, type Wait } from "./patience";
import { AREA, areaOf, covers, type SheetArea } from "./sheet-area";

/** Cells of a sheet that are read and written together. */
export interface Patch {
  readonly area: SheetArea;
  /** The formulas that were looked for, by rows and columns of the area; null for cells that aren't to be touched. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** True of the area that one formula fills, the one in its first cell. */
  readonly spilled: boolean;
}

/** Cells of a patch: 4000 sentences are some 3 MB. */
const CELLS = 4000;
/** Blank or foreign rows that a patch spans rather than ending there. */
const GAP = 20;
/** Formulas whose spills are asked for together. */
const ASKED = 200;

/** The patches of a sheet's formulas: each spilled area one, all other cells in blocks of columns side by side. */
export async function patchesOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly FormulaCell[],
  pause: Wait,
): Promise<readonly Patch[]> {
  const plain = inPatches(cells);
  // Before ExcelApi 1.12 a formula fills its own cell, or a block that was chosen for it.
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.12")) return plain;
  const spilling = await patiently(async () => {
    const ranges = plain.map(({ area: { row, column, rows, columns } }) => {
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      range.load("hasSpill");
      return range;
    });
    await context.sync();
    return plain.filter((_, i) => ranges[i]?.hasSpill !== false);
  }, pause);
  if (spilling.length === 0) return plain;
  const asked = cells.filter(({ row, column }) =>
    spilling.some(({ area }) => covers(area, { row, column, rows: 1, columns: 1 })),
  );
  const spills = await spillsOf(context, sheet, asked, pause);
  const inSpill = insideOf(spills.map(({ area }) => area));
  return [
    ...spills.map(({ area, formula }): Patch => {
      const blank = Array.from({ length: area.columns }, () => null);
      return {
        area,
        formulas: Array.from({ length: area.rows }, (_, r) =>
          r === 0 ? [formula, ...blank.slice(1)] : blank,
        ),
        spilled: true,
      };
    }),
    ...inPatches(cells.filter((cell) => !inSpill(cell))),
  ];
}

/** The areas that formulas fill, of those that fill more than their own cell. */
async function spillsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly FormulaCell[],
  pause: Wait,
): Promise<readonly { readonly area: SheetArea; readonly formula: string }[]> {
  const spills: { area: SheetArea; formula: string }[] = [];
  let left = cells;
  while (left.length > 0) {
    const asked = left.slice(0, ASKED);
    const areas = await patiently(async () => {
      const ranges = asked.map(({ row, column }) =>
        sheet.getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject(),
      );
      for (const range of ranges) range.load(AREA);
      await context.sync();
      return ranges.map((range) => (range.isNullObject ? null : areaOf(range)));
    }, pause);
    asked.forEach(({ formula }, i) => {
      const area = areas[i];
      if (area) spills.push({ area, formula });
    });
    const inSpill = insideOf(spills.map(({ area }) => area));
    // Where a filled cell tells the formula that fills it, it needn't be asked about.
    left = left.slice(ASKED).filter((cell) => !inSpill(cell));
  }
  return spills;
}

/** Whether a cell is in one of some areas. */
function insideOf(areas: readonly SheetArea[]): (cell: FormulaCell) => boolean {
  const rows = new Map<number, SheetArea[]>();
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const there = rows.get(row);
      if (there) there.push(area);
      else rows.set(row, [area]);
    }
  }
  return ({ row, column }) =>
    rows.get(row)?.some((area) => column >= area.column && column < area.column + area.columns) ?? false;
}

/** Cells as blocks: columns side by side, rows near each other. */
export function inPatches(cells: readonly FormulaCell[]): readonly Patch[] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const patches: Patch[] = [];
  for (let from = 0; from < columns.length;) {
    let to = from;
    while (columns[to + 1] === (columns[to] ?? 0) + 1) to++;
    const left = columns[from] ?? 0;
    const width = to - from + 1;
    const band = cells.filter(({ column }) => column >= left && column < left + width);
    const most = Math.max(1, Math.floor(CELLS / width));
    let rows: (string | null)[][] = [];
    let top = 0;
    const end = () => {
      if (rows.length > 0)
        patches.push({
          area: { row: top, column: left, rows: rows.length, columns: width },
          formulas: rows,
          spilled: false,
        });
      rows = [];
    };
    for (const { row, column, formula } of band) {
      if (rows.length > 0 && (row - top >= most || row - top - rows.length > GAP)) end();
      if (rows.length === 0) top = row;
      while (rows.length <= row - top) rows.push(Array.from({ length: width }, () => null));
      const line = rows[row - top];
      if (line) line[column - left] = formula;
    }
    end();
    from = to + 1;
  }
  return patches;
}

/** Those of some patches whose formulas are still where they were. */
export async function stillThere<T extends { readonly sheet: SheetFormulas; readonly patch: Patch }>(
  context: Excel.RequestContext,
  group: readonly T[],
  pause: Wait,
): Promise<readonly T[]> {
  const ranges = await patiently(async () => {
    const asked = group.map(({ sheet, patch: { area, spilled } }) =>
      rangeOf(sheet.sheet, spilled ? { ...area, rows: 1, columns: 1 } : area),
    );
    for (const range of asked) range.load("formulas");
    await context.sync();
    return asked;
  }, pause);
  return group.filter(({ patch: { formulas } }, i) =>
    (ranges[i]?.formulas as unknown[][]).every((row, r) =>
      row.every((formula, c) => formulas[r]?.[c] == null || formulas[r]?.[c] === formula),
    ),
  );
}
