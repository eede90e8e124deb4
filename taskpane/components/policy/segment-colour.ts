/**
 * Hues that stay apart for the colour-blind too (Okabe & Ito 2008, then their neighbours), each also told by the number
 * of the segment. Thin, so that text on them is as readable as on the background, light or dark.
 */
const HUES = [
  ...["#0072b2", "#009e73", "#56b4e9", "#f0e442", "#cc79a7", "#e69f00"],
  ...["#b0b0b0", "#d55e00", "#8c510a", "#7b6fd0", "#5a5a5a", "#80b918"],
] as const;

/** The colour of a segment by its place in the grid. */
export function segmentColour(place: number): string {
  return `${HUES[place % HUES.length] ?? HUES[0]}40`;
}
