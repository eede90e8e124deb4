import { randomNumbers } from "../../bench/random";

/** Generated purchases, always the same: customer, date serial, amount, order number. Some rows are refunds. */
export function sampleRows(rows: number, customers = 60): (readonly [string, number, number, string])[] {
  const next = randomNumbers(7);
  return Array.from({ length: rows }, (_, row) => {
    const who = Math.floor(customers * next() ** 2);
    const cents = Math.round(100 + 90_000 * next() ** 3);
    return [
      `C${100 + who}`,
      45_000 + Math.floor(400 * next()),
      (next() < 0.05 ? -cents : cents) / 100,
      `O${Math.floor(row / 2)}`,
    ] as const;
  });
}
