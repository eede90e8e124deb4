import { describe, expect, it } from "vitest";
import type { CustomerLog } from "../../../src/core/ledger/purchases";
import { rhythmFromSums, rhythmOf } from "../../../src/core/lifecycle/rhythm";
import { stageOf } from "../../../src/core/lifecycle/stages";
import { warningsOf } from "../../../src/core/lifecycle/warnings";
import { policyOf } from "../tiers/bought";

const { lifecycle: rules, warnings } = policyOf({ extends: "rfm" });
const TODAY = 1000;

/** A log of rows so many days ago, of 10 each unless said; a negative amount begins no purchase. */
function bought(daysAgo: readonly number[], amounts: readonly number[] = daysAgo.map(() => 10)): CustomerLog {
  return {
    days: Int32Array.from(daysAgo, (days) => TODAY - days),
    amounts: Float64Array.from(amounts),
    scale: 100,
    begins: Uint8Array.from(amounts, (amount) => (amount < 0 ? 0 : 1)),
    from: 0,
    to: daysAgo.length,
  };
}

describe("own rhythm (methods §4)", () => {
  it("from sums it takes three gaps too: three purchases are two", () => {
    expect(rhythmFromSums(100, 400, 3, rules)).toMatchObject({ gap: 90, own: false });
    expect(rhythmFromSums(100, 400, 4, rules)).toMatchObject({ gap: 100, own: true });
  });
  it("a refund is neither the first purchase nor the last, and makes no gap; a purchase of 0 does", () => {
    expect(rhythmOf(bought([120, 100, 70, 60, 40, 5], [-1, 0, 1, -1, 1, -1]), rules)).toMatchObject({
      first: TODAY - 100,
      last: TODAY - 40,
      purchases: 3,
    });
  });
});

describe("recovered (methods §4): an earlier gap passed the churned limit, the last purchase at most 90 days ago", () => {
  const stage = (daysAgo: readonly number[]) => {
    const rhythm = rhythmOf(bought(daysAgo), rules);
    return stageOf(rhythm, TODAY - rhythm.last, TODAY, rules);
  };
  // One gap, so the gap is 90, the churned limit max(4 × 90, 180) = 360, and 91 days aren't dormant yet.
  it("90 days are recovered, 91 aren't", () => {
    expect(stage([451, 90])).toBe("recovered");
    expect(stage([452, 91])).toBe("growing");
  });
  it("a gap of 361 days passed the limit, one of 360 didn't", () => {
    expect(stage([411, 50])).toBe("recovered");
    expect(stage([410, 50])).toBe("growing");
  });
});

describe("the windows of falling purchases and money (methods §4)", () => {
  const rulesBroken = (daysAgo: readonly number[], amounts?: readonly number[]) => {
    const log = bought(daysAgo, amounts);
    // Recency 0 keeps `overdue` out of it.
    return warningsOf(rhythmOf(log, rules), 0, log, TODAY, warnings).map(({ rule }) => rule);
  };
  const both = ["fewer-purchases", "less-money"];
  it("the 90 before are days 90–179: what is older or newer doesn't count", () => {
    expect(rulesBroken([179, 90])).toEqual(both);
    expect(rulesBroken([180, 90])).toEqual([]);
    expect(rulesBroken([179, 89])).toEqual([]);
  });
  it("at most half: half is, more isn't", () => {
    expect(rulesBroken([150, 140, 10])).toEqual(both);
    expect(rulesBroken([150, 140, 130, 10, 5])).toEqual([]);
    expect(rulesBroken([150, 140, 10], [10, 10, 10.01])).toEqual(["fewer-purchases"]);
  });
  it("money can't fall from nothing, nor from less than nothing", () => {
    expect(rulesBroken([150, 140, 20, 10], [0, 0, 0, 0])).toEqual([]);
    // 10 + 10 − 30 = −10 before, 10 + 10 − 40 = −20 now: at most half of −10, and yet no warning.
    expect(rulesBroken([150, 140, 130, 20, 10, 5], [10, 10, -30, 10, 10, -40])).toEqual([]);
  });
});
