import type { Bilingual } from "./language";

/** Texts about why a column was taken for a role. */
export const recognitionMessages = {} satisfies Record<string, Bilingual>;
