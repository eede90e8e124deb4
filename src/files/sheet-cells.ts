import { no, type Param, type Result } from "../core/language/message";
import type { Cell } from "../core/ledger/cells";
import { withoutEscapes } from "./shared-strings";
import { attribute, scanXml, type XmlHandlers } from "./xml-scan";

/** The last row and column a sheet has. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
}

/** Hears a row: its index (0 for row 1), its cells by column, and which of its numbers show as dates. */
export type RowListener = (
  index: number,
  cells: readonly (Cell | undefined)[],
  dated: readonly boolean[],
) => void;

/**
 * Reads the cells of a worksheet part (ECMA-376-1, 18.3.1.4): numbers and dates as they are stored, booleans, shared,
 * inline and rich text, the value a formula had when the file was saved, an error as its text. Blank cells and rows
 * are left out. The listener must not keep the arrays. With `enough` reading stops when it says so.
 */
export async function readSheetCells(
  pieces: AsyncIterable<Result<Uint8Array>>,
  context: SheetContext,
  listen: RowListener,
  file: Param,
  enough?: () => boolean,
): Promise<Result<null>> {
  const damaged = no("file-damaged-workbook", { file });
  const [trouble] = damaged.troubles;
  const reading = cellHandlers(context, listen);
  const scanned = trouble ? await scanXml(pieces, { ...reading.handlers, enough }, trouble) : damaged;
  return scanned.ok && !reading.sound() ? damaged : scanned;
}

function cellHandlers(
  context: SheetContext,
  listen: RowListener,
): { readonly handlers: XmlHandlers; readonly sound: () => boolean } {
  let sound = true;
  let row = -1;
  let column = -1;
  let cells: (Cell | undefined)[] = [];
  let dated: boolean[] = [];
  let filled = 0;
  let type = "";
  let style = 0;
  let inCell = false;
  let taking = false;
  let phonetic = 0;
  let text = "";

  const open = (name: string, attributes: string) => {
    if (name === "c" && !inCell) {
      inCell = true;
      text = "";
      type = "";
      style = 0;
      const reference = readCellTag(attributes);
      column = reference < 0 ? column + 1 : reference;
      if (column >= LAST_COLUMN) sound = false;
    } else if (inCell) {
      if (name === "v" || name === "t") taking = phonetic === 0;
      else if (name === "rPh") phonetic++;
    } else if (name === "row") {
      const given = attribute(attributes, "r");
      row = given === null ? row + 1 : Number(given) - 1;
      if (!(row >= 0 && row < LAST_ROW)) sound = false;
      column = -1;
      cells = [];
      dated = [];
      filled = 0;
    }
  };

  /** Reads a cell's reference, type and style at one go, since there are millions; gives its column or −1. */
  const readCellTag = (attributes: string): number => {
    let found = -1;
    let at = 0;
    for (;;) {
      const equals = attributes.indexOf("=", at);
      if (equals < 0) return found;
      const name = attributes.slice(at, equals).trim();
      const quote = attributes.charAt(equals + 1);
      const start = quote === '"' || quote === "'" ? equals + 2 : attributes.indexOf('"', equals) + 1;
      const end = attributes.indexOf(quote === "'" ? "'" : '"', start);
      if (start <= 0 || end < 0) return found;
      if (name === "r") found = columnOf(attributes, start, end);
      else if (name === "t") type = attributes.slice(start, end);
      else if (name === "s") style = Number(attributes.slice(start, end));
      at = end + 1;
    }
  };

  const close = (name: string) => {
    if (name === "v" || name === "t") taking = false;
    else if (name === "rPh") phonetic--;
    else if (name === "c" && inCell) {
      inCell = false;
      const cell = cellOf(type, text, context.strings);
      if (cell === undefined) sound = false;
      else if (cell !== null && sound) {
        cells[column] = cell;
        filled++;
        if (typeof cell === "number" && context.dateStyles[style]) dated[column] = true;
      }
    } else if (name === "row" && filled > 0 && sound) listen(row, cells, dated);
  };

  return {
    handlers: {
      open,
      close,
      text: (more) => {
        if (taking) text = text === "" ? more : text + more;
      },
    },
    sound: () => sound,
  };
}

/** The column of a reference such as `AB12`, 0 for A; −1 when there are no letters. */
function columnOf(attributes: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const letter = attributes.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The value of a cell; undefined where the file contradicts itself. */
function cellOf(type: string, text: string, strings: readonly string[]): Cell | undefined {
  switch (type) {
    case "s":
      return text === ""
        ? null
        : strings[Number(text)] === undefined
          ? undefined
          : orBlank(strings[Number(text)]);
    case "str":
    case "inlineStr":
      return orBlank(withoutEscapes(text));
    case "b":
      return text === "" ? null : text.trim() === "1" || text.trim() === "true";
    case "e":
    case "d":
      return orBlank(text);
    default: {
      if (text.trim() === "") return null;
      const number = Number(text);
      return Number.isFinite(number) ? number : text;
    }
  }
}

function orBlank(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
