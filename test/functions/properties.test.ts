import "./runtime";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABC } from "../../functions/abc";
import { GRADE } from "../../functions/grade";
import { ACTIVITY, LIFECYCLE } from "../../functions/lifecycle";
import { MATRIX } from "../../functions/matrix";
import { RFM } from "../../functions/rfm";
import { SCORE } from "../../functions/score";
import { SEGMENT } from "../../functions/segment";
import { TIER } from "../../functions/tier";
import { column, errorCell, shown } from "./runtime";

const none = null as never;
const AS_OF = 45_500;

/** What a sheet can hold, the nasty included. */
const anything = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double(),
  fc.constantFrom(
    null,
    undefined,
    "",
    " ",
    0,
    -0,
    true,
    false,
    "12",
    "1,234.5",
    "1.234",
    "(5)",
    "¥3",
    "12%",
    "n/a",
    "x",
  ),
  fc.constantFrom(
    "2024-02-30",
    "2024-01-31",
    "03/04/2024",
    45_000,
    45_001.5,
    2_958_466,
    1e300,
    -1e-300,
    NaN,
    Infinity,
  ),
  fc.constantFrom("#N/A", "#DIV/0!", "#REF!", "#SPILL!").map(errorCell),
  fc.string({ maxLength: 5 }),
);

const columns = (count: number) =>
  fc.array(fc.array(anything, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 30 });
const part = (rows: readonly (readonly unknown[])[], at: number) => rows.map((row) => [row[at]]);

/** Each function on as many columns as it takes, as tall as these. */
const FUNCTIONS: Record<string, readonly [number, (rows: unknown[][]) => unknown[][]]> = {
  SCORE: [1, (rows) => SCORE(rows)],
  "SCORE by breaks": [1, (rows) => SCORE(rows, 3, true, [["breaks"]])],
  ABC: [1, (rows) => ABC(rows)],
  TIER: [1, (rows) => TIER([[1], ...rows], "vip" as never, none, "en").slice(1)],
  "TIER by thresholds": [1, (rows) => TIER(rows, [[-5, 0, 5]])],
  SEGMENT: [3, (rows) => SEGMENT(part(rows, 0), part(rows, 1), part(rows, 2), none, "en")],
  GRADE: [2, (rows) => GRADE(rows, [[1, 2]], [["higher", "lower"]], [["score", "zscore"]])],
  LIFECYCLE: [3, (rows) => LIFECYCLE(part(rows, 0), part(rows, 1), part(rows, 2), 2_958_465, none, "en")],
  ACTIVITY: [2, (rows) => ACTIVITY(part(rows, 0), 2_958_465, part(rows, 1), none, "en")],
  MATRIX: [
    2,
    (rows) => MATRIX([[1], ...part(rows, 0)], [[1], ...part(rows, 1)], none, none, none, "en").slice(1),
  ],
};

describe.each(Object.entries(FUNCTIONS))("%s", (_, [count, call]) => {
  it("answers every row, whatever stands there, with a text, a finite number or an error Excel takes", () => {
    fc.assert(
      fc.property(columns(count), (rows) => {
        const result = call(rows);
        expect(result).toHaveLength(rows.length);
        for (const [cell, ...more] of result) {
          expect(more).toEqual([]);
          if (cell instanceof CustomFunctions.Error) {
            expect(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]).toContain(cell.code);
            expect(cell.message).not.toBe("");
          } else expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
        }
      }),
    );
  });

  it("gives each row the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(
        columns(count).chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(
              rows.map((_, at) => at),
              { minLength: rows.length },
            ),
          ),
        ),
        ([rows, order]) => {
          const result = shown(call(rows));
          expect(shown(call(order.map((at) => rows[at] ?? [])))).toEqual(order.map((at) => result[at]));
        },
      ),
    );
  });

  it("is spoilt by no row that is an error, and blank below the last row", () => {
    fc.assert(
      fc.property(columns(count), (rows) => {
        const bad = Array.from({ length: count }, () => errorCell("#N/A"));
        const blank = Array.from({ length: count }, () => null);
        const result = shown(call(rows));
        expect(shown(call([...rows, bad, blank, blank]))).toEqual([...result, ["#N/A"], [""], [""]]);
      }),
    );
  });
});

describe("scores and classes", () => {
  const numbers = fc.array(
    fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const rank: Record<string, number> = { C: 1, B: 2, A: 3 };

  it.each([
    ["SCORE", (values: number[]) => SCORE(column(...values)).map(([score]) => Number(score))],
    ["ABC", (values: number[]) => ABC(column(...values)).map(([letter]) => rank[String(letter)] ?? 0)],
    [
      "TIER",
      (values: number[]) => TIER(column(...values), [[-3, 2]]).map(([letter]) => rank[String(letter)] ?? 0),
    ],
    ["GRADE", (values: number[]) => GRADE(column(...values), [[1]]).map(([points]) => Number(points))],
  ])("%s never gives more for less, and the same for the same", (_, of) => {
    fc.assert(
      fc.property(numbers, (values) => {
        const given = of(values);
        values.forEach((value, i) =>
          values.forEach((other, j) => {
            if (value === other) expect(given[i]).toBe(given[j]);
            if (value > other) expect(given[i]).toBeGreaterThanOrEqual(given[j] ?? NaN);
          }),
        );
      }),
    );
  });
});

describe("RFM", () => {
  const purchase = fc.tuple(
    fc.constantFrom("a", "b", "c", "d", "e", 7, "7", " a "),
    fc.integer({ min: AS_OF - 300, max: AS_OF }),
    fc.integer({ min: -500, max: 90_000 }).map((cents) => cents / 100),
  );
  const call = (rows: readonly (readonly unknown[])[]) =>
    RFM(part(rows, 0), part(rows, 1), part(rows, 2), AS_OF, none, null, false);

  it("gives the same table whatever the order of the rows, however many blank or broken rows stand between", () => {
    fc.assert(
      fc.property(
        fc
          .array(purchase, { minLength: 1, maxLength: 60 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const table = call(rows);
          const broken = [
            [null, null, null],
            ["a", "", 5],
            ["", AS_OF, 5],
            [errorCell("#N/A"), AS_OF, 5],
            ["a", AS_OF, "x"],
          ];
          expect(call(shuffled.flatMap((row, at) => (at % 3 ? [row] : [row, broken[at % 5] ?? []])))).toEqual(
            table,
          );
          for (const row of table) {
            expect(row).toHaveLength(9);
            for (const cell of row) expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
          }
        },
      ),
    );
  });
});
