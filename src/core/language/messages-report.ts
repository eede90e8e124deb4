import type { Bilingual } from "./language";

/** Texts about sheets, tables and columns of the tiered workbook. */
export const reportMessages = {} satisfies Record<string, Bilingual>;
