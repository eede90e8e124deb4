import type { Language } from "../language/language";
import type { Cell, Table } from "../ledger/cells";
import { isoOf } from "../ledger/dates";
import { addedRows, messyRows } from "./mess";
import { orderRows, type OrderRow } from "./order-rows";
import { seededRandom } from "./random";
import { sampleWords } from "./sample-words";

/** What sample to make. The same settings give the same sample, everywhere and always. */
export interface SampleSettings {
  readonly language: Language;
  /** Rows below the header, at least {@link FEWEST_ROWS}. Default 2,000, which is some 400 customers. */
  readonly rows?: number;
  /** A whole number. Default 1. */
  readonly seed?: number;
}

/** Fewer rows don't hold a customer of each rhythm and a row of each mess. */
export const FEWEST_ROWS = 100;

/**
 * Sample orders as an export has them, a row an order or a line of one, by date over a year and a half up to 2026-06-30: customers with
 * different rhythms (regular, growing, occasional, dormant, churned, recovered, new, once), heavy-tailed amounts, and
 * the usual mess (see `messyRows`). Dates are serials, amounts numbers, but for the cells that are a mess. All names
 * are invented.
 */
export function sampleOrders({ language, rows = 2000, seed = 1 }: SampleSettings): Table {
  if (!Number.isInteger(rows) || rows < FEWEST_ROWS) {
    throw new RangeError(`A sample has at least ${FEWEST_ROWS} rows.`);
  }
  const words = sampleWords(language);
  const random = seededRandom(seed);
  const added = addedRows(rows);
  const clean = orderRows(rows - added.refunds - added.duplicates, random, words);
  const made = messyRows(clean, added, random, words);
  const column = (header: string, cell: (row: OrderRow) => Cell, dated = false) => ({
    header,
    cells: made.map(cell),
    dated,
  });
  const { headers } = words;
  return {
    columns: [
      column(headers.order, ({ order }) => order),
      column(headers.date, ({ date }) => date, true),
      column(headers.customer, ({ customer }) => customer),
      column(headers.region, ({ region }) => region),
      column(headers.industry, ({ industry }) => industry),
      column(headers.rep, ({ rep }) => rep),
      column(headers.amount, ({ amount }) => amount),
      column(headers.status, ({ status }) => status),
    ],
    rowCount: made.length,
    firstRow: 2,
    dateSystem: 1900,
  };
}

/**
 * The same sample as the text of a .csv file: with a byte-order mark, without which Excel garbles Chinese, and CRLF, as
 * RFC 4180 has it. Dates are yyyy-mm-dd, amounts have two decimals.
 */
export function sampleCsv(settings: SampleSettings): string {
  const { columns, rowCount } = sampleOrders(settings);
  const lines = [columns.map(({ header }) => quoted(header)).join(",")];
  for (let row = 0; row < rowCount; row++) {
    const cells = columns.map(({ cells, dated }) => csvCell((cells as readonly Cell[])[row] ?? null, dated));
    lines.push(cells.join(","));
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: Cell, dated: boolean | undefined): string {
  if (typeof cell === "number") return dated ? isoOf(cell) : cell.toFixed(2);
  return quoted(String(cell ?? ""));
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
