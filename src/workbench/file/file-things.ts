/** Things that a file or the page can't keep; the page says so in words. */
export type FileThing =
  | "slicers"
  | "pivots"
  | "some-pivots"
  | "some-charts"
  | "conditional-formats"
  | "validations"
  | "images"
  | "filters"
  | "lambdas";
