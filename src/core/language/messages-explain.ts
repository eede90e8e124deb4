import type { Bilingual } from "./language";

/** Texts about the explanation of a tier. */
export const explainMessages = {} satisfies Record<string, Bilingual>;
