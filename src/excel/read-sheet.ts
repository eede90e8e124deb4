import { no, ok, type Message, type Result } from "../core/language/message";
import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

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
  readonly table?: { readonly id: string; readonly name: string } | null;
  /** True where a filter hides rows: beside those nothing can be written until it is cleared. */
  readonly filtered?: boolean;
  /** Cells with a formula, where Excel says how many there are. */
  readonly formulas?: number | null;
  /** What a reader should know of the sheet: merged headers, hidden columns, a totals row that was left out. */
  readonly notes?: readonly Message[];
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

/** Rows whose number formats and texts are looked at: enough to find the columns of dates below titles and headers. */
const ROWS_LOOKED_AT = 200;

/**
 * Reads a sheet, by its id, or the active one: the area that holds values, in blocks of about 1.5 MB, smaller where
 * Excel asks for it. All rows are read, hidden ones too. Nothing in the workbook is changed.
 */
export async function readSheet(
  id: string | null,
  listener: SheetListener,
  pause: Wait = wait,
): Promise<Result<SheetRead>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const sheet = id === null ? worksheets.getActiveWorksheet() : worksheets.getItem(id);
      const used = sheet.getUsedRangeOrNullObject(true);
      await patiently(async () => {
        sheet.load("name,id");
        used.load("address,rowIndex,columnIndex,rowCount,columnCount,rowHidden");
        await context.sync();
      }, pause);
      if (used.isNullObject) return no("excel-sheet-empty", { sheet: sheet.name });
      const { rowIndex, columnIndex, rowCount, columnCount } = used;
      const area = (from: number, count: number) =>
        sheet.getRangeByIndexes(rowIndex + from, columnIndex, count, columnCount);

      const first = area(0, Math.min(rowCount, ROWS_LOOKED_AT));
      await patiently(async () => {
        first.load("values,text,numberFormat");
        await context.sync();
      }, pause);
      await listener.look({
        sheet: sheet.name,
        left: columnIndex,
        formats: first.numberFormat as string[][],
      });

      const size = blockSize();
      for (let from = 0; from < rowCount;) {
        if (listener.cancelled?.()) return no("pane.cancelled");
        const count = Math.min(size.rows(), rowCount - from);
        const values = await unlessTooLarge(size, async () => {
          const block = area(from, count);
          await patiently(async () => {
            block.load("values");
            await context.sync();
          }, pause);
          return block.values as unknown[][];
        });
        if (!values) continue;
        size.learn(count, bytesOf(values));
        await listener.rows({ index: rowIndex + from, rows: values });
        from += count;
        listener.share?.(from / rowCount);
      }
      return ok({
        sheet: sheet.name,
        id: sheet.id,
        address: used.address.slice(used.address.lastIndexOf("!") + 1),
        rows: rowCount,
        columns: columnCount,
        hiddenRows: used.rowHidden !== false,
        dateSystem: dateSystemOf(first.values as unknown[][], first.text),
      });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** Days between serial 0 of the two date systems. */
const BETWEEN_SYSTEMS = 1462;
const DAYS_BEFORE_1970 = 25_569;

/**
 * The workbook's date system. No member of Office.js tells it, so it is read off a date that shows its year: the year
 * that its serial has in one system or in the other. 1900 where no cell shows one.
 */
export function dateSystemOf(
  values: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): 1900 | 1904 {
  for (const [r, row] of values.entries()) {
    for (const [c, value] of row.entries()) {
      if (typeof value !== "number" || value < 1 || value > 2_000_000) continue;
      const shown =
        /(?<!\d)(\d{4})[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](\d{4})(?!\d)/.exec(
          texts[r]?.[c] ?? "",
        );
      const year = Number(shown?.[1] ?? shown?.[2]);
      if (!year) continue;
      if (year === yearOf(value)) return 1900;
      if (year === yearOf(value + BETWEEN_SYSTEMS)) return 1904;
    }
  }
  return 1900;
}

function yearOf(serial: number): number {
  return new Date((Math.floor(serial) - DAYS_BEFORE_1970) * 86_400_000).getUTCFullYear();
}
