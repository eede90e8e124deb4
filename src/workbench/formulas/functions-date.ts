import { cellError } from "../workbook/cell-value";
import { serialOfDate } from "../workbook/serial-date";
import type { Evaluation } from "./evaluation";
import type { FunctionTable } from "./function-table";

function today(evaluation: Evaluation): number {
  const now = evaluation.book.calculation.clock();
  return serialOfDate(now.getFullYear(), now.getMonth() + 1, now.getDate(), evaluation.date1904)!;
}

export const DATES: FunctionTable = {
  TODAY: (evaluation, { args }) => (args.length > 0 ? cellError("#VALUE!") : today(evaluation)),
  NOW: (evaluation, { args }) => {
    if (args.length > 0) return cellError("#VALUE!");
    const now = evaluation.book.calculation.clock();
    const seconds =
      now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds() + now.getMilliseconds() / 1000;
    return today(evaluation) + seconds / 86_400;
  },
};
