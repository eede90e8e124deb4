import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctRows } from "../../../src/core/value/distinct";

test("distinctRows finds each distinct row once, at its first appearance", () => {
  const { first, place } = distinctRows([Float64Array.of(1, 2, 1, 1, 2), Float64Array.of(0, 5, -0, 3, 5)], 5);
  expect([...first]).toEqual([0, 1, 3]);
  expect([...place]).toEqual([0, 1, 0, 2, 1]);
});

test("distinctRows: rows share a place exactly when they are equal", () => {
  const cell = fc.constantFrom(0, 1, 2, 1 / 7, 2 / 7, 1e6, 1e-6);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 60 }), (rows) => {
      const columns = [Float64Array.from(rows, ([a]) => a), Float64Array.from(rows, ([, b]) => b)];
      const { first, place } = distinctRows(columns, rows.length);
      const key = (at: number | undefined): string => String(rows[at ?? -1]);
      for (const [row, at] of place.entries()) expect(key(first[at])).toBe(key(row));
      expect(new Set(Array.from(first, key)).size).toBe(first.length);
    }),
  );
});

test("distinctRows of no rows is empty", () => {
  expect(distinctRows([new Float64Array(0)], 0).first.length).toBe(0);
});
