import { expect } from "vitest";

/** Expects a number within an absolute tolerance of another. */
export function near(actual: number | undefined, expected: number, tolerance: number): void {
  const difference = Math.abs((actual ?? NaN) - expected);
  expect(difference, `${actual} is not within ${tolerance} of ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** Expects a number within a relative tolerance of another. */
export function nearly(actual: number | undefined, expected: number, tolerance: number): void {
  near(actual, expected, tolerance * Math.abs(expected));
}
