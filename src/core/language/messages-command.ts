import type { Bilingual } from "./language";

/** Texts about the command line. */
export const commandMessages = {} satisfies Record<string, Bilingual>;
