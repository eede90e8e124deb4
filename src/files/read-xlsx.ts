import { no, ok, type Message, type Param, type Result } from "../core/language/message";
import { isBlank, type Cell, type Table } from "../core/ledger/cells";
import { some } from "./headers";
import { readSharedStrings } from "./shared-strings";
import { readSheetCells, type RowListener } from "./sheet-cells";
import { tableBuilder } from "./table-builder";
import { workbookParts, type SheetPart, type WorkbookParts } from "./workbook-parts";
import { zipDirectory, type ZipDirectory } from "./zip-directory";
import { zipPart } from "./zip-part";

/** A table read from a workbook. */
export interface SheetTable {
  readonly table: Table;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly notes: readonly Message[];
}

/** A workbook whose parts are found and whose cells are still packed. */
interface OpenWorkbook {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly parts: WorkbookParts;
  readonly file: Param;
}

/**
 * Reads a sheet of an .xlsx workbook: the named one (capitals do not matter, as in Excel), else the first visible one
 * that has cells, with a note where others have cells too. Numbers and dates are the serial numbers that the file
 * holds, formulas the values they had when it was saved.
 *
 * @param onProgress hears how many bytes of the file have been worked through
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: Param,
  wanted: string | undefined,
  headerRowOf: (rows: readonly (readonly Cell[])[]) => number,
  onProgress?: (bytesRead: number) => void,
): Promise<Result<SheetTable>> {
  const opened = await openWorkbook(bytes, file);
  if (!opened.ok) return opened;
  const { parts } = opened.value;
  const chosen = await chooseSheet(opened.value, wanted);
  if (!chosen.ok) return chosen;
  const { sheet, others } = chosen.value;
  const builder = tableBuilder(file, headerRowOf);
  const read = await readCells(opened.value, sheet, builder.row, onProgress, builder.full);
  if (!read.ok) return read;
  const built = builder.finish(parts.dateSystem);
  if (!built.ok) return built;
  const notes: Message[] = [...built.value.notes];
  if (others.length > 0) {
    notes.unshift({ code: "file-several-sheets", params: { sheet: sheet.name, others: some(others) } });
  }
  return ok({
    table: built.value.table,
    sheet: sheet.name,
    sheets: parts.sheets.map(({ name }) => name),
    notes,
  });
}

/**
 * The rows of a sheet as they stand, row 1 first, blank rows empty, nothing taken for a header. For the sheets that an
 * earlier run wrote and a later one reads.
 */
export async function readSheetRows(
  bytes: Uint8Array,
  sheetName: string,
): Promise<Result<readonly (readonly Cell[])[]>> {
  const file: Param = { code: "file-the-workbook" };
  const opened = await openWorkbook(bytes, file);
  if (!opened.ok) return opened;
  const sheet = sheetNamed(opened.value, sheetName);
  if (!sheet.ok) return sheet;
  const rows: (readonly Cell[])[] = [];
  const read = await readCells(opened.value, sheet.value, (index, cells) => {
    while (rows.length < index) rows.push([]);
    rows[index] = Array.from(cells, (cell) => cell ?? null);
  });
  return read.ok ? ok(rows) : read;
}

async function openWorkbook(bytes: Uint8Array, file: Param): Promise<Result<OpenWorkbook>> {
  const directory = zipDirectory(bytes, file);
  if (!directory.ok) return directory;
  const parts = await workbookParts(bytes, directory.value, file);
  return parts.ok ? ok({ bytes, directory: directory.value, parts: parts.value, file }) : parts;
}

async function chooseSheet(
  workbook: OpenWorkbook,
  wanted: string | undefined,
): Promise<Result<{ readonly sheet: SheetPart; readonly others: readonly string[] }>> {
  if (wanted !== undefined) {
    const sheet = sheetNamed(workbook, wanted);
    return sheet.ok ? ok({ sheet: sheet.value, others: [] }) : sheet;
  }
  const filled: SheetPart[] = [];
  for (const sheet of workbook.parts.sheets) {
    if (sheet.hidden) continue;
    const has = await hasCells(workbook, sheet);
    if (!has.ok) return has;
    if (has.value) filled.push(sheet);
  }
  const [first, ...others] = filled;
  if (!first) return no("file-no-cells", { file: workbook.file });
  return ok({ sheet: first, others: others.map(({ name }) => name) });
}

function sheetNamed({ parts, file }: OpenWorkbook, wanted: string): Result<SheetPart> {
  const folded = wanted.trim().toLowerCase();
  const sheet =
    parts.sheets.find(({ name }) => name === wanted) ??
    parts.sheets.find(({ name }) => name.trim().toLowerCase() === folded);
  if (sheet) return ok(sheet);
  const sheets = some(parts.sheets.map(({ name }) => name));
  return no("file-unknown-sheet", { file, sheet: wanted, sheets });
}

/** Whether a sheet has a cell that is not blank: the first one ends the reading. Text of any kind counts. */
async function hasCells(
  { bytes, directory, parts, file }: OpenWorkbook,
  sheet: SheetPart,
): Promise<Result<boolean>> {
  const entry = directory.get(sheet.part);
  if (!entry) return ok(false);
  let found = false;
  const strings = new Proxy<string[]>([], { get: () => "text" });
  const read = await readSheetCells(
    zipPart(bytes, entry, file),
    { strings, dateStyles: parts.dateStyles },
    (_, cells) => {
      found ||= cells.some((cell) => cell !== undefined && !isBlank(cell));
    },
    file,
    () => found,
  );
  return read.ok ? ok(found) : read;
}

async function readCells(
  { bytes, directory, parts, file }: OpenWorkbook,
  sheet: SheetPart,
  listen: RowListener,
  onProgress?: (bytesRead: number) => void,
  enough?: () => boolean,
): Promise<Result<null>> {
  const cells = directory.get(sheet.part);
  if (!cells) return no("file-damaged-workbook", { file });
  const texts = parts.strings === null ? undefined : directory.get(parts.strings);
  const work = cells.compressedSize + (texts?.compressedSize ?? 0);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    onProgress?.(Math.round((done / work) * bytes.length));
  };
  const strings = texts ? await readSharedStrings(zipPart(bytes, texts, file, onBytes), file) : ok([]);
  if (!strings.ok) return strings;
  const context = { strings: strings.value, dateStyles: parts.dateStyles };
  return readSheetCells(zipPart(bytes, cells, file, onBytes), context, listen, file, enough);
}
