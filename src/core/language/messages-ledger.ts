import type { Bilingual } from "./language";

/** Texts about the ledger and its check. */
export const ledgerMessages = {} satisfies Record<string, Bilingual>;
