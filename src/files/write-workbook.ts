import type { Report } from "../core/report/report";
import { blockRange } from "./cell-ranges";
import type { StyleNumbers } from "./cell-xml";
import { sheetData } from "./sheet-data";
import { layoutOf, type PlacedBlock, type PlacedSheet } from "./sheet-layout";
import { sheetPart, workbookFrame } from "./workbook-frame";
import { zipArchive, type ZipPart } from "./zip-writer";

/**
 * The bytes of an .xlsx workbook that holds a report: native tables with filters, number and date formats, frozen
 * headers, widths, wrapped text, hidden sheets, set up to print in landscape with the headers on every page. Text is
 * text whatever it looks like. The same report gives the same bytes. Works in a browser and in Node, and holds one
 * sheet, deflated, at a time.
 *
 * Names that Excel refuses are amended, a text longer than a cell holds ends in an ellipsis, and a table longer than a
 * sheet goes on in another. Where every sheet is hidden the first one is shown, since Excel opens no other workbook.
 */
export function writeWorkbook(report: Report): ReadableStream<Uint8Array> {
  const chunks = workbookBytes(report);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* workbookBytes(report: Report): AsyncGenerator<Uint8Array, undefined> {
  const sheets = layoutOf(report);
  const frame = await workbookFrame(sheets, report.language);
  const encoder = new TextEncoder();
  const parts = frame.parts.map(({ name, text }): ZipPart => {
    const sheet = sheets.find((_, i) => sheetPart(i) === name);
    return { name, content: sheet ? sheetXml(text, sheet, frame.styles) : [encoder.encode(text)] };
  });
  yield* zipArchive(parts);
  return undefined;
}

/** A sheet's frame with its rows where the frame has none, and the range they fill. */
function* sheetXml(frame: string, sheet: PlacedSheet, styles: StyleNumbers): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const [before = "", after = ""] = frame.split(/<sheetData(?:\/>|>.*<\/sheetData>)/s);
  yield encoder.encode(
    before.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${filledRange(sheet)}"/>`),
  );
  for (const piece of sheetData(sheet, styles)) yield encoder.encode(piece);
  yield encoder.encode(after);
}

function filledRange({ blocks }: PlacedSheet): string {
  let rows = 1;
  let columns = 1;
  for (const block of blocks) {
    const last = block.kind === "table" ? block.columns.length - 1 : -1;
    const end =
      block.kind === "heading" ? block.column + 1 : (block.at[last] ?? 0) + (spanAt(block, last) ?? 1);
    rows = Math.max(rows, block.row + 1 + (block.kind === "table" ? block.count : 0));
    columns = Math.max(columns, end);
  }
  return rows === 1 && columns === 1 ? "A1" : blockRange(0, 0, rows, columns);
}

function spanAt(
  { table, columns }: PlacedBlock & { readonly kind: "table" },
  at: number,
): number | undefined {
  return table.plain ? columns[at]?.span : 1;
}
