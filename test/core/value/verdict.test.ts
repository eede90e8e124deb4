import { describe, expect, test } from "vitest";
import { say } from "../../../src/core/language/message";
import type { PurchaseFit } from "../../../src/core/value/fit";
import { purchaseVerdict, spendVerdict } from "../../../src/core/value/verdict";

function fitted(gain: number, converged = true): PurchaseFit {
  return {
    parameters: Float64Array.of(6, 3, 15),
    logLikelihood: -1000 + gain,
    nbdLogLikelihood: -1000,
    converged,
    standardErrors: null,
  };
}

describe("purchaseVerdict says the first that applies", () => {
  test.each([
    [fitted(100), 946, "identified"],
    [fitted(2), 50, "identified"],
    [fitted(1.99), 50, "boundary"],
    [fitted(0), 946, "boundary"],
    [fitted(100), 49, "too-few-repeat"],
    [fitted(0), 49, "too-few-repeat"],
    [fitted(0, false), 49, "not-converged"],
    [null, 0, "too-few-repeat"],
  ] as const)("%#", (fit, repeaters, verdict) => {
    expect(purchaseVerdict("bg-nbd", fit, repeaters).id).toBe(verdict);
  });

  test("with its numbers in the sentence, a gain just short never rounded up to enough", () => {
    const { reason } = purchaseVerdict("mbg-nbd", fitted(1.9999), 300);
    expect(say(reason, "en")).toContain("log-likelihood of MBG/NBD is only 1.99 above");
    expect(say(reason, "zh")).toContain("1.99");
    expect(say(purchaseVerdict("bg-nbd", fitted(-0.003), 300).reason, "en")).toContain("only 0 above");
  });
});

describe("spendVerdict says the first that applies", () => {
  test.each([
    [fitted(0), 50, 0.3, "identified"],
    [fitted(0), 50, -0.3, "identified"],
    [fitted(0), 50, 0.31, "spend-tied"],
    [fitted(0), 50, -0.31, "spend-tied"],
    [fitted(0), 49, 0.31, "too-few-repeat"],
    [fitted(0, false), 49, 0, "not-converged"],
    [{ ...fitted(0), parameters: Float64Array.of(6, 1, 15) }, 500, 0.9, "boundary"],
    [null, 0, 0, "too-few-repeat"],
  ] as const)("%#", (fit, buyers, correlation, verdict) => {
    expect(spendVerdict(fit, buyers, correlation).id).toBe(verdict);
  });
});
