import "./runtime";
import { describe, expect, it } from "vitest";
import { Memo } from "../../functions/memo";
import { asRange } from "../../functions/range";
import { SCORE } from "../../functions/score";

const tall = (from: number, rows = 300) => Array.from({ length: rows }, (_, at) => [from + at]);

/** A memo, and how often it computed. */
function counted(memo: Memo) {
  let computed = 0;
  const recall = (values: unknown[][], key = "SUM") => {
    const range = asRange("values", values);
    return memo.recall(key, [range], range.filled, ([cells = []]) => {
      computed++;
      return (cells as Float64Array).reduce((sum, value) => sum + value, 0);
    });
  };
  return { recall, computed: () => computed };
}

describe("the memo", () => {
  it("computes equal ranges once, whatever arrays they stand in, and blanks below them", () => {
    const { recall, computed } = counted(new Memo());
    const sum = recall(tall(1));
    expect(recall(tall(1))).toBe(sum);
    expect(recall([...tall(1), [null], [""]])).toBe(sum);
    expect(computed()).toBe(1);
  });
  it("computes anew for another key, another height, or one other cell, the last too", () => {
    const { recall, computed } = counted(new Memo());
    recall(tall(1));
    recall(tall(1), "SUM by another rule");
    recall(tall(1, 301));
    expect(recall([...tall(1, 299), [7]])).toBe((299 * 300) / 2 + 7);
    expect(computed()).toBe(4);
  });
  it("holds no more entries and cells than it may, and forgets the one longest unused", () => {
    const memo = new Memo(2, 1000);
    const { recall, computed } = counted(memo);
    recall(tall(1));
    recall(tall(2));
    recall(tall(1));
    recall(tall(3));
    expect(computed()).toBe(3);
    recall(tall(1));
    expect(computed()).toBe(3);
    recall(tall(2));
    expect(computed()).toBe(4);
    expect(memo.size).toBe(600);
    recall(tall(9, 2000));
    recall(tall(9, 2000));
    expect(computed()).toBe(6);
    expect(memo.size).toBeLessThanOrEqual(1000);
  });
  it("never gives a caller what another caller could have changed", () => {
    const first = SCORE(tall(1));
    const copy = structuredClone(first);
    first.forEach((row) => (row[0] = "spoilt"));
    expect(SCORE(tall(1))).toEqual(copy);
  });
});

describe("whole columns", () => {
  it("answer for a million rows, blank below the data", () => {
    const values = [...tall(1), ...Array.from({ length: 1_048_576 - 300 }, () => [""])];
    const scores = SCORE(values);
    expect(scores).toHaveLength(1_048_576);
    expect([scores[0], scores[299], scores[300], scores.at(-1)]).toEqual([[1], [5], [""], [""]]);
  });
});
