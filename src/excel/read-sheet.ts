import { no, ok, type Message, type Result } from "../core/language/message";
import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import { joined, rangesAcross } from "./cells-across";
import { findArea, withoutOwn, type Spot } from "./find-area";
import { lookAt } from "./look-at-sheet";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { addressOf, AREA, areaOf, sameArea } from "./sheet-area";

/** A block of a sheet's rows as Excel gives them: a date is its serial number, a blank "", an error its text. */
export interface SheetRows {
  /** Of the first row, 0 for row 1. */
  readonly index: number;
  readonly rows: readonly (readonly unknown[])[];
}

/** The sheet that was read, and what of it a reader may want to know. */
export interface SheetRead {
  readonly sheet: string;
  /** The sheet's id, which stays when it is renamed. */
  readonly id: string;
  /** Of the area that holds cells, as `A1:H3001`. */
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
  /** True where rows are hidden, by hand or by a filter: they are read like all others. */
  readonly hiddenRows: boolean;
  readonly dateSystem: 1900 | 1904;
  /** Of the native table that was read: its id and its name. */
  readonly table: { readonly id: string; readonly name: string } | null;
  /** True where a filter hides rows: beside those nothing can be written until it is cleared. */
  readonly filtered: boolean;
  /** What a reader should know of the sheet: merged headers, hidden columns, a totals row that was left out. */
  readonly notes: readonly Message[];
}

/** What a sheet looks like before its rows come. */
export interface SheetLook {
  readonly sheet: string;
  /** Columns to the left of the first that holds anything. */
  readonly left: number;
  /** Number formats of the first rows: what tells a date from a number. */
  readonly formats: readonly (readonly string[])[];
  /** `first`: the first row is the headers, as in a native table; `none`: there are none; else they are looked for. */
  readonly headers?: "first" | "none" | null;
}

export interface SheetListener {
  /** Called once, before any rows. */
  readonly look: (look: SheetLook) => Promise<void>;
  readonly rows: (rows: SheetRows) => Promise<void>;
  /** How far the reading is, 0–1. */
  readonly share?: (share: number) => void;
  /** True once the reader has given up: reading stops before the next block. */
  readonly cancelled?: () => boolean;
}

/** Cells of a block, far below the five million that Excel reads at once: beyond them it may answer nothing. */
const CELLS_OF_A_BLOCK = 1_000_000;

/**
 * Reads a sheet, by its id, a native table or an area of one, or all of the active sheet: the area that holds values,
 * in blocks of about 1 MB, smaller where Excel asks for it. All rows are read, hidden ones too, but a table's totals;
 * and all columns but those that Tiersheet wrote beside the data.
 * What a reader should know of the sheet comes as notes. Nothing in the workbook is changed.
 */
export async function readSheet(
  from: Spot | string | null,
  listener: SheetListener,
  pause: Wait = wait,
): Promise<Result<SheetRead>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const spot = typeof from === "string" ? { sheet: from } : from;
      const found = await findArea(context, spot, pause);
      if (!found.ok) return found;
      const { sheet, table, area, filtered } = found.value;
      const { row, column, rows: rowCount, columns: columnCount } = area;

      const first = await lookAt(context, found.value, pause);
      await listener.look({
        sheet: sheet.name,
        left: column,
        formats: first.formats,
        headers: table === null ? null : table.headers ? "first" : "none",
      });

      const size = blockSize(first.rowBytes);
      let changed = false;
      for (let at = 0; at < rowCount;) {
        if (listener.cancelled?.()) return no("pane.cancelled");
        const most = Math.max(1, Math.floor(CELLS_OF_A_BLOCK / columnCount));
        const count = Math.min(size.rows(), most, rowCount - at);
        const values = await unlessTooLarge(size, () =>
          patiently(async () => {
            const ranges = rangesAcross(sheet, { ...area, row: row + at, rows: count });
            for (const range of ranges) range.load("values");
            // With the last block it is seen whether somebody has written meanwhile.
            const again = at + count === rowCount ? found.value.again() : null;
            again?.load(AREA);
            await context.sync();
            if (again) changed = again.isNullObject || !sameArea(areaOf(again), found.value.whole);
            return joined(ranges.map((range) => range.values as unknown[][]));
          }, pause),
        );
        if (!values) continue;
        size.learn(count, bytesOf(values));
        const data = withoutOwn(values, found.value.own, "");
        const read = at < first.rows.length ? withRows(data, first.rows, at) : data;
        await listener.rows({ index: row + at, rows: read });
        at += count;
        listener.share?.(at / rowCount);
      }
      return ok({
        sheet: sheet.name,
        id: sheet.id,
        table: table && { id: table.id, name: table.name },
        address: addressOf(area),
        rows: rowCount,
        columns: columnCount,
        hiddenRows: found.value.hiddenRows,
        filtered,
        dateSystem: first.dateSystem,
        notes: changed ? [...first.notes, { code: "sheet-changed-meanwhile" } as const] : first.notes,
      });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** Rows of a block, of which the first ones were read before and are as merged cells make them. */
function withRows(
  values: readonly (readonly unknown[])[],
  first: readonly (readonly unknown[])[],
  at: number,
): readonly (readonly unknown[])[] {
  return values.map((row, i) => first[at + i] ?? row);
}
