import { sheetName, tableName } from "../files/excel-names";
import type { Going, UndoStep } from "./going";
import { setUpSheet, writeParts } from "./lay-out";
import type { NewSheet } from "./new-sheet";
import { addName, blockName, columnName } from "./own-names";
import { patiently, type Wait } from "./patience";
import { isByCustomer, partsOf, type SheetPart } from "./sheet-parts";
import type { WorkbookLook } from "./workbook-look";

/** A sheet that is added, under names that are free. */
export interface SheetToAdd {
  readonly plan: NewSheet;
  readonly name: string;
  readonly parts: readonly SheetPart[];
  /** Names of the native tables, a part each; null for plain cells and headings. */
  readonly tables: readonly (string | null)[];
}

/** Names of sheets and tables that are taken, in lower case; what is given away is taken too. */
export interface TakenNames {
  readonly sheets: Set<string>;
  readonly tables: Set<string>;
}

/** The names that a workbook has given away. */
export function takenNames(look: WorkbookLook): TakenNames {
  return {
    sheets: new Set(look.sheets.map(({ name }) => name.toLowerCase())),
    tables: new Set(
      [...look.tables.map(({ name }) => name), ...look.names].map((name) => name.toLowerCase()),
    ),
  };
}

/** A sheet with the names that it is going to have: one that is taken gets a number. */
export function sheetToAdd(plan: NewSheet, taken: TakenNames): SheetToAdd {
  const parts = partsOf(plan.blocks);
  return {
    plan,
    name: sheetName(plan.name, taken.sheets),
    parts,
    tables: parts.map((part) =>
      part.kind === "table" && part.table.name !== null ? tableName(part.table.name, taken.tables) : null,
    ),
  };
}

/** A sheet that is being added; its proxy is there once the first message is on its way. */
export interface AddedSheet extends SheetToAdd {
  readonly sheet: () => Excel.Worksheet;
}

/**
 * Queues new sheets behind those that are there, each with the hidden names of its cells in the same message, so that
 * they are known as Tiersheet's from the first moment.
 */
export function addSheets(
  going: Going,
  sheets: readonly SheetToAdd[],
  named: boolean,
): readonly AddedSheet[] {
  const proxies: Excel.Worksheet[] = [];
  going.outbox.add(() => {
    sheets.forEach((one, i) => {
      const sheet = going.context.workbook.worksheets.add(one.name);
      sheet.load("id");
      proxies[i] = sheet;
      if (named) nameCells(sheet, one);
    });
  });
  return sheets.map((one, i) => ({
    ...one,
    sheet: () => {
      const proxy = proxies[i];
      if (!proxy) throw new Error("The sheet is made with the first message.");
      return proxy;
    },
  }));
}

function nameCells(sheet: Excel.Worksheet, { plan, name: sheetName, parts }: SheetToAdd): void {
  const [part] = parts;
  if (isByCustomer(plan) && part?.kind === "table") {
    part.table.headers.forEach((header, c) => {
      const area = { ...part.area, column: part.area.column + c, columns: 1 };
      addName(sheet, columnName(part.table.ids?.[c] ?? header), { area, sheetName }, header);
    });
    return;
  }
  parts.forEach(({ area }, i) => addName(sheet, blockName(i), { area, sheetName }));
}

/** Writes the cells of a sheet that is being added. */
export async function fillSheet(going: Going, { sheet, plan, parts, tables }: AddedSheet): Promise<void> {
  await writeParts(going.outbox, { sheet, parts, tables, kept: parts.map(() => null) }, going.sent);
  going.outbox.add(() => setUpSheet(sheet(), plan));
}

/** The step that deletes sheets which a run has added, as far as it got. */
export function undoSheets(look: WorkbookLook, added: readonly SheetToAdd[], pause: Wait): UndoStep {
  const before = new Set(look.sheets.map(({ id }) => id));
  const names = new Set(added.map(({ name }) => name.toLowerCase()));
  return async (context) => {
    const all = context.workbook.worksheets;
    await patiently(async () => {
      all.load("items/id,items/name");
      await context.sync();
    }, pause);
    const ours = all.items.filter(({ id, name }) => !before.has(id) && names.has(name.toLowerCase()));
    if (ours.length === 0) return;
    await patiently(async () => {
      for (const sheet of ours) sheet.delete();
      await context.sync();
    }, pause);
  };
}
