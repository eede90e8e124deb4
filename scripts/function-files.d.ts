/** See function-files.js. */
export function functionFilesProblems(folder: string): Promise<string[] | null>;
/** See function-files.js. */
export function associatedIds(file: string): Promise<string[]>;
