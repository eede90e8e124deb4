import { ABC } from "./abc";
import { GRADE } from "./grade";
import { ACTIVITY, LIFECYCLE } from "./lifecycle";
import { MATRIX } from "./matrix";
import { RFM } from "./rfm";
import { CUTOFFS, SCORE } from "./score";
import { SEGMENT } from "./segment";
import { TIER } from "./tier";

/** The custom functions that are there at once, by their ids in functions.json. The others are in later.ts. */
export const library = {
  ABC,
  ACTIVITY,
  CUTOFFS,
  GRADE,
  LIFECYCLE,
  MATRIX,
  RFM,
  SCORE,
  SEGMENT,
  TIER,
} as const;
