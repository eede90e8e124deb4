import { expect, test } from "vitest";
import { scaledExponentialIntegral } from "../../../src/core/value/exponential-integral";
import { near, nearly } from "./near";

test("scaledExponentialIntegral is e^y E_s(y) of Abramowitz & Stegun tables 5.1 and 5.4", () => {
  near(scaledExponentialIntegral(1, 1) / Math.E, 0.2193839344, 5e-11);
  near(scaledExponentialIntegral(2, 0.5) * Math.exp(-0.5), 0.3266439, 5e-8);
});

test("scaledExponentialIntegral agrees with 50-digit values (mpmath 1.3.0) for small and large arguments", () => {
  const values = [
    [1, 1, 0.5963473623231941],
    [2, 0.5, 0.5385446837581348],
    [0.606, 0.13, 2.9436513401195303],
    [3, 1e-4, 0.49995004317044034],
    [0.5, 20, 0.04883371721959348],
    [10, 1e-6, 0.1111110972222242],
    [0.1, 1e-8, 16936622.610829763],
    [1000, 1e-3, 0.001000999997994992],
    [2, 1e6, 9.99998000006e-7],
  ] as const;
  for (const [s, y, expected] of values) nearly(scaledExponentialIntegral(s, y), expected, 1e-13);
});

test("scaledExponentialIntegral of s = 0 is 1 / y", () => {
  nearly(scaledExponentialIntegral(0, 0.25), 4, 1e-14);
  expect(scaledExponentialIntegral(5, 1e300)).toBeGreaterThanOrEqual(0);
});
