import type { Trouble } from "../language/message";
import type { Horizon } from "./clv";
import type { PurchaseModel, Vector } from "./purchase-model";

/** Months that a horizon may have: a century. */
const MOST_MONTHS = 1200;
/** The largest discount per year that is one and no percentage typed as a number: 10, that is 1000%. */
const MOST_DISCOUNT = 10;
/** The smallest and the largest parameter, age or number of purchases that can be worked with. */
const SMALLEST = 1e-12;
const LARGEST = 1e12;

/** What is wrong with a horizon; nothing where it is good. */
export function checkHorizon({ months, discountPerYear }: Omit<Horizon, "unit">): readonly Trouble[] {
  const troubles: Trouble[] = [];
  if (!(Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS)) {
    troubles.push({ code: "value-months", params: { most: MOST_MONTHS } });
  }
  if (!(discountPerYear >= 0 && discountPerYear <= MOST_DISCOUNT)) {
    troubles.push({ code: "value-discount", params: { most: MOST_DISCOUNT } });
  }
  return troubles;
}

/** What is wrong with a customer's history as typed into cells: x repeat purchases, t_x age at the last one, T age. */
export function checkHistory(x: number, tx: number, T: number): readonly Trouble[] {
  if (!(x >= 0 && x <= LARGEST)) return [{ code: "value-history-x" }];
  if (!(T >= 0 && T <= LARGEST)) return [{ code: "value-history-age" }];
  if (x === 0 && tx !== 0) return [{ code: "value-history-none" }];
  return tx >= 0 && tx <= T ? [] : [{ code: "value-history-last" }];
}

/** What is wrong with parameters of a model as typed into cells. */
export function checkParameters(model: PurchaseModel, parameters: Vector): readonly Trouble[] {
  const usable = model.names.every((_, at) => {
    const value = parameters[at] ?? NaN;
    return value >= SMALLEST && value <= LARGEST;
  });
  return usable && parameters.length === model.names.length
    ? []
    : [{ code: "value-parameters", params: { names: model.names } }];
}
