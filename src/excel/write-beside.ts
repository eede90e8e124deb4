import { findKeyColumn, type BesidePlace } from "./beside-place";
import { dropColumns, undoAdded } from "./beside-undo";
import type { Going, UndoStep } from "./going";
import { pointsOf } from "./lay-out";
import type { BesideColumn } from "./new-sheet";
import type { OwnColumn } from "./own-found";
import { runsOf } from "./own-cells";
import { columnName, keyName, nameFormula } from "./own-names";
import { patiently, type Wait } from "./patience";
import { OldLines, putBackLines } from "./put-back";
import { areaOf, type SheetArea } from "./sheet-area";
import { lookAgain } from "./workbook-look";
import { asWritten } from "./written-cell";
import { prepareLines, type LineCells, type OwnCells } from "./write-lines";
import type { WrittenColumn } from "./written-record";

/** Columns to be written beside rows of data. */
export interface ColumnsToWrite {
  readonly columns: readonly BesideColumn[];
  /** What follows the ids in the hidden names. */
  readonly mark: string;
  /** The header over the customers, or the hidden name of their column where it is Tiersheet's own. */
  readonly key: { readonly header: string } | { readonly name: string };
  /** Cells of the columns, in their order, by what names the customers. */
  readonly cellsOf: LineCells;
}

/** An own column that is written. */
interface Target {
  readonly column: BesideColumn;
  /** Its place among the columns to be written. */
  readonly at: number;
  readonly name: string;
}

interface OldTarget extends Target {
  readonly own: OwnColumn;
  readonly area: SheetArea;
}

/** Columns that have been written beside rows of data. */
export interface BesideDone {
  /** For the record. */
  readonly columns: readonly WrittenColumn[];
  /** Where they stand, with their headers. */
  readonly cells: readonly { readonly area: SheetArea; readonly header: string }[];
  /** Queues what is left to be sent with the record. */
  readonly finish: () => Promise<void>;
}

/**
 * Writes columns beside rows of data: those that are there are written over in their places, whatever their headers say
 * by now, new ones go to the right of the data or to the end of its table, those no longer asked for are removed. An
 * analyst's header, number format and width stay. What it takes to undo it is added to the run first. What is prepared
 * goes with the next message; what comes back writes the rows.
 */
export function prepareBeside(
  going: Going,
  place: BesidePlace,
  plan: ColumnsToWrite,
): () => Promise<BesideDone> {
  const { now, rowCount } = place;
  const targets = plan.columns.map((column, at) => ({ column, at, name: columnName(column.id + plan.mark) }));
  const there = targets
    .flatMap((target): OldTarget[] => {
      const own = place.own?.columns.find(({ name }) => name === target.name);
      return own?.area ? [{ ...target, own, area: own.area }] : [];
    })
    .sort((a, b) => a.area.column - b.area.column);
  const added = targets.filter((target) => !there.some(({ at }) => at === target.at));
  const dropped = new Set(
    (place.own?.columns ?? [])
      .filter(({ name, area }) => area !== null && !targets.some((target) => target.name === name))
      .map(({ written }) => written.id),
  );
  const inOrder: readonly Target[] = [...there, ...added];

  const made: WrittenColumn[] = [];
  const old = new OldLines();
  let isGrown = false;
  going.undo.push(undoAdded(place, added, made, plan.mark, going.pause));
  if (there.length > 0) {
    const keyColumn = (context: Excel.RequestContext) =>
      "name" in plan.key
        ? findKeyColumn.byName(context, now.id, plan.key.name, going.pause)
        : findKeyColumn.byHeader(context, place, plan.key.header, going.pause);
    const columns = inOrder.map(({ name, column }) => ({ name, format: column.format }));
    going.undo.push(shortenNames(place, there, () => isGrown, going.pause));
    going.undo.push(putBackLines({ sheet: now.id, columns, old, keyColumn }, going.pause));
    going.undo.push(putBackHeaders(place, there, going.pause));
  }

  let keys: Excel.Range | null = null;
  let own: OwnCells[] = [];
  let added1: AddedColumns | null = null;
  going.outbox.add(() => {
    keys = place.keys();
    own = oldRuns(place, there);
    formatOld(place, there, plan.columns);
    renameHeaders(place, there);
    added1 = added.length > 0 ? addColumns(place, added, plan.mark) : null;
    if (added1) own.push({ range: added1.body, from: there.length, count: added.length });
    place.right?.load("columnIndex");
  });
  // Before any row is written: what a run that ends in the middle leaves behind is told from what others wrote.
  const growNames = () => {
    if (isGrown || place.table || !there.some(({ area }) => area.rows <= rowCount)) return;
    isGrown = true;
    going.outbox.add(() => extendNames(place, own, inOrder, there));
  };
  const movedFrom = place.rightColumn ?? 0;
  const placeInOrder = inOrder.map(({ at }) => at);
  const lines = {
    sheetName: now.name,
    get keys() {
      if (!keys) throw new Error("The ranges are made with the first message.");
      return keys;
    },
    get own() {
      return own;
    },
    rowCount,
    rowBytes: plan.columns.reduce((sum, { width }) => sum + Math.min(width, 14) + 4, 4),
  };
  const write = prepareLines(going, lines, {
    readOld: there.length > 0,
    keep: (read, from, cells) => old.keep(read, from, cells),
    onShape: () => {
      growNames();
      if (!added1) return;
      // How many columns Excel has moved, it shows only now.
      const moved = (place.right?.columnIndex ?? 0) - movedFrom;
      const { widths } = added1 as AddedColumns;
      made.splice(
        0,
        made.length,
        ...added.map(({ column }, i) => ({
          id: column.id,
          width: widths[i]?.columnWidth ?? null,
          moved: i >= added.length - moved,
        })),
      );
    },
    cellsOf: async (read, from, cells) => {
      const rows = await plan.cellsOf(read, from, cells);
      return rows.map((row) => placeInOrder.map((at) => row[at] ?? null));
    },
  });

  return async () => {
    await write();
    return {
      columns: [...there.map((target) => target.own.written), ...made],
      cells: own.flatMap(({ range, from, count }) => {
        const body = areaOf(range);
        return Array.from({ length: count }, (_, i) => {
          const target = inOrder[from + i];
          const old = there.find(({ at }) => at === target?.at);
          const shown = (old && place.headers.get(old.area.column)) ?? "";
          return {
            area: { row: body.row - 1, column: body.column + i, rows: body.rows + 1, columns: 1 },
            header: old && shown !== old.own.header ? shown : (target?.column.header ?? ""),
          };
        });
      }),
      finish: async () => {
        going.outbox.add(() => extendNames(place, own, inOrder, there, isGrown));
        if (dropped.size > 0) await dropColumns(going, place, dropped);
      },
    };
  };
}

/** Ranges of the columns that are there, side by side where they are, made from their names so that they are in place. */
function oldRuns({ now, rowCount }: BesidePlace, there: readonly OldTarget[]): OwnCells[] {
  const first = there[0]?.area;
  const together = runsOf(there.map(({ area }, i) => `${area.column - i} ${area.row} ${first?.row}`));
  return together.map(({ from, count }) => {
    const cell = (i: number) =>
      now.sheet.names
        .getItem(there[i]?.name ?? "")
        .getRange()
        .untrack()
        .getCell(1, 0)
        .untrack();
    const line =
      count === 1
        ? cell(from)
        : cell(from)
            .getBoundingRect(cell(from + count - 1))
            .untrack();
    return { range: line.getResizedRange(rowCount - 1, 0), from, count };
  });
}

/** Text columns stay text; rows that have come since get the columns' formats. */
function formatOld(
  { now, rowCount }: BesidePlace,
  there: readonly OldTarget[],
  columns: readonly BesideColumn[],
): void {
  for (const { name, at, area } of there) {
    const format = columns[at]?.format ?? "General";
    const known = area.rows - 1;
    const from = format === "@" ? 0 : known;
    if (from >= rowCount) continue;
    const cells = now.sheet.names
      .getItem(name)
      .getRange()
      .untrack()
      .getCell(1 + from, 0)
      .untrack()
      .getResizedRange(rowCount - from - 1, 0)
      .untrack();
    cells.numberFormat = format as unknown as string[][];
  }
}

/** Headers that are as Tiersheet wrote them follow the language; one that the analyst has changed stays. */
function renameHeaders({ now, headers }: BesidePlace, there: readonly OldTarget[]): void {
  for (const { name, column, own, area } of there) {
    if (own.header === "" || column.header === own.header || headers.get(area.column) !== own.header)
      continue;
    const item = now.sheet.names.getItem(name);
    item.getRange().untrack().getCell(0, 0).untrack().values = [[asWritten(column.header, "@")]];
    item.comment = column.header;
  }
}

/** The step that gives headers back that were renamed. */
function putBackHeaders({ now, headers }: BesidePlace, there: readonly OldTarget[], pause: Wait): UndoStep {
  const renamed = there.filter(
    ({ own, column, area }) =>
      own.header !== "" && column.header !== own.header && headers.get(area.column) === own.header,
  );
  return async (context) => {
    if (renamed.length === 0 || !(await lookAgain(context, now.id, pause))) return;
    await patiently(async () => {
      const sheet = context.workbook.worksheets.getItem(now.id);
      for (const { name, own } of renamed) {
        const item = sheet.names.getItem(name);
        item.getRange().untrack().getCell(0, 0).untrack().values = [[asWritten(own.header, "@")]];
        item.comment = own.header;
      }
      await context.sync();
    }, pause);
  };
}

/** The step that takes rows which had come at the end out of the columns' names again. */
function shortenNames(
  { now, rowCount }: BesidePlace,
  there: readonly OldTarget[],
  isGrown: () => boolean,
  pause: Wait,
): UndoStep {
  return async (context) => {
    const again = isGrown() ? await lookAgain(context, now.id, pause) : null;
    if (!again) return;
    await patiently(async () => {
      for (const { name, area: before } of there) {
        const area = again.names.get(name)?.area;
        const rows = (area?.rows ?? 0) - Math.max(0, rowCount + 1 - before.rows);
        if (!area || rows < before.rows) continue;
        again.sheet.names.getItem(name).formula = nameFormula(again.name, { ...area, rows });
      }
      await context.sync();
    }, pause);
  };
}

/** Columns that were added, as ranges of the batch that adds them. */
interface AddedColumns {
  /** Their cells below the headers. */
  readonly body: Excel.Range;
  /** The formats from which widths are read; null for columns whose width is left alone. */
  readonly widths: readonly (Excel.RangeFormat | null)[];
}

/** Queues new columns: named first, so that they can be found whatever happens, then headers, formats and widths. */
function addColumns(place: BesidePlace, added: readonly Target[], mark: string): AddedColumns {
  const { now, table, rowCount } = place;
  const { sheet } = now;
  const right = now.used ? now.used.column + now.used.columns : 0;
  let first = right;
  let columns: Excel.Range[];
  let body: Excel.Range;
  // The name of a column whose cells someone has deleted stands for nothing any more.
  for (const { name } of added) if (now.names.has(name)) sheet.names.getItem(name).delete();
  if (table) {
    first = table.area.column + table.area.columns;
    const like = table.table.getHeaderRowRange().untrack().getLastCell().untrack();
    columns = added.map(({ column, name }) => {
      const made = table.table.columns.add(-1, undefined, column.header);
      const range = made.getRange().untrack();
      sheet.names.add(name, range, column.header).visible = false;
      made.getHeaderRowRange().untrack().copyFrom(like, "Formats");
      return range;
    });
    const bodies = columns.map((range) =>
      range
        .getCell(1, 0)
        .untrack()
        .getResizedRange(rowCount - 1, 0),
    );
    const [one, last] = [bodies[0], bodies.at(-1)];
    if (!one || !last) throw new Error("There are columns to be added.");
    body = bodies.length === 1 ? one : one.getBoundingRect(last);
  } else {
    const { filled, gap } = place;
    if (!filled) throw new Error("The column of the customers has a header.");
    first = filled.columnIndex + filled.columnCount + gap;
    if (!place.own) {
      const key = keyName(mark);
      if (now.names.has(key)) sheet.names.getItem(key).delete();
      const header = place.keys().getCell(0, 0).untrack().getOffsetRange(-1, 0).untrack();
      sheet.names.add(key, header).visible = false;
    }
    const like = filled.getLastColumn().untrack().getCell(0, 0).untrack();
    const spot = like
      .getOffsetRange(0, 1 + gap)
      .untrack()
      .getAbsoluteResizedRange(rowCount + 1, added.length)
      .untrack();
    columns = added.map(({ column, name }, i) => {
      const range = spot.getColumn(i).untrack();
      sheet.names.add(name, range, column.header).visible = false;
      return range;
    });
    const headers = spot.getRow(0).untrack();
    if (place.lastMerged) headers.format.font.bold = true;
    else headers.copyFrom(like, "Formats");
    headers.numberFormat = "@" as unknown as string[][];
    headers.values = [added.map(({ column }) => column.header)];
    body = spot.getCell(1, 0).untrack().getAbsoluteResizedRange(rowCount, added.length);
  }
  for (const { from, count, value } of runsOf(added.map(({ column }) => column.format))) {
    const run = body.getCell(0, from).untrack().getAbsoluteResizedRange(rowCount, count).untrack();
    run.numberFormat = value as unknown as string[][];
  }
  const widths = added.map(({ column }, i) => {
    // A column that holds anything else keeps its width.
    if (first + i < right) return null;
    const format = columns[i]?.format;
    if (!format) return null;
    format.load("columnWidth");
    format.columnWidth = pointsOf(column.width);
    return format;
  });
  return { body, widths };
}

/** Names follow rows that were added at the end, or that the columns have more of by now; those made longer before do so anew. */
function extendNames(
  { now, rowCount }: BesidePlace,
  own: readonly OwnCells[],
  inOrder: readonly Target[],
  there: readonly OldTarget[],
  again = false,
): void {
  for (const { range, from, count } of own) {
    const body = areaOf(range);
    for (let i = 0; i < count; i++) {
      const target = inOrder[from + i];
      if (!target) continue;
      const known = there.find(({ at }) => at === target.at)?.area.rows ?? rowCount + 1;
      if (known === body.rows + 1 && !again) continue;
      const area = { row: body.row - 1, column: body.column + i, rows: body.rows + 1, columns: 1 };
      now.sheet.names.getItem(target.name).formula = nameFormula(now.name, area);
    }
  }
}
