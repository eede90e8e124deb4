import type { CellValue, ErrorCode } from "../workbook/cell-value";
import { cellError, isCellError, isErrorCode } from "../workbook/cell-value";
import type { Calculation } from "./calculation";
import type {
  CustomFunction,
  CustomFunctionCaller,
  CustomFunctionRequest,
  CustomFunctionsMetadata,
} from "./custom-function";
import type { CustomCall, FormulaCell } from "./formula-cell";
import { Matrix } from "./operand";

type Asked = Pick<CustomFunctionRequest, "parameters" | "address" | "parameterAddresses">;

/** Flags of a call, as the runtime reads them. */
const CANCELABLE = 1;
const STREAMING = 2;
const ERRORS_IN = 4;

/** The custom functions of the add-in loaded, and their calls on the way. */
export class CustomFunctions {
  /** How a blank cell reaches an `any` parameter: null in Excel on the web, 0 on Windows and Mac (office-js#4702). */
  blanks: "null" | "zero" = "null";
  readonly #functions = new Map<string, CustomFunction>();
  readonly #shown: CustomFunction[] = [];
  readonly #calls = new Map<number, CustomCall>();
  /** Asked before there was a runtime to ask. */
  #unsent: CustomFunctionRequest[] = [];
  #caller: CustomFunctionCaller | undefined;
  #errorsIn = false;
  #lastId = 0;

  constructor(readonly calculation: Calculation) {}

  /** Who runs the functions. Calls made before there is one are kept and sent to it: cells show #BUSY! until then. */
  get caller(): CustomFunctionCaller | undefined {
    return this.#caller;
  }

  set caller(caller: CustomFunctionCaller | undefined) {
    this.#caller = caller;
    if (caller === undefined) return;
    const unsent = this.#unsent;
    this.#unsent = [];
    for (const request of unsent) caller.call(request);
  }

  /** The functions registered, for the formula bar's offers and help. */
  get functions(): readonly CustomFunction[] {
    return this.#shown;
  }

  /** Calls not answered yet. */
  get waiting(): number {
    let waiting = 0;
    for (const call of this.#calls.values()) if (!call.answered) waiting++;
    return waiting;
  }

  /** Whether functions take errors in `any` arguments (`allowErrorForDataTypeAny`). */
  get errorsIn(): boolean {
    return this.#errorsIn;
  }

  /**
   * Registers the functions of a functions.json in place of those before; with a namespace they are called
   * `NAMESPACE.NAME`. Formulas that use them are computed.
   */
  register(metadata: CustomFunctionsMetadata, namespace = ""): void {
    const prefix = namespace === "" ? "" : `${namespace.toUpperCase()}.`;
    const before = [...this.#functions.keys()];
    this.#functions.clear();
    this.#shown.length = 0;
    this.#errorsIn = metadata.allowErrorForDataTypeAny === true;
    for (const custom of metadata.functions) {
      this.#functions.set(prefix + custom.name.toUpperCase(), custom);
      this.#shown.push({ ...custom, name: prefix + custom.name });
    }
    const names = new Set([...before, ...this.#functions.keys()]);
    this.calculation.book.change(() => this.calculation.functionsChanged([...names]));
  }

  /** A function by its name in a formula, in capitals. */
  find(name: string): CustomFunction | undefined {
    return this.#functions.get(name);
  }

  /** A call that a cell has made before and goes on with: its arguments needn't be read again. */
  madeBefore(cell: FormulaCell | undefined, key: string): CustomCall | undefined {
    return cell?.calls?.get(key);
  }

  /**
   * The answer to a call of a cell: undefined until it is there. The first time the call is made; `key` tells the calls
   * of one cell apart.
   */
  ask(
    custom: CustomFunction,
    cell: FormulaCell | undefined,
    key: string,
    asked: Asked,
  ): CellValue | Matrix | undefined {
    if (cell === undefined) return cellError("#CALC!");
    const calls = (cell.calls ??= new Map<string, CustomCall>());
    const known = calls.get(key);
    if (known !== undefined) return known.answered ? known.value : undefined;
    const { cancelable = false, stream = false } = custom.options ?? {};
    const call: CustomCall = {
      ...{ id: ++this.#lastId, cell, cancelable: cancelable || stream, streaming: stream },
      ...{ answered: false, value: null },
    };
    calls.set(key, call);
    this.#calls.set(call.id, call);
    const request: CustomFunctionRequest = {
      invocationId: call.id,
      name: custom.id.toUpperCase(),
      ...asked,
      flags: (cancelable ? CANCELABLE : 0) | (stream ? STREAMING : 0) | (this.#errorsIn ? ERRORS_IN : 0),
    };
    if (this.#caller === undefined) this.#unsent.push(request);
    else this.#caller.call(request);
    return call.answered ? call.value : undefined;
  }

  /**
   * The answer of the runtime to a call: a scalar or a matrix by rows, or an error code with a sentence. Answers to
   * calls that a newer calculation has replaced are passed over; a streaming function may answer again and again. Many
   * answers belong in one batch of the workbook.
   */
  answer(
    invocationId: number,
    ok: boolean,
    value: unknown,
    errorCode?: ErrorCode | string,
    message?: string,
  ): void {
    const call = this.#calls.get(invocationId);
    if (call === undefined || (call.answered && !call.streaming)) return;
    call.answered = true;
    call.value = ok ? answerOf(value) : cellError(codeOf(errorCode), message);
    if (!call.streaming) this.#calls.delete(invocationId);
    this.calculation.book.batch("calculation", () => this.calculation.answered(call.cell));
  }

  /** Forgets the calls of a cell that is computed anew or gone; those under way are cancelled. */
  abandon(cell: FormulaCell): void {
    if (cell.calls === undefined) return;
    for (const call of cell.calls.values()) {
      if (!this.#calls.delete(call.id)) continue;
      const unsent = this.#unsent.findIndex(({ invocationId }) => invocationId === call.id);
      if (unsent >= 0) this.#unsent.splice(unsent, 1);
      else if (call.cancelable) this.#caller?.cancel(call.id);
    }
    cell.calls = undefined;
  }
}

const codeOf = (code: string | undefined): ErrorCode =>
  code !== undefined && isErrorCode(code) ? code : "#VALUE!";

/** What a function gave, as cells can hold it: what they can't is #VALUE!, an array without cells #CALC!. */
function answerOf(value: unknown): CellValue | Matrix {
  if (!Array.isArray(value)) return scalarOf(value);
  const rows = value.map((row) => (Array.isArray(row) ? row.map(scalarOf) : [scalarOf(row)]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return cellError("#CALC!");
  return new Matrix(
    rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill(cellError("#N/A"))]),
  );
}

function scalarOf(value: unknown): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : cellError("#NUM!");
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (value === undefined) return null;
  return isCellError(value) && isErrorCode(String((value as { error?: unknown }).error))
    ? (value as CellValue)
    : cellError("#VALUE!");
}
