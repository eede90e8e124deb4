import type { Bilingual } from "./language";

/** Texts about reading and writing files. */
export const fileMessages = {} satisfies Record<string, Bilingual>;
