import { readFileSync } from "node:fs";
import { forecastPurchases, lifetimeValue } from "../src/core/value/clv";
import { fitPurchases } from "../src/core/value/fit";
import { purchaseHistories } from "../src/core/value/histories";
import { MODELS, MODEL_NAMES } from "../src/core/value/models";
import { purchaseSummary } from "../src/core/value/summary";
import { alone, type Benchmark, type Row } from "./benchmark";
import { logOf } from "./logs";
import { sharedData } from "./shared-data";
import { medianTimes, timed } from "./timing";
import { transactions } from "./transactions";

const CDNOW = "cdnow_summary.oracle_btyd243.csv";
/** Fitted to CDNOW: BG/NBD by Fader, Hardie & Lee (2005), Gamma–Gamma by Fader & Hardie (2013). */
const PURCHASES = [0.243, 4.414, 0.793, 2.426];
const SPEND = [6.25, 3.74, 15.44];

/** Models of customer value fitted to the 2,357 customers of CDNOW, and 100,000 customers scored with one. */
export const customerValue: Benchmark = {
  name: "customer-value",
  async run(tell) {
    return [...(await fitRows(tell)), ...(await scoreRows())];
  },
};

async function fitRows(tell: (sentence: string) => void): Promise<readonly Row[]> {
  const file = sharedData(CDNOW);
  if (file === null) {
    tell(`The fits of customer-value are skipped: ../shared/data/${CDNOW} is not there.`);
    return [];
  }
  const customers = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map((cell) => Number(cell.replaceAll('"', ""))));
  const column = (at: number) => Float64Array.from(customers, (cells) => cells[at] ?? NaN);
  const bought = new Uint8Array(customers.length).fill(1);
  const histories = purchaseHistories({ bought, x: column(1), tx: column(2), T: column(3) });
  const [bgNbd = NaN, paretoNbd = NaN] = await medianTimes(
    (["bg-nbd", "pareto-nbd"] as const).map((id) => timed(() => fitPurchases(MODELS[id], histories))),
    9,
    3,
  );
  return [
    alone(`${MODEL_NAMES["bg-nbd"]} fitted to CDNOW`, bgNbd, 50, "ms"),
    alone(`${MODEL_NAMES["pareto-nbd"]} fitted to CDNOW`, paretoNbd, 250, "ms"),
  ];
}

/**
 * P(alive), expected purchases and lifetime value of a year, of generated customers with histories of their own: as the
 * command does it unless told otherwise, and with a discount, for which each month is a forecast of its own.
 */
async function scoreRows(): Promise<readonly Row[]> {
  const { log, end } = logOf(transactions(500_000, 100_000));
  const summary = purchaseSummary(log, "week", end);
  const score = (discountPerYear: number) =>
    timed(() => {
      const horizon = { unit: "week", months: 12, discountPerYear } as const;
      const { discountedPurchases } = forecastPurchases(MODELS["bg-nbd"], PURCHASES, summary, horizon);
      return lifetimeValue(discountedPurchases, SPEND, summary.x, summary.spend);
    });
  const [plain = NaN, discounted = NaN] = await medianTimes([score(0), score(0.1)], 9, 3);
  const name = "100,000 customers scored with BG/NBD and Gamma–Gamma";
  return [alone(name, plain, 100, "ms"), alone(`${name}, 10% discount`, discounted, null, "ms")];
}
