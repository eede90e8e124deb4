import type { Message } from "../core/language/message";
import { some } from "../files/headers";
import type { SheetFormulas } from "./formula-cells";

const OF_CELLS = ["errors", "changed", "refused"] as const;
const OF_SHEETS = ["protected", "filtered"] as const;

/** Counts the formulas that stay, and tells why. */
export interface LeftFormulas {
  readonly add: (why: (typeof OF_CELLS)[number], sheet: string, address: string, formulas: number) => void;
  readonly count: () => number;
  readonly messages: () => readonly Message[];
}

/** Begins with the sheets that can't be written. */
export function leftFormulas(closed: readonly SheetFormulas[]): LeftFormulas {
  const cells = { errors: new Set<string>(), changed: new Set<string>(), refused: new Set<string>() };
  const counts = { errors: 0, changed: 0, refused: 0 };
  const ofCells = () => OF_CELLS.reduce((sum, why) => sum + counts[why], 0);
  const on = (sheets: readonly SheetFormulas[]) =>
    sheets.reduce((sum, { cells: own }) => sum + own.length, 0);
  return {
    add: (why, sheet, address, formulas) => {
      counts[why] += formulas;
      cells[why].add(`${sheet}!${address}`);
    },
    count: () => ofCells() + on(closed),
    messages: () => [
      ...OF_CELLS.flatMap((why): readonly Message[] =>
        counts[why] === 0
          ? []
          : [{ code: `sheet-frozen-${why}`, params: { count: counts[why], cells: some([...cells[why]]) } }],
      ),
      ...OF_SHEETS.flatMap((why): readonly Message[] => {
        const sheets = closed.filter(({ isProtected }) => isProtected === (why === "protected"));
        const params = { count: on(sheets), sheets: some(sheets.map(({ name }) => name)) };
        return sheets.length === 0 ? [] : [{ code: `sheet-frozen-${why}`, params }];
      }),
    ],
  };
}
