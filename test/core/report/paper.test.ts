import { describe, expect, it } from "vitest";
import { linesOnPage, scaleToFit } from "../../../src/core/report/paper";

describe("what fits on paper", () => {
  it("is never larger than it is on screen, and fits the narrower of A4 and Letter in any font", () => {
    expect(scaleToFit([10], "landscape")).toBe(100);
    // 100 digits of 9 pixels and 5 more are 678.75 points; upright A4 has 595 less the margins of 57.6.
    expect(scaleToFit([100], "portrait")).toBe(Math.floor((537.4 / 678.75) * 100));
    // Letter in landscape is the narrower one: 792 less 57.6.
    expect(scaleToFit([200], "landscape")).toBe(Math.floor((734.4 / 1353.75) * 100));
  });
  it("more lines fit where the columns are fitted to the width, and fewer across than down", () => {
    const wide = new Array<number>(12).fill(13.5);
    expect(linesOnPage(wide, "landscape")).toBeGreaterThan(linesOnPage([10], "landscape"));
    expect(linesOnPage(wide, "landscape")).toBeLessThan(linesOnPage(wide, "portrait"));
    // A4: 508.6 points at 100% are 33.9 lines of 15.
    expect(linesOnPage([10], "landscape")).toBeCloseTo((508.6 / 15) * 0.97, 1);
  });
});
