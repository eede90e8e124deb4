import { intersection, isWholeColumns, isWholeRows, sizeOf, type Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Border, Borders, CellStyle, StylePatch } from "../../workbook/style";
import { cellText } from "../../workbook/shown-text";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { invalidArgument, itemNotFound } from "../host-error";
import type { Run } from "../run";

/** Cells that are formatted together: a range's or a RangeAreas'. */
export interface FormatTarget {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** One side of the cells. */
interface BorderTarget extends FormatTarget {
  readonly side: Side;
}

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];

declare module "../host-class" {
  interface HostTargets {
    RangeFormat: FormatTarget;
    RangeFill: FormatTarget;
    RangeFont: FormatTarget;
    FormatProtection: FormatTarget;
    RangeBorderCollection: FormatTarget;
    RangeBorder: BorderTarget;
  }
}

/** What all cells have in common; null where they differ. Cells nobody touched count by the first one of them. */
export function common<T>({ sheet, areas }: FormatTarget, run: Run, read: (style: CellStyle) => T): T | null {
  const used = sheet.usedArea(false);
  let found: T | undefined;
  for (const area of areas) {
    // Beyond the used area all cells of a row or column are alike: corners stand for them.
    const { rows, columns, cells } = sizeOf(area);
    const within = used && intersection(used, area);
    run.readCells(within ? Math.min(cells, sizeOf(within).cells) : 1);
    const corners = [
      [area.top, area.left],
      [area.bottom, area.right],
      [area.bottom, area.left],
      [area.top, area.right],
    ] as const;
    for (const [row, column] of corners.slice(0, rows * columns === 1 ? 1 : 4)) {
      const value = read(sheet.style(row, column));
      if (found !== undefined && found !== value) return null;
      found = value;
    }
    if (!within) continue;
    for (let row = within.top; row <= within.bottom; row++) {
      for (let column = within.left; column <= within.right; column++) {
        const value = read(sheet.style(row, column));
        if (found !== value) return null;
      }
    }
  }
  return found ?? null;
}

function patch({ sheet, areas }: FormatTarget, run: Run, change: StylePatch): void {
  for (const area of areas) run.mayWrite(sheet, area, "allowFormatCells");
  for (const area of areas) {
    const { cells } = sizeOf(area);
    run.wroteCells(isWholeColumns(area) || isWholeRows(area) ? 0 : cells);
    sheet.setStyle(area, change);
  }
}

/** A property of the cells' style. */
const styled = <T>(
  since: string,
  read: (style: CellStyle) => T,
  change: (value: unknown) => StylePatch,
): Property<FormatTarget> => ({
  since,
  get: (target, run) => common(target, run, read),
  set: (target, value, run) => patch(target, run, change(value)),
});

/** A colour "#RRGGBB" or an HTML name, as given back: in capitals. */
export function colour(value: unknown): string {
  const text = textValue(value).trim();
  if (text === "") return "";
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1] ?? NAMED_COLOURS[text.toLowerCase()];
  if (hex === undefined) throw invalidArgument(`no colour: ${text}`);
  return `#${hex.toUpperCase()}`;
}

/** The HTML names most used; others are refused. */
const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: "000000",
  white: "FFFFFF",
  red: "FF0000",
  green: "008000",
  blue: "0000FF",
  yellow: "FFFF00",
  orange: "FFA500",
  purple: "800080",
  gray: "808080",
  grey: "808080",
  silver: "C0C0C0",
  lightgray: "D3D3D3",
  lightgrey: "D3D3D3",
  lightblue: "ADD8E6",
  lightgreen: "90EE90",
  lightyellow: "FFFFE0",
  pink: "FFC0CB",
  brown: "A52A2A",
  cyan: "00FFFF",
  magenta: "FF00FF",
  navy: "000080",
  teal: "008080",
  maroon: "800000",
  olive: "808000",
  lime: "00FF00",
  gold: "FFD700",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
const rangeFormatClass = hostClass("RangeFormat", {
  properties: {
    horizontalAlignment: styled(
      "1.1",
      (style) => style.horizontalAlignment,
      (value) => ({
        horizontalAlignment: enumerated(value, [
          "General",
          "Left",
          "Center",
          "Right",
          "Fill",
          "Justify",
          "CenterAcrossSelection",
          "Distributed",
        ]),
      }),
    ),
    verticalAlignment: styled(
      "1.1",
      (style) => style.verticalAlignment,
      (value) => ({
        verticalAlignment: enumerated(value, ["Top", "Center", "Bottom", "Justify", "Distributed"]),
      }),
    ),
    wrapText: styled(
      "1.1",
      (style) => style.wrapText,
      (value) => ({ wrapText: booleanValue(value) }),
    ),
    indentLevel: styled(
      "1.9",
      (style) => style.indentLevel,
      (value) => ({ indentLevel: between(value, 0, 250) }),
    ),
    textOrientation: styled(
      "1.7",
      (style) => style.textOrientation,
      (value) => ({ textOrientation: value === 180 ? 180 : between(value, -90, 90) }),
    ),
    shrinkToFit: styled(
      "1.9",
      (style) => style.shrinkToFit,
      (value) => ({ shrinkToFit: booleanValue(value) }),
    ),
    columnWidth: {
      since: "1.2",
      get: ({ sheet, areas }) => allAlike(areas, "left", "right", (column) => sheet.columnWidth(column)),
      set: (target, value, run) => setSizes(target, "columns", between(value, 0, 1790), run),
    },
    // "Determines if the row height of the Range object equals the standard height of the sheet."
    useStandardHeight: {
      since: "1.7",
      get: ({ sheet, areas }) => allAlike(areas, "top", "bottom", (row) => !sheet.rows.sizes.has(row)),
      set: (target, value, run) => {
        if (booleanValue(value)) setSizes(target, "rows", undefined, run);
      },
    },
    useStandardWidth: {
      since: "1.7",
      get: ({ sheet, areas }) =>
        allAlike(areas, "left", "right", (column) => !sheet.columns.sizes.has(column)),
      set: (target, value, run) => {
        if (booleanValue(value)) setSizes(target, "columns", undefined, run);
      },
    },
    rowHeight: {
      since: "1.2",
      get: ({ sheet, areas }) => allAlike(areas, "top", "bottom", (row) => sheet.rowHeight(row)),
      // 409.5 points is the tallest row Excel has.
      set: (target, value, run) => setSizes(target, "rows", between(value, 0, 409.5), run),
    },
  },
  navigations: {
    fill: { since: "1.1", class: "RangeFill", get: (target) => target },
    font: { since: "1.1", class: "RangeFont", get: (target) => target },
    borders: { since: "1.1", class: "RangeBorderCollection", get: (target) => target },
    protection: { since: "1.2", class: "FormatProtection", get: (target) => target },
  },
  methods: {
    autofitColumns: {
      since: "1.2",
      call: ({ sheet, areas }, _, run) => {
        for (const area of areas) {
          run.mayWrite(sheet, area, "allowFormatColumns");
          autofitColumns(sheet, area, run);
        }
      },
    },
    autofitRows: {
      since: "1.2",
      call: ({ sheet, areas }, _, run) => {
        for (const area of areas) {
          run.mayWrite(sheet, area, "allowFormatRows");
          const used = sheet.usedArea(false);
          const within = used && intersection(used, area);
          if (within) sheet.setRowHeight(within.top, within.bottom, undefined);
        }
      },
    },
  },
});

/** Widths by the longest text shown: 5.25 points a character of Latin, 10.5 of Chinese, as in 11-point Calibri. */
function autofitColumns(sheet: Sheet, area: Area, run: Run): void {
  run.settle();
  const used = sheet.usedArea(true);
  const within = used && intersection(used, area);
  if (!within) return;
  for (let column = within.left; column <= within.right; column++) {
    let longest = 0;
    for (let row = within.top; row <= within.bottom; row++) {
      const value = sheet.value(row, column);
      if (value === null) continue;
      const { font } = sheet.style(row, column);
      const points = textWidth(cellText(sheet, row, column)) * (font.size / 11) * (font.bold ? 1.08 : 1);
      longest = Math.max(longest, points);
    }
    if (longest > 0) sheet.setColumnWidth(column, column, Math.min(1790, Math.ceil((longest + 7) * 4) / 4));
  }
}

function textWidth(text: string): number {
  let width = 0;
  for (const line of text.split("\n")) {
    let points = 0;
    for (const character of line) points += character.codePointAt(0)! > 0x2e7f ? 10.5 : 5.25;
    width = Math.max(width, points);
  }
  return width;
}

/** Makes rows so high or columns so wide; undefined for the standard size. */
function setSizes(
  { sheet, areas }: FormatTarget,
  lines: "rows" | "columns",
  points: number | undefined,
  run: Run,
): void {
  for (const area of areas) {
    run.mayWrite(sheet, area, lines === "rows" ? "allowFormatRows" : "allowFormatColumns");
    if (lines === "rows") sheet.setRowHeight(area.top, area.bottom, points);
    else sheet.setColumnWidth(area.left, area.right, points);
  }
}

function allAlike<T extends number | boolean>(
  areas: readonly Area[],
  from: "left" | "top",
  to: "right" | "bottom",
  size: (index: number) => T,
): T | null {
  let found: T | undefined;
  for (const area of areas) {
    for (let index = area[from]; index <= area[to]; index++) {
      const points = size(index);
      if (found !== undefined && found !== points) return null;
      found = points;
    }
  }
  return found ?? null;
}

function between(value: unknown, least: number, most: number): number {
  const number = numberValue(value);
  if (number < least || number > most) throw invalidArgument(`should be from ${least} to ${most}`);
  return number;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
const rangeFillClass = hostClass("RangeFill", {
  properties: {
    // A cell without a fill is white, as Excel answers.
    color: styled(
      "1.1",
      (style) => style.fill || "#FFFFFF",
      (value) => ({ fill: colour(value) }),
    ),
  },
  methods: {
    clear: { since: "1.1", call: (target, _, run) => patch(target, run, { fill: "" }) },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
const rangeFontClass = hostClass("RangeFont", {
  properties: {
    bold: styled(
      "1.1",
      (style) => style.font.bold,
      (value) => ({ font: { bold: booleanValue(value) } }),
    ),
    italic: styled(
      "1.1",
      (style) => style.font.italic,
      (value) => ({ font: { italic: booleanValue(value) } }),
    ),
    color: styled(
      "1.1",
      (style) => style.font.color,
      (value) => ({ font: { color: colour(value) || "#000000" } }),
    ),
    name: styled(
      "1.1",
      (style) => style.font.name,
      (value) => ({ font: { name: textValue(value) } }),
    ),
    size: styled(
      "1.1",
      (style) => style.font.size,
      (value) => ({ font: { size: between(value, 1, 409) } }),
    ),
    underline: styled(
      "1.1",
      (style) => style.font.underline,
      (value) => ({
        font: {
          underline: enumerated(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]),
        },
      }),
    ),
    strikethrough: styled(
      "1.9",
      (style) => style.font.strikethrough,
      (value) => ({ font: { strikethrough: booleanValue(value) } }),
    ),
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.formatprotection */
const formatProtectionClass = hostClass("FormatProtection", {
  properties: {
    locked: locking("locked"),
    formulaHidden: locking("formulaHidden"),
  },
});

/** Locks are changed only while the sheet isn't protected. */
function locking(name: "locked" | "formulaHidden"): Property<FormatTarget> {
  return {
    since: "1.2",
    get: (target, run) => common(target, run, (style) => style[name]),
    set: ({ sheet, areas }, value, run) => {
      for (const area of areas) {
        run.mayWrite(sheet, area, "no protection allows this");
        sheet.setStyle(area, { [name]: booleanValue(value) });
      }
    },
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
const rangeBorderCollectionClass = hostClass("RangeBorderCollection", {
  properties: { count: { since: "1.1", get: () => SIDES.length } },
  collection: {
    of: "RangeBorder",
    items: (target) => SIDES.map((side) => ({ ...target, side })),
    find: (target, key) => {
      const side = SIDES.find((each) => each.toLowerCase() === String(key).toLowerCase());
      return side && { ...target, side };
    },
    getItem: "1.1",
    getItemAt: "1.1",
  },
});

const NO_BORDER: Border = { style: "None", color: "#000000", weight: "Thin" };

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeborder */
const rangeBorderClass = hostClass("RangeBorder", {
  identity: ({ side }) => side,
  properties: {
    sideIndex: { since: "1.1", get: ({ side }) => side },
    style: {
      since: "1.1",
      get: (target, run) => commonBorder(target, run, "style"),
      set: (target, value, run) => {
        const words = [
          "None",
          "Continuous",
          "Dash",
          "DashDot",
          "DashDotDot",
          "Dot",
          "Double",
          "SlantDashDot",
        ] as const;
        drawBorder(target, { style: enumerated(value, words) }, run);
      },
    },
    color: {
      since: "1.1",
      get: (target, run) => commonBorder(target, run, "color"),
      set: (target, value, run) => drawBorder(target, { color: colour(value) }, run),
    },
    weight: {
      since: "1.1",
      get: (target, run) => commonBorder(target, run, "weight"),
      set: (target, value, run) =>
        drawBorder(target, { weight: enumerated(value, ["Hairline", "Thin", "Medium", "Thick"]) }, run),
    },
  },
});

/** The cells that have a side of the range, and which side of each it is. */
function borderCells(area: Area, side: Side): { readonly cells: Area; readonly of: keyof Borders }[] {
  switch (side) {
    case "EdgeTop":
      return [{ cells: { ...area, bottom: area.top }, of: "top" }];
    case "EdgeBottom":
      return [{ cells: { ...area, top: area.bottom }, of: "bottom" }];
    case "EdgeLeft":
      return [{ cells: { ...area, right: area.left }, of: "left" }];
    case "EdgeRight":
      return [{ cells: { ...area, left: area.right }, of: "right" }];
    case "InsideVertical":
      return area.left === area.right
        ? []
        : [
            { cells: { ...area, right: area.right - 1 }, of: "right" },
            { cells: { ...area, left: area.left + 1 }, of: "left" },
          ];
    case "InsideHorizontal":
      return area.top === area.bottom
        ? []
        : [
            { cells: { ...area, bottom: area.bottom - 1 }, of: "bottom" },
            { cells: { ...area, top: area.top + 1 }, of: "top" },
          ];
    case "DiagonalDown":
      return [{ cells: area, of: "diagonalDown" }];
    case "DiagonalUp":
      return [{ cells: area, of: "diagonalUp" }];
  }
}

function commonBorder({ sheet, areas, side }: BorderTarget, run: Run, part: keyof Border): string | null {
  for (const area of areas) {
    const [first] = borderCells(area, side);
    if (!first) return NO_BORDER[part];
    return common(
      { sheet, areas: [first.cells] },
      run,
      (style) => (style.borders[first.of] ?? NO_BORDER)[part],
    );
  }
  throw itemNotFound();
}

function drawBorder({ sheet, areas, side }: BorderTarget, change: Partial<Border>, run: Run): void {
  for (const area of areas) {
    run.mayWrite(sheet, area, "allowFormatCells");
    for (const { cells, of } of borderCells(area, side)) {
      const before = sheet.style(cells.top, cells.left).borders[of];
      const border = { ...NO_BORDER, style: "Continuous", ...before, ...change };
      sheet.setStyle(cells, { borders: { [of]: border.style === "None" ? undefined : border } });
    }
  }
}

export const rangeFormatClasses: readonly HostClass[] = [
  rangeFormatClass,
  rangeFillClass,
  rangeFontClass,
  formatProtectionClass,
  rangeBorderCollectionClass,
  rangeBorderClass,
] as unknown as readonly HostClass[];
