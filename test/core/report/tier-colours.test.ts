import { describe, expect, it } from "vitest";
import {
  BAR_COLOUR,
  HEAT_COLOUR,
  NO_TIER_COLOUR,
  STAGE_COLOURS,
  tierColours,
} from "../../../src/core/report/tier-colours";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour as those see it who lack the cones for red or for green (Viénot, Brettel & Mollon 1999, linear RGB). */
const BLINDNESS = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
} as const;

function seenBy(kind: keyof typeof BLINDNESS, hex: string): readonly number[] {
  const linear = [0, 2, 4].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  return BLINDNESS[kind].map((row) =>
    row.reduce<number>((sum, weight, i) => sum + weight * (linear[i] ?? 0), 0),
  );
}

describe("the colours of tiers", () => {
  it.each([1, 2, 3, 4, 5, 6, 8])("of %i can be read on, all of them", (tiers) => {
    for (const { fill, text } of tierColours(tiers)) expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  });
  it.each([2, 3, 4, 5, 6])("of %i get lighter from tier to tier, so grey print tells them apart", (tiers) => {
    const fills = tierColours(tiers).map(({ fill }) => fill);
    for (let at = 1; at < fills.length; at++) {
      expect(luminance(fills[at] ?? "")).toBeGreaterThan(luminance(fills[at - 1] ?? ""));
      expect(contrast(fills[at] ?? "", fills[at - 1] ?? "")).toBeGreaterThanOrEqual(1.25);
    }
  });
  it.each(["protan", "deutan"] as const)("stay apart for %s eyes", (kind) => {
    const seen = tierColours(5).map(({ fill }) => seenBy(kind, fill));
    for (let a = 0; a < seen.length; a++) {
      for (let b = 0; b < a; b++) {
        const apart = Math.hypot(...(seen[a] ?? []).map((channel, i) => channel - (seen[b]?.[i] ?? 0)));
        expect(apart).toBeGreaterThan(0.1);
      }
    }
  });
});

describe("other colours", () => {
  it("of stages and of no tier can be read on", () => {
    for (const { fill, text } of [NO_TIER_COLOUR, ...Object.values(STAGE_COLOURS)]) {
      expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
    }
  });
  it("behind numbers leave them readable", () => {
    for (const fill of [BAR_COLOUR, HEAT_COLOUR]) expect(contrast(fill, "000000")).toBeGreaterThanOrEqual(7);
  });
});
