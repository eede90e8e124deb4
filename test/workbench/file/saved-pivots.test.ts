import { describe, expect, it } from "vitest";
import { saveXlsx } from "../../../src/workbench/file/save-xlsx";
import { partTexts } from "../../../src/workbench/file/zip-parts";
import { areaOf } from "../../../src/workbench/workbook/area";
import type { CellValue } from "../../../src/workbench/workbook/cell-value";
import type { PivotTable } from "../../../src/workbench/workbook/pivot";
import {
  addData,
  addPivot,
  chooseItems,
  editPivot,
  fieldNamed,
  placeField,
  sortByLabels,
} from "../../../src/workbench/workbook/pivot-edit";
import { isRefusal } from "../../../src/workbench/workbook/refusal";
import { addTable } from "../../../src/workbench/workbook/table-edit";
import { Workbook } from "../../../src/workbench/workbook/workbook";

const area = (address: string) => areaOf(address)!;

const ROWS: CellValue[][] = [
  ["Tier", "Stage", "Day", "Money"],
  ["A", "New", 45000, 100],
  ["A", 'Old <&">', 45001, 50],
  ["B", "New", 45000, 25],
  ["B", null, 45002, 20],
  ["C", 'Old <&">', 45001, 5],
];

function summed(set: (pivot: PivotTable) => void, book = new Workbook("Rows")) {
  const [data] = book.sheets;
  if (data!.usedArea(true) === undefined) {
    data!.write(area("A1:D6"), ROWS);
    data!.setStyle(area("C2:C6"), { numberFormat: "yyyy-mm-dd" });
    const table = addTable(data!, area("A1:D6"), true);
    if (isRefusal(table)) throw new Error(table.message);
  }
  const sheet = book.addSheet();
  const source = { table: data!.tables[0]! };
  const pivot = addPivot(sheet, `Sums ${book.sheets.length}`, source, { row: 3, column: 0 });
  if (isRefusal(pivot)) throw new Error(pivot.message);
  expect(editPivot(pivot, () => set(pivot))).toBeUndefined();
  return { book, pivot, data: data! };
}

const field = (pivot: PivotTable, name: string) => fieldNamed(pivot, name)!;

async function parts(book: Workbook) {
  const { bytes, leftOut } = await saveXlsx(book);
  const texts = (await partTexts(bytes, () => true))!;
  return { leftOut, texts, pivot: (number = 1) => texts.get(`xl/pivotTables/pivotTable${number}.xml`) ?? "" };
}

const all = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}\\b([^>]*?)/?>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );

const inside = (xml: string, tag: string) =>
  new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`).exec(xml)?.[1] ?? "";

/** The lines of the rows as the file says them, by the items of the cache that they name. */
function lines(xml: string, cache: string): string[] {
  const shared = cache
    .split("<cacheField ")
    .slice(1)
    .map((one) => all(one, "[smnd]"));
  const fields = xml.split("<pivotField").slice(2);
  const axis = all(inside(xml, "rowFields"), "field").map(({ x }) => Number(x));
  let path: string[] = [];
  return inside(xml, "rowItems")
    .split("<i")
    .slice(1)
    .map((line) => {
      if (line.startsWith(' t="grand"')) return "all";
      const kept = Number(/ r="(\d+)"/.exec(line)?.[1] ?? 0);
      path = path.slice(0, kept);
      for (const { v = "0" } of all(line.slice(line.indexOf(">")), "x")) {
        const at = axis[path.length]!;
        const items = all(inside(fields[at]!, "items"), "item");
        path.push(shared[at]![Number(items[Number(v)]!.x)]!.v ?? "(blank)");
      }
      return path.join("/");
    });
}

describe("a PivotTable in a saved workbook", () => {
  it("has its lines in their order, its values with their share and number formats, and reads its table", async () => {
    const { book } = summed((pivot) => {
      placeField(pivot, field(pivot, "Tier"), "rows");
      placeField(pivot, field(pivot, "Stage"), "rows");
      sortByLabels(pivot, field(pivot, "Tier"), true);
      addData(pivot, field(pivot, "Money")).numberFormat = "#,##0.00";
      const share = addData(pivot, field(pivot, "Money"));
      share.showAs = "PercentOfGrandTotal";
      share.name = "Share <&>";
      share.numberFormat = "0.0%";
      addData(pivot, field(pivot, "Money")).summarizeBy = "Average";
    });
    const { leftOut, texts, pivot } = await parts(book);
    expect(leftOut).toEqual([]);
    const xml = pivot();
    const cache = texts.get("xl/pivotCache/pivotCacheDefinition1.xml")!;
    expect(cache).toContain(`<worksheetSource name="${book.sheets[0]!.tables[0]!.name}"/>`);
    const old = "Old &lt;&amp;&quot;&gt;";
    const wanted = ["C", `C/${old}`, "B", "B/New", "B/(blank)", "A", "A/New", `A/${old}`, "all"];
    expect(lines(xml, cache)).toEqual(wanted);
    const format = texts.get("xl/styles.xml")!.match(/numFmtId="(\d+)" formatCode="0.0%"/)?.[1];
    expect(all(inside(xml, "dataFields"), "dataField")).toMatchObject([
      { fld: "3", numFmtId: "4" },
      { fld: "3", name: "Share &lt;&amp;&gt;", showDataAs: "percentOfTotal", numFmtId: format },
      { fld: "3", subtotal: "average" },
    ]);
    expect(all(xml, "location")[0]).toMatchObject({ ref: "A4:D13", firstHeaderRow: "0", firstDataRow: "1" });
    expect(texts.get("xl/worksheets/_rels/sheet2.xml.rels")).toContain("../pivotTables/pivotTable1.xml");
    expect(texts.get("xl/workbook.xml")).toMatch(
      /<pivotCaches><pivotCache cacheId="1" r:id="[^"]+"\/><\/pivotCaches><\/workbook>$/,
    );
  });

  it("hides the items that a filter or a slicer hides, of fields that it doesn't show too", async () => {
    const { book } = summed((pivot) => {
      placeField(pivot, field(pivot, "Tier"), "rows");
      addData(pivot, field(pivot, "Money"));
      expect(chooseItems(pivot, field(pivot, "Tier"), ["B", "C"])).toBeUndefined();
      expect(chooseItems(pivot, field(pivot, "Stage"), ["New", "(blank)"])).toBeUndefined();
    });
    const xml = (await parts(book)).pivot();
    const [tier, stage, day] = xml.split("<pivotField").slice(2);
    expect(all(tier!, "item").map(({ h }) => h)).toEqual(["1", undefined, undefined, undefined]);
    expect(all(stage!, "item").map(({ h }) => h)).toEqual([undefined, "1", undefined, undefined]);
    expect(all(day!, "item")).toEqual([]);
    expect(inside(xml, "rowItems")).toBe('<i><x v="1"/></i><i t="grand"><x/></i>');
  });

  it("has columns, dates and one item of a filter above it", async () => {
    const { book } = summed((pivot) => {
      placeField(pivot, field(pivot, "Day"), "columns");
      placeField(pivot, field(pivot, "Stage"), "rows");
      placeField(pivot, field(pivot, "Tier"), "filters");
      addData(pivot, field(pivot, "Money"));
      expect(chooseItems(pivot, field(pivot, "Tier"), ["B"])).toBeUndefined();
    });
    const { pivot, texts } = await parts(book);
    const cache = texts.get("xl/pivotCache/pivotCacheDefinition1.xml")!;
    expect(all(inside(cache, "cacheFields"), "d").map(({ v }) => v)).toEqual([
      "2023-03-15T00:00:00",
      "2023-03-16T00:00:00",
      "2023-03-17T00:00:00",
    ]);
    expect(all(pivot(), "pageField")).toEqual([{ fld: "0", item: "1", hier: "-1" }]);
    expect(inside(pivot(), "colItems")).toBe('<i><x/></i><i><x v="2"/></i><i t="grand"><x/></i>');
    expect(all(pivot(), "location")[0]).toMatchObject({
      firstHeaderRow: "1",
      firstDataRow: "2",
      rowPageCount: "1",
    });
  });

  it("shares its cache with the others of its table; without its source, or filtered by its largest values, only its cells stay", async () => {
    const sum = (pivot: PivotTable) => {
      placeField(pivot, field(pivot, "Tier"), "rows");
      addData(pivot, field(pivot, "Money"));
    };
    const { book, pivot, data } = summed(sum);
    summed(sum, book);
    const both = await parts(book);
    expect([...both.texts.keys()].filter((name) => name.includes("pivot"))).toHaveLength(5);
    const filter = (condition: string, more: object) =>
      editPivot(pivot, () => {
        field(pivot, "Tier").valueFilter = { condition, value: "Sum of Money", ...more };
      });
    filter("GreaterThan", { comparator: 10 });
    const filtered = await parts(book);
    expect(filtered.leftOut).toEqual([]);
    expect(filtered.pivot()).toContain(
      '<filters count="1"><filter fld="0" type="valueGreaterThan" evalOrder="-1" id="1" iMeasureFld="0">' +
        '<autoFilter ref="A1"><filterColumn colId="0"><customFilters><customFilter operator="greaterThan" val="10"/>',
    );
    filter("TopN", { threshold: 1, selectionType: "Items" });
    expect((await parts(book)).leftOut).toEqual(["some-pivots"]);
    data.write(area("D1"), [["Amount"]]);
    const none = await parts(book);
    expect(none.leftOut).toEqual(["pivots"]);
    expect([...none.texts.keys()].filter((name) => name.includes("pivot"))).toEqual([]);
  });
});
