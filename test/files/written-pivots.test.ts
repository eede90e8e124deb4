import { beforeAll, describe, expect, it } from "vitest";
import * as XLSX from "xlsx";
import { classify } from "../../src/core/classify";
import type { Cell } from "../../src/core/ledger/cells";
import { defaultPolicy } from "../../src/core/policy/templates";
import { summarisedReport, type SummaryOptions } from "../../src/core/report/summarised-report";
import { pivotParts } from "../../src/files/report-pivots";
import { layoutOf } from "../../src/files/sheet-layout";
import { writeWorkbook } from "../../src/files/write-workbook";
import { zipDirectory } from "../../src/files/zip-directory";
import { zipText } from "../../src/files/zip-part";
import { tableOfRows } from "../tables";
import { allOf, must } from "./bytes-of";

/** Orders of 40 customers: refunds, a customer with nothing but refunds, attributes that are blank or differ in capitals. */
function orders(regions: readonly (string | null)[] = ["North", "NORTH", null, 'a"<&>', "=1+1"]) {
  const rows = Array.from({ length: 240 }, (_, i): Cell[] => {
    const customer = (i * 7) % 40;
    const day = String(1 + ((i * 7) % 28)).padStart(2, "0");
    const amount = customer === 9 || i % 11 === 0 ? -((i * 37) % 900) / 7 : ((i * 7919) % 100_000) / 100;
    return [
      `C${customer}`,
      `2024-${String(1 + (i % 12)).padStart(2, "0")}-${day}`,
      amount,
      regions[customer % regions.length] ?? null,
    ];
  });
  return tableOfRows(["Customer", "Date", "Amount", "Region"], rows);
}

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)]),
  );
const cents = (value: unknown) => Math.round(Number(value ?? 0) * 100);
const key = (value: unknown) => String(value ?? "").toLowerCase();

async function written(options: SummaryOptions = {}, table = orders()) {
  const result = must(classify(table, defaultPolicy));
  const reader = writeWorkbook(summarisedReport(result, "en", options)).getReader();
  const bytes = await allOf(
    (async function* () {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    })(),
  );
  const directory = must(zipDirectory(bytes, "test"));
  const parts = new Map<string, string>();
  for (const name of directory.keys()) {
    parts.set(name, must(await zipText(bytes, directory, name, "test")) ?? "");
  }
  return { parts, book: XLSX.read(bytes) };
}

/** Excel takes a value for one only where its field says so too. */
function expectDataFields(xml: string) {
  const fields = [...xml.matchAll(/<pivotField [^>]*>/g)].map(([tag]) => attributesOf(tag));
  const data = new Set(
    [...xml.matchAll(/<dataField [^>]*>/g)].map(([tag]) => Number(attributesOf(tag)["fld"])),
  );
  expect(data.size).toBeGreaterThan(0);
  fields.forEach(({ dataField }, at) => expect([at, dataField === "1"]).toEqual([at, data.has(at)]));
}

/**
 * The PivotTables of a written file from its parts alone, with nothing of ours but the unpacking: what Excel makes of a
 * definition when it refreshes it is worked out from the rows of the table, and stands against the cells in the file.
 */
describe("a written PivotTable, as its own definition has it", () => {
  let parts = new Map<string, string>();
  let book: XLSX.WorkBook;
  beforeAll(async () => {
    ({ parts, book } = await written());
  });
  const cacheXml = () => parts.get("xl/pivotCache/pivotCacheDefinition1.xml") ?? "";
  const fieldsOfCache = () =>
    [...cacheXml().matchAll(/<cacheField [^>]*?(?:\/>|>.*?<\/cacheField>)/g)].map(([xml]) => ({
      ...attributesOf(/^<[^>]*>/.exec(xml)?.[0] ?? ""),
      shared: /<sharedItems[^>]*>/.exec(xml)?.[0] ?? "",
      items: [...xml.matchAll(/<m\/>|<s v="([^"]*)"\/>/g)].map(([, text]) =>
        text === undefined ? null : unescaped(text),
      ),
    }));
  const pivotsXml = () => [...parts].filter(([name]) => /\/pivotTable\d+\.xml$/.test(name));

  it("says by its cells what the rows add up to, whatever each value is", () => {
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets["Customers"] ?? {}, {
      header: 1,
      defval: null,
    });
    const [headers = [], ...customers] = rows;
    const cells = book.Sheets["Pivots"] ?? {};
    const fields = fieldsOfCache() as (ReturnType<typeof fieldsOfCache>[number] & {
      readonly name?: string;
      readonly formula?: string;
    })[];
    expect(fields.slice(0, headers.length).map(({ name }) => name)).toEqual(headers);
    const column = (name: string) => headers.indexOf(name);
    expect(pivotsXml()).toHaveLength(3);
    let compared = 0;
    for (const [part, xml] of pivotsXml()) {
      expectDataFields(xml);
      const on = [...(/<rowFields.*?<\/rowFields>/.exec(xml)?.[0] ?? "").matchAll(/<field x="(\d+)"/g)].map(
        ([, x]) => Number(x),
      );
      const values = [...xml.matchAll(/<dataField [^>]*>/g)].map(([tag]) => attributesOf(tag));
      expect(values).toHaveLength(5);
      const lines: number[][] = [];
      for (const [, tag = "", body = ""] of (/<rowItems.*?<\/rowItems>/.exec(xml)?.[0] ?? "").matchAll(
        /<i([^>]*)>(.*?)<\/i>/g,
      )) {
        const { t, r = "0" } = attributesOf(tag);
        const own = [...body.matchAll(/<x(?: v="(\d+)")?\/>/g)].map(([, v]) => Number(v ?? 0));
        lines.push(t === "grand" ? [] : [...(lines.at(-1) ?? []).slice(0, Number(r)), ...own]);
      }
      const { s, e } = XLSX.utils.decode_range(/<location ref="([^"]*)"/.exec(xml)?.[1] ?? "");
      expect([part, lines.length, values.length]).toEqual([part, e.r - s.r, e.c - s.c]);
      lines.forEach((line, at) => {
        const inLine = (row: readonly unknown[]) =>
          line.every((item, level) => {
            const field = on[level] ?? -1;
            return key(row[field]) === key(fields[field]?.items[item]);
          });
        const own = customers.filter(inLine);
        expect(own.length).toBeGreaterThan(0);
        const sum = (of: readonly (readonly unknown[])[], field: number) =>
          of.reduce((all, row) => all + cents(row[field]), 0);
        values.forEach(({ fld = "", subtotal, showDataAs, numFmtId }, c) => {
          const cell: unknown = (
            cells[XLSX.utils.encode_cell({ r: s.r + 1 + at, c: s.c + 1 + c })] as XLSX.CellObject | undefined
          )?.v;
          const field = Number(fld);
          compared++;
          const where = `${part} ${line.join("/")} ${c}`;
          if (subtotal === "count") {
            expect([where, cell]).toEqual([where, own.filter((row) => row[field] !== null).length]);
          } else if (fields[field]?.formula !== undefined) {
            expect(fields[field].formula).toBe("Monetary /Frequency");
            const by = own.reduce((all, row) => all + Number(row[column("Frequency")] ?? 0), 0);
            if (by === 0) expect(cell).toBeUndefined();
            else expect(cell, where).toBeCloseTo(sum(own, column("Monetary")) / 100 / by, 9);
          } else if (showDataAs === "percentOfTotal") {
            expect(numFmtId).toBe("10");
            expect(cell, where).toBeCloseTo(sum(own, field) / sum(customers, field), 12);
          } else {
            expect(numFmtId).toBe("4");
            expect([where, cents(cell)]).toEqual([where, sum(own, field)]);
          }
        });
      });
      expect(lines.at(-1)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("counts the tier where no other column of the few that are chosen says something of everybody", async () => {
    const few = await written({ columns: ["tier", "stage"] });
    const pivots = [...few.parts].filter(([name]) => /\/pivotTable\d+\.xml$/.test(name));
    expect(pivots.length).toBeGreaterThan(1);
    for (const [, xml] of pivots) {
      expectDataFields(xml);
      expect(xml.match(/axis="axisRow" dataField="1"/g)).toHaveLength(1);
      const { s, e } = XLSX.utils.decode_range(/<location ref="([^"]*)"/.exec(xml)?.[1] ?? "");
      const total = few.book.Sheets["Pivots"]?.[XLSX.utils.encode_cell({ r: e.r, c: s.c + 1 })] as
        XLSX.CellObject | undefined;
      expect(total?.v).toBe(40);
    }
  });

  it("is fetched anew when the file opens, as its cache has no records, and says which fields have blanks", () => {
    expect(attributesOf(/<pivotCacheDefinition[^>]*>/.exec(cacheXml())?.[0] ?? "")).toMatchObject({
      saveData: "0",
      refreshOnLoad: "1",
    });
    expect([...parts.keys()].filter((name) => /pivotCacheRecords/.test(name))).toEqual([]);
    const withItems = fieldsOfCache().filter(({ items }) => items.length > 0);
    expect(withItems).toHaveLength(4);
    for (const { shared, items } of withItems) {
      expect(attributesOf(shared)).toMatchObject({ count: String(items.length) });
      expect([shared, shared.includes('containsBlank="1"')]).toEqual([shared, items.includes(null)]);
      // Excel repairs a cache that has an item twice.
      expect(new Set(items.map(key)).size).toBe(items.length);
    }
    expect(withItems.some(({ items }) => items.includes(null))).toBe(true);
    for (const { shared } of withItems) expect(shared).not.toContain("longText");
  });

  it("says where an item is longer than the 255 characters that Excel expects otherwise", async () => {
    const regionsOf = async (length: number) => {
      const { parts } = await written({}, orders(["North", "n".repeat(length)]));
      const cache = parts.get("xl/pivotCache/pivotCacheDefinition1.xml") ?? "";
      return attributesOf(/name="Region"[^>]*><sharedItems[^>]*>/.exec(cache)?.[0] ?? "");
    };
    expect(await regionsOf(255)).toMatchObject({ count: "2" });
    expect(await regionsOf(255)).not.toHaveProperty("longText");
    expect(await regionsOf(256)).toMatchObject({ count: "2", longText: "1" });
  });

  it("is left out where the customers don't fit on one sheet: their rows are no range to make it from", () => {
    const report = summarisedReport(must(classify(orders(), defaultPolicy)), "en");
    // A heading and 40 customers below their headers; a sheet of so many rows has room for them, or for all but one.
    const table = layoutOf(report).flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === "table" && block.count === 40),
    )[0];
    const rows = (table?.row ?? 0) + 1 + 40;
    expect(pivotParts(layoutOf(report, rows))?.sheetRelationships.size).toBe(1);
    expect(pivotParts(layoutOf(report, rows - 1))).toBeNull();
  });
});
