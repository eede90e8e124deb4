import { crc32 } from "../../src/files/crc32";
import { join } from "../../src/files/bytes";
import { readTable, type ReadOptions, type TableRead } from "../../src/files/read-table";
import { say, type Result } from "../../src/core/language/message";
import { cellAt, type Cell, type Table } from "../../src/core/ledger/cells";
import { zipArchive } from "../../src/files/zip-writer";

/** Bytes of UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes in pieces of a size, as a stream gives them. */
export async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All bytes of a stream or generator. */
export async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return join(parts);
}

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** A zip archive of texts. */
export function zipOf(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return allOf(zipArchive(Object.entries(parts).map(([name, text]) => ({ name, content: [utf8(text)] }))));
}

/** Reads bytes as a file of a name. */
export function read(
  name: string,
  bytes: Uint8Array | string,
  options: ReadOptions = {},
  pieceSize?: number,
): Promise<Result<TableRead>> {
  const chunks = inPieces(typeof bytes === "string" ? utf8(bytes) : bytes, pieceSize);
  return readTable({ name, chunks }, options);
}

/** What was read, or a failure of the test with the trouble's sentence. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.troubles.map((trouble) => say(trouble, "en")).join("\n"));
}

/** The codes of the troubles; none when it was read. Each must say something in both languages, all of it filled in. */
export function troubleCodes(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  for (const trouble of result.troubles) {
    for (const language of ["en", "zh"] as const) {
      const sentence = say(trouble, language);
      if (/\{|undefined|NaN|\n/.test(sentence)) throw new Error(`not one finished sentence: ${sentence}`);
    }
  }
  return result.troubles.map(({ code }) => code);
}

/** The cells of a table, rows of columns. */
export function rowsOf(table: Table): readonly (readonly Cell[])[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map(({ cells }) => cellAt(cells, row)),
  );
}

/** The headers and then the rows. */
export function gridOf(table: Table): readonly (readonly Cell[])[] {
  return [table.columns.map(({ header }) => header), ...rowsOf(table)];
}

/** A workbook of hand-written parts: sheet XML by name, and what else is said. */
export function workbookOf(
  sheets: Readonly<Record<string, string>>,
  more: {
    readonly strings?: string;
    readonly styles?: string;
    readonly workbookPr?: string;
    readonly states?: Readonly<Record<string, string>>;
    readonly prefix?: string;
  } = {},
): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${
      more.workbookPr ?? ""
    }<sheets>${names
      .map((name, i) => {
        const state = more.states?.[name];
        return `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`;
      })
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      names.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("") +
        relation("rIdS", "styles", "styles.xml") +
        (more.strings === undefined ? "" : relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml")),
    ),
    "xl/styles.xml": more.styles ?? "<styleSheet/>",
  };
  if (more.strings !== undefined) parts["xl/sharedStrings.xml"] = `<sst ${main}>${more.strings}</sst>`;
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${sheets[name] ?? ""}</sheetData></worksheet>`;
  });
  return zipOf(parts);
}

/** An archive with one stored or deflated part whose headers say what they are told to. */
export function forgedZip(part: {
  readonly name: string;
  readonly data: Uint8Array;
  readonly size: number;
  readonly method: number;
  readonly flags?: number;
}): Uint8Array {
  const name = utf8(part.name);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(26, name.length, true);
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint16(8, part.flags ?? 0, true);
  entry.setUint16(10, part.method, true);
  entry.setUint32(16, crc32(part.data), true);
  entry.setUint32(20, part.data.length, true);
  entry.setUint32(24, part.size, true);
  entry.setUint16(28, name.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  end.setUint32(16, 30 + name.length + part.data.length, true);
  const bytes = (view: DataView) => new Uint8Array(view.buffer);
  return join([bytes(local), name, part.data, bytes(entry), name, bytes(end)]);
}
