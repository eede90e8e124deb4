import { no, ok, type Param, type Result } from "../core/language/message";
import { scanXml } from "./xml-scan";

/** Characters that XML cannot hold stand as `_x0001_` in a workbook's text (ST_Xstring, ECMA-376-1, 22.9.2.19). */
export function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Reads the shared strings of a workbook: rich text without its formats, phonetic guides left out. */
export async function readSharedStrings(
  pieces: AsyncIterable<Result<Uint8Array>>,
  file: Param,
): Promise<Result<readonly string[]>> {
  const strings: string[] = [];
  let text = "";
  let taking = false;
  let phonetic = 0;
  const damaged = no("file-damaged-workbook", { file });
  const [trouble] = damaged.troubles;
  if (!trouble) return damaged;
  const scanned = await scanXml(
    pieces,
    {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") phonetic++;
        else if (name === "t") taking = phonetic === 0;
      },
      close(name) {
        if (name === "si") strings.push(withoutEscapes(text));
        else if (name === "rPh") phonetic--;
        else if (name === "t") taking = false;
      },
      text(more) {
        if (taking) text = text === "" ? more : text + more;
      },
    },
    trouble,
  );
  return scanned.ok ? ok(strings) : scanned;
}
