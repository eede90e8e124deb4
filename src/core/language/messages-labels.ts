import type { Bilingual } from "./language";

/** Texts about segments, stages, activities, roles and reasons. */
export const labelMessages = {} satisfies Record<string, Bilingual>;
