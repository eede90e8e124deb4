import type { Message } from "../core/language/message";
import type { Cell } from "../core/ledger/cells";
import { columnLetters, some } from "../files/headers";
import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import { joined, rangesAcross } from "./cells-across";
import { dateSystemOf } from "./date-system";
import { withoutOwn, type FoundArea } from "./find-area";
import { readMerged } from "./merged-headers";
import { patiently, type Wait } from "./patience";
import { addressOf, areaOf, type SheetArea } from "./sheet-area";

/** What the first rows of an area tell of all of it. */
export interface FirstLook {
  readonly formats: readonly (readonly string[])[];
  readonly dateSystem: 1900 | 1904;
  /** The first rows, where merged cells change how they are read; else none. */
  readonly rows: readonly (readonly unknown[])[];
  readonly notes: readonly Message[];
  /** Bytes that a row of values takes as JSON, by the rows looked at. */
  readonly rowBytes: number;
}

/** Rows whose number formats and texts are looked at: enough to find the columns of dates below titles and headers. */
const ROWS_LOOKED_AT = 200;
/** Of a wide sheet fewer, but some: four things are asked of each cell. */
const CELLS_LOOKED_AT = 24_000;
const FEWEST_ROWS = 3;
/** Rows among which the headers are. */
const HEAD = 50;
/** Columns whose being hidden is looked at one by one. */
const COLUMNS_LOOKED_AT = 200;

/** Looks at the first rows of an area, before its rows are read in blocks. */
export async function lookAt(
  context: Excel.RequestContext,
  found: FoundArea,
  pause: Wait,
): Promise<FirstLook> {
  const { sheet, table, area } = found;
  const part = (rows: number, columns: number, column = 0) =>
    sheet.getRangeByIndexes(area.row, area.column + column, rows, columns);
  const size = blockSize();
  let rows = Math.min(
    area.rows,
    ROWS_LOOKED_AT,
    Math.max(FEWEST_ROWS, Math.floor(CELLS_LOOKED_AT / area.columns)),
  );
  const head = Math.min(area.rows, HEAD);
  // A native table has no merged cells.
  const canMerge = table === null && Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  for (;;) {
    const looked = await unlessTooLarge(size, () =>
      patiently(async () => {
        const ranges = rangesAcross(sheet, { ...area, rows });
        for (const range of ranges) range.load("values,text,numberFormat,formulas");
        const merged = canMerge ? part(head, area.columns).getMergedAreasOrNullObject() : null;
        merged?.load("areaCount");
        const columns = found.hiddenColumns
          ? Array.from({ length: Math.min(area.columns, COLUMNS_LOOKED_AT) }, (_, c) => part(1, 1, c))
          : [];
        for (const column of columns) column.load("columnHidden");
        await context.sync();
        return { ranges, merged, columns };
      }, pause),
    );
    if (!looked) {
      rows = Math.ceil(rows / 2);
      continue;
    }
    const { ranges, merged, columns } = looked;
    const all = joined(ranges.map((range) => range.values as unknown[][]));
    const values = withoutOwn(all, found.own, "");
    const merges = merged && !merged.isNullObject ? await areasOf(context, merged, pause) : [];
    const unmerged = read(values, area, merges);
    const hidden = columns.flatMap(({ columnHidden }, c) =>
      columnHidden && !found.own.has(c) ? [columnLetters(area.column + c)] : [],
    );
    const calculated = calculatedColumns(
      values,
      joined(ranges.map(({ formulas }) => formulas as unknown[][])),
    )
      .filter((c) => !found.own.has(c))
      .map((c) => columnLetters(area.column + c));
    const formats = joined(ranges.map(({ numberFormat }) => numberFormat as string[][]));
    return {
      formats,
      dateSystem: dateSystemOf(values, joined(ranges.map(({ text }) => text)), formats),
      rows: unmerged.rows,
      rowBytes: bytesOf(all) / all.length,
      notes: [
        ...notesOf(found),
        ...named("sheet-hidden-columns", hidden),
        ...named(
          "sheet-own-columns",
          [...found.own].sort((a, b) => a - b).map((c) => columnLetters(area.column + c)),
        ),
        ...unmerged.notes,
        ...named("sheet-formulas", calculated),
      ],
    };
  }
}

/** By the names of its members: `areas` loaded whole reads the cells too, see https://github.com/OfficeDev/office-js/issues/5758. */
async function areasOf(
  context: Excel.RequestContext,
  { areas }: Excel.RangeAreas,
  pause: Wait,
): Promise<readonly SheetArea[]> {
  await patiently(async () => {
    areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    await context.sync();
  }, pause);
  return areas.items.map(areaOf);
}

function read(
  values: readonly (readonly unknown[])[],
  { row, column }: SheetArea,
  merges: readonly SheetArea[],
): { readonly rows: readonly (readonly unknown[])[]; readonly notes: readonly Message[] } {
  if (merges.length === 0) return { rows: [], notes: [] };
  const cells = values.map((line) => (line as Cell[]).map((cell) => (cell === "" ? null : cell)));
  const { rows, notes } = readMerged(cells, { row, column }, merges);
  return { rows: rows === cells ? [] : rows, notes };
}

function notesOf({ sheet, table, area, hiddenRows, filtered, goesOn }: FoundArea): readonly Message[] {
  const notes: Message[] = [];
  if (sheet.visibility !== "Visible") notes.push({ code: "sheet-hidden", params: { sheet: sheet.name } });
  if (hiddenRows) notes.push({ code: filtered ? "sheet-filtered" : "excel-hidden-rows" });
  if (goesOn) notes.push({ code: "sheet-more-below", params: { area: addressOf(area) } });
  if (table?.totals) notes.push({ code: "sheet-totals-left-out", params: { table: table.name } });
  return notes;
}

function named(
  code: "sheet-hidden-columns" | "sheet-own-columns" | "sheet-formulas",
  letters: readonly string[],
): Message[] {
  return letters.length === 0 ? [] : [{ code, params: { columns: letters.length, names: some(letters) } }];
}

/** Columns with a formula among these rows. A text that looks like a formula is the same as its value. */
function calculatedColumns(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly unknown[])[],
): readonly number[] {
  return (values[0] ?? []).flatMap((_, c) =>
    formulas.some((row, r) => {
      const formula = row[c];
      return typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c];
    })
      ? [c]
      : [],
  );
}
