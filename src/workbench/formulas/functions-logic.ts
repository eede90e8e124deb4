import { cellError, isCellError } from "../workbook/cell-value";
import { asBoolean, asNumber } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { Argument } from "./formula";
import type { FunctionTable } from "./function-table";
import type { Locals, Operand } from "./operand";
import { broadcast, Matrix, Reference } from "./operand";
import { compareValues } from "./operators";

/** An argument left out is 0 where a value is asked for: =IF(TRUE,) is 0. */
const given = (evaluation: Evaluation, arg: Argument, locals: Locals): Operand =>
  arg === undefined ? 0 : evaluation.operand(arg, locals);

/** IF over one condition computes only the branch it takes; over an array both, element by element. */
function choose(
  evaluation: Evaluation,
  test: Argument,
  yes: () => Operand,
  no: () => Operand,
  locals: Locals,
): Operand {
  const condition = evaluation.values(test, locals);
  if (evaluation.busy) return cellError("#BUSY!");
  if (!(condition instanceof Matrix)) {
    const truth = asBoolean(condition);
    return isCellError(truth) ? truth : truth ? yes() : no();
  }
  return broadcast([condition, evaluation.read(yes()), evaluation.read(no())], ([value, a, b]) => {
    const truth = asBoolean(value!);
    return isCellError(truth) ? truth : truth ? a! : b!;
  });
}

/** IFERROR and IFNA: elements that are such an error are taken from the second argument. */
function instead(only: string | undefined): FunctionTable[string] {
  return (evaluation, node, locals) => {
    if (node.args.length !== 2) return cellError("#VALUE!");
    const value = evaluation.operand(node.args[0], locals);
    if (evaluation.busy) return cellError("#BUSY!");
    const read = evaluation.read(value);
    const wanted = (item: unknown): boolean =>
      isCellError(item) && (only === undefined || (item as { error: string }).error === only);
    if (!(read instanceof Matrix)) {
      if (wanted(read)) return given(evaluation, node.args[1], locals);
      return value instanceof Reference ? value : read;
    }
    if (!read.rows.some((row) => row.some(wanted))) return read;
    const other = evaluation.read(given(evaluation, node.args[1], locals));
    return broadcast([read, other], ([a, b]) => (wanted(a) ? b! : a!));
  };
}

export const LOGIC: FunctionTable = {
  IF: (evaluation, { args }, locals) => {
    if (args.length < 2 || args.length > 3) return cellError("#VALUE!");
    const no = (): Operand => (args.length < 3 ? false : given(evaluation, args[2], locals));
    return choose(evaluation, args[0], () => given(evaluation, args[1], locals), no, locals);
  },
  IFS: (evaluation, { args }, locals) => {
    if (args.length < 2 || args.length % 2 === 1) return cellError("#VALUE!");
    const from = (at: number): Operand =>
      at >= args.length
        ? cellError("#N/A")
        : choose(
            evaluation,
            args[at],
            () => given(evaluation, args[at + 1], locals),
            () => from(at + 2),
            locals,
          );
    return from(0);
  },
  SWITCH: (evaluation, { args }, locals) => {
    if (args.length < 3) return cellError("#VALUE!");
    const subject = evaluation.values(args[0], locals);
    if (evaluation.busy) return cellError("#BUSY!");
    const one = (value: Operand, at: number): Operand => {
      if (isCellError(value)) return value;
      if (at >= args.length) return cellError("#N/A");
      if (at === args.length - 1) return given(evaluation, args[at], locals);
      const candidate = evaluation.values(args[at], locals);
      const same = !(candidate instanceof Matrix) && compareValues(value as never, candidate) === 0;
      return same ? given(evaluation, args[at + 1], locals) : one(value, at + 2);
    };
    if (!(subject instanceof Matrix)) return one(subject, 1);
    return broadcast([subject], ([value]) => {
      const result = evaluation.read(one(value!, 1));
      return result instanceof Matrix ? result.at(0, 0) : result;
    });
  },
  CHOOSE: (evaluation, { args }, locals) => {
    if (args.length < 2) return cellError("#VALUE!");
    const index = evaluation.values(args[0], locals);
    const pick = (value: number | ReturnType<typeof cellError>): Operand => {
      if (typeof value !== "number") return value;
      const at = Math.trunc(value);
      return at < 1 || at >= args.length ? cellError("#VALUE!") : given(evaluation, args[at], locals);
    };
    if (!(index instanceof Matrix)) return pick(asNumber(index, evaluation));
    const options = args.slice(1).map((arg) => evaluation.read(given(evaluation, arg, locals)));
    return broadcast([index, ...options], ([value, ...values]) => {
      const at = asNumber(value!, evaluation);
      return typeof at === "number" ? (values[Math.trunc(at) - 1] ?? cellError("#VALUE!")) : at;
    });
  },
  IFERROR: instead(undefined),
  IFNA: instead("#N/A"),
};
