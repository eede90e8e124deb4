import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { isDateFormat } from "../workbook/number-text";
import { numberOfText } from "../workbook/typed-entry";
import { asNumber, asText } from "./coerce";
import { wildcardAnywhere } from "./criterion";
import type { Evaluation } from "./evaluation";
import type { FunctionTable } from "./function-table";
import { eager, lifted, matrixOf, single } from "./function-table";

/** DATEVALUE and TIMEVALUE: a text that reads as a day or a time, as it does when it is typed. */
const dayOrTime = (part: (serial: number) => number) =>
  lifted(1, 1, ([text], { culture, date1904 }: Evaluation) => {
    const read = typeof text === "string" ? numberOfText(text, culture, date1904) : undefined;
    return read?.numberFormat !== undefined && isDateFormat(read.numberFormat)
      ? part(read.value)
      : cellError("#VALUE!");
  });

/** Functions of texts that follow Excel where o-spreadsheet's of the same names don't, or that it lacks. */
export const TEXTS: FunctionTable = {
  /** https://support.microsoft.com/office/search-searchb-functions-9ab04538-0e55-4719-a72e-b6f54513b495 */
  SEARCH: lifted(2, 3, ([wanted, within, from], evaluation) => {
    const start = from === undefined ? 1 : asNumber(from, evaluation);
    if (isCellError(start)) return start;
    const text = asText(within!) as string;
    const at = Math.trunc(start) - 1;
    if (at < 0 || at > text.length) return cellError("#VALUE!");
    const found = text.slice(at).search(wildcardAnywhere(asText(wanted!) as string));
    return found < 0 ? cellError("#VALUE!") : at + found + 1;
  }),
  /** https://support.microsoft.com/office/concat-function-9b1a9a3f-94ff-41af-9736-694cbd6b4ca2 */
  CONCAT: eager(1, 254, (args) => {
    let all = "";
    for (const value of args.flatMap((arg) => matrixOf(arg).rows.flat())) {
      const text = asText(value);
      if (typeof text !== "string") return text;
      all += text;
    }
    return all.length > 32_767 ? cellError("#VALUE!") : all;
  }),
  /** A link shows its name, else its address; there is nothing to click here. */
  HYPERLINK: lifted(1, 2, ([address, name]) => (name === undefined ? asText(address!) : (name ?? 0))),
  VALUE: lifted(1, 1, ([value], evaluation) =>
    typeof value === "boolean" ? cellError("#VALUE!") : asNumber(value!, evaluation),
  ),
  DATEVALUE: dayOrTime(Math.floor),
  TIMEVALUE: dayOrTime((serial) => serial - Math.floor(serial)),
  /** https://support.microsoft.com/office/numbervalue-function-1b05c8cf-2bfa-4437-af70-596c7ea7d879 */
  NUMBERVALUE: lifted(1, 3, ([value, decimal = ".", group = ","]) => {
    const marks = [decimal, group].map((mark) => (asText(mark) as string).charAt(0));
    if (marks.includes("") || marks[0] === marks[1]) return cellError("#VALUE!");
    const [whole = "", fraction, ...more] = (asText(value!) as string).replaceAll(/\s/g, "").split(marks[0]!);
    if (more.length > 0 || fraction?.includes(marks[1]!)) return cellError("#VALUE!");
    const [, digits = "", percents = ""] = /^([^%]*)(%*)$/.exec(
      whole.replaceAll(marks[1]!, "") + (fraction === undefined ? "" : `.${fraction}`),
    ) ?? [undefined, "?"];
    if (digits === "" && percents === "") return 0;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits)) return cellError("#VALUE!");
    return Number(digits) / 100 ** percents.length;
  }),
  ARRAYTOTEXT: eager(1, 2, ([array, format]): CellValue => {
    // The strict format, which writes an array's own braces and quotes, isn't known.
    if (format !== undefined && single(format) !== 0 && single(format) !== null) return cellError("#VALUE!");
    const shown = (value: CellValue) => (isCellError(value) ? value.error : (asText(value) as string));
    return matrixOf(array).rows.flat().map(shown).join(", ");
  }),
};
