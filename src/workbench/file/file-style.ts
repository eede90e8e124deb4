import type {
  AlignmentStyle,
  BorderLineStyle,
  BorderSide,
  CellStyle as FileStyle,
  Color,
  FontStyle,
} from "hucre";
import { resolveThemeColor } from "hucre/xlsx";
import type { Border, Borders, CellStyle, StylePatch } from "../workbook/style";
import { DEFAULT_STYLE } from "../workbook/style";

/** The 56 colours that old files name by number start with these eight, twice. */
const INDEXED = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];

function colorOf(color: Color | undefined, theme: readonly string[]): string | undefined {
  if (!color) return undefined;
  if (color.rgb) return `#${color.rgb.slice(-6).toUpperCase()}`;
  // The first four of a theme are named in pairs the other way round than they stand there.
  if (color.theme !== undefined && theme.length > 0) {
    const at = [1, 0, 3, 2][color.theme] ?? color.theme;
    return `#${resolveThemeColor([...theme], at, color.tint).toUpperCase()}`;
  }
  const indexed = color.indexed === undefined ? undefined : INDEXED[color.indexed % 8];
  return color.indexed !== undefined && color.indexed < 16 && indexed ? `#${indexed}` : undefined;
}

const LINES: Readonly<Record<BorderLineStyle, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  hair: ["Continuous", "Hairline"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
  double: ["Double", "Thick"],
};

const UNDERLINES: Readonly<Record<string, string>> = {
  true: "Single",
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
};

/** Names of alignments: a file's in small letters, Office.js's in capitals. */
const HORIZONTAL: Readonly<Record<string, string>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
  general: "General",
};

const VERTICAL: Readonly<Record<string, string>> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};

const known = (names: Readonly<Record<string, string>>, name: string) =>
  Object.keys(names).find((key) => names[key] === name);

/** The style of a cell of a file as a change of the plain style. */
export function styleOfFile(style: FileStyle, theme: readonly string[]): StylePatch {
  const patch: { -readonly [key in keyof StylePatch]: StylePatch[key] } = {};
  if (style.numFmt) patch.numberFormat = style.numFmt;
  if (style.font) patch.font = fontOf(style.font, theme);
  const fill = style.fill?.type === "pattern" && style.fill.pattern !== "none" ? style.fill : undefined;
  const color = colorOf(fill?.pattern === "solid" ? fill.fgColor : (fill?.bgColor ?? fill?.fgColor), theme);
  if (color) patch.fill = color;
  const { alignment } = style;
  if (alignment?.horizontal) patch.horizontalAlignment = HORIZONTAL[alignment.horizontal] ?? "General";
  if (alignment?.vertical) patch.verticalAlignment = VERTICAL[alignment.vertical] ?? "Bottom";
  if (alignment?.wrapText) patch.wrapText = true;
  if (alignment?.shrinkToFit) patch.shrinkToFit = true;
  if (alignment?.indent) patch.indentLevel = alignment.indent;
  const turned = alignment?.textRotation;
  // A file counts downward turns from 91 on.
  if (turned) patch.textOrientation = turned > 90 && turned <= 180 ? 90 - turned : turned;
  const borders = bordersOf(style, theme);
  if (borders) patch.borders = borders;
  if (style.protection?.locked === false) patch.locked = false;
  if (style.protection?.hidden) patch.formulaHidden = true;
  return patch;
}

function fontOf(font: FontStyle, theme: readonly string[]): NonNullable<StylePatch["font"]> {
  const color = colorOf(font.color, theme);
  return {
    ...(font.name ? { name: font.name } : {}),
    ...(font.size ? { size: font.size } : {}),
    ...(font.bold ? { bold: true } : {}),
    ...(font.italic ? { italic: true } : {}),
    ...(font.strikethrough ? { strikethrough: true } : {}),
    ...(font.underline ? { underline: UNDERLINES[String(font.underline)] ?? "Single" } : {}),
    ...(color ? { color } : {}),
  };
}

function bordersOf({ border }: FileStyle, theme: readonly string[]): Borders | undefined {
  if (!border) return undefined;
  const line = (side: BorderSide | undefined): Border | undefined => {
    const [style, weight] = (side && LINES[side.style]) ?? [];
    return style && weight ? { style, weight, color: colorOf(side?.color, theme) ?? "#000000" } : undefined;
  };
  const made = {
    top: line(border.top),
    bottom: line(border.bottom),
    left: line(border.left),
    right: line(border.right),
    diagonalDown: border.diagonalDown ? line(border.diagonal) : undefined,
    diagonalUp: border.diagonalUp ? line(border.diagonal) : undefined,
  };
  const there = Object.entries(made).filter(([, side]) => side !== undefined);
  return there.length > 0 ? (Object.fromEntries(there) as Borders) : undefined;
}

const written = new WeakMap<CellStyle, FileStyle | undefined>();

/** The style of a cell for a file; undefined for the plain one. */
export function fileStyle(style: CellStyle): FileStyle | undefined {
  if (style === DEFAULT_STYLE) return undefined;
  if (!written.has(style)) written.set(style, madeStyle(style));
  return written.get(style);
}

const rgb = (color: string): Color => ({ rgb: color.replace("#", "").toUpperCase() });

function madeStyle(style: CellStyle): FileStyle {
  const made: FileStyle = { font: fileFont(style) };
  if (style.numberFormat !== "General") made.numFmt = style.numberFormat;
  if (style.fill) made.fill = { type: "pattern", pattern: "solid", fgColor: rgb(style.fill) };
  const alignment: AlignmentStyle = {};
  const horizontal = known(HORIZONTAL, style.horizontalAlignment) as AlignmentStyle["horizontal"];
  if (horizontal && horizontal !== "general") alignment.horizontal = horizontal;
  const vertical = known(VERTICAL, style.verticalAlignment) as AlignmentStyle["vertical"];
  if (vertical && vertical !== "bottom") alignment.vertical = vertical;
  if (style.wrapText) alignment.wrapText = true;
  if (style.shrinkToFit) alignment.shrinkToFit = true;
  if (style.indentLevel) alignment.indent = style.indentLevel;
  const turned = style.textOrientation;
  if (turned) alignment.textRotation = turned < 0 && turned >= -90 ? 90 - turned : turned;
  if (Object.keys(alignment).length > 0) made.alignment = alignment;
  const { diagonalDown, diagonalUp, ...sides } = style.borders;
  const diagonal = diagonalDown ?? diagonalUp;
  const border = Object.fromEntries(
    Object.entries({ ...sides, diagonal }).flatMap(([side, line]) => {
      const there = line && line.style !== "None";
      return there ? [[side, { style: lineOf(line), color: rgb(line.color || "#000000") }]] : [];
    }),
  );
  if (Object.keys(border).length > 0) {
    made.border = {
      ...border,
      ...(diagonalDown ? { diagonalDown: true } : {}),
      ...(diagonalUp ? { diagonalUp: true } : {}),
    };
  }
  if (!style.locked || style.formulaHidden) {
    made.protection = { locked: style.locked, hidden: style.formulaHidden };
  }
  return made;
}

/** Name and size are always written: a font without them is no smaller than one with. */
function fileFont({ font }: CellStyle): FontStyle {
  const made: FontStyle = { name: font.name, size: font.size };
  if (font.bold) made.bold = true;
  if (font.italic) made.italic = true;
  if (font.strikethrough) made.strikethrough = true;
  const underline = known(UNDERLINES, font.underline);
  if (underline) made.underline = underline === "true" ? "single" : (underline as FontStyle["underline"]);
  if (font.color && font.color !== DEFAULT_STYLE.font.color) made.color = rgb(font.color);
  return made;
}

function lineOf({ style, weight }: Border): BorderLineStyle {
  const names = Object.entries(LINES) as [BorderLineStyle, readonly [string, string]][];
  const same = names.find(([, line]) => line[0] === style && line[1] === weight);
  return (same ?? names.find(([, line]) => line[0] === style))?.[0] ?? "thin";
}
