import type { Language } from "../../src/core/language/language";
import { say } from "../../src/core/language/message";

/** The name of the workbook that is made of a source: that of the source, and what it now holds. */
export function workbookName(source: string, language: Language): string {
  const name = source.replace(/\.(?:csv|tsv|txt|xlsx)(?:\.gz)?$/i, "");
  return say({ code: "pane.download.name", params: { name } }, language);
}
