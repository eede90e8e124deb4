import type { CustomFunctionRequest } from "../formulas/custom-function";
import type { ErrorCode } from "../workbook/cell-value";
import { cellError, isErrorCode } from "../workbook/cell-value";
import type { Workbook } from "../workbook/workbook";
import type { HostMessage } from "./protocol";

/** Category and types of messages to the runtime of custom functions. */
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const ERRORS_ALLOWED = 4;

/** Error codes of the runtime's answers: an exception or a rejected promise is #VALUE!, one nobody associated #NAME?. */
const ANSWER_ERRORS: Readonly<Record<number, ErrorCode>> = {
  0: "#VALUE!",
  1: "#N/A",
  2: "#VALUE!",
  3: "#VALUE!",
  4: "#VALUE!",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Codes for which a function's own sentence is shown: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors */
const WITH_SENTENCE = new Set<ErrorCode>(["#VALUE!", "#N/A"]);

/**
 * `Microsoft.ExcelServices.CustomFunctions`: carries calls of formulas to the add-in's runtime and its answers back.
 * Calls made in one calculation go in one message; until the runtime says it is ready they wait, and cells show #BUSY!.
 */
export class CustomFunctionsService {
  #ready = false;
  #waiting: HostMessage[] = [];
  #sending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly send: (messages: readonly HostMessage[]) => void,
  ) {
    workbook.calculation.customFunctions.caller = {
      call: (request) => this.#queue(invocation(request)),
      cancel: (invocationId) => this.#cancel(invocationId),
    };
  }

  /** The runtime is there and takes calls. */
  ready(): void {
    this.#ready = true;
    this.#schedule();
  }

  /** The runtime's answers: `[invocationId, ok, value, errorCode if not ok, …]` each. */
  answers(results: readonly unknown[]): void {
    const { customFunctions } = this.workbook.calculation;
    this.workbook.batch("calculation", () => {
      for (const result of results) {
        if (!Array.isArray(result)) continue;
        const [invocationId, ok, value, errorCode] = result as [number, boolean, unknown, unknown];
        if (ok) {
          customFunctions.answer(invocationId, true, cellValues(value));
          continue;
        }
        const error = ANSWER_ERRORS[Number(errorCode)] ?? "#VALUE!";
        const sentence = typeof value === "string" && WITH_SENTENCE.has(error) ? value : undefined;
        customFunctions.answer(invocationId, false, undefined, error, sentence);
      }
    });
  }

  stop(): void {
    clearTimeout(this.#sending);
    this.#ready = false;
    this.workbook.calculation.customFunctions.caller = undefined;
  }

  #cancel(invocationId: number): void {
    // A call that never left needs no cancelling, and must not arrive later.
    const before = this.#waiting.length;
    this.#waiting = this.#waiting.filter(
      ({ type, message }) => type !== INVOKE || (message as unknown[])[0] !== invocationId,
    );
    if (this.#waiting.length === before) {
      this.#queue({ category: CATEGORY, type: CANCEL, targetId: "", message: { invocationId } });
    }
  }

  #queue(message: HostMessage): void {
    this.#waiting.push(message);
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#ready || this.#sending !== undefined || this.#waiting.length === 0) return;
    this.#sending = setTimeout(() => {
      this.#sending = undefined;
      const messages = this.#waiting;
      this.#waiting = [];
      if (messages.length > 0) this.send(messages);
    }, 0);
  }
}

function invocation(request: CustomFunctionRequest): HostMessage {
  const { invocationId, name, parameters, address, flags, parameterAddresses } = request;
  const values = flags & ERRORS_ALLOWED ? parameters.map(withErrors) : parameters;
  return {
    category: CATEGORY,
    type: INVOKE,
    targetId: "",
    message: [
      invocationId,
      name,
      values,
      address,
      flags,
      ...(parameterAddresses ? [parameterAddresses] : []),
    ],
  };
}

/** Error values as the runtime takes them. */
function withErrors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withErrors);
  if (typeof value === "object" && value !== null && "error" in value) {
    return { type: "CustomFunctionError", code: value.error };
  }
  return value;
}

/** A result as cells take it: errors among its values become errors of cells. */
function cellValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cellValues);
  if (typeof value !== "object" || value === null) return value;
  const { valueType, code, message, basicValue } = value as Record<string, unknown>;
  if (valueType === "CustomFunctionError" && typeof code === "string" && isErrorCode(code)) {
    const sentence = typeof message === "string" && WITH_SENTENCE.has(code) ? message : undefined;
    // Input-only codes come back as #VALUE!.
    return cellError(code === "#NAME?" || code === "#REF!" ? "#VALUE!" : code, sentence);
  }
  return typeof basicValue === "object" ? cellError("#VALUE!") : (basicValue ?? cellError("#VALUE!"));
}
