import { test } from "vitest";
import { betaExpectation } from "../../../src/core/value/beta-expectation";
import { near } from "./near";

/** E[(1 − p)ⁿ] = (b)ₙ / (a + b)ₙ. */
function chanceToStay(a: number, b: number, n: number): number {
  let chance = 1;
  for (let i = 0; i < n; i++) chance *= (b + i) / (a + b + i);
  return chance;
}

test("betaExpectation gives the moments of the beta distribution, whatever its shapes", () => {
  const shapes = [1e-8, 1e-3, 0.19, 0.21, 0.8, 2.4, 60, 1e4, 1e7];
  for (const a of shapes) {
    for (const b of shapes) {
      for (const n of [1, 3]) {
        const found = betaExpectation(a, b, (p) => (1 - p) ** n, 1, 0);
        near(found, chanceToStay(a, b, n), a > 1e3 || b > 1e3 ? 1e-8 : 1e-13);
      }
    }
  }
});
