import { no, ok, type Message, type Param, type Result } from "../core/language/message";
import type { Cell, Table } from "../core/ledger/cells";
import { csvRows, type CsvRows } from "./csv-rows";
import { decodeText } from "./decode-text";
import { delimiterOf } from "./delimiter";
import { some } from "./headers";
import { tableBuilder } from "./table-builder";

/** A table read from delimited text. */
export interface TextTable {
  readonly table: Table;
  readonly delimiter: string;
  readonly encoding: string;
  readonly notes: readonly Message[];
}

/** Characters looked at for the delimiter. */
const SAMPLE_LENGTH = 64 * 1024;

/**
 * Reads delimited text. Cells stay text as they stand (`007` is no number); an empty one is a blank. A row's number is
 * the one Excel shows for it: a row whose quoted cells hold newlines is one row, and the `sep=;` line that Excel
 * writes is none.
 *
 * @param likely the delimiter that the file's name speaks for
 * @param encoding a canonical encoding name, or undefined to find it
 */
export async function readText(
  source: AsyncIterable<Result<Uint8Array>>,
  file: Param,
  likely: string,
  encoding: string | undefined,
  headerRowOf: (rows: readonly (readonly Cell[])[]) => number,
): Promise<Result<TextTable>> {
  const decoded = decodeText(source, file, encoding);
  const newlines = lineFeeds();
  const builder = tableBuilder(file, headerRowOf);
  let delimiter = likely;
  let rows: CsvRows | null = null;
  let start = "";

  const take = (text: string, last: boolean): Result<null> => {
    let next = text;
    if (!rows) {
      start += text;
      if (start.length < SAMPLE_LENGTH && !last) return ok(null);
      const dialect = dialectOf(start, likely);
      delimiter = dialect.delimiter;
      next = dialect.text;
      rows = csvRows(delimiter, file);
    }
    const first = rows.count();
    const cut = rows.push(next, last);
    if (!cut.ok) return cut;
    cut.value.forEach((cells, i) => builder.row(first + i, cells));
    return ok(null);
  };

  for await (const piece of decoded.pieces) {
    if (!piece.ok) {
      const flushed = take(newlines(""), false);
      return flushed.ok ? inRow(piece, rows, start) : flushed;
    }
    const taken = take(newlines(piece.value), false);
    if (!taken.ok) return taken;
    if (builder.full()) break;
  }
  const ended = take(newlines(null), true);
  if (!ended.ok && !builder.full()) return ended;
  const built = builder.finish(1900);
  if (!built.ok) return built;
  const found = decoded.found();
  const notes: Message[] = [...built.value.notes];
  if (found.guessed) notes.unshift({ code: "file-encoding-guessed", params: { encoding: found.encoding } });
  if (found.replaced > 0) notes.push({ code: "file-broken-characters", params: { count: found.replaced } });
  const stray = (rows as CsvRows | null)?.strayQuotes() ?? [];
  if (stray.length > 0) {
    notes.push({ code: "file-stray-quotes", params: { count: stray.length, rows: some(stray.map(String)) } });
  }
  return ok({ table: built.value.table, delimiter, encoding: found.encoding, notes });
}

/** Adds the row to a refusal of the decoder, which knows only bytes: the rows before it are cut already. */
function inRow(refusal: Result<string> & { ok: false }, rows: CsvRows | null, start: string): Result<never> {
  const [trouble] = refusal.troubles;
  if (trouble?.code !== "file-undecodable") return refusal;
  const row = (rows ? rows.count() : start.split("\n").length - 1) + 1;
  return no(trouble.code, { ...trouble.params, row });
}

/** The `sep=;` line that Excel writes and reads, or the delimiter of the content; and the text after that line. */
function dialectOf(start: string, likely: string): { readonly delimiter: string; readonly text: string } {
  const named = /^sep=([^\n"])\n/i.exec(start);
  if (named?.[1]) return { delimiter: named[1], text: start.slice(named[0].length) };
  const end = start.lastIndexOf("\n", SAMPLE_LENGTH);
  return { delimiter: delimiterOf(end < 0 ? start : start.slice(0, end), likely), text: start };
}

/** CR and CRLF as LF, over pieces: a CR at the end of one waits for the next. `null` ends the text. */
function lineFeeds(): (piece: string | null) => string {
  let held = "";
  return (piece) => {
    const text = held + (piece ?? "");
    held = piece !== null && text.endsWith("\r") ? "\r" : "";
    const whole = held === "" ? text : text.slice(0, -1);
    return whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  };
}
