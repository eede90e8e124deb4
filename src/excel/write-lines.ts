import { bytesOf, MESSAGE_BYTES } from "./block-size";
import { Refused, type Going } from "./going";
import { isPayloadLimit, officeCode } from "./office-troubles";
import { AREA, areaOf } from "./sheet-area";
import type { CellInput } from "./written-cell";

/** Cells of own columns that stand side by side, a row of them for each row of the data. */
export interface OwnCells {
  /** Kept by Excel in its place while rows and columns come and go. */
  readonly range: Excel.Range;
  /** The place of the first of them among the columns that are written, and how many there are. */
  readonly from: number;
  readonly count: number;
}

/** Rows of data, each with the customer it names, and own columns beside them. */
export interface Lines {
  /** The sheet's name, to tell of it. */
  readonly sheetName: string;
  /** The cells that name the customers, a row each. Ranges are there once the first message is on its way. */
  readonly keys: Excel.Range;
  readonly own: readonly OwnCells[];
  readonly rowCount: number;
  /** Bytes that a row is expected to take. */
  readonly rowBytes: number;
}

/** The cells of rows of data, by what names their customers; `old` is what stood there where it was asked for. */
export type LineCells = (
  keys: readonly unknown[],
  from: number,
  old: readonly (readonly unknown[])[],
) => Promise<readonly (readonly CellInput[])[]>;

export interface LineOptions {
  readonly cellsOf: LineCells;
  /** True where what stands there is to be read before. */
  readonly readOld: boolean;
  /** Told of what stands in a block before it is written over. */
  readonly keep: (keys: readonly unknown[], from: number, old: readonly (readonly unknown[])[]) => void;
  /** Told each time that the ranges have been looked at. */
  readonly onShape: () => void;
}

/** How often a block is written again because rows moved meanwhile, before the run gives up. */
const TRIES = 12;
/** Rows that are read together with requests that can't be made again. */
const FIRST_ROWS = 5000;

/** The ranges of a block of lines, as they were asked for. */
interface Block {
  readonly from: number;
  readonly count: number;
  readonly keys: Excel.Range;
  readonly own: readonly Excel.Range[];
}

/**
 * Writes own cells beside rows of data, each row's by the customer that it names. Right before a block is written its
 * customers are read; with the block they are read again, so that a block whose rows someone has sorted, inserted or
 * deleted in between is seen and written anew. Ranges are kept by Excel in their places, and a block that has changed its
 * shape is refused by Excel as a whole, so that no cell of the analyst's is ever written over. What is prepared goes with
 * the next message; what comes back writes the rows. See
 * https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins
 */
export function prepareLines(going: Going, lines: Lines, options: LineOptions): () => Promise<void> {
  const writer = lineWriter(going, lines, options);
  return async () => {
    await writer.write(0, lines.rowCount);
    if (writer.blocks() === 1) return;
    // What was moved after its block had been written.
    for (let pass = 0; pass < 3; pass++) {
      const moved = await writer.movedRows();
      if (moved.length === 0) return;
      for (const { from, count } of moved) await writer.write(from, count);
    }
  };
}

function lineWriter(going: Going, lines: Lines, { cellsOf, readOld, keep, onShape }: LineOptions) {
  const { outbox } = going;
  const writtenKeys: unknown[] = [];
  let rowCount = lines.rowCount;
  let size = Math.max(1, Math.floor((MESSAGE_BYTES * 0.6) / lines.rowBytes));
  let ceiling = Infinity;
  let blocks = 0;
  let tries = 0;

  const refuse = (): never => {
    throw new Refused("excel-changed-meanwhile", { sheet: lines.sheetName });
  };
  const again = () => {
    if (++tries > TRIES) refuse();
  };
  const ask = (from: number, end: number): Block => {
    const count = Math.min(size, ceiling, end - from);
    const keys = lines.keys.getCell(from, 0).untrack().getAbsoluteResizedRange(count, 1);
    keys.load("values");
    const own = lines.own.map((cells) => {
      const range = cells.range.getCell(from, 0).untrack().getAbsoluteResizedRange(count, cells.count);
      range.load(readOld ? "formulas" : "rowCount");
      return range;
    });
    return { from, count, keys, own };
  };
  const look = () => {
    lines.keys.load(AREA);
    for (const { range } of lines.own) range.load(AREA);
  };
  /** Rows may come and go; columns of ours that are no longer together, or beside other rows, end the run. */
  const checkShape = () => {
    const keys = areaOf(lines.keys);
    for (const { range, count } of lines.own) {
      const own = areaOf(range);
      if (own.columns !== count || own.row !== keys.row || own.rows !== keys.rows) refuse();
    }
    rowCount = keys.rows;
    onShape();
  };
  /** The first block, which is read together with requests that can't be made again, and so is a small one. */
  let first: Block | null = null;
  const expected = size;
  size = Math.min(size, FIRST_ROWS);
  outbox.add(() => {
    look();
    first = ask(0, rowCount);
  });
  const readFirst = async (): Promise<Block> => {
    if (!outbox.empty()) await outbox.send();
    const block = first;
    if (!block) throw new Error("The first block is read with the first message.");
    size = expected;
    checkShape();
    return block;
  };
  const read = async (from: number, end: number): Promise<Block> => {
    for (;;) {
      try {
        let block: Block | null = null;
        await outbox.send(() => {
          look();
          block = ask(from, end);
        });
        checkShape();
        return block ?? refuse();
      } catch (error) {
        if (!isPayloadLimit(error) || size <= 1) throw error;
        ceiling = size = Math.ceil(Math.min(size, ceiling) / 2);
      }
    }
  };

  const write = async (first: number, count: number): Promise<void> => {
    // What reaches to the last row does so however many rows there are by then.
    const toLast = first + count >= rowCount;
    const end = () => (toLast ? rowCount : Math.min(first + count, rowCount));
    let from = first;
    let block: Block | null = blocks === 0 && tries === 0 && from === 0 ? await readFirst() : null;
    while (from < end()) {
      block ??= await read(from, end());
      const now: Block = block;
      const keys = columnOf(now.keys);
      const old = readOld ? besideEachOther(now) : [];
      keep(keys, from, old);
      const cells = await cellsOf(keys, from, old);
      let next: Block | null = null;
      try {
        await outbox.send(() => {
          lines.own.forEach((own, i) => {
            const range = now.own[i];
            if (range)
              range.values = cells.map((row) => row.slice(own.from, own.from + own.count)) as unknown[][];
          });
          now.keys.load("values");
          look();
          next = now.from + now.count < end() ? ask(now.from + now.count, end()) : null;
        });
      } catch (error) {
        if (isPayloadLimit(error) && now.count > 1) {
          ceiling = size = Math.ceil(now.count / 2);
        } else if (officeCode(error) !== "InvalidArgument") throw error;
        // The block has another shape by now, and nothing of it was written; or it was too large.
        again();
        block = null;
        continue;
      }
      const rowsBefore = rowCount;
      checkShape();
      if (!same(columnOf(now.keys), keys)) {
        again();
        block = null;
        continue;
      }
      keys.forEach((key, i) => (writtenKeys[from + i] = key));
      blocks++;
      from += now.count;
      const bytes = bytesOf(cells) / now.count;
      const readBytes = (bytesOf(old) + 2 * bytesOf(keys.map((key) => [key]))) / now.count;
      size = Math.max(1, Math.floor(MESSAGE_BYTES / (Math.max(bytes, readBytes) + 1)));
      now.keys.untrack();
      for (const range of now.own) range.untrack();
      going.sent(now.count);
      block = rowCount === rowsBefore ? next : null;
    }
  };

  /** Rows whose customer is another than the one they were written for. */
  const movedRows = async () => {
    const moved: { readonly from: number; readonly count: number }[] = [];
    const step = 100_000;
    for (let from = 0; from < rowCount; from += step) {
      let keys: Excel.Range | null = null;
      const count = Math.min(step, rowCount - from);
      await outbox.send(() => {
        look();
        keys = lines.keys.getCell(from, 0).untrack().getAbsoluteResizedRange(count, 1).untrack();
        keys.load("values");
      });
      checkShape();
      const now = keys ? columnOf(keys) : [];
      const first = now.findIndex((key, i) => key !== writtenKeys[from + i]);
      if (first >= 0) moved.push({ from: from + first, count: count - first });
    }
    return moved;
  };

  return { write, movedRows, blocks: () => blocks };
}

const columnOf = (range: Excel.Range): unknown[] => (range.values as unknown[][]).map(([cell]) => cell);

/** The cells of a block's own columns, row by row. */
function besideEachOther({ own, count }: Block): unknown[][] {
  return Array.from({ length: count }, (_, r) =>
    own.flatMap(({ formulas }) => (formulas as unknown[][])[r] ?? []),
  );
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((key, i) => key === other[i]);
}
