import { findFormulas, type FormulaCell } from "./formula-cells";
import { looksAt, type LookedAt } from "./formula-references";
import type { WriteOptions } from "./going";
import { isSessionLost } from "./office-troubles";
import { ownAreas, type OwnFound, type OwnSheetFound } from "./own-found";
import { isOwnName } from "./own-names";
import { patiently, type Wait } from "./patience";
import { addressOf, covers, overlaps, type SheetArea } from "./sheet-area";

/** What of the analyst's looks at cells that are Tiersheet's. */
export interface OthersReferences {
  readonly count: number;
  /** Where they are, for people: `Report!B2:B9`, a defined name, `Report: Chart 1`. */
  readonly places: readonly string[];
}

/**
 * Finds the formulas, defined names, charts and PivotTables of the analyst's that look at what Tiersheet wrote, and would
 * show #REF!, or nothing, without it. Null where the reader cancelled. Rules of conditional formats and of validation
 * aren't looked through.
 *
 * @param kept own sheets that aren't to be deleted, but emptied of Tiersheet's cells
 */
export async function findOthersReferences(
  context: Excel.RequestContext,
  own: OwnFound,
  kept: readonly OwnSheetFound[],
  going: WriteOptions,
  pause: Wait,
): Promise<OthersReferences | null> {
  const meant = await cellsMeant(context, own, kept, pause);
  if (meant.sheets.size === 0) return { count: 0, places: [] };
  const isMeant = looksAt(meant);
  const isGone = (sheet: string) => meant.sheets.get(sheet.toLowerCase()) === null;
  const isOwnCell = ({ row, column }: FormulaCell, sheet: string) =>
    meant.sheets
      .get(sheet.toLowerCase())
      ?.some((area) => covers(area, { row, column, rows: 1, columns: 1 })) ?? false;
  const found = await findFormulas(
    context,
    (formula, sheet) => !isGone(sheet) && isMeant(formula, sheet),
    going,
    pause,
  );
  if (!found) return null;
  const formulas = found.flatMap(({ name, cells }) => {
    const others = cells.filter((cell) => !isOwnCell(cell, name));
    return [
      { count: others.length, places: downColumns(others).map((area) => `${name}!${addressOf(area)}`) },
    ];
  });
  const isOwn = (kind: "charts" | "pivots", name: string, sheet: string) =>
    own.sheets.some((one) => one.now.name === sheet && one.things[kind].some((thing) => thing.name === name));
  const things = await thingsThatLook(context, { isMeant, isGone, isOwn }, pause);
  return {
    count: formulas.reduce((sum, { count }) => sum + count, 0) + things.length,
    places: [...formulas.flatMap(({ places }) => places), ...things],
  };
}

/** The cells that are to be taken back, as formulas name them. */
async function cellsMeant(
  context: Excel.RequestContext,
  { sheets: ownSheets, beside }: OwnFound,
  kept: readonly OwnSheetFound[],
  pause: Wait,
): Promise<LookedAt> {
  const sheets = new Map<string, readonly SheetArea[] | null>();
  const tables = new Map<string, ReadonlySet<string> | null>();
  const columns = new Map<string, ReadonlySet<string>>();
  for (const own of ownSheets) {
    const areas = kept.includes(own) ? ownAreas(own) : null;
    sheets.set(own.now.name.toLowerCase(), areas);
    for (const { name, area } of own.now.tables) {
      if (!areas || areas.some((one) => overlaps(one, area))) tables.set(name.toLowerCase(), null);
    }
  }
  const inTables = beside.flatMap((one) => (one.table ? [{ ...one, table: one.table }] : []));
  const headers = await patiently(async () => {
    const rows = inTables.map(({ table }) => table.table.getHeaderRowRange());
    for (const row of rows) row.load("values");
    if (rows.length > 0) await context.sync();
    return rows.map(({ values }) => (values[0] ?? []) as unknown[]);
  }, pause);
  inTables.forEach(({ now, table, columns: ours }, i) => {
    const names = ours.flatMap(({ area }) =>
      area && overlaps(area, table.area) ? String(headers[i]?.[area.column - table.area.column] ?? "") : [],
    );
    const known = new Set(names.map((name) => name.trim().toLowerCase()));
    tables.set(table.name.toLowerCase(), known);
    columns.set(now.name.toLowerCase(), known);
  });
  for (const { now, columns: ours } of beside) {
    const sheet = now.name.toLowerCase();
    const areas = ours.flatMap(({ area }) => area ?? []);
    const before = sheets.get(sheet);
    if (before !== null && areas.length > 0) sheets.set(sheet, [...(before ?? []), ...areas]);
  }
  return { sheets, tables, columns };
}

/** Cells below each other as one area. */
function downColumns(cells: readonly FormulaCell[]): readonly SheetArea[] {
  const areas: SheetArea[] = [];
  const last = new Map<number, number>();
  for (const { row, column } of cells) {
    const at = last.get(column);
    const above = at === undefined ? undefined : areas[at];
    if (at !== undefined && above && above.row + above.rows === row) {
      areas[at] = { ...above, rows: above.rows + 1 };
    } else {
      last.set(column, areas.length);
      areas.push({ row, column, rows: 1, columns: 1 });
    }
  }
  return areas;
}

interface Looking {
  readonly isMeant: (formula: unknown, sheet: string) => boolean;
  /** True of a chart or a PivotTable of Tiersheet's. */
  readonly isOwn: (kind: "charts" | "pivots", name: string, sheet: string) => boolean;
}

/** Defined names, charts and PivotTables, by what a person calls them. */
async function thingsThatLook(
  context: Excel.RequestContext,
  { isMeant, isGone, isOwn }: Looking & { readonly isGone: (sheet: string) => boolean },
  pause: Wait,
): Promise<readonly string[]> {
  const { workbook } = context;
  const sheets = await patiently(async () => {
    const all = workbook.worksheets;
    workbook.names.load("items/name,items/formula");
    all.load(
      "items/name,items/names/items/name,items/names/items/formula,items/charts/items/name,items/pivotTables/items/name",
    );
    await context.sync();
    return all.items.filter(({ name }) => !isGone(name));
  }, pause);
  const named = [
    ...workbook.names.items.map((item) => ({ item, sheet: "" })),
    ...sheets.flatMap(({ name, names }) => names.items.map((item) => ({ item, sheet: name }))),
  ].filter(({ item, sheet }) => !isOwnName(item.name) && isMeant(item.formula, sheet));
  return [
    ...named.map(({ item }) => item.name),
    ...(await sourcesThatLook(context, sheets, { isMeant, isOwn }, pause)),
  ];
}

/** Charts and PivotTables by what they show, which Excel tells since ExcelApi 1.15. */
async function sourcesThatLook(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  { isMeant, isOwn }: Looking,
  pause: Wait,
): Promise<readonly string[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.15")) return [];
  const charts = sheets.flatMap(({ name, charts: { items } }) =>
    items.filter((chart) => !isOwn("charts", chart.name, name)).map((chart) => ({ sheet: name, chart })),
  );
  const pivots = sheets.flatMap(({ name, pivotTables: { items } }) =>
    items.filter((pivot) => !isOwn("pivots", pivot.name, name)).map((pivot) => ({ sheet: name, pivot })),
  );
  if (charts.length + pivots.length === 0) return [];
  await patiently(async () => {
    for (const { chart } of charts) chart.series.load("items/name");
    await context.sync();
  }, pause);
  const asked = [
    ...pivots.map(({ sheet, pivot }) => ({
      of: `${sheet}: ${pivot.name}`,
      ask: () => [pivot.getDataSourceString()],
    })),
    ...charts.map(({ sheet, chart }) => ({
      of: `${sheet}: ${chart.name}`,
      ask: () =>
        chart.series.items.flatMap((series) =>
          (["Values", "Categories"] as const).map((dimension) =>
            series.getDimensionDataSourceString(dimension),
          ),
        ),
    })),
  ];
  const looking: string[] = [];
  for (const { of, ask } of asked) {
    try {
      const texts = await patiently(async () => {
        const answers = ask();
        await context.sync();
        return answers.map(({ value }) => value);
      }, pause);
      if (texts.some((text) => isMeant(`=${text.replace(/^=/, "")}`, ""))) looking.push(of);
    } catch (error) {
      // A chart of a kind that has no cells behind it, or whose cells are in another workbook.
      if (isSessionLost(error)) throw error;
    }
  }
  return looking;
}
