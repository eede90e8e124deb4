import { cellError, isCellError, type CellError, type CellValue } from "./cell-value";
import type { Aggregation } from "./pivot";

/**
 * What a PivotTable keeps of the values that fall into one of its cells, for every way to summarise them; two of them
 * can be merged. Blanks count for nothing, text and logical values are counted but not added, an error spoils all but
 * the counts: https://www.contextures.com/xlPivot04.html (the summary functions).
 * Sums are compensated (Neumaier), so that a total doesn't depend on the way it is put together.
 */
export class Accumulator {
  count = 0;
  numbers = 0;
  min = Infinity;
  max = -Infinity;
  product = 1;
  error: CellError | undefined = undefined;
  #sum = 0;
  #rest = 0;
  #mean = 0;
  #squares = 0;

  add(value: CellValue): void {
    if (value === null) return;
    this.count += 1;
    if (typeof value === "number") {
      this.numbers += 1;
      this.#plus(value);
      if (value < this.min) this.min = value;
      if (value > this.max) this.max = value;
      this.product *= value;
      const off = value - this.#mean;
      this.#mean += off / this.numbers;
      this.#squares += off * (value - this.#mean);
    } else if (isCellError(value)) this.error ??= value;
  }

  merge(other: Accumulator): void {
    this.count += other.count;
    this.error ??= other.error;
    if (other.numbers === 0) return;
    const off = other.#mean - this.#mean;
    const numbers = this.numbers + other.numbers;
    this.#squares += other.#squares + (off * off * this.numbers * other.numbers) / numbers;
    this.#mean += (off * other.numbers) / numbers;
    this.numbers = numbers;
    this.#plus(other.#sum);
    this.#plus(other.#rest);
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
    this.product *= other.product;
  }

  get sum(): number {
    return this.#sum + this.#rest;
  }

  /** What the cell shows; null where nothing but blanks fell into it. */
  result(by: Aggregation): CellValue {
    if (this.count === 0) return null;
    if (by === "Count") return this.count;
    if (by === "CountNumbers") return this.numbers;
    if (this.error) return this.error;
    switch (by) {
      case "Sum":
        return finite(this.sum);
      case "Average":
        return this.numbers === 0 ? cellError("#DIV/0!") : finite(this.sum / this.numbers);
      case "Max":
        return this.numbers === 0 ? 0 : this.max;
      case "Min":
        return this.numbers === 0 ? 0 : this.min;
      case "Product":
        return this.numbers === 0 ? 0 : finite(this.product);
      default:
        return this.#spread(by);
    }
  }

  #spread(by: Aggregation): CellValue {
    const ofAll = by === "StandardDeviationP" || by === "VarianceP";
    const freedom = this.numbers - (ofAll ? 0 : 1);
    if (freedom < 1) return cellError("#DIV/0!");
    const variance = this.#squares / freedom;
    return finite(by.startsWith("Variance") ? variance : Math.sqrt(variance));
  }

  #plus(value: number): void {
    const sum = this.#sum + value;
    this.#rest += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum;
    this.#sum = sum;
  }
}

const finite = (value: number): CellValue => (Number.isFinite(value) ? value : cellError("#NUM!"));
