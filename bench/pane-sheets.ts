import type { Sheet } from "../src/workbench/workbook/sheet";
import { transactions, idOf } from "./transactions";
import { randomNumbers } from "./random";

/** A row an order, with the customer's tier beside it or not, or with six attributes; or a row a customer. */
export type Shape = "orders" | "orders-attributes" | "orders-beside" | "customers";

const LAST_DAY = 46_022;

/** Fills a sheet from A1 on with headers and so many rows, as an export has them; dates are formatted as dates. */
export function fillSheet(sheet: Sheet, shape: Shape, rows: number): void {
  const values = VALUES[shape](rows);
  const right = (values[0]?.length ?? 1) - 1;
  sheet.write({ top: 0, left: 0, bottom: rows, right }, values);
  const dates = shape === "customers" ? 2 : 1;
  sheet.setStyle({ top: 1, left: dates, bottom: rows, right: dates }, { numberFormat: "yyyy-mm-dd" });
}

/** A customer has ten orders or so. */
function orders(rows: number) {
  const { customer, day, cents } = transactions(rows, Math.ceil(rows / 10));
  const body = Array.from({ length: rows }, (_, row) => [
    `SO-${1_000_000 + row}`,
    day[row] ?? 0,
    idOf(customer[row] ?? 0),
    row % 2 === 0 ? "Shanghai 上海" : "Berlin",
    (cents[row] ?? 0) / 100,
  ]);
  return [["Order", "Order date", "Customer", "City", "Amount"], ...body];
}

const ATTRIBUTES = { Region: 8, Industry: 12, Channel: 4, Country: 25, City: 30, "Sales rep": 20 } as const;

/** A customer for each two and a half rows, all of them with a purchase, and as many attributes as get PivotTables. */
function ordersWithAttributes(rows: number) {
  const count = Math.ceil(rows / 2.5);
  const { customer, day, cents } = transactions(rows, count);
  const body = Array.from({ length: rows }, (_, row) => {
    const who = row < count ? row : (customer[row] ?? 0);
    const own = Object.entries(ATTRIBUTES).map(
      ([name, many], at) => `${name} ${(who * (2 * at + 7)) % many}`,
    );
    return [`SO-${1_000_000 + row}`, day[row] ?? 0, idOf(who), ...own, (cents[row] ?? 0) / 100];
  });
  return [["Order", "Order date", "Customer", ...Object.keys(ATTRIBUTES), "Amount"], ...body];
}

function customers(rows: number) {
  const next = randomNumbers(20_260_102);
  const body = Array.from({ length: rows }, (_, row) => {
    const count = 1 + Math.floor(20 * next() ** 3);
    const amount = Math.round(count * 50_000 * next() ** 2) / 100;
    return [idOf(row), `Customer ${row}`, LAST_DAY - Math.floor(700 * next()), count, amount];
  });
  return [["Customer", "Name", "Last order", "Orders", "Amount"], ...body];
}

const VALUES: Readonly<Record<Shape, (rows: number) => (string | number)[][]>> = {
  orders,
  "orders-beside": orders,
  "orders-attributes": ordersWithAttributes,
  customers,
};
