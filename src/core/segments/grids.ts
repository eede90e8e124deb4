import type { Bilingual } from "../language/language";

/** A segment and the patterns of R, F, M codes it covers, in the notation of `codesOf`. */
export interface GridRule {
  /** A stable English id, such as `cannot-lose`; `label.segment.<id>` in the catalogue is what people read. */
  readonly segment: string;
  readonly codes: readonly string[];
  /** What people read, where the segment is none of the catalogue's. */
  readonly label?: Bilingual;
}

/** A grid of segments. The first rule that covers a customer's code gives its segment. */
export interface Grid {
  readonly name: string;
  /** The number of scores of R, F and M: 1 is the worst, this the best. */
  readonly scores: number;
  readonly rules: readonly GridRule[];
  /** The segment of the codes that no rule covers; null where the rules cover all. */
  readonly rest: string | null;
  readonly restLabel?: Bilingual;
}

/** A rule whose codes are written in one line. */
function rule(segment: string, codes: string): GridRule {
  return { segment, codes: codes.split(" ") };
}

/** The classic grid of eleven segments, each of the 125 codes named once. */
const classic: Grid = {
  name: "classic",
  scores: 5,
  rules: [
    rule("champions", "555 554 544 545 454 455 445"),
    rule("loyal", "543 444 435 355 354 345 344 335"),
    rule(
      "potential-loyalists",
      "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
    ),
    rule("new-customers", "512 511 422 421 412 411 311"),
    rule("promising", "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313"),
    rule("need-attention", "535 534 443 434 343 334 325 324"),
    rule("about-to-sleep", "331 321 312 221 213 231 241 251"),
    rule(
      "at-risk",
      "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
    ),
    rule("cannot-lose", "155 154 144 214 215 115 114 113"),
    rule("hibernating", "332 322 233 232 223 222 132 123 122 212 211"),
    rule("lost", "111 112 121 131 141 151"),
  ],
  rest: null,
};

/** The grid on recency and frequency alone, of ten segments. */
const rfGrid: Grid = {
  name: "rf-grid",
  scores: 5,
  rules: [
    rule("hibernating", "[1-2][1-2][1-5]"),
    rule("at-risk", "[1-2][3-4][1-5]"),
    rule("cannot-lose", "[1-2]5[1-5]"),
    rule("about-to-sleep", "3[1-2][1-5]"),
    rule("need-attention", "33[1-5]"),
    rule("loyal", "[3-4][4-5][1-5]"),
    rule("promising", "41[1-5]"),
    rule("new-customers", "51[1-5]"),
    rule("potential-loyalists", "[4-5][2-3][1-5]"),
    rule("champions", "5[4-5][1-5]"),
  ],
  rest: null,
};

/** The grid of the R package rfm, in its order, as its rules overlap. They leave ten codes to the others. */
const rfmR: Grid = {
  name: "rfm-r",
  scores: 5,
  rules: [
    rule("champions", "555"),
    rule("potential-loyalists", "[3-5][3-5][2-5]"),
    rule("loyal", "[2-4][2-4][2-4]"),
    rule("promising", "[3-4][1-3][3-5]"),
    rule("new-customers", "[4-5][1-3][1-5]"),
    rule("cannot-lose", "[1-2][3-4][4-5]"),
    rule("at-risk", "[1-2][2-5][4-5]"),
    rule("need-attention", "[1-3][3-5][3-5]"),
    rule("about-to-sleep", "[2-3][1-3][1-4]"),
    rule("lost", "1[1-5][1-5]"),
  ],
  rest: "others",
};

/** Klaviyo's grid of six segments on scores from 1 to 3. */
const klaviyo: Grid = {
  name: "klaviyo",
  scores: 3,
  rules: [
    rule("champions", "333 332 323"),
    rule("loyal", "321 322 331 232 233"),
    rule("recent", "312 313 311 222 223"),
    rule("need-attention", "213 221 123 132 133"),
    rule("at-risk", "231 212 122 131 211"),
    rule("inactive", "111 112 113 121"),
  ],
  rest: null,
};

/** 八类客户: each measure above (1) or not above (0) its mean. */
const eightTypes: Grid = {
  name: "eight-types",
  scores: 2,
  rules: [
    rule("key-value", "111"),
    rule("key-develop", "101"),
    rule("key-keep", "011"),
    rule("key-win-back", "001"),
    rule("general-value", "110"),
    rule("general-develop", "100"),
    rule("general-keep", "010"),
    rule("general-win-back", "000"),
  ],
  rest: null,
};

/** The grids that come with Tiersheet, by name. */
export const grids = {
  classic,
  "rf-grid": rfGrid,
  "rfm-r": rfmR,
  klaviyo,
  "eight-types": eightTypes,
} as const satisfies Readonly<Record<string, Grid>>;

export type GridName = keyof typeof grids;
