import { centsByGroup, type Amounts } from "./exact-money";

/** Why a row is set aside. A row has one reason: the first of this list that applies. */
export const REASONS = [
  "error-cell",
  "no-customer",
  "no-date",
  "unreadable-date",
  "unreadable-amount",
  "after-as-of",
  "excluded-status",
  "refund",
  "duplicate",
] as const;

export type Reason = (typeof REASONS)[number];

/** A row's outcome: 0 used, 1… its reason's place in REASONS plus one, BLANK_ROW for a row that is no row at all. */
export type Outcomes = Uint8Array;
export const USED = 0;
export const BLANK_ROW = 255;

/** The outcome that stands for a reason. */
export function outcomeOf(reason: Reason): number {
  return REASONS.indexOf(reason) + 1;
}

/** Rows set aside for one reason. Money is in currency, to the cent; examples are row numbers of the sheet or file. */
export interface SetAside {
  readonly reason: Reason;
  readonly rows: number;
  readonly amount: number;
  readonly examples: readonly number[];
}

/**
 * The account of every row and every cent: rowsIn = rowsUsed + the rows set aside, and amountIn = amountUsed + the
 * amounts set aside. An amount that can't be read counts as 0 on both sides.
 */
export interface Check {
  readonly rowsIn: number;
  readonly rowsUsed: number;
  readonly amountIn: number;
  readonly amountUsed: number;
  readonly setAside: readonly SetAside[];
}

const EXAMPLES = 5;

/** Accounts for every row. `amounts` holds 0 where none could be read; `firstRow` is the number of row 0. */
export function checkOf(outcomes: Outcomes, amounts: Amounts, firstRow: number): Check {
  const rows = new Uint32Array(REASONS.length + 1);
  const examples: number[][] = REASONS.map(() => []);
  for (let row = 0; row < outcomes.length; row++) {
    const outcome = outcomes[row] ?? USED;
    if (outcome === BLANK_ROW) continue;
    rows[outcome] = (rows[outcome] ?? 0) + 1;
    if (outcome === USED) continue;
    const seen = examples[outcome - 1];
    if (seen && seen.length < EXAMPLES) seen.push(firstRow + row);
  }
  // Blank rows are a group of their own and have no amount.
  const cents = centsByGroup(amounts, outcomes, BLANK_ROW + 1);
  const present = REASONS.filter((reason) => (rows[outcomeOf(reason)] ?? 0) > 0);
  const usedCents = cents[USED] ?? 0;
  // Each figure is rounded once, by itself, and what was read is their sum: fractions of a cent can't part them.
  const inCents = present.reduce((sum, reason) => sum + (cents[outcomeOf(reason)] ?? 0), usedCents);
  return {
    rowsIn: rows.reduce((sum, count) => sum + count, 0),
    rowsUsed: rows[USED] ?? 0,
    amountIn: inCents / 100,
    amountUsed: usedCents / 100,
    setAside: present.map((reason) => ({
      reason,
      rows: rows[outcomeOf(reason)] ?? 0,
      amount: (cents[outcomeOf(reason)] ?? 0) / 100,
      examples: examples[outcomeOf(reason) - 1] ?? [],
    })),
  };
}
