import type {
  Beside,
  BesideColumn,
  NewSheet,
  SheetTable,
  TieredPlan,
  WrittenCell,
} from "../../src/excel/new-sheet";
import type { Workbook } from "../../src/workbench/workbook/workbook";

/** A run over a few customers, small enough to be struck at each of its syncs. */
export interface PlannedRun {
  /** Customers by name, with what was found of them. */
  readonly customers: Readonly<Record<string, readonly WrittenCell[]>>;
  readonly ids: readonly string[];
  readonly headers: readonly string[];
  readonly formats: readonly string[];
  /** Rows of the sheet of tiers: one that grows and shrinks. */
  readonly tiers?: number;
  readonly sheets?: boolean;
  readonly beside?: Omit<Beside, "columns" | "rowsAt"> & { readonly ids?: readonly string[] };
}

const LOOK = { hidden: false, frozenRows: 1, frozenColumns: 0, widths: [20, 12, 12] };

function tableOf(
  name: string,
  row: number,
  headers: readonly string[],
  rows: readonly (readonly WrittenCell[])[],
): SheetTable {
  return {
    kind: "table",
    row,
    name,
    headers,
    formats: headers.map(() => "@"),
    wrapped: [],
    count: rows.length,
    rows: async (from, count) => rows.slice(from, from + count),
    rowsAt: null,
  };
}

/** The plan of a run, as the pane would make it. */
export function planOf(run: PlannedRun): TieredPlan {
  const names = Object.keys(run.customers);
  const rowAt = (at: number): readonly WrittenCell[] =>
    at < 0 ? run.ids.map(() => null) : (run.customers[names[at] ?? ""] ?? []);
  const customers: SheetTable = {
    ...tableOf("Customers", 0, ["Customer", ...run.headers], []),
    ids: ["customer", ...run.ids],
    formats: ["@", ...run.formats],
    count: names.length,
    rows: async (from, count) => names.slice(from, from + count).map((name, i) => [name, ...rowAt(from + i)]),
    rowsAt: async (at) => at.map((place) => [names[place] ?? null, ...rowAt(place)]),
  };
  const tiers = Array.from({ length: run.tiers ?? 2 }, (_, i): WrittenCell[] => [
    `T${i + 1}`,
    `0${i}`,
    "=1+1",
  ]);
  const sheets: NewSheet[] = [
    {
      ...LOOK,
      id: "tiers",
      name: "Tiers",
      blocks: [
        { kind: "heading", row: 0, text: "Tiers of customers", level: 1 },
        { kind: "heading", row: 2, text: "By tier", level: 2 },
        tableOf("Tiers", 4, ["Tier", "Code", "Rule"], tiers),
        { kind: "heading", row: 6 + tiers.length, text: "007 is a text", level: 2 },
        tableOf(
          "Segments",
          8 + tiers.length,
          ["Segment", "Customers"],
          [
            ["a", "1"],
            ["b", "2"],
          ],
        ),
      ],
    },
    { ...LOOK, id: "customers", name: "Customers", blocks: [customers] },
    {
      ...LOOK,
      id: "snapshot",
      name: "Snapshot",
      hidden: true,
      blocks: [
        tableOf(
          "Snapshot",
          0,
          ["Customer", "Tier"],
          names.map((name, at) => [name, rowAt(at)[0] ?? null]),
        ),
      ],
    },
  ];
  return {
    sheets: run.sheets === false ? [] : sheets,
    places: async (cells) => cells.map((cell) => names.indexOf(String(cell).trim())),
    beside: run.beside ? besideOf(run, rowAt) : null,
    language: "en",
  };
}

function besideOf(run: PlannedRun, rowAt: (at: number) => readonly WrittenCell[]): Beside {
  const { beside } = run;
  if (!beside) throw new Error("nothing beside");
  const ids = beside.ids ?? run.ids;
  const columns = ids.map((id): BesideColumn => {
    const at = run.ids.indexOf(id);
    return { id, header: run.headers[at] ?? id, format: run.formats[at] ?? "@", width: 14 };
  });
  return {
    ...beside,
    columns,
    rowsAt: async (at) => at.map((place) => ids.map((id) => rowAt(place)[run.ids.indexOf(id)] ?? null)),
  };
}

/** Everything a reader sees in a workbook: cells, tables, names of sheets and what is hidden. */
export function contents(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => {
    const area = sheet.usedArea(true);
    const cells: Record<string, unknown> = {};
    for (let row = area?.top ?? 0; area && row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = sheet.formula(row, column) ?? sheet.value(row, column);
        if (cell !== null) cells[`${row}:${column}`] = cell;
      }
    }
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      tables: sheet.tables.map(({ name, area: { top, left, bottom, right } }) => [
        name,
        top,
        left,
        bottom,
        right,
      ]),
      cells,
    };
  });
}
