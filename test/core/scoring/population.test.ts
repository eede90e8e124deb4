import { expect, it } from "vitest";
import { populationOf } from "../../../src/core/scoring/population";

it("populationOf leaves out what is no number, and copies", () => {
  const values = Float64Array.of(3, NaN, -1, Infinity, 0, -Infinity);
  const population = populationOf(values);
  expect([...population]).toEqual([3, -1, 0]);
  population.sort();
  expect(values[0]).toBe(3);
});
