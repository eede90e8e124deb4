import type { Classification } from "../../src/core/classify";
import type { Language } from "../../src/core/language/language";
import { managersCopy, type CopyOptions } from "../../src/core/report/managers-copy";
import { writeWorkbook } from "../../src/files/write-workbook";

/** Characters that `String.fromCharCode` takes at once. */
const AT_ONCE = 8192;

/** The managers' copy as the bytes of an .xlsx file, in base64. Loaded when it is asked for: the writer is large. */
export async function managersCopyFile(
  result: Classification,
  language: Language,
  options: CopyOptions,
): Promise<string> {
  const file = writeWorkbook(managersCopy(result, language, options));
  const bytes = new Uint8Array(await new Response(file).arrayBuffer());
  let text = "";
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  }
  return btoa(text);
}
