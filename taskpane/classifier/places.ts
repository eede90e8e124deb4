import type { Cell } from "../../src/core/ledger/cells";
import { idOf } from "../../src/core/ledger/ids";

/** The places of customers by the cells that name them: -1 for a cell that names none. */
export type Places = (cells: readonly unknown[]) => readonly number[];

/**
 * Finds customers by cells as the ledger reads them: the number 17850 and the text "１７８５０ " are one. `customers` are
 * the names in their places.
 */
export function placesOf(customers: readonly string[]): Places {
  const byName = new Map(customers.map((name, at) => [name, at]));
  return (cells) => cells.map((cell) => (isCell(cell) ? placeOf(cell, byName) : -1));
}

function placeOf(cell: Exclude<Cell, null>, byName: ReadonlyMap<string, number>): number {
  // Most cells are what they name.
  const at = typeof cell === "string" ? byName.get(cell) : undefined;
  if (at !== undefined) return at;
  const id = idOf(cell);
  return id === "" ? -1 : (byName.get(id) ?? -1);
}

function isCell(cell: unknown): cell is Exclude<Cell, null> {
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean";
}
