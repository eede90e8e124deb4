import { bytesOf } from "./block-size";
import type { UndoStep } from "./going";
import { syncOf } from "./joint-sync";
import { rangeOf } from "./own-cells";
import { outboxOf } from "./outbox";
import type { Wait } from "./patience";
import { readCells } from "./read-cells";
import { lookAgain } from "./workbook-look";
import { asRead, type CellInput } from "./written-cell";

/** What stood in own cells before they were written over, row by row, by what names the customer of each. */
export class OldLines {
  readonly #keys: unknown[] = [];
  readonly #cells: (readonly unknown[])[] = [];
  readonly #byKey = new Map<unknown, readonly unknown[]>();

  /** Takes a block in; rows that were taken in before stay as they were then. */
  keep(keys: readonly unknown[], from: number, cells: readonly (readonly unknown[])[]): void {
    keys.forEach((key, i) => {
      const row = cells[i];
      if (!row || this.#cells[from + i]) return;
      this.#keys[from + i] = key;
      this.#cells[from + i] = row;
      if (!this.#byKey.has(key)) this.#byKey.set(key, row);
    });
  }

  /** What stood beside the customer that a row names now; undefined where nobody knows. */
  of(key: unknown, at: number): readonly unknown[] | undefined {
    return this.#keys[at] === key ? this.#cells[at] : this.#byKey.get(key);
  }

  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }
}

/** An own column whose cells are put back. */
interface ColumnToPutBack {
  readonly name: string;
  readonly format: string;
}

/**
 * The step that puts back what stood in own columns, each row's by its customer, wherever the rows and columns are by
 * then. `key` says where the customers stand now.
 */
export function putBackLines(
  at: {
    readonly sheet: string;
    readonly columns: readonly ColumnToPutBack[];
    readonly old: OldLines;
    readonly keyColumn: (context: Excel.RequestContext) => Promise<number>;
  },
  pause: Wait,
): UndoStep {
  return async (context) => {
    const { old, columns } = at;
    if (old.isEmpty) return;
    const now = await lookAgain(context, at.sheet, pause);
    if (!now) return;
    const { sheet, names } = now;
    const keyColumn = await at.keyColumn(context);
    const outbox = outboxOf(context, pause);
    for (const [c, { name, format }] of columns.entries()) {
      const area = names.get(name)?.area;
      if (!area || area.rows < 2) continue;
      const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
      const [keys = []] = await readCells(syncOf(context, pause), [
        { sheet, area: { ...body, column: keyColumn } },
      ]);
      const cells = keys.map(([key], r): CellInput[] => {
        const row = old.of(key, r);
        return [row ? asRead(row[c], format) : null];
      });
      for (let from = 0; from < cells.length; from += ROWS) {
        const rows = cells.slice(from, from + ROWS);
        outbox.add(() => {
          rangeOf(sheet, { ...body, row: body.row + from, rows: rows.length }).values = rows as unknown[][];
        }, bytesOf(rows));
        if (outbox.full()) await outbox.send();
      }
    }
    await outbox.send();
  };
}

/** Rows of one column in one request. */
const ROWS = 20_000;
