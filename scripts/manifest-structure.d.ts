/** See manifest-structure.js. */
export function structureProblems(xml: string, folder: string): string[];

/** See manifest-structure.js. */
export function functionCommands(xml: string): string[];
