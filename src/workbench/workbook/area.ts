/** A block of cells: zero-based rows and columns, all four inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The size of a sheet: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** All cells of a sheet. */
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

/** The letters of a zero-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The zero-based column of its letters in either case; -1 for what isn't a column of a sheet. */
export function columnOf(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= COLUMNS ? column - 1 : -1;
}

const CORNER = /^(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d{0,6}))?$/;

/**
 * The area of an A1 address without a sheet: "B2:C9", "$A$1", whole columns "A:C", whole rows "3:4". Corners may stand
 * in any order. Undefined for anything else: a cell outside the sheet, a lone letter, more than one area.
 */
export function areaOf(address: string): Area | undefined {
  const ends = address.split(":");
  if (ends.length > 2) return undefined;
  const first = CORNER.exec(ends[0]!.trim());
  const last = CORNER.exec((ends[1] ?? ends[0]!).trim());
  if (!first || !last) return undefined;
  const [, leftLetters, topNumber] = first;
  const [, rightLetters, bottomNumber] = last;
  if ((leftLetters === undefined) !== (rightLetters === undefined)) return undefined;
  if ((topNumber === undefined) !== (bottomNumber === undefined)) return undefined;
  if (leftLetters === undefined && topNumber === undefined) return undefined;
  if ((leftLetters === undefined || topNumber === undefined) && ends.length === 1) return undefined;
  const left = leftLetters === undefined ? 0 : columnOf(leftLetters);
  const right = rightLetters === undefined ? COLUMNS - 1 : columnOf(rightLetters);
  const top = topNumber === undefined ? 0 : Number(topNumber) - 1;
  const bottom = bottomNumber === undefined ? ROWS - 1 : Number(bottomNumber) - 1;
  if (left < 0 || right < 0 || top >= ROWS || bottom >= ROWS) return undefined;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** Whether the area holds whole columns. */
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === ROWS - 1;

/** Whether the area holds whole rows. */
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === COLUMNS - 1;

/** The address of an area as Excel gives it in `Range.address`: "B2", "B2:C9", "A:C", "3:4"; all cells are "1:1048576". */
export function addressOf(area: Area): string {
  const { top, left, bottom, right } = area;
  if (isWholeRows(area)) return `${top + 1}:${bottom + 1}`;
  if (isWholeColumns(area)) return `${columnLetters(left)}:${columnLetters(right)}`;
  const first = columnLetters(left) + (top + 1);
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom + 1}`;
}

/** "'My sheet'!A1" as its sheet's name, unquoted, and its address; `sheet` is undefined where none is named. */
export function splitSheet(text: string): { readonly sheet: string | undefined; readonly address: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, address: text };
  const name = text.slice(0, bang);
  const quoted = name.length > 1 && name.startsWith("'") && name.endsWith("'");
  return { sheet: quoted ? name.slice(1, -1).replaceAll("''", "'") : name, address: text.slice(bang + 1) };
}

/** The sheet's part of a reference, quoted where Excel needs it: `Sheet1!`, `'My sheet'!`, `'2024'!`, `'A1'!`. */
export function sheetPrefix(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    areaOf(name) === undefined &&
    !/^(?:r\d*c\d*|r\d*|c\d*)$/i.test(name);
  return plain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** Whether both areas hold the same cells. */
export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** The cells both areas hold; undefined where there are none. */
export function intersection(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top > bottom || left > right ? undefined : { top, left, bottom, right };
}

/** Whether the areas share a cell. */
export const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Whether every cell of `inner` is in `outer`. */
export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

/** The smallest area that holds both. */
export const hull = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** How many rows, columns and cells an area has. */
export function sizeOf(area: Area): {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
} {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  return { rows, columns, cells: rows * columns };
}

/** The area of one cell. */
export const cellArea = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
