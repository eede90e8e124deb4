import { areaOfAddress, fixedAddress } from "./own-cells";
import type { SheetArea } from "./sheet-area";

/*
 * Own cells are found again by hidden names that only their sheet knows: Excel keeps a name with its cells when rows and
 * columns are inserted, moved or deleted, and when the sheet is renamed. See "Worksheet-scoped named items" in
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-named-items
 */

const PREFIX = "_tiersheet";
/** Characters of a defined name. */
const LONGEST_NAME = 255;

/** The name of an own column's cells, header first. */
export function columnName(id: string): string {
  const letters = id.replace(/[^A-Za-z0-9.]/gu, (other) => `_${other.codePointAt(0)?.toString(16)}_`);
  return `${PREFIX}_${letters}`.slice(0, LONGEST_NAME);
}

/** The name of a block of an own sheet: a heading's cell, or a table's header and rows as Tiersheet wrote them. */
export const blockName = (block: number): string => `${PREFIX}.block${block}`;

/** The name of the header over the customers of plain rows beside which own columns stand: it tells whose they are. */
export const keyName = (mark: string): string => `${PREFIX}.key${mark}`;

/** True of a hidden name of ours. */
export const isOwnName = (name: string): boolean => name.startsWith(PREFIX);

/** Cells that a name of ours stands for. */
export interface NamedCells {
  /** Null where the cells have been deleted, or cut and pasted into another sheet: those are the analyst's by now. */
  readonly area: SheetArea | null;
  /** Of a column: its header as Tiersheet wrote it, to tell a header that the analyst has changed. */
  readonly header: string;
}

/** Queues the reading of our names on a sheet; call what comes back after a sync. */
export function loadNames(sheet: Excel.Worksheet): () => ReadonlyMap<string, NamedCells> {
  const { names } = sheet;
  sheet.load("name");
  names.load("items/name,items/formula,items/comment");
  return () =>
    new Map(
      names.items
        .filter(({ name }) => isOwnName(name))
        .map(({ name, formula, comment }) => {
          const text = String(formula);
          const area = isOnSheet(text, sheet.name) ? areaOfAddress(text) : null;
          return [name, { area, header: comment ?? "" }];
        }),
    );
}

/**
 * True of a reference (`='My sheet'!$A$1`) to cells of a sheet. A name goes with its cells wherever they are pasted: the
 * address alone would mean other cells of its sheet.
 */
export function isOnSheet(formula: string, sheetName: string): boolean {
  const [, quoted, plain] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  return name === undefined || name.toLowerCase() === sheetName.toLowerCase();
}

/** Gives cells of a sheet a hidden name that only the sheet knows. */
export function addName(
  sheet: Excel.Worksheet,
  name: string,
  cells: { readonly area: SheetArea; readonly sheetName: string },
  header = "",
): void {
  sheet.names.add(name, nameFormula(cells.sheetName, cells.area), header).visible = false;
}

/** What a name's formula says of cells on a sheet. */
export const nameFormula = (sheetName: string, area: SheetArea): string =>
  `='${sheetName.replaceAll("'", "''")}'!${fixedAddress(area)}`;
