/** A line on one side of a cell; styles and weights as `Excel.RangeBorder` names them. */
export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** The font of a cell: size in points, colour "#RRGGBB", underline as `Excel.RangeFont.underline`. */
export interface Font {
  readonly name: string;
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
}

/** The lines of a cell; absent where there is none. */
export interface Borders {
  readonly top?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
  readonly right?: Border;
  readonly diagonalDown?: Border;
  readonly diagonalUp?: Border;
}

/** How a cell looks: the properties of `Excel.RangeFormat`. A fill of "" is none; other colours are "#RRGGBB". */
export interface CellStyle {
  readonly numberFormat: string;
  readonly fill: string;
  readonly font: Font;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly textOrientation: number;
  readonly shrinkToFit: boolean;
  readonly borders: Borders;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The named cell style, as "Normal". */
  readonly styleName: string;
}

/** A change of some properties; what it doesn't name stays. A border of undefined is taken away. */
export type StylePatch = Partial<Omit<CellStyle, "font" | "borders">> & {
  readonly font?: Partial<Font>;
  readonly borders?: Partial<Borders>;
};

/** A cell nobody has formatted. */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  fill: "",
  font: {
    name: "Calibri",
    size: 11,
    color: "#000000",
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
  },
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
  textOrientation: 0,
  shrinkToFit: false,
  borders: {},
  locked: true,
  formulaHidden: false,
  styleName: "Normal",
};

/** The style after a patch. */
function patchedStyle(style: CellStyle, patch: StylePatch): CellStyle {
  const { font, borders, ...rest } = patch;
  const sides = Object.entries({ ...style.borders, ...borders }).filter(([, border]) => border !== undefined);
  return {
    ...style,
    ...rest,
    font: font ? { ...style.font, ...font } : style.font,
    borders: borders ? (Object.fromEntries(sides) as Borders) : style.borders,
  };
}

/** The styles of a workbook, each kept once under a small number; 1 is the default, 0 means "none of its own". */
export class StyleBook {
  readonly #styles: CellStyle[] = [DEFAULT_STYLE, DEFAULT_STYLE];
  readonly #ids = new Map<string, number>([[JSON.stringify(DEFAULT_STYLE), 1]]);
  readonly #patched = new Map<string, number>();

  style(id: number): CellStyle {
    return this.#styles[id] ?? DEFAULT_STYLE;
  }

  /** The number of the style that a patch makes of another one. */
  patch(id: number, patch: StylePatch): number {
    const key = `${id || 1} ${JSON.stringify(patch, (_, value) => (value === undefined ? null : value))}`;
    const known = this.#patched.get(key);
    if (known !== undefined) return known;
    const next = this.#intern(patchedStyle(this.style(id), patch));
    this.#patched.set(key, next);
    return next;
  }

  #intern(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    // The ids of a block are 16 bits; Excel itself stops at 65,490 cell formats.
    if (this.#styles.length > 65_490) return 1;
    const id = this.#styles.push(style) - 1;
    this.#ids.set(key, id);
    return id;
  }
}
