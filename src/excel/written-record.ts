/** Where the record of what was written stands among the workbook's settings. It holds no cell of anybody. */
const KEY = "tiersheet.written";

/** A sheet that Tiersheet made. */
export interface WrittenSheet {
  /** The sheet's id, which stays when it is renamed. */
  readonly id: string;
  /** The last row and column written to, counted from 1. */
  readonly rows: number;
  readonly columns: number;
  /** Names of the tables that were made there. */
  readonly tables: readonly string[];
}

/** What Tiersheet has written into the workbook and not taken back. */
export interface WrittenRecord {
  readonly version: 1;
  /** False from before the first write of a run until after its last: a run that ended in the middle stays false. */
  readonly complete: boolean;
  readonly sheets: readonly WrittenSheet[];
}

const NOTHING: WrittenRecord = { version: 1, complete: true, sheets: [] };

/** Queues the reading of the record; call what comes back after a sync. */
export function loadRecord(context: Excel.RequestContext): () => WrittenRecord {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  return () => (setting.isNullObject ? NOTHING : recordOf(setting.value));
}

/** Queues the writing of the record; one of no sheets is removed. */
export function saveRecord(context: Excel.RequestContext, record: WrittenRecord): void {
  const setting = context.workbook.settings.add(KEY, JSON.stringify(record));
  if (record.sheets.length === 0) setting.delete();
}

/** Anything but a record of this version is none: another version of Tiersheet finds what it wrote itself. */
function recordOf(value: unknown): WrittenRecord {
  if (typeof value !== "string") return NOTHING;
  try {
    const record = JSON.parse(value) as Partial<WrittenRecord> | null;
    return record?.version === 1 && Array.isArray(record.sheets)
      ? { version: 1, complete: record.complete === true, sheets: record.sheets }
      : NOTHING;
  } catch {
    return NOTHING;
  }
}
