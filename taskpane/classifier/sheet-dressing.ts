import type { ReportChart, ReportFormat, ReportPivot } from "../../src/core/report/report";
import { headingLines } from "../../src/core/report/row-lines";
import { SLICER_ROWS } from "../../src/core/report/pivots-sheet";
import { orderOf } from "../../src/core/report/tier-order";
import type {
  CellsFormat,
  CellsLook,
  Dressing,
  PlannedChart,
  PlannedPage,
  PlannedPivot,
} from "../../src/excel/dressing";
import type { SheetArea } from "../../src/excel/sheet-area";
import { referred } from "../../src/files/cell-ranges";
import { NUMBER_FORMATS, STYLES, type Look } from "../../src/files/cell-styles";
import { halfWhite } from "../../src/files/conditional-formats";
import { pagesAcross, titleRows } from "../../src/files/page-setup";
import { plainLooks } from "../../src/files/plain-rows";
import { chartFormats } from "../../src/files/report-charts";
import { pointsHigh } from "../../src/files/row-height";
import type { PlacedBlock, PlacedSheet } from "../../src/files/sheet-layout";

type PlacedTable = PlacedBlock & { readonly kind: "table" };

/** What the names of Tiersheet's charts, PivotTables and slicers begin with. */
const OURS = "Tiersheet ";

/**
 * A sheet's looks, conditional formats, charts, PivotTables and page, bound to the cells where they stand.
 *
 * @param byCustomer true of a table with a row a customer: its columns are found by their ids
 */
export function dressingOf(
  sheet: PlacedSheet,
  sheets: readonly PlacedSheet[],
  byCustomer: boolean,
): Dressing {
  const page = sheet.print !== null;
  return {
    ...(page ? looksOf(sheet) : { looks: [], merges: [], heights: [] }),
    gridlines: !page,
    formats: sheet.blocks.flatMap((block) =>
      block.kind === "table"
        ? (block.table.formats ?? []).flatMap((format) => formatOf(format, block, byCustomer))
        : [],
    ),
    charts: sheet.charts.map((chart) => chartOf(chart, sheets)),
    pivots: pivotsOf(sheet, sheets),
    page: pageOf(sheet),
  };
}

/** The looks of a page's cells, the cells it merges, and the rows that are higher than others. */
function looksOf({ blocks, widths }: PlacedSheet): Pick<Dressing, "looks" | "merges" | "heights"> {
  const cells = new Map<Look, SheetArea[]>();
  const merges: SheetArea[] = [];
  const lines = new Map<number, number>();
  const look = (name: Look, row: number, column: number, columns: number) => {
    const areas = cells.get(name) ?? [];
    const last = areas.at(-1);
    if (last?.row === row && last.column + last.columns === column) {
      areas[areas.length - 1] = { ...last, columns: last.columns + columns };
    } else areas.push({ row, column, rows: 1, columns });
    cells.set(name, areas);
  };
  const high = (row: number, count: number) => lines.set(row, Math.max(lines.get(row) ?? 1, count));
  for (const block of blocks) {
    if (block.kind === "heading") {
      const { row, column } = block;
      const { level, span = 1 } = block.heading;
      if (span > 1) merges.push({ row, column, rows: 1, columns: span });
      high(row, headingLines(block.heading, column, widths));
      if (level === 0 && span > 1) look("paragraph", row, column, 1);
    } else if (block.table.plain) {
      const looks = plainLooks(block, widths);
      high(block.row, looks.headerLines);
      block.columns.forEach(({ span = 1 }, c) => {
        const column = block.at[c] ?? 0;
        if (span > 1) merges.push({ row: block.row, column, rows: block.count + 1, columns: span });
      });
      for (let i = -1; i < block.count; i++) {
        block.columns.forEach(({ span = 1 }, c) =>
          look(i < 0 ? looks.header(c) : looks.cell(i, c), block.row + 1 + i, block.at[c] ?? 0, span),
        );
        if (i >= 0) high(block.row + 1 + i, looks.lines(i));
      }
    }
  }
  return {
    looks: [...cells].map(([name, areas]) => ({ ...lookOf(name), areas })),
    merges,
    heights: heightsOf(lines),
  };
}

function heightsOf(lines: ReadonlyMap<number, number>): Dressing["heights"] {
  const heights: { row: number; count: number; points: number }[] = [];
  for (const [row, count] of [...lines].sort(([a], [b]) => a - b)) {
    if (count <= 1) continue;
    const last = heights.at(-1);
    const points = pointsHigh(count);
    if (last?.points === points && last.row + last.count === row) last.count++;
    else heights.push({ row, count: 1, points });
  }
  return heights;
}

const WEIGHTS = { hair: "Hairline", thin: "Thin", medium: "Medium" } as const;

/** A look of the file writer, as Excel is told of it. */
function lookOf(name: Look): Omit<CellsLook, "areas"> {
  const { font, fill, alignment, border } = STYLES[name];
  const lines = (["top", "bottom"] as const).flatMap((side) => {
    const line = border?.[side];
    if (!line) return [];
    return {
      side: side === "top" ? ("EdgeTop" as const) : ("EdgeBottom" as const),
      weight: WEIGHTS[line.style as keyof typeof WEIGHTS] ?? "Thin",
      color: `#${line.color?.rgb ?? "000000"}`,
    };
  });
  const filled = fill?.type === "pattern" ? fill.fgColor?.rgb : undefined;
  return {
    bold: font?.bold ?? false,
    ...(font?.size === undefined ? {} : { size: font.size }),
    color: `#${font?.color?.rgb ?? "000000"}`,
    ...(filled === undefined ? {} : { fill: `#${filled}` }),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(alignment?.shrinkToFit ? { shrink: true } : {}),
    ...(alignment?.horizontal ? { horizontal: capital(alignment.horizontal) as "Left" } : {}),
    vertical: alignment?.vertical === "center" ? "Center" : "Top",
    ...(alignment?.indent ? { indent: alignment.indent } : {}),
    ...(lines.length > 0 ? { lines } : {}),
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The cells of some columns of a table's body, columns side by side as one; without the rows that sum others for bars. */
function formatOf(format: ReportFormat, block: PlacedTable, byCustomer: boolean): readonly CellsFormat[] {
  const places = block.columns.flatMap(({ id }, c) => (format.columns.includes(id) ? [c] : []));
  if (places.length === 0) return [];
  const rows = block.count - (format.kind === "bars" ? (block.table.sums?.length ?? 0) : 0);
  if (rows < 1) return [];
  const cells = byCustomer
    ? { columns: format.columns }
    : {
        areas: joined(
          places.map((c): SheetArea => ({ row: block.row + 1, column: block.at[c] ?? 0, rows, columns: 1 })),
        ),
      };
  switch (format.kind) {
    case "labels":
      return [
        {
          ...cells,
          kind: "labels",
          labels: format.labels.map(({ label, fill, text }) => ({
            label,
            fill: `#${fill}`,
            text: `#${text}`,
          })),
        },
      ];
    case "bars":
      return [{ ...cells, kind: "bars", colour: `#${format.colour}` }];
    case "scale":
      return [{ ...cells, kind: "scale", half: `#${halfWhite(format.colour)}`, colour: `#${format.colour}` }];
  }
}

function joined(areas: readonly SheetArea[]): readonly SheetArea[] {
  const all: SheetArea[] = [];
  for (const area of areas) {
    const last = all.at(-1);
    if (last && last.row === area.row && last.column + last.columns === area.column) {
      all[all.length - 1] = { ...last, columns: last.columns + area.columns };
    } else all.push(area);
  }
  return all;
}

function chartOf(chart: ReportChart, sheets: readonly PlacedSheet[]): PlannedChart {
  const { id, kind, title, place, rows, columns, axisTitles = {}, labelled = false } = chart;
  const formats = chartFormats(chart, sheets);
  const cells = (reference: ReportChart["categories"]) => {
    const { sheet, row, column, values } = referred(sheets, reference);
    return { plan: sheet.id, area: { row, column, rows: Math.max(values.length, 1), columns: 1 } };
  };
  return {
    name: OURS + id,
    kind,
    title,
    categories: cells(chart.categories),
    series: chart.series.map(({ name, values, colour, pointColours }) => ({
      name,
      values: cells(values),
      colour: `#${colour}`,
      ...(pointColours ? { pointColours: pointColours.map((one) => `#${one}`) } : {}),
    })),
    axisTitles,
    valueFormat: formats.value,
    labelFormat: formats.label,
    categoryFormat: formats.category,
    labelled,
    area: { ...place, rows, columns },
  };
}

/** Columns that a slicer covers; the first column of a pivot, that of labels, is wide enough for one. */
const SLICER_COLUMNS = 2;

/** A sheet without the cells that its PivotTables fill themselves. */
export function withoutPivotCells(sheet: PlacedSheet): PlacedSheet {
  const filled = new Set(sheet.pivots.map(({ name }) => name));
  return filled.size === 0
    ? sheet
    : {
        ...sheet,
        blocks: sheet.blocks.filter((block) => block.kind === "heading" || !filled.has(block.table.name)),
      };
}

function pivotsOf({ pivots }: PlacedSheet, sheets: readonly PlacedSheet[]): readonly PlannedPivot[] {
  const taken = new Set<string>();
  return pivots.map((pivot) => pivotOf(pivot, pivotName(pivot, taken), sheets));
}

/** A name of its own, which Excel tells apart by more than case, and takes: at most 255 characters. */
function pivotName({ id }: ReportPivot, taken: Set<string>): string {
  const name = OURS + id.slice(0, 200);
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name} (${copy})`;
  taken.add(free.toLowerCase());
  return free;
}

/**
 * A PivotTable on the table of customers. Ratios of sums are left out: Office.js has no calculated fields.
 * Its first field, the tier, stands in the policy's order: sorted by labels from A to Z or from Z to A, or by the column
 * `tierOrder`, whose labels have their places before them, for the policies where it is neither.
 */
function pivotOf(pivot: ReportPivot, name: string, sheets: readonly PlacedSheet[]): PlannedPivot {
  const source = sheets.find(({ blocks }) =>
    blocks.some((block) => block.kind === "table" && block.table.name === pivot.table),
  );
  const { row, column } = pivot.place;
  return {
    name,
    caption: pivot.caption,
    source: source?.id ?? null,
    rows: pivot.rows.map(({ column: field, items, labels }) => ({
      column: field,
      items: source || labels ? items.filter((item) => item !== null) : null,
      labels: labels ?? null,
      descending: isReversed(items),
    })),
    values: pivot.values.flatMap(({ of, caption, format }) =>
      of.kind === "ratio"
        ? []
        : {
            column: of.column,
            caption,
            by: of.kind === "count" ? ("Count" as const) : ("Sum" as const),
            share: of.kind === "share",
            format: FORMATS[format],
          },
    ),
    row,
    column,
    slicers: pivot.rows.map(({ column: field, items }, at) => ({
      name: `${name} ${at + 1}`,
      column: field,
      descending: isReversed(items),
      area: {
        row: row - 1 - SLICER_ROWS,
        column: column + at,
        rows: SLICER_ROWS - 1,
        columns: at === 0 ? 1 : SLICER_COLUMNS,
      },
    })),
  };
}

const FORMATS: Readonly<Record<ReportPivot["values"][number]["format"], string>> = {
  text: "@",
  integer: NUMBER_FORMATS.Integer,
  number: NUMBER_FORMATS.Number,
  money: NUMBER_FORMATS.Money,
  date: NUMBER_FORMATS.Date,
  share: NUMBER_FORMATS.Share,
};

/** True where items stand from Z to A. */
function isReversed(items: readonly (string | null)[]): boolean {
  const labels = items.filter((item) => item !== null);
  const language = labels.some((label) => /\p{Script=Han}/u.test(label)) ? "zh" : "en";
  return labels.length > 1 && orderOf(labels, language) === "descending";
}

function pageOf(sheet: PlacedSheet): PlannedPage | null {
  const { print, frozenColumns, hidden } = sheet;
  if (hidden) return null;
  const parted = print ? null : pagesAcross(sheet);
  const fit = print?.fit ?? parted ?? "width";
  return {
    fit: fit === "width" ? fit : { scale: fit.scale },
    ...(print?.portrait ? { portrait: true } : {}),
    rowBreaks: print?.rowBreaks ?? [],
    columnBreaks: fit === "width" ? [] : fit.breaks,
    header: print?.header ?? null,
    titleRows: titleRows(sheet),
    titleColumns: parted ? frozenColumns : 0,
  };
}
