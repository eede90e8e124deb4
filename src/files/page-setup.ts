import type { WriteSheet } from "hucre/xlsx";
import { scaleToFit } from "../core/report/paper";
import { columnLetters } from "./headers";
import { quotedSheet } from "./cell-ranges";
import type { PlacedSheet } from "./sheet-layout";

type Printing = Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks" | "colBreaks" | "view">;

/** Little margin, in inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
const FOOTER = "&L&A&R&P / &N";

/**
 * How a sheet prints: with its name and page numbers at the foot, in landscape, all columns on a page, unless the report
 * says otherwise or they would be too small to read. For A4 and Letter alike.
 */
export function printing(sheet: PlacedSheet): Printing {
  const { print } = sheet;
  const common = { paperSize: "a4", orientation: print?.portrait ? "portrait" : "landscape" } as const;
  if (!print) {
    const pages = pagesAcross(sheet);
    return {
      pageSetup: pages
        ? { ...common, scale: pages.scale, margins: MARGINS }
        : { ...common, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: FOOTER },
      colBreaks: pages ? before(pages.breaks) : undefined,
    };
  }
  const fit =
    print.fit === "width"
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true }
      : { scale: print.fit.scale };
  return {
    pageSetup: { ...common, ...fit, margins: MARGINS },
    headerFooter: { oddHeader: `&L${headerText(print.header)}&R&D`, oddFooter: FOOTER },
    rowBreaks: before(print.rowBreaks ?? []),
    colBreaks: print.fit === "width" ? undefined : before(print.fit.breaks),
    view: { showGridLines: false },
  };
}

/** hucre counts breaks by the row or column before them. */
function before(breaks: readonly number[]): number[] {
  return breaks.map((at) => at - 1);
}

/** Text smaller than this, in percent, is no longer read on paper. */
const SMALLEST = 55;

/**
 * Where a sheet too wide for a page is parted, and the scale: as few pages side by side as can be read, about equally
 * wide, the frozen columns repeated on each. null for a sheet that fits, and for one that has nothing to repeat.
 */
export function pagesAcross({ widths, frozenColumns }: Pick<PlacedSheet, "widths" | "frozenColumns">): {
  readonly scale: number;
  readonly breaks: readonly number[];
} | null {
  if (frozenColumns === 0 || scaleToFit(widths, "landscape") >= SMALLEST) return null;
  const repeated = widths.slice(0, frozenColumns);
  const own = widths.slice(frozenColumns);
  for (let pages = 2; pages <= own.length; pages++) {
    const starts = parted(own, pages).map((at) => at + frozenColumns);
    const scale = Math.min(
      ...starts.map((from, page) =>
        scaleToFit([...repeated, ...widths.slice(from, starts[page + 1])], "landscape"),
      ),
    );
    if (scale >= SMALLEST || pages === own.length)
      return { scale: Math.max(scale, 10), breaks: starts.slice(1) };
  }
  return null;
}

/** Where so many parts begin, none of which is wider than it has to be. */
function parted(widths: readonly number[], parts: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let most = Math.max(total / parts, ...widths);
  for (;;) {
    const starts = [0];
    let used = 0;
    widths.forEach((width, at) => {
      if (used > 0 && used + width > most) {
        starts.push(at);
        used = 0;
      }
      used += width;
    });
    if (starts.length <= parts) return starts;
    most += 1;
  }
}

/** An ampersand begins a code in a header, and digits after one would be a size. */
function headerText(text: string): string {
  return text.replaceAll("&", "&&");
}

/** A parted sheet's pages side by side first, so that the pages of one customer lie together; hucre has no such setting. */
export function acrossFirst(xml: string, sheet: PlacedSheet): string {
  return !sheet.print && pagesAcross(sheet)
    ? xml.replace("<pageSetup ", '<pageSetup pageOrder="overThenDown" ')
    : xml;
}

/**
 * The columns that a parted sheet prints: text that runs on behind the last one would have a page of its own.
 */
export function printArea(sheet: PlacedSheet) {
  if (sheet.print || !pagesAcross(sheet)) return [];
  const range = `${quotedSheet(sheet.name)}!$A:$${columnLetters(sheet.widths.length - 1)}`;
  return [{ name: "_xlnm.Print_Area", range, scope: sheet.name }];
}

/**
 * The rows that each page of a sheet repeats: those the report says, else the last frozen row, that of the headers, else
 * the headers of a table that wants it. Spreadsheets begin with it on the page after that on which the rows stand.
 */
export function titleRows({
  frozenRows,
  print,
  blocks,
}: Pick<PlacedSheet, "frozenRows" | "print" | "blocks">): {
  readonly from: number;
  readonly count: number;
} | null {
  if (print?.titleRows) return print.titleRows;
  if (frozenRows > 0) return { from: frozenRows - 1, count: 1 };
  const table = blocks.find((block) => block.kind === "table" && block.table.repeatsHeaders);
  return table ? { from: table.row, count: 1 } : null;
}

/**
 * The rows and columns that each page of a sheet repeats: frozen columns where a sheet is parted. hucre's own setting
 * leaves the sheet's name unquoted.
 */
export function printTitles(sheet: PlacedSheet) {
  const { frozenColumns, print, name } = sheet;
  const rows = titleRows(sheet);
  const ranges: string[] = [];
  if (!print && pagesAcross(sheet)) ranges.push(`$A:$${columnLetters(frozenColumns - 1)}`);
  if (rows) ranges.push(`$${rows.from + 1}:$${rows.from + rows.count}`);
  if (ranges.length === 0) return [];
  const range = ranges.map((one) => `${quotedSheet(name)}!${one}`).join(",");
  return [{ name: "_xlnm.Print_Titles", range, scope: name }];
}
