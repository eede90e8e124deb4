import { desc, from, op, table as frame } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, areaOf } from "../../../src/workbench/workbook/area";
import { cellError, isCellError, type CellValue } from "../../../src/workbench/workbook/cell-value";
import type { PivotTable } from "../../../src/workbench/workbook/pivot";
import {
  addData,
  addPivot,
  chooseItems,
  deletePivot,
  editPivot,
  fieldNamed,
  placeField,
  refreshPivot,
  renameData,
  sortByLabels,
  summarize,
} from "../../../src/workbench/workbook/pivot-edit";
import { itemsOf } from "../../../src/workbench/workbook/pivot-source";
import { isRefusal, Refusal } from "../../../src/workbench/workbook/refusal";
import type { Sheet } from "../../../src/workbench/workbook/sheet";
import { Workbook } from "../../../src/workbench/workbook/workbook";

/** The fruit sales of the documentation's article, shortened. */
const FARMS: CellValue[][] = [
  ["Farm", "Type", "Classification", "Crates Sold at Farm", "Crates Sold Wholesale"],
  ["A Farms", "Lime", "Organic", 300, 2000],
  ["A Farms", "Lemon", "Organic", 250, 1800],
  ["A Farms", "Orange", "Organic", 200, 2200],
  ["B Farms", "Lime", "Conventional", 80, 1000],
  ["B Farms", "Lemon", "Conventional", 75, 1230],
  ["B Farms", "Orange", "Conventional", 25, 800],
  ["B Farms", "Orange", "Organic", 20, 500],
  ["C Farms", "Kiwi", "Organic", 30, 920],
];

function pivotOf(
  rows: CellValue[][],
  culture: "en-US" | "zh-CN" = "en-US",
): { pivot: PivotTable; sheet: Sheet; data: Sheet } {
  const book = new Workbook("Data");
  book.culture = culture;
  const data = book.sheets[0]!;
  const area = { top: 0, left: 0, bottom: rows.length - 1, right: rows[0]!.length - 1 };
  data.write(area, rows);
  const sheet = book.addSheet("Pivot");
  const pivot = addPivot(sheet, "Farm Sales", { sheet: data, area }, { row: 2, column: 0 });
  if (isRefusal(pivot)) throw new Error(pivot.message);
  return { pivot, sheet, data };
}

interface Wanted {
  rows?: string[];
  columns?: string[];
  filters?: string[];
  data?: string[];
}

function build(pivot: PivotTable, { rows = [], columns = [], filters = [], data = [] }: Wanted): void {
  const refused = editPivot(pivot, () => {
    for (const name of rows) placeField(pivot, fieldNamed(pivot, name)!, "rows");
    for (const name of columns) placeField(pivot, fieldNamed(pivot, name)!, "columns");
    for (const name of filters) placeField(pivot, fieldNamed(pivot, name)!, "filters");
    for (const name of data) addData(pivot, fieldNamed(pivot, name)!);
  });
  expect(refused).toBeUndefined();
}

const cells = (sheet: Sheet, address: string): CellValue[][] => sheet.values(areaOf(address)!);
const body = (pivot: PivotTable): CellValue[][] => pivot.sheet.values(pivot.body);

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables
describe("a PivotTable of the documentation's farms", () => {
  it("lays rows and data out in compact form, subtotals at the top", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm", "Type"], data: ["Crates Sold at Farm", "Crates Sold Wholesale"] });
    expect(addressOf(pivot.body)).toBe("A3:C14");
    expect(body(pivot)).toEqual([
      ["Row Labels", "Sum of Crates Sold at Farm", "Sum of Crates Sold Wholesale"],
      ["A Farms", 750, 6000],
      ["Lemon", 250, 1800],
      ["Lime", 300, 2000],
      ["Orange", 200, 2200],
      ["B Farms", 200, 3530],
      ["Lemon", 75, 1230],
      ["Lime", 80, 1000],
      ["Orange", 45, 1300],
      ["C Farms", 30, 920],
      ["Kiwi", 30, 920],
      ["Grand Total", 980, 10450],
    ]);
  });

  it("puts columns across and the data's name in the corner", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], columns: ["Farm"], data: ["Crates Sold Wholesale"] });
    expect(body(pivot)).toEqual([
      ["Sum of Crates Sold Wholesale", "Column Labels", null, null, null],
      ["Row Labels", "A Farms", "B Farms", "C Farms", "Grand Total"],
      ["Kiwi", null, null, 920, 920],
      ["Lemon", 1800, 1230, null, 3030],
      ["Lime", 2000, 1000, null, 3000],
      ["Orange", 2200, 1300, null, 3500],
      ["Grand Total", 6000, 3530, 920, 10450],
    ]);
  });

  it("names every data field under every column, and totals of each", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, {
      rows: ["Farm"],
      columns: ["Classification"],
      data: ["Crates Sold at Farm", "Crates Sold Wholesale"],
    });
    expect(body(pivot).slice(0, 4)).toEqual([
      [null, "Column Labels", null, null, null, null, null],
      [
        null,
        "Conventional",
        null,
        "Organic",
        null,
        "Total Sum of Crates Sold at Farm",
        "Total Sum of Crates Sold Wholesale",
      ],
      [
        "Row Labels",
        ...["Sum of Crates Sold at Farm", "Sum of Crates Sold Wholesale"],
        ...["Sum of Crates Sold at Farm", "Sum of Crates Sold Wholesale"],
        ...[null, null],
      ],
      ["A Farms", null, null, 750, 6000, 750, 6000],
    ]);
  });

  it("gives each row field a column in outline form", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm", "Type"], data: ["Crates Sold at Farm"] });
    editPivot(pivot, () => void (pivot.layout.layoutType = "Outline"));
    expect(body(pivot).slice(0, 4)).toEqual([
      ["Farm", "Type", "Sum of Crates Sold at Farm"],
      ["A Farms", null, 750],
      [null, "Lemon", 250],
      [null, "Lime", 300],
    ]);
  });

  it("puts outer items beside their first inner one and totals below in tabular form", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm", "Type"], data: ["Crates Sold at Farm"] });
    editPivot(pivot, () => void Object.assign(pivot.layout, { layoutType: "Tabular", repeatLabels: true }));
    expect(body(pivot)).toEqual([
      ["Farm", "Type", "Sum of Crates Sold at Farm"],
      ["A Farms", "Lemon", 250],
      ["A Farms", "Lime", 300],
      ["A Farms", "Orange", 200],
      ["A Farms Total", null, 750],
      ["B Farms", "Lemon", 75],
      ["B Farms", "Lime", 80],
      ["B Farms", "Orange", 45],
      ["B Farms Total", null, 200],
      ["C Farms", "Kiwi", 30],
      ["C Farms Total", null, 30],
      ["Grand Total", null, 980],
    ]);
  });

  it("filters by a filter hierarchy and shows what it is set to above the body", () => {
    const { pivot, sheet } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], filters: ["Classification"], data: ["Crates Sold at Farm"] });
    expect(cells(sheet, "A1:B2")).toEqual([
      ["Classification", "(All)"],
      [null, null],
    ]);
    editPivot(pivot, () => chooseItems(pivot, fieldNamed(pivot, "Classification")!, ["Organic"]));
    expect(cells(sheet, "A1:B1")).toEqual([["Classification", "Organic"]]);
    expect(body(pivot)).toEqual([
      ["Row Labels", "Sum of Crates Sold at Farm"],
      ["A Farms", 750],
      ["B Farms", 20],
      ["C Farms", 30],
      ["Grand Total", 800],
    ]);
  });

  it("speaks Chinese in a Chinese Excel", () => {
    const { pivot } = pivotOf(FARMS, "zh-CN");
    build(pivot, { rows: ["Farm", "Type"], data: ["Crates Sold at Farm"] });
    editPivot(pivot, () => void (pivot.layout.layoutType = "Tabular"));
    expect(body(pivot)[0]).toEqual(["Farm", "Type", "求和项:Crates Sold at Farm"]);
    expect(body(pivot)[4]).toEqual(["A Farms 汇总", null, 750]);
    expect(body(pivot).at(-1)).toEqual(["总计", null, 980]);
  });

  it("shows shares with the format of percent", () => {
    const { pivot, sheet } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], columns: ["Classification"], data: ["Crates Sold at Farm"] });
    editPivot(pivot, () => void (pivot.data[0]!.showAs = "PercentOfRowTotal"));
    expect(body(pivot)[3]).toEqual(["B Farms", 180 / 200, 20 / 200, 1]);
    expect(sheet.style(5, 1).numberFormat).toBe("0.00%");
    editPivot(pivot, () => void (pivot.data[0]!.showAs = "PercentOfColumnTotal"));
    expect(body(pivot)[3]).toEqual(["B Farms", 1, 20 / 800, 200 / 980]);
    editPivot(pivot, () => void (pivot.data[0]!.showAs = "PercentOfGrandTotal"));
    expect(body(pivot)[2]).toEqual(["A Farms", 0, 750 / 980, 750 / 980]);
  });

  it("sorts by labels and by values", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], data: ["Crates Sold Wholesale"] });
    const type = fieldNamed(pivot, "Type")!;
    editPivot(pivot, () => sortByLabels(pivot, type, true));
    expect(body(pivot).map(([label]) => label)).toEqual([
      "Row Labels",
      "Orange",
      "Lime",
      "Lemon",
      "Kiwi",
      "Grand Total",
    ]);
    editPivot(
      pivot,
      () => void (type.sort = { by: "values", descending: false, hierarchy: pivot.data[0]!.name }),
    );
    expect(body(pivot).map(([label]) => label)).toEqual([
      "Row Labels",
      "Kiwi",
      "Lime",
      "Lemon",
      "Orange",
      "Grand Total",
    ]);
  });

  it("filters by value within what it would show", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], data: ["Crates Sold Wholesale"] });
    const valueFilter = { condition: "TopN", value: "Sum of Crates Sold Wholesale", threshold: 2 };
    editPivot(pivot, () => void (fieldNamed(pivot, "Type")!.valueFilter = valueFilter));
    expect(body(pivot).slice(1)).toEqual([
      ["Lemon", 3030],
      ["Orange", 3500],
      ["Grand Total", 6530],
    ]);
  });
});

describe("a PivotTable and its source", () => {
  it("shows a change of the source after a refresh only", () => {
    const { pivot, data } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], data: ["Crates Sold at Farm"] });
    data.write(areaOf("D2")!, [[1300]]);
    expect(body(pivot)[1]).toEqual(["A Farms", 750]);
    expect(refreshPivot(pivot)).toBeUndefined();
    expect(body(pivot)[1]).toEqual(["A Farms", 1750]);
  });

  it("puts items of a later refresh last, unless the field is sorted", () => {
    const { pivot, data } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], data: ["Crates Sold at Farm"] });
    data.write(areaOf("B2")!, [["Apple"]]);
    refreshPivot(pivot);
    expect(body(pivot).map(([label]) => label)).toEqual([
      "Row Labels",
      "Kiwi",
      "Lemon",
      "Lime",
      "Orange",
      "Apple",
      "Grand Total",
    ]);
    editPivot(pivot, () => sortByLabels(pivot, fieldNamed(pivot, "Type")!, false));
    expect(body(pivot)[1]![0]).toBe("Apple");
  });

  it("drops a field whose column is gone and knows a new one", () => {
    const { pivot, data } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], data: ["Crates Sold at Farm"] });
    data.write(areaOf("B1")!, [["Kind"]]);
    refreshPivot(pivot);
    expect(pivot.rows).toEqual([]);
    expect(fieldNamed(pivot, "Kind")).toBeDefined();
    expect(fieldNamed(pivot, "Type")).toBeUndefined();
  });

  it.each([
    [
      [
        ["A", null],
        ["x", 1],
      ],
      "InvalidArgument",
    ],
    [[["A", "B"]], "InvalidArgument"],
  ] as [CellValue[][], string][])("refuses a source like %j", (rows, code) => {
    const book = new Workbook("Data");
    const sheet = book.sheets[0]!;
    const area = { top: 0, left: 0, bottom: rows.length - 1, right: 1 };
    sheet.write(area, rows);
    const refused = addPivot(sheet, "P", { sheet, area }, { row: 9, column: 9 });
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).code).toBe(code);
  });

  it("refuses to write over cells that aren't empty, and then is as before", () => {
    const { pivot, sheet } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], data: ["Crates Sold at Farm"] });
    sheet.write(areaOf("A9")!, [["mine"]]);
    const refused = editPivot(pivot, () => placeField(pivot, fieldNamed(pivot, "Type")!, "rows"));
    expect(refused?.code).toBe("PivotTableRangeConflict");
    expect(pivot.rows.map(({ name }) => name)).toEqual(["Farm"]);
    expect(sheet.value(8, 0)).toBe("mine");
    expect(body(pivot).at(-1)).toEqual(["Grand Total", 980]);
  });

  it("refuses to overlap another PivotTable, also the frame of an empty one", () => {
    const { pivot, sheet } = pivotOf(FARMS);
    const beside = addPivot(sheet, "Other", pivot.source, { row: 2, column: 2 });
    expect((beside as Refusal).code).toBe("PivotTableRangeConflict");
    expect(isRefusal(addPivot(sheet, "Other", pivot.source, { row: 2, column: 3 }))).toBe(false);
    expect((addPivot(sheet, "farm sales", pivot.source, { row: 60, column: 0 }) as Refusal).code).toBe(
      "ItemAlreadyExists",
    );
  });

  it("takes its cells away when deleted, and no others", () => {
    const { pivot, sheet } = pivotOf(FARMS);
    sheet.write(areaOf("E1")!, [["mine"]]);
    build(pivot, { rows: ["Farm"], data: ["Crates Sold at Farm"] });
    deletePivot(pivot);
    expect(sheet.usedArea(true)).toEqual(areaOf("E1"));
    expect(sheet.pivotTables).toEqual([]);
  });

  it("refuses a data name that a header or another data field has, in any case", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], data: ["Crates Sold at Farm", "Crates Sold at Farm"] });
    expect(pivot.data.map(({ name }) => name)).toEqual([
      "Sum of Crates Sold at Farm",
      "Sum of Crates Sold at Farm2",
    ]);
    expect(renameData(pivot, pivot.data[0]!, "type")?.code).toBe("InvalidArgument");
    expect(renameData(pivot, pivot.data[0]!, "Sum of Crates Sold at Farm2")?.code).toBe("InvalidArgument");
    expect(renameData(pivot, pivot.data[0]!, "Crates ")).toBeUndefined();
  });
});

// https://pivot-table.com/2010/07/10/pivot-table-summary-functions-count, https://www.contextures.com/xlPivot04.html
describe("values that aren't numbers", () => {
  const MESSY: CellValue[][] = [
    ["Key", "Qty"],
    ["a", 1],
    ["a", "text"],
    ["a", null],
    ["b", null],
    ["c", cellError("#N/A")],
    ["c", 5],
    ["A", 2],
    [null, true],
  ];

  it("makes the count the default, counts all but blanks, and shows errors in sums", () => {
    const { pivot } = pivotOf(MESSY);
    build(pivot, { rows: ["Key"], data: ["Qty"] });
    expect(pivot.data[0]).toMatchObject({ summarizeBy: "Count", name: "Count of Qty" });
    expect(body(pivot).slice(1)).toEqual([
      ["a", 3],
      ["b", null],
      ["c", 2],
      ["(blank)", 1],
      ["Grand Total", 6],
    ]);
    editPivot(pivot, () => summarize(pivot, pivot.data[0]!, "Sum"));
    expect(body(pivot)).toEqual([
      ["Row Labels", "Sum of Qty"],
      ["a", 3],
      ["b", null],
      ["c", cellError("#N/A")],
      ["(blank)", 0],
      ["Grand Total", cellError("#N/A")],
    ]);
  });

  it("keeps 1 and the text 1 apart, numbers before texts before blanks", () => {
    const { pivot } = pivotOf([
      ["K", "V"],
      ["b", 1],
      [10, 1],
      [null, 1],
      ["1", 1],
      [9, 1],
      [1, 1],
      ["B", 1],
    ]);
    build(pivot, { rows: ["K"], data: ["V"] });
    expect(body(pivot).map(([label]) => label)).toEqual([
      "Row Labels",
      1,
      9,
      10,
      "1",
      "b",
      "(blank)",
      "Grand Total",
    ]);
  });

  it("puts days and months in the order of Excel's custom lists", () => {
    const { pivot } = pivotOf([
      ["Month", "V"],
      ...["Mar", "Jan", "Dec", "Feb"].map((month): CellValue[] => [month, 1]),
    ]);
    expect(itemsOf(pivot, fieldNamed(pivot, "Month")!).items.map(({ name }) => name)).toEqual([
      "Jan",
      "Feb",
      "Mar",
      "Dec",
    ]);
  });
});

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, "text", "", true, false) },
);
const record = fc.tuple(
  fc.constantFrom<CellValue>("A", "a", "B", "C", null, 1, 2, true),
  fc.constantFrom<CellValue>("x", "y", "z", null),
  value,
);

describe("against arquero's rollups and sums of the source", () => {
  it("agrees with arquero on every cell", () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), (records) => {
        const { pivot } = pivotOf([["R", "C", "V"], ...records]);
        build(pivot, { rows: ["R"], columns: ["C"], data: ["V"] });
        for (const by of [
          "Sum",
          "Count",
          "Average",
          "Max",
          "Min",
          "StandardDeviation",
          "VarianceP",
        ] as const) {
          editPivot(pivot, () => summarize(pivot, pivot.data[0]!, by));
          const label = (part: CellValue): string =>
            typeof part === "string" ? part.toLowerCase() : String(part ?? "(blank)");
          const numbers = from(
            records
              .filter(([, , v]) => typeof v === "number")
              .map(([r, c, v]) => ({ r: label(r), c: label(c), v: v as number })),
          );
          const rolled =
            numbers.numRows() === 0
              ? []
              : (numbers
                  .groupby("r", "c")
                  .rollup({
                    Sum: op.sum("v"),
                    Average: op.mean("v"),
                    Max: op.max("v"),
                    Min: op.min("v"),
                    StandardDeviation: op.stdev("v"),
                    VarianceP: op.variancep("v"),
                    n: op.count(),
                  })
                  .objects() as Record<string, string | number>[]);
          const grid = body(pivot);
          for (const row of grid.slice(2, -1)) {
            for (let column = 1; column < row.length - 1; column += 1) {
              const r = label(row[0]!);
              const c = label(grid[1]![column]!);
              const shown = row[column]!;
              const group = rolled.find((one) => one.r === r && one.c === c);
              if (by === "Count") {
                const count = records.filter(
                  ([a, b, v]) => label(a) === r && label(b) === c && v !== null,
                ).length;
                expect(shown ?? 0).toBe(count);
              } else if (group && !(group.n === 1 && (by === "StandardDeviation" || by === "VarianceP"))) {
                expect(shown).toBeCloseTo(group[by] as number, 6);
              } else if (shown !== null) expect(isCellError(shown) || shown === 0).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has the sum of the source as grand total, text and blanks aside, an error where the source has one", () => {
    const messy = fc.oneof(
      { weight: 12, arbitrary: value },
      { weight: 1, arbitrary: fc.constant(cellError("#DIV/0!")) },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(record, messy), { minLength: 1, maxLength: 40 }),
        fc.constantFrom<Wanted>(
          { rows: ["R"] },
          { rows: ["R", "C"] },
          { rows: ["C"], columns: ["R"] },
          { columns: ["R", "C"] },
        ),
        (records, shape) => {
          const { pivot } = pivotOf([
            ["R", "C", "V"],
            ...records.map(([[r, c], v]): CellValue[] => [r, c, v]),
          ]);
          build(pivot, { ...shape, data: ["V"] });
          editPivot(pivot, () => summarize(pivot, pivot.data[0]!, "Sum"));
          const values = records.map(([, v]) => v);
          const total = body(pivot).at(-1)!.at(-1)!;
          if (values.some(isCellError)) expect(total).toEqual(cellError("#DIV/0!"));
          else if (values.every((v) => v === null)) expect(total).toBeNull();
          else {
            const cents = values.reduce<number>(
              (sum, v) => sum + (typeof v === "number" ? Math.round(v * 100) : 0),
              0,
            );
            expect(Math.round((total as number) * 100)).toBe(cents);
            expect(total).toBeCloseTo(cents / 100, 9);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("shows the same order as arquero when sorted by values", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Type"], data: ["Crates Sold Wholesale"] });
    const name = pivot.data[0]!.name;
    editPivot(
      pivot,
      () => void (fieldNamed(pivot, "Type")!.sort = { by: "values", descending: true, hierarchy: name }),
    );
    const columns = { type: FARMS.slice(1).map((row) => row[1]), sold: FARMS.slice(1).map((row) => row[4]) };
    const order = frame(columns)
      .groupby("type")
      .rollup({ sold: op.sum("sold") })
      .orderby(desc("sold"))
      .array("type");
    expect(
      body(pivot)
        .slice(1, -1)
        .map(([label]) => label),
    ).toEqual(order);
  });
});

describe("items with dates and names of their own", () => {
  it("show dates as dates, and a renamed item by its name", () => {
    const { pivot, sheet, data } = pivotOf([
      ["Day", "V"],
      [45_000, 1],
      [45_001, 2],
    ]);
    data.setStyle(areaOf("A2:A3")!, { numberFormat: "yyyy-mm-dd" });
    refreshPivot(pivot);
    build(pivot, { rows: ["Day"], data: ["V"] });
    const { items } = itemsOf(pivot, fieldNamed(pivot, "Day")!);
    expect(items.map(({ name }) => name)).toEqual(["2023-03-15", "2023-03-16"]);
    expect([sheet.value(3, 0), sheet.style(3, 0).numberFormat]).toEqual([45_000, "yyyy-mm-dd"]);
    editPivot(pivot, () => void (items[0]!.name = "First"));
    expect(sheet.value(3, 0)).toBe("First");
  });

  it("keep to what fits: a PivotTable that would leave the sheet is refused and stays", () => {
    const book = new Workbook("Data");
    const data = book.sheets[0]!;
    data.write(areaOf("A1:B30")!, [
      ["K", "V"],
      ...Array.from({ length: 29 }, (_, row): CellValue[] => [`k${row}`, row]),
    ]);
    const sheet = book.addSheet("Pivot");
    const pivot = addPivot(
      sheet,
      "P",
      { sheet: data, area: areaOf("A1:B30")! },
      { row: 1_048_560, column: 0 },
    );
    if (isRefusal(pivot)) throw new Error(pivot.message);
    const refused = editPivot(pivot, () => placeField(pivot, fieldNamed(pivot, "K")!, "rows"));
    expect(refused?.code).toBe("GeneralException");
    expect(pivot.rows).toEqual([]);
    expect(sheet.usedArea(true)).toBeUndefined();
  });

  it("are all there for a PivotTable of fields without data, or of data alone", () => {
    const { pivot } = pivotOf(FARMS);
    build(pivot, { rows: ["Farm"], columns: ["Classification"] });
    expect(body(pivot)[1]!.slice(0, 3)).toEqual(["Row Labels", "Conventional", "Organic"]);
    const other = pivotOf(FARMS).pivot;
    build(other, { data: ["Crates Sold at Farm", "Crates Sold Wholesale"] });
    expect(body(other)).toEqual([
      ["Sum of Crates Sold at Farm", "Sum of Crates Sold Wholesale"],
      [980, 10450],
    ]);
  });
});
