/** Pixels of a digit in Calibri 11, in which files give the width of columns; and points of a pixel. */
const DIGIT = 7;
const POINTS = 0.75;

/** The width of a column in points from that of a file, its padding included. */
export const columnPoints = (width: number): number => Math.round(width * DIGIT) * POINTS;

/** The width of a column for a file. */
export const columnWidth = (points: number): number => Math.round((points / POINTS / DIGIT) * 256) / 256;
