import { csvRows } from "../../files/csv-rows";
import { decodeText } from "../../files/decode-text";
import { delimiterOf } from "../../files/delimiter";
import { fileName } from "../../files/file-type";
import { ROWS } from "../workbook/area";
import { Workbook } from "../workbook/workbook";
import { fitColumns } from "./fit-columns";
import type { Opened } from "./open-file";

/** Characters looked at for the delimiter. */
const SAMPLE = 64 * 1024;

/**
 * Opens delimited text as Excel does, each cell read as if it were typed, with one difference: digits that a number
 * would lose, as in 007 or an id of twenty digits, stay text, which Excel only does where its user asks for it.
 */
export async function openCsv(name: string, bytes: Uint8Array): Promise<Opened> {
  const file = fileName(name);
  const decoded = decodeText(only(bytes), file, undefined);
  let text = "";
  for await (const piece of decoded.pieces) {
    if (!piece.ok) return { refused: "damaged" };
    text += piece.value;
  }
  const lines = text.replaceAll(/\r\n?/g, "\n");
  if (lines.trim() === "") return { refused: "empty" };
  const delimiter = delimiterOf(lines.slice(0, SAMPLE), /\.tsv$/i.test(name) ? "\t" : ",");
  const rows = csvRows(delimiter, file).push(lines, true);
  if (!rows.ok) return { refused: "damaged" };
  const cells = rows.value.slice(0, ROWS);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 1);
  const book = new Workbook(sheetName(name));
  book.name = `${name.replace(/\.\w+$/, "")}.xlsx`;
  book.batch("file", () => {
    book.activeSheet.enterArea(
      { top: 0, left: 0, bottom: cells.length - 1, right: width - 1 },
      cells.map((row) => row.map(typed)),
    );
    fitColumns(book.activeSheet);
  });
  return { book, leftOut: [] };
}

async function* only(bytes: Uint8Array) {
  yield { ok: true as const, value: bytes };
}

/** Digits that must stay are entered with the apostrophe that makes a text of them. Formulas of a stranger too. */
function typed(text: string): string | null {
  if (text === "") return null;
  // Whether 03/04 is in March or April is for who reads the column to decide, not for each cell by itself.
  const loses =
    /^[-+]?0\d/.test(text) ||
    /^[-+]?\d{16,}$/.test(text.replaceAll(/[,\s]/g, "")) ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/.test(text);
  return loses || text.startsWith("'") || text.startsWith("=") ? `'${text}` : text;
}

function sheetName(name: string): string {
  const plain = name
    .replace(/\.\w+$/, "")
    .replaceAll(/[\\/?*[\]:]/g, "_")
    .replaceAll(/^'+|'+$/g, "");
  return plain.slice(0, 31) || "Sheet1";
}
