import { addressOf, cellArea, sheetPrefix } from "../workbook/area";
import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asBoolean, asNumber, asText } from "./coerce";
import type { CustomFunction, CustomParameter } from "./custom-function";
import type { Evaluation } from "./evaluation";
import type { Argument, CallNode } from "./formula";
import type { Locals, Operand } from "./operand";
import { broadcast, Matrix, Reference } from "./operand";

/** One argument, read, beside its parameter; undefined where an optional one is left out. */
interface Given {
  readonly parameter: CustomParameter;
  readonly value: CellValue | Matrix | undefined;
  readonly address: string | null;
}

/**
 * Calls a custom function as Excel does: arguments are counted and coerced by the metadata, a range for a single value
 * makes one call for each of its cells, errors among the arguments are the result unless the metadata allows them in.
 * Until the answer is there the cell is busy.
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options
 */
export function callCustomFunction(
  custom: CustomFunction,
  node: CallNode,
  evaluation: Evaluation,
  locals: Locals,
): Operand {
  const parameters = parametersFor(custom, node.args.length);
  if (parameters === undefined) return cellError("#VALUE!");
  const { customFunctions } = evaluation.book.calculation;
  const key = `${evaluation.path}${node.id}:`;
  const made = customFunctions.madeBefore(evaluation.cell, `${key}*`);
  if (made !== undefined) {
    if (!made.answered) evaluation.busy = true;
    return made.answered ? made.value : cellError("#BUSY!");
  }
  // Only its own arguments hold it up: calls beside it are made at the same time.
  const before = evaluation.busy;
  evaluation.busy = false;
  const given = parameters.map((parameter, at) => read(parameter, node.args[at], evaluation, locals));
  if (evaluation.busy) return cellError("#BUSY!");
  evaluation.busy = before;
  const lifts = given.map(({ parameter, value }) => (isMatrix(parameter) ? undefined : value));
  if (!lifts.some((value) => value instanceof Matrix)) return call(given, "*");
  return broadcast(
    lifts.map((value) => value ?? null),
    (values, index) => {
      const elements = given.map((item, at) =>
        lifts[at] instanceof Matrix ? { ...item, value: values[at]!, address: null } : item,
      );
      const result = evaluation.read(call(elements, index));
      return result instanceof Matrix ? result.at(0, 0) : result;
    },
  );

  function call(args: readonly Given[], index: number | "*"): Operand {
    const prepared: unknown[] = [];
    for (const { parameter, value } of args) {
      const ready = prepare(parameter, value, evaluation);
      if (isCellError(ready) && !allowed(parameter, ready)) return ready as CellError;
      prepared.push(ready);
    }
    const { sheet, row, column } = evaluation;
    const answer = customFunctions.ask(custom, evaluation.cell, `${key}${index}`, {
      parameters: grouped(custom, prepared),
      address: sheetPrefix(sheet.name) + addressOf(cellArea(row, column)),
      parameterAddresses: custom.options?.requiresParameterAddresses
        ? args.map(({ address }) => address)
        : undefined,
    });
    if (answer === undefined) {
      evaluation.busy = true;
      return cellError("#BUSY!");
    }
    return answer;
  }

  /** An error that is an argument of its own, not trouble with one. */
  function allowed(parameter: CustomParameter, ready: unknown): boolean {
    return (
      evaluation.book.calculation.customFunctions.errorsIn &&
      isAny(parameter) &&
      !isMatrix(parameter) &&
      isCellError(ready)
    );
  }
}

const isMatrix = (parameter: CustomParameter): boolean => parameter.dimensionality === "matrix";

const isAny = (parameter: CustomParameter): boolean => (parameter.type ?? "any") === "any";

/** The parameter of each argument, optional ones without argument included; undefined where the count doesn't fit. */
function parametersFor(custom: CustomFunction, count: number): CustomParameter[] | undefined {
  const { parameters } = custom;
  const last = parameters.at(-1);
  const required = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
  if (count < required || (count > parameters.length && !last?.repeating)) return undefined;
  if (last === undefined || !last.repeating) return [...parameters];
  const fixed = parameters.slice(0, -1);
  return [...fixed, ...Array.from({ length: Math.max(count - fixed.length, 0) }, () => last)];
}

function read(parameter: CustomParameter, arg: Argument, evaluation: Evaluation, locals: Locals): Given {
  if (arg === undefined) return { parameter, value: undefined, address: null };
  const operand = evaluation.operand(arg, locals);
  const address =
    operand instanceof Reference ? sheetPrefix(operand.sheet.name) + addressOf(operand.area) : null;
  return { parameter, value: evaluation.read(operand), address };
}

/** A repeating parameter is passed as one array of all its arguments. */
function grouped(custom: CustomFunction, prepared: readonly unknown[]): readonly unknown[] {
  if (!custom.parameters.at(-1)?.repeating) return prepared;
  const fixed = custom.parameters.length - 1;
  return [...prepared.slice(0, fixed), prepared.slice(fixed)];
}

/** An argument as the function is to see it; the error that keeps the call from being made. */
function prepare(
  parameter: CustomParameter,
  value: CellValue | Matrix | undefined,
  evaluation: Evaluation,
): unknown {
  if (value === undefined) return null;
  if (!isMatrix(parameter)) return coerced(parameter, value as CellValue, evaluation);
  const matrix = value instanceof Matrix ? value : new Matrix([[value]]);
  const errors = isAny(parameter) && evaluation.book.calculation.customFunctions.errorsIn;
  const rows: unknown[][] = [];
  for (const row of matrix.rows) {
    const cells: unknown[] = [];
    for (const cell of row) {
      const ready = coerced(parameter, cell, evaluation);
      if (!errors && isCellError(ready)) return ready;
      cells.push(ready);
    }
    rows.push(cells);
  }
  return rows;
}

function coerced(parameter: CustomParameter, value: CellValue, evaluation: Evaluation): CellValue {
  if (isCellError(value)) return value;
  switch (parameter.type) {
    case "number":
      return asNumber(value, evaluation);
    case "string":
      return asText(value);
    case "boolean":
      return asBoolean(value);
    default:
      return value === null && evaluation.book.calculation.customFunctions.blanks === "zero" ? 0 : value;
  }
}
