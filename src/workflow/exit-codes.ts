/** What the command ends with. The usage text lists them. */
export const EXIT = { done: 0, data: 1, usage: 2, file: 3, bug: 70, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
