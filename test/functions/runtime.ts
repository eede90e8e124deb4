/// <reference types="custom-functions-runtime" />

/**
 * What the runtime of custom functions gives to the page (https://learn.microsoft.com/javascript/api/custom-functions-runtime):
 * the error class and its codes, as @types/custom-functions-runtime declares them. Tests that call the functions in
 * Node import this first; how the real runtime calls them is tested elsewhere.
 */
const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

class RuntimeError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

Object.assign(globalThis, {
  CustomFunctions: { Error: RuntimeError, ErrorCode, associate: () => undefined },
});

/** An error cell as the runtime hands it to a function. */
export function errorCell(code: string): unknown {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode);
}

/** What a call refuses with: the code and the sentence. Fails where it doesn't refuse. */
export function refusal(call: () => unknown): { readonly code: string; readonly message: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return { code: error.code, message: error.message ?? "" };
    throw error;
  }
  throw new Error("The function answered; a refusal was expected.");
}

/** A column of cells as Excel hands it over. */
export function column(...cells: readonly unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

/** What stands in Excel's cells: errors by their code, all else as it is. */
export function shown(matrix: readonly (readonly unknown[])[]): unknown[][] {
  return matrix.map((row) => row.map((cell) => (cell instanceof CustomFunctions.Error ? cell.code : cell)));
}

/** The cells of a column as a list, errors by their code. */
export function list(matrix: readonly (readonly unknown[])[]): unknown[] {
  return shown(matrix).flat();
}
