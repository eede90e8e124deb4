import type { Chart } from "../../workbook/chart";
import { redraw } from "../../workbook/chart-source";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import type { Property } from "../host-class";
import type { Run } from "../run";
import { mayChange } from "./table-guard";

/** Changes a chart on a sheet that allows it, and has it drawn anew. */
export function drawn(chart: Chart, run: Run, work: () => void): void {
  mayChange(run, chart.sheet, "allowEditObjects");
  chart.sheet.book.change(() => {
    work();
    redraw(chart);
  });
}

/** Where the options of a target are kept, and whose chart they are. */
export interface Kept<T> {
  chart(target: T): Chart;
  options(target: T): Record<string, unknown>;
}

/** The kinds of options: their check follows from the value they start with, unless words are given. */
function checked(value: unknown, otherwise: unknown, words: readonly string[] | undefined): unknown {
  if (words) return enumerated(value, words);
  if (typeof otherwise === "boolean") return booleanValue(value);
  if (typeof otherwise === "number") return numberValue(value);
  // A bound or unit of an axis: a number, or "" for automatic.
  if (otherwise === null) return value === "" ? null : numberValue(value);
  return textValue(value);
}

/** Options of a part of a chart that are kept and given back, without a further meaning here: [since, start value, words]. */
export function kept<T>(
  where: Kept<T>,
  table: Readonly<Record<string, readonly [since: string, otherwise: unknown, words?: readonly string[]]>>,
): Record<string, Property<T>> {
  return Object.fromEntries(
    Object.entries(table).map(([name, [since, otherwise, words]]) => [
      name,
      {
        since,
        get: (target: T) => where.options(target)[name] ?? otherwise ?? "",
        set: (target: T, value: unknown, run: Run) => {
          const next = checked(value, otherwise, words);
          drawn(where.chart(target), run, () => (where.options(target)[name] = next));
        },
      },
    ]),
  );
}
