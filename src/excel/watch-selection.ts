import { ok, type Result } from "../core/language/message";
import type { Cell } from "../core/ledger/cells";
import { headersOf } from "../files/headers";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** Where rows name their customers. */
export interface CustomerRows {
  /** The sheet's id. */
  readonly sheet: string;
  /** The native table's id or name, where the rows are one's; null where they are plain cells. */
  readonly table: string | null;
  /** Row of the headers, 0 for row 1. */
  readonly headerRow: number;
  /** The name of the column with the customers, as it was read; null for the first column that has a header. */
  readonly header: string | null;
}

/** A row that someone picked, and the cell of it that names a customer. */
export interface PickedRow {
  readonly sheet: string;
  /** 1 for the first row of the sheet. */
  readonly row: number;
  /** The cell's value as Excel has it: what the classifier takes for `places`. */
  readonly customer: string | number | boolean;
}

export interface SelectionWatch {
  /** Takes the handler away. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds without another change before a row is looked at: arrow keys change the selection many times. */
const PAUSE = 150;

/**
 * Listens to what is selected, on any sheet, and tells which customer's row it is; null where it is none. The column of
 * the customers is found again by its header each time, in one sync. It is a hint only: where Excel is busy, nothing is
 * told. See https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
 *
 * @param where asked at each change: where rows name customers by then. None while the pane is busy in the workbook:
 *   then nothing is read and nothing told
 */
export async function watchSelection(
  where: () => readonly CustomerRows[],
  listener: (picked: PickedRow | null) => void,
  pause: Wait = wait,
): Promise<Result<SelectionWatch>> {
  let latest = 0;
  let stopped = false;
  const onChange = async ({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs) => {
    const turn = ++latest;
    await pause(PAUSE);
    const isOver = () => turn !== latest || stopped;
    if (isOver()) return;
    const places = where();
    if (places.length === 0) return;
    const here = places.filter(({ sheet }) => sheet === worksheetId);
    const row = rowOf(address);
    if (here.length === 0 || row === null) return listener(null);
    try {
      const picked = await pickedRow(here, row);
      if (!isOver()) listener(picked);
    } catch {
      // The next change tells.
    }
  };
  try {
    const handler = await Excel.run({ delayForCellEdit: true }, (context) =>
      patiently(async () => {
        const added = context.workbook.worksheets.onSelectionChanged.add(onChange);
        await context.sync();
        return added;
      }, pause),
    );
    return ok({
      stop: async () => {
        stopped = true;
        try {
          await Excel.run(handler.context, async (context) => {
            handler.remove();
            await context.sync();
          });
        } catch {
          // The session is gone, and the handler with it; what it would tell is not listened to.
        }
      },
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** The first row of an address, 0 for row 1; null for whole columns. */
function rowOf(address: string): number | null {
  const [, row] = /^[^,]*?\$?[A-Z]*\$?(\d+)/i.exec(address.slice(address.lastIndexOf("!") + 1)) ?? [];
  return row === undefined ? null : Number(row) - 1;
}

/** Rows above the headers in which a header merged over several rows keeps its text. */
const ROWS_ABOVE = 2;
/** Rows among which headers are looked for that are no longer where they were. */
const HEAD = 60;

/** The customer of a row, in the first of some places whose rows it is one of. */
async function pickedRow(places: readonly CustomerRows[], row: number): Promise<PickedRow | null> {
  return Excel.run(async (context) => {
    const [first] = places;
    if (!first) return null;
    const sheet = context.workbook.worksheets.getItem(first.sheet);
    const used = sheet.getUsedRange(true);
    const line = (top: number, bottom = top) =>
      used.getIntersectionOrNullObject(sheet.getRange(`${top + 1}:${bottom + 1}`));
    const cells = line(row);
    cells.load("values,columnIndex");
    const asked = places.map((place) => {
      const table = place.table === null ? null : sheet.tables.getItemOrNullObject(place.table);
      const headers = table
        ? table.getHeaderRowRange()
        : line(Math.max(0, place.headerRow - ROWS_ABOVE), place.headerRow);
      const body = table?.getDataBodyRange();
      headers.load("values,rowIndex,columnIndex");
      body?.load("rowIndex,rowCount");
      return { place, headers, body };
    });
    await context.sync();
    if (cells.isNullObject) return null;

    for (const { place, headers, body } of asked) {
      if (body && (headers.isNullObject || body.isNullObject)) continue;
      if (body && (row < body.rowIndex || row >= body.rowIndex + body.rowCount)) continue;
      let found = headers.isNullObject ? null : findHeader(headers, place.header, "lowest");
      if (!found && !body && place.header !== null) {
        const head = line(0, HEAD - 1);
        head.load("values,rowIndex,columnIndex");
        await context.sync();
        found = head.isNullObject ? null : findHeader(head, place.header, "uppermost");
      }
      if (!found || row <= found.row) continue;
      const values = cells.values as unknown[][] | null;
      const customer = values?.[0]?.[found.column - cells.columnIndex];
      if (typeof customer === "number" || typeof customer === "boolean")
        return { sheet: first.sheet, row: row + 1, customer };
      if (typeof customer === "string" && customer.trim() !== "")
        return { sheet: first.sheet, row: row + 1, customer };
    }
    return null;
  });
}

/** Where a header stands among some rows. */
function findHeader(
  range: Excel.Range,
  header: string | null,
  which: "lowest" | "uppermost",
): { readonly row: number; readonly column: number } | null {
  const rows = (range.values as Cell[][] | null) ?? [];
  for (let i = 0; i < rows.length; i++) {
    const r = which === "lowest" ? rows.length - 1 - i : i;
    const row: Cell[] = (rows[r] ?? []).map((cell) => (cell === "" ? null : cell));
    const cells = [...Array.from({ length: range.columnIndex }, () => null), ...row];
    const at = header === null ? cells.findIndex((cell) => cell !== null) : namesOf(cells).indexOf(header);
    if (at >= 0) return { row: range.rowIndex + r, column: at };
  }
  return null;
}

/** The names of columns as they are read: by their letters where they have no header, numbered where one comes twice. */
function namesOf(cells: readonly Cell[]): readonly string[] {
  if (cells.every((cell) => cell === null)) return [];
  return headersOf(
    cells,
    cells.map((_, column) => column),
  ).headers;
}
