import type { Border, CellStyle, StylePatch } from "../../workbook/style";
import { DEFAULT_STYLE } from "../../workbook/style";

/** How a cell looks in o-spreadsheet. */
export interface GridStyle {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
  align?: "left" | "right" | "center";
  wrapping?: "overflow" | "wrap" | "clip";
  verticalAlign?: "top" | "middle" | "bottom";
  fillColor?: string;
  textColor?: string;
  fontSize?: number;
  rotation?: number;
}

/** A line beside a cell in o-spreadsheet. */
export interface GridLine {
  style: "thin" | "medium" | "thick" | "dashed" | "dotted";
  color: string;
}

export interface GridBorder {
  top?: GridLine;
  bottom?: GridLine;
  left?: GridLine;
  right?: GridLine;
}

const looks = new WeakMap<CellStyle, GridStyle | undefined>();

/** The look of a style; undefined where nobody changed it. Styles are kept once each, so is what is made of them. */
export function lookOf(style: CellStyle): GridStyle | undefined {
  if (style === DEFAULT_STYLE) return undefined;
  if (!looks.has(style)) looks.set(style, madeLook(style));
  return looks.get(style);
}

function madeLook(style: CellStyle): GridStyle | undefined {
  const { font } = style;
  const look: GridStyle = {};
  if (font.bold) look.bold = true;
  if (font.italic) look.italic = true;
  if (font.strikethrough) look.strikethrough = true;
  if (font.underline !== "None") look.underline = true;
  if (font.size !== DEFAULT_STYLE.font.size) look.fontSize = font.size;
  if (font.color && font.color !== DEFAULT_STYLE.font.color) look.textColor = font.color;
  if (style.fill) look.fillColor = style.fill;
  const align = { Left: "left", Right: "right", Center: "center", CenterAcrossSelection: "center" } as const;
  if (style.horizontalAlignment in align) look.align = align[style.horizontalAlignment as keyof typeof align];
  const vertical = { Top: "top", Center: "middle", Bottom: "bottom" } as const;
  if (style.verticalAlignment !== DEFAULT_STYLE.verticalAlignment && style.verticalAlignment in vertical) {
    look.verticalAlign = vertical[style.verticalAlignment as keyof typeof vertical];
  }
  if (style.wrapText) look.wrapping = "wrap";
  if (style.textOrientation) look.rotation = (-style.textOrientation * Math.PI) / 180;
  return Object.keys(look).length > 0 ? look : undefined;
}

/** What a person changed in the look of a cell; null takes every look away. */
export function patchOf(look: Partial<GridStyle> | null): StylePatch {
  if (look === null) {
    const { numberFormat: _format, borders: _borders, ...plain } = DEFAULT_STYLE;
    return plain;
  }
  const font: Record<string, unknown> = {};
  if ("bold" in look) font["bold"] = Boolean(look.bold);
  if ("italic" in look) font["italic"] = Boolean(look.italic);
  if ("strikethrough" in look) font["strikethrough"] = Boolean(look.strikethrough);
  if ("underline" in look) font["underline"] = look.underline ? "Single" : "None";
  if ("fontSize" in look) font["size"] = look.fontSize ?? DEFAULT_STYLE.font.size;
  if ("textColor" in look)
    font["color"] = look.textColor ? longColor(look.textColor) : DEFAULT_STYLE.font.color;
  const patch: Record<string, unknown> = {};
  if (Object.keys(font).length > 0) patch["font"] = font;
  if ("fillColor" in look) patch["fill"] = look.fillColor ? longColor(look.fillColor) : "";
  if ("align" in look) {
    const align = { left: "Left", right: "Right", center: "Center" } as const;
    patch["horizontalAlignment"] = look.align ? align[look.align] : "General";
  }
  if ("verticalAlign" in look) {
    const vertical = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
    patch["verticalAlignment"] = look.verticalAlign ? vertical[look.verticalAlign] : "Bottom";
  }
  if ("wrapping" in look) patch["wrapText"] = look.wrapping === "wrap";
  if ("rotation" in look) patch["textOrientation"] = Math.round((-(look.rotation ?? 0) * 180) / Math.PI);
  return patch as StylePatch;
}

/** "#abc" and "#ABCDEF" as "#RRGGBB". */
function longColor(color: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (
    short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : color
  ).toUpperCase();
}

/** The lines of a style; null where it has none. */
export function bordersOf({ borders }: CellStyle): GridBorder | null {
  const made: GridBorder = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = borders[side];
    if (line && line.style !== "None") made[side] = lineOf(line);
  }
  return Object.keys(made).length > 0 ? made : null;
}

function lineOf({ style, color, weight }: Border): GridLine {
  const dashed = {
    Dash: "dashed",
    DashDot: "dashed",
    DashDotDot: "dashed",
    SlantDashDot: "dashed",
    Dot: "dotted",
  } as const;
  const solid = { Hairline: "thin", Thin: "thin", Medium: "medium", Thick: "thick" } as const;
  return {
    style:
      style === "Double"
        ? "thick"
        : (dashed[style as keyof typeof dashed] ?? solid[weight as keyof typeof solid] ?? "thin"),
    color: color || "#000000",
  };
}

/** The line a person drew. */
export function borderOf(line: GridLine): Border {
  const { style, color } = line;
  return {
    style: style === "dashed" ? "Dash" : style === "dotted" ? "Dot" : "Continuous",
    weight: style === "medium" ? "Medium" : style === "thick" ? "Thick" : "Thin",
    color: longColor(color),
  };
}
