import { no, ok, type Message, type Result } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import type { SheetRead } from "../../src/excel/read-sheet";
import { readTextTable } from "../../src/files/read-text-table";
import { previewOf } from "./preview";
import type { Opened, Requests } from "./protocol";
import type { SheetIntake } from "./sheet-intake";

/** A table that was read, what to note about the reading, and what the page is told of it. */
export interface OpenedTable {
  readonly table: Table;
  readonly notes: readonly Message[];
  readonly opened: Opened;
}

/** The table of a sheet whose rows have all come. */
export function openSheet(incoming: SheetIntake | null, read: SheetRead): Result<OpenedTable> {
  const built = incoming?.finish(read) ?? no("pane.nothing-open");
  if (!built.ok) return built;
  const { table, notes } = built.value;
  const { rowCount: rows, columns } = table;
  const opened = {
    rows,
    columns: columns.length,
    sheet: read.sheet,
    sheets: [],
    encoding: null,
    preview: previewOf(table),
  };
  const lastColumn = Math.max(0, ...columns.map((column, c) => column.at ?? c));
  return ok({
    table,
    notes,
    opened: { ...opened, sheetId: read.id, headerRow: table.firstRow - 2, lastColumn },
  });
}

/** Reads a text file of the reader, or makes the sample orders; `onShare` hears how far it is, 0–1. */
export async function openSource(
  { source, sheet, encoding }: Requests["open"],
  onShare: (share: number) => void,
): Promise<Result<OpenedTable>> {
  if (source.kind === "sample") {
    const table = sampleOrders({ language: source.language });
    return ok({
      table,
      notes: [],
      opened: {
        rows: table.rowCount,
        columns: table.columns.length,
        sheet: null,
        sheets: [],
        encoding: null,
        preview: previewOf(table),
      },
    });
  }
  if (source.kind === "sheet") return no("pane.nothing-open");
  const { file } = source;
  const failed: { error?: unknown } = {};
  const read = await readTextTable(
    { name: file.name, chunks: chunksOf(file, failed), size: file.size },
    { sheet, encoding, onProgress: (bytes) => onShare(file.size === 0 ? 1 : Math.min(1, bytes / file.size)) },
  ).catch((error: unknown) => {
    if (failed.error === undefined) throw error;
    return no("file-unreadable", { file: file.name, problem: nameOf(failed.error) });
  });
  if (!read.ok) return read;
  const { table, notes } = read.value;
  const { rowCount: rows, columns } = table;
  const opened = {
    rows,
    columns: columns.length,
    sheet: read.value.sheet,
    sheets: read.value.sheets,
    encoding: read.value.encoding,
    preview: previewOf(table),
  };
  return ok({ table, notes, opened });
}

/** The bytes of a file. By a reader: Safari's streams are no async iterables. What fails is kept in `failed`. */
async function* chunksOf(file: File, failed: { error?: unknown }): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    failed.error = error;
    throw error;
  } finally {
    reader.releaseLock();
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
