import type { ErrorCode } from "../workbook/cell-value";
import type { Calculation } from "./calculation";
import type { CustomFunction, CustomFunctionCaller, CustomFunctionsMetadata } from "./custom-function";

/** The custom functions of the add-ins loaded, and their calls on the way. */
export class CustomFunctions {
  caller: CustomFunctionCaller | undefined;
  readonly #functions = new Map<string, CustomFunction>();

  constructor(readonly calculation: Calculation) {}

  /** The functions registered, for the formula bar's help. */
  get functions(): readonly CustomFunction[] {
    return [...this.#functions.values()];
  }

  /** Registers the functions of a functions.json; formulas that use them are computed. */
  register(metadata: CustomFunctionsMetadata, _namespace?: string): void {
    for (const found of metadata.functions) this.#functions.set(found.name.toUpperCase(), found);
  }

  /** The answer of the runtime to a call: a scalar or a matrix by rows, or an error code with a sentence. */
  answer(
    _invocationId: number,
    _ok: boolean,
    _value: unknown,
    _errorCode?: ErrorCode | string,
    _message?: string,
  ): void {}
}
