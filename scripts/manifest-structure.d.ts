/** See manifest-structure.js. */
export function structureProblems(xml: string, folder: string): string[];
