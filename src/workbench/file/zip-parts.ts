import { join } from "../../files/bytes";
import { fileName } from "../../files/file-type";
import { zipDirectory } from "../../files/zip-directory";
import { zipText } from "../../files/zip-part";
import { zipArchive } from "../../files/zip-writer";

/** The texts of a workbook's parts that a test of their names picks; undefined where it can't be read. */
export async function partTexts(
  bytes: Uint8Array,
  picks: (name: string) => boolean,
): Promise<Map<string, string> | undefined> {
  const file = fileName("workbook.xlsx");
  const directory = zipDirectory(bytes, file);
  if (!directory.ok) return undefined;
  const texts = new Map<string, string>();
  for (const name of directory.value.keys()) {
    if (!picks(name)) continue;
    const text = await zipText(bytes, directory.value, name, file);
    if (!text.ok) return undefined;
    texts.set(name, text.value ?? "");
  }
  return texts;
}

/** A workbook of parts, all of them text. */
export async function zipTexts(texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const parts = [...texts].map(([name, text]) => ({ name, content: [encoder.encode(text)] }));
  for await (const piece of zipArchive(parts)) pieces.push(piece);
  return join(pieces);
}
