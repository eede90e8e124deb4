import type { Bilingual } from "./language";

/** Texts about the policy. */
export const policyMessages = {} satisfies Record<string, Bilingual>;
