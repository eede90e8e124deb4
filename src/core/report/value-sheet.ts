import type { Language } from "../language/language";
import { say, type Message } from "../language/message";
import { isoOf } from "../ledger/dates";
import type { CustomerValue } from "../value/value";
import type { ReportBlock, ReportSheet } from "./report";

/** The narrowest column of numbers, in characters. */
const NARROWEST = 16;
/** A spreadsheet refuses columns much wider, and no number that tells anything is. */
const WIDEST = 60;
/** What the indents of a number's cell take beside it, where a font is missing and another's digits are wider, too. */
const ROOM = 6;
const SHOWN = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** The width in which each of these numbers can be read, with up to four decimals. */
function widthFor(numbers: readonly number[]): number {
  const widest = Math.max(NARROWEST, ...numbers.map((number) => SHOWN.format(number).length + ROOM));
  return Math.min(widest, WIDEST);
}

/** Which model of value was fitted, in what unit of time, and whether it can be trusted. */
export function modelWords({ model, unit, verdict }: CustomerValue): Message {
  return {
    code: "text.model",
    params: {
      model: { code: `label.model.${model}` },
      unit: { code: `label.unit.${unit}s` },
      verdict: { code: `label.verdict.${verdict}` },
    },
  };
}

/** Customer value: the model, its verdict and what is shown because of it, its parameters, and forecast against actual. */
export function valueSheet(value: CustomerValue, language: Language): ReportSheet {
  const t = (message: Message) => say(message, language);
  const heading = (level: 0 | 1 | 2, message: Message): ReportBlock => ({
    kind: "heading",
    level,
    text: t(message),
  });
  const fitted = Object.entries({ ...value.fit.parameters, ...value.spend.parameters });
  const { tracking } = value;
  const blocks: ReportBlock[] = [
    heading(1, { code: "title.value" }),
    heading(0, modelWords(value)),
    ...value.notes.map((note) => heading(0, note)),
  ];
  if (fitted.length > 0) {
    blocks.push({
      kind: "table",
      name: "ValueParameters",
      rowCount: fitted.length,
      columns: [
        {
          id: "parameter",
          header: t({ code: "column.parameter" }),
          format: "text",
          width: 24,
          values: fitted.map(([name]) => name),
        },
        {
          id: "value",
          header: t({ code: "column.value" }),
          format: "number",
          width: widthFor(fitted.map(([, number]) => number)),
          values: fitted.map(([, number]) => number),
        },
      ],
    });
  }
  if (tracking && value.holdout) {
    const { days, expected, actual } = tracking;
    const from = isoOf(value.holdout.from);
    blocks.push(
      heading(2, { code: "title.tracking" }),
      heading(0, { code: "text.tracking", params: { from } }),
      {
        kind: "table",
        name: "ValueTracking",
        rowCount: days.length,
        repeatsHeaders: true,
        columns: [
          { id: "day", header: t({ code: "column.day" }), format: "date", width: 24, values: days },
          {
            id: "expected",
            header: t({ code: "column.expected" }),
            format: "number",
            hundredths: true,
            width: NARROWEST,
            values: expected,
          },
          {
            id: "actual",
            header: t({ code: "column.actual" }),
            format: "integer",
            width: NARROWEST,
            values: actual,
          },
        ],
      },
    );
  }
  return {
    id: "value",
    name: t({ code: "sheet.value" }),
    blocks,
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
  };
}
