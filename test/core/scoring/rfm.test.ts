import { describe, expect, it } from "vitest";
import { rfmCode, rfmScore, rfmScores, type RfmRules } from "../../../src/core/scoring/rfm";
import { grids } from "../../../src/core/segments/grids";
import { compileGrid, segments } from "../../../src/core/segments/segment";
import { ordersByDay, readReference, referenceDataIsThere, unlessThere } from "./reference-data";

const five = { method: "quantile", bins: 5 } as const;
const quintiles: RfmRules = { recency: five, frequency: five, monetary: five, boundary: "upper" };

describe("rfmScores", () => {
  const recency = Float64Array.of(10, 20, 30, 40, 50, NaN);
  const frequency = Float64Array.of(5, 4, 3, 2, 1, 0);
  const monetary = Float64Array.of(500, 400, 300, 200, 100, -1000);

  it("scores the fewest days highest, the most purchases and money highest", () => {
    const { r, f, m } = rfmScores({ recency, frequency, monetary }, quintiles);
    expect([...r]).toEqual([5, 4, 3, 2, 1, 1]);
    expect([...f]).toEqual([5, 4, 3, 2, 1, 1]);
    expect([...m]).toEqual([5, 4, 3, 2, 1, 1]);
  });

  it("leaves who has bought nothing out of every cut-off", () => {
    const with0 = rfmScores({ recency, frequency, monetary }, quintiles);
    const without = rfmScores(
      { recency: recency.slice(0, 5), frequency: frequency.slice(0, 5), monetary: monetary.slice(0, 5) },
      quintiles,
    );
    expect(with0.cutoffs).toEqual(without.cutoffs);
    expect(with0.cutoffs.monetary).toEqual([180, 260, 340, 420]);
  });

  it("scores 1 with money and days but no purchase", () => {
    const odd = {
      recency: Float64Array.of(1, 2, 3),
      frequency: Float64Array.of(0, 1, 2),
      monetary: Float64Array.of(9, 1, 2),
    };
    const { r, f, m } = rfmScores(odd, quintiles);
    expect([r[0], f[0], m[0]]).toEqual([1, 1, 1]);
  });

  it("leaves the order of the customers and its input alone", () => {
    const input = { recency: recency.slice(), frequency: frequency.slice(), monetary: monetary.slice() };
    rfmScores(input, quintiles);
    expect(input).toEqual({ recency, frequency, monetary });
  });

  it("uses frozen cut-offs as they are", () => {
    const frozen = { recency: [15, 25], frequency: [2], monetary: [100, 200, 450] };
    const { r, f, m, cutoffs } = rfmScores({ recency, frequency, monetary }, quintiles, frozen);
    expect([...r]).toEqual([3, 2, 1, 1, 1, 1]);
    expect([...f]).toEqual([2, 2, 2, 1, 1, 1]);
    expect([...m]).toEqual([4, 3, 3, 2, 1, 1]);
    expect(cutoffs).toBe(frozen);
  });

  it("has something to say of nobody and of prospects alone", () => {
    const nobody = new Float64Array(0);
    expect(rfmScores({ recency: nobody, frequency: nobody, monetary: nobody }, quintiles).r).toHaveLength(0);
    const prospects = {
      recency: Float64Array.of(NaN),
      frequency: Float64Array.of(0),
      monetary: Float64Array.of(0),
    };
    const { r, f, m, cutoffs } = rfmScores(prospects, quintiles);
    expect([r[0], f[0], m[0]]).toEqual([1, 1, 1]);
    expect(cutoffs).toEqual({ recency: [], frequency: [], monetary: [] });
  });
});

describe("the RFM code and score", () => {
  it("put the digits side by side and weigh them", () => {
    expect(rfmCode(5, 4, 3)).toBe(543);
    expect(rfmScore(5, 4, 3, { recency: 1, frequency: 1, monetary: 1 })).toBe(4);
    // 0.3 × 5 + 0.3 × 4 + 0.4 × 5 over a sum of weights that is 0.9999999999999999 or 1.
    expect(rfmScore(5, 4, 5, { recency: 0.3, frequency: 0.3, monetary: 0.4 })).toBe(4.7);
    expect(() => rfmScore(1, 1, 1, { recency: 0, frequency: 0, monetary: 0 })).toThrow();
  });
});

describe.skipIf(!referenceDataIsThere)(`rfmScores of rfm_data_orders${unlessThere}`, () => {
  const orders = referenceDataIsThere ? ordersByDay() : undefined;

  const byR = ({ recency, rows, monetary }: ReturnType<typeof ordersByDay>) =>
    rfmScores(
      { recency, frequency: rows, monetary },
      {
        recency: { method: "fixed", at: [115, 181, 297.4, 482] },
        frequency: { method: "fixed", at: [4, 5, 6, 8] },
        monetary: { method: "fixed", at: [255.8, 382, 506.4, 666] },
        boundary: "lower",
      },
    );

  // R package rfm 0.3.0 at 2006-12-31: rfm_data_orders.oracle_rfm030.csv; its rule is rows as purchases, quantiles of
  // type 7 plus 1 (methods.md §6), cut-offs opening the class above.
  it("are R's with R's cut-offs, customer by customer", () => {
    if (!orders) throw new Error("no data");
    const reference = new Map(
      readReference("rfm_data_orders.oracle_rfm030.csv").map((row) => [row.customer_id, row]),
    );
    expect(reference.size).toBe(995);
    expect(orders.ids.length).toBe(995);
    const { r, f, m } = byR(orders);
    const ours = orders.ids.map((id, i) => [id, rfmCode(r[i] ?? 0, f[i] ?? 0, m[i] ?? 0)]);
    expect(ours).toEqual(orders.ids.map((id) => [id, Number(reference.get(id)?.rfm_score)]));
    expect(Object.fromEntries(ours)).toMatchObject({
      "Abbey O'Reilly": 343,
      "Add Senger": 412,
      "Aden Murphy": 544,
    });
  });

  // methods.md §6: our default rule on the same orders.
  it("cut where our default rule does", () => {
    if (!orders) throw new Error("no data");
    expect(rfmScores(orders, quintiles).cutoffs).toEqual({
      recency: [114, 180, 296.4, 481],
      frequency: [3, 4, 5, 7],
      monetary: [254.8, 381, 505.4, 665],
    });
  });

  // methods.md §6: customers, orders and revenue of each segment of the grid rfm-r, by R's scores; customer by customer
  // the column "segment" of rfm_data_orders.oracle_rfm030.csv.
  it("fall into the segments of rfm-r as R's do", () => {
    if (!orders) throw new Error("no data");
    const { r, f, m } = byR(orders);
    const grid = compileGrid(grids["rfm-r"]);
    if (!grid.ok) throw new Error("refused");
    const found = [...segments(r, f, m, grid.value)].map((segment) => grid.value.segments[segment] ?? "");

    const names: Record<string, string> = {
      "Potential Loyalist": "potential-loyalists",
      "Loyal Customers": "loyal",
      "Can't Lose Them": "cannot-lose",
    };
    const reference = new Map(
      readReference("rfm_data_orders.oracle_rfm030.csv").map(({ customer_id, segment = "" }) => [
        customer_id,
        names[segment] ?? segment.toLowerCase().replaceAll(" ", "-"),
      ]),
    );
    expect(found).toEqual(orders.ids.map((id) => reference.get(id)));

    const summary: Record<string, number[]> = {};
    found.forEach((segment, i) => {
      const [customers = 0, purchases = 0, money = 0] = summary[segment] ?? [];
      summary[segment] = [
        customers + 1,
        purchases + (orders.rows[i] ?? 0),
        money + (orders.monetary[i] ?? 0),
      ];
    });
    expect(summary).toEqual({
      "about-to-sleep": [102, 283, 23449],
      "at-risk": [28, 216, 22227],
      "cannot-lose": [47, 274, 32446],
      champions: [35, 316, 31646],
      lost: [148, 393, 35324],
      loyal: [170, 799, 76562],
      "need-attention": [10, 57, 4562],
      "new-customers": [104, 329, 28837],
      "potential-loyalists": [342, 2211, 204856],
      promising: [9, 28, 4249],
    });
  });
});
