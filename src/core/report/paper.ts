/**
 * What fits on a page of paper. Reports go to A4 and Letter alike, so what is asked for fits the smaller of the two.
 * Lengths are in points; the margins are those of a page made to be read.
 */
const PAPERS = [
  { short: 595, long: 842 },
  { short: 612, long: 792 },
] as const;
/** Inches at the left and right together, at the top and bottom together. */
const MARGINS = { across: 0.8 * 72, down: 1.2 * 72 } as const;
const LINE = 15;
/** Where a font is missing another one stands in that is a little wider, or its lines higher. */
const SPARE = 0.97;

export type Orientation = "landscape" | "portrait";

/** Pixels of a digit of 11 points: of Calibri, and of the widest font that stands in where it is missing. */
const DIGIT = { narrow: 7, wide: 9 } as const;

/**
 * The width of columns in points, from their widths in characters: a character is a digit of the workbook's font, and a
 * cell has 5 pixels more (ECMA-376-1, 18.3.1.13).
 */
function pointsWide(widths: readonly number[], digit: number): number {
  return widths.reduce((sum, width) => sum + width * digit + 5, 0) * 0.75;
}

/** The scale in whole percent, 100 at most, at which columns fit the width of a page, whatever the font. */
export function scaleToFit(widths: readonly number[], orientation: Orientation): number {
  const room = Math.min(...PAPERS.map((paper) => widthOf(paper, orientation)));
  return Math.min(100, Math.floor((room / pointsWide(widths, DIGIT.wide)) * 100));
}

/** How many lines of text fit a page on which columns are fitted to its width. */
export function linesOnPage(widths: readonly number[], orientation: Orientation): number {
  const wide = pointsWide(widths, DIGIT.narrow);
  return Math.min(
    ...PAPERS.map((paper) => {
      const scale = Math.min(1, widthOf(paper, orientation) / wide);
      const height = (orientation === "landscape" ? paper.short : paper.long) - MARGINS.down;
      return (height / scale / LINE) * SPARE;
    }),
  );
}

function widthOf({ short, long }: (typeof PAPERS)[number], orientation: Orientation): number {
  return (orientation === "landscape" ? long : short) - MARGINS.across;
}
