/** Where the record of what was written stands among the workbook's settings. It holds no cell of anybody. */
const KEY = "tiersheet.written";

/** A sheet that Tiersheet made. What of its cells is Tiersheet's, its hidden names tell (own-names.ts). */
export interface WrittenSheet {
  /** Excel's id of the sheet, which stays when it is renamed; null while it is being added. */
  readonly id: string | null;
  /** The name it was given. */
  readonly name: string;
  /** The plan's id of the sheet: `customers`. */
  readonly plan: string;
  /** The names of the charts, PivotTables and slicers that Tiersheet made there; earlier records don't tell. */
  readonly things?: readonly string[];
  /** Of a record of version 1, whose sheets have no hidden names: the last row and column, and its tables. */
  readonly legacy?: { readonly rows: number; readonly columns: number; readonly tables: readonly string[] };
}

/** A column that Tiersheet added beside data; its cells are found by its hidden name. */
export interface WrittenColumn {
  readonly id: string;
  /** The width in points that the sheet's column had before; null where Tiersheet left it alone. */
  readonly width: number | null;
  /**
   * True where Excel moved cells at the table's right to make room: they come back when the column goes. Null while it is
   * being added.
   */
  readonly moved: boolean | null;
}

/** Columns that Tiersheet added to a sheet of the analyst's. */
export interface WrittenBeside {
  readonly sheet: string;
  /** Excel's id of the native table they are in. */
  readonly table: string | null;
  /** The header over the customers of plain rows, by which lists side by side are told apart; earlier records have none. */
  readonly header?: string;
  /** What follows the ids in their hidden names; "" for the first of a sheet with several tables. */
  readonly mark: string;
  /** The first column that held anything at the table's right before columns were added; null where none did. */
  readonly right: number | null;
  readonly columns: readonly WrittenColumn[];
}

/** What Tiersheet has written into the workbook and not taken back. */
export interface WrittenRecord {
  readonly version: 2;
  /** False from before the first write of a run until after its last: a run that ended in the middle stays false. */
  readonly complete: boolean;
  readonly sheets: readonly WrittenSheet[];
  readonly beside: readonly WrittenBeside[];
  /** The version of a record that a later Tiersheet wrote: it says nothing here, and nothing may be written over it. */
  readonly newer?: number;
}

export const NOTHING_WRITTEN: WrittenRecord = { version: 2, complete: true, sheets: [], beside: [] };

/** Queues the reading of the record; call what comes back after a sync. */
export function loadRecord(context: Excel.RequestContext): () => WrittenRecord {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  return () => (setting.isNullObject ? NOTHING_WRITTEN : recordOf(setting.value));
}

/** Queues the writing of the record; one of nothing is removed. */
export function saveRecord(context: Excel.RequestContext, record: WrittenRecord): void {
  const setting = context.workbook.settings.add(KEY, JSON.stringify(record));
  if (record.sheets.length === 0 && record.beside.length === 0) setting.delete();
}

/** As version 1 had it. */
interface FirstRecord {
  readonly version: 1;
  readonly complete: boolean;
  readonly sheets: readonly {
    readonly id: string;
    readonly rows: number;
    readonly columns: number;
    readonly tables: readonly string[];
  }[];
}

/** Anything but a record of a known version is none: a later version of Tiersheet finds what it wrote itself. */
function recordOf(value: unknown): WrittenRecord {
  if (typeof value !== "string") return NOTHING_WRITTEN;
  try {
    const record = JSON.parse(value) as Partial<WrittenRecord> | Partial<FirstRecord> | null;
    if (!record) return NOTHING_WRITTEN;
    const { version } = record as { readonly version?: unknown };
    if (typeof version === "number" && version > 2) return { ...NOTHING_WRITTEN, newer: version };
    if (!Array.isArray(record.sheets)) return NOTHING_WRITTEN;
    const complete = record.complete === true;
    if (version === 1) {
      const { sheets } = record as FirstRecord;
      return {
        version: 2,
        complete,
        sheets: sheets.map(({ id, ...legacy }) => ({ id, name: "", plan: "", legacy })),
        beside: [],
      };
    }
    if (version !== 2) return NOTHING_WRITTEN;
    const { sheets, beside } = record as WrittenRecord;
    return { version: 2, complete, sheets, beside: Array.isArray(beside) ? beside : [] };
  } catch {
    return NOTHING_WRITTEN;
  }
}
