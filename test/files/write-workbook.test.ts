import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report, ReportBlock, ReportColumn, ReportSheet } from "../../src/core/report/report";
import { readSheetRows } from "../../src/files/read-sheet-rows";
import { layoutOf } from "../../src/files/sheet-layout";
import { writeWorkbook } from "../../src/files/write-workbook";
import { zipDirectory } from "../../src/files/zip-directory";
import { zipText } from "../../src/files/zip-part";
import { allOf, gridOf, must, read } from "./bytes-of";

const column = (
  header: string,
  format: ReportColumn["format"],
  values: ReportColumn["values"],
  more: Partial<ReportColumn> = {},
): ReportColumn => ({ id: header, header, format, width: 12, values, ...more });

const table = (name: string, columns: readonly ReportColumn[]): ReportBlock => ({
  kind: "table",
  name,
  columns,
  rowCount: columns[0]?.values.length ?? 0,
});

const sheet = (
  name: string,
  blocks: readonly ReportBlock[],
  more: Partial<ReportSheet> = {},
): ReportSheet => ({
  id: name,
  name,
  blocks,
  frozenRows: 0,
  frozenColumns: 0,
  hidden: false,
  ...more,
});

const report = (...sheets: ReportSheet[]): Report => ({ language: "en", sheets });

async function bytesOf(written: Report): Promise<Uint8Array> {
  const reader = writeWorkbook(written).getReader();
  async function* pieces() {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  }
  return allOf(pieces());
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return must(await zipText(bytes, must(zipDirectory(bytes, "test")), name, "test")) ?? "";
}

const NASTY = [
  "007", "=1+1", "+86 138", "-x", "@x", "'quoted", "  two  spaces ", "line\nbreak\ttab", "a\u0001b", "\r\nCR", "_x0041_",
  "_X000d_", "<&>\"'", "]]>", "😀 张三", "#N/A", "#DIV/0!", "TRUE", "1e5", "2024-01-01", "\ufffe\uffff", "￥5", "a\u00a0",
]; // prettier-ignore

const sample = report(
  sheet("客户分层", [
    { kind: "heading", level: 1, text: "=Title" },
    { kind: "heading", level: 0, text: "4,372 customers" },
    table("Tiers", [
      column("Tier", "text", ["A", "B", "Total"]),
      column("Customers", "integer", [687, 1220, 4372]),
      column("Share", "share", [0.6997, null, 1]),
      column("Money", "money", new Float64Array([6235567.31, -1.005, NaN])),
      column("Points", "number", [1.5, 2, 3.123456]),
      column("Whole", "number", [1, 2, 3]),
      column("Last", "date", [45657, 45658.25, null]),
      column("Why", "text", ["short", "a longer reason that does not fit in a line", null], { wrap: true }),
    ]),
  ]),
  sheet(
    "Customers",
    [table("Customers", [column("Customer", "text", NASTY), column("Nr", "text", [7, null])])],
    {
      frozenRows: 1,
      frozenColumns: 1,
    },
  ),
  sheet("Snapshot", [table("Snapshot", [column("key", "text", ["a"]), column("value", "text", ["{}"])])], {
    hidden: true,
  }),
);

describe("a report written as a workbook", () => {
  test("is read again cell by cell, blocks a blank row apart", async () => {
    const bytes = await bytesOf(sample);
    expect(must(await readSheetRows(bytes, "客户分层"))).toEqual([
      ["=Title"],
      [],
      ["4,372 customers"],
      [],
      ["Tier", "Customers", "Share", "Money", "Points", "Whole", "Last", "Why"],
      ["A", 687, 0.6997, 6235567.31, 1.5, 1, 45657, "short"],
      ["B", 1220, null, -1.005, 2, 2, 45658.25, "a longer reason that does not fit in a line"],
      ["Total", 4372, 1, null, 3.123456, 3],
    ]);
    const customers = must(await readSheetRows(bytes, "customers"));
    expect(customers.slice(1).map(([cell]) => cell)).toEqual(NASTY);
    expect(customers[1]).toEqual(["007", "7"]);
    expect(must(await readSheetRows(bytes, "Snapshot"))).toEqual([
      ["key", "value"],
      ["a", "{}"],
    ]);
  });

  test("dates are dates to who reads the file", async () => {
    const result = must(await read("a.xlsx", await bytesOf(sample)));
    expect(result.table.columns.filter(({ dated }) => dated).map(({ header }) => header)).toEqual(["Last"]);
  });

  test("any text and number comes back, and a second reader agrees", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ maxLength: 10 }).map((s) => `=${s}`),
      fc.stringMatching(/^_x[0-9a-f]{4}_$/),
      fc.constantFrom(...NASTY, "\ud83d", "\ude00x", "x\ud83dy"),
    );
    const number = fc.double({ noDefaultInfinity: true, noNaN: true });
    const rows = fc.array(fc.tuple(text, number, fc.option(text)), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const columns = [
          column(
            "客户",
            "text",
            cells.map(([first]) => first),
          ),
          column(
            "金额",
            "money",
            cells.map(([, second]) => second),
          ),
          column(
            "备注",
            "text",
            cells.map(([, , third]) => third),
            { wrap: true },
          ),
          column(
            "end",
            "integer",
            cells.map((_, i) => i),
          ),
        ];
        const bytes = await bytesOf(report(sheet("S", [table("T", columns)])));
        const whole = (value: string | null) =>
          value === null || value === "" ? null : new TextDecoder().decode(new TextEncoder().encode(value));
        const expected = cells.map(([a, b, c], i) => [whole(a), b + 0, whole(c), i]);
        const zero = (cell: unknown) => (cell === 0 ? 0 : cell);
        const rowsRead = must(await readSheetRows(bytes, "S")).slice(1);
        expect(rowsRead.map((row) => row.map(zero))).toEqual(expected.map((row) => row.map(zero)));
        const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
        expect(
          gridOf(must(await read("a.xlsx", bytes)).table)
            .slice(1)
            .map((row) => row.map(zero)),
        ).toEqual(expected.map((row) => row.map((cell) => zero(blank(cell)))));
        // Three of the four columns: hucre keeps rows as long as their last cell.
        const second = (await readXlsx(bytes)).sheets[0]?.rows.slice(1) ?? [];
        expect(second.map(([a, b, , d]) => [a ?? null, zero(b), d])).toEqual(
          expected.map(([a, b, , d]) => [a, zero(b), d]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("what looks like a formula or a number has the quote prefix, other text has not", async () => {
    const bytes = await bytesOf(sample);
    const styles = await partOf(bytes, "xl/styles.xml");
    const xfs = styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*>/g) ?? [];
    const cells = await partOf(bytes, "xl/worksheets/sheet2.xml");
    for (const [at, quoted] of [
      [2, true],
      [3, true],
      [4, true],
      [5, true],
      [6, true],
      [16, false],
    ] as const) {
      const style = Number(new RegExp(`<c r="A${at}" s="(\\d+)" t="inlineStr"`).exec(cells)?.[1]);
      expect(xfs[style]?.includes('quotePrefix="1"')).toBe(quoted);
      expect(xfs[style]).toContain('numFmtId="164"');
    }
    expect(styles).toContain('numFmtId="164" formatCode="@"');
    expect(cells).not.toContain("<f>");
    expect(cells).not.toContain('t="e"');
  });

  test("numbers look as their column says", async () => {
    const written = await readXlsx(await bytesOf(sample), { readStyles: true });
    const formats = Array.from(
      { length: 7 },
      (_, c) => written.sheets[0]?.cells?.get(`5,${c}`)?.style?.numFmt,
    );
    expect(formats).toEqual(["@", "#,##0", "0.0%", "#,##0.00", "#,##0.00##", "#,##0", "yyyy-mm-dd"]);
  });

  test("numbers read to the hundredth have two decimals in every row", async () => {
    const columns = [
      column("Odd", "number", [0.438, 0.0555]),
      column("Even", "number", [0.438, 0.0555], { hundredths: true }),
      column("Whole", "number", [1, 2], { hundredths: true }),
    ];
    const written = await readXlsx(await bytesOf(report(sheet("S", [table("T", columns)]))), {
      readStyles: true,
    });
    const formats = [0, 1, 2].map((c) => written.sheets[0]?.cells?.get(`1,${c}`)?.style?.numFmt);
    expect(formats).toEqual(["#,##0.00##", "#,##0.00", "#,##0.00"]);
  });

  test("text directly at the right of numbers is set in, headers too; other text isn't", async () => {
    const long = "a reason that is so long that it is wrapped over lines";
    const columns = [
      column("What", "text", ["a", "=b"]),
      column("More", "text", ["a", "=b"]),
      column("Amount", "money", [94542.87, 1]),
      column("Rows", "text", ["rows 132, 179", "=x"]),
      column("Last", "date", [45657, 45658]),
      column("Why", "text", [long, "=y"], { wrap: true }),
    ];
    const bytes = await bytesOf(report(sheet("S", [table("T", columns)])));
    const written = await readXlsx(bytes, { readStyles: true });
    const indents = [0, 1, 2].map((row) =>
      columns.map((_, c) => {
        const { alignment } = written.sheets[0]?.cells?.get(`${row},${c}`)?.style ?? {};
        return alignment?.horizontal === "right" ? "right" : (alignment?.indent ?? 0);
      }),
    );
    const row = [0, 0, "right", 1, "right", 1];
    expect(indents).toEqual([row, row, row]);
    const why = written.sheets[0]?.cells?.get("1,5")?.style;
    expect([why?.alignment?.wrapText, why?.numFmt]).toEqual([true, "@"]);
    // What looks typed keeps its quote prefix.
    const xfs = (await partOf(bytes, "xl/styles.xml")).split("<cellXfs")[1]?.match(/<xf [^>]*>/g) ?? [];
    const quoted = [
      ...(await partOf(bytes, "xl/worksheets/sheet1.xml")).matchAll(/<c r="([DF]\d)" s="(\d+)"/g),
    ]
      .filter(([, , style]) => /quotePrefix="1"/.test(xfs[Number(style)] ?? ""))
      .map(([, cell]) => cell);
    expect(quoted).toEqual(["D3", "F3"]);
  });

  test("tables, frozen panes, widths, hidden sheets and print set-up, as hucre reads them", async () => {
    const { sheets, properties } = await readXlsx(await bytesOf(sample), { readStyles: true });
    expect(sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
      ["客户分层", false],
      ["Customers", false],
      ["Snapshot", true],
    ]);
    expect(sheets[0]?.tables).toMatchObject([{ name: "Tiers", range: "A5:H8", showAutoFilter: true }]);
    expect(sheets[1]?.tables).toMatchObject([{ name: "Customers", range: `A1:B${NASTY.length + 1}` }]);
    expect(sheets[1]?.freezePane).toEqual({ rows: 1, columns: 1 });
    expect(sheets[0]?.freezePane).toBeUndefined();
    // "Customer" in bold beside its filter button needs 14.
    expect(sheets[1]?.columns?.map(({ width }) => width)).toEqual([14, 12]);
    expect(sheets[1]?.pageSetup).toMatchObject({
      orientation: "landscape",
      fitToWidth: 1,
      printTitlesRow: "$1:$1",
    });
    expect(properties).toMatchObject({ title: "Tiersheet", creator: "Tiersheet" });
    expect(properties?.modified).toBeUndefined();
  });

  test("the parts of a worksheet and a table stand in the order of the standard", async () => {
    const bytes = await bytesOf(sample);
    // CT_Worksheet and CT_Table, ECMA-376-1 (5th edition), 18.3.1.99 and 18.5.1.2.
    const orders = [
      [
        "xl/worksheets/sheet2.xml",
        ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "pageMargins", "pageSetup", "headerFooter", "tableParts"],
      ],
      ["xl/tables/table1.xml", ["autoFilter", "tableColumns", "tableStyleInfo"]],
      ["xl/styles.xml", ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles"]],
      ["xl/workbook.xml", ["bookViews", "sheets", "definedNames"]],
    ] as const; // prettier-ignore
    for (const [part, order] of orders) {
      const xml = await partOf(bytes, part);
      const at = order.map((name) => xml.search(new RegExp(`<${name}[ >/]`)));
      expect(at.every((place) => place > 0)).toBe(true);
      expect(at).toEqual([...at].sort((a, b) => a - b));
    }
    const rows = [...(await partOf(bytes, "xl/worksheets/sheet2.xml")).matchAll(/<row r="(\d+)"/g)].map((m) =>
      Number(m[1]),
    );
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  test("a table's header cells are the names of its columns, each once", async () => {
    const headers = ["名称", "Name", "NAME", " ", "a\nb", "a b", "_x0041_", '<&">'];
    const bytes = await bytesOf(
      report(
        sheet("S", [
          table(
            "T",
            headers.map((header) => column(header, "text", ["x"])),
          ),
        ]),
      ),
    );
    const cells = must(await readSheetRows(bytes, "S"))[0];
    expect(cells).toEqual(["名称", "Name", "NAME (2)", "Column4", "a b", "a b (2)", "_x0041_", '<&">']);
    const names = [
      ...(await partOf(bytes, "xl/tables/table1.xml")).matchAll(/<tableColumn id="\d+" name="([^"]*)"/g),
    ];
    expect(names.map((match) => match[1])).toEqual([
      "名称", "Name", "NAME (2)", "Column4", "a b", "a b (2)", "_x005F_x0041_", "&lt;&amp;&quot;&gt;",
    ]); // prettier-ignore
  });

  test("a table without rows keeps one empty row", async () => {
    const bytes = await bytesOf(
      report(sheet("S", [table("T", [column("a", "text", [])]), table("U", [column("b", "text", ["x"])])])),
    );
    expect(await partOf(bytes, "xl/tables/table1.xml")).toContain('ref="A1:A2"');
    expect(await partOf(bytes, "xl/tables/table2.xml")).toContain('ref="A4:A5"');
  });

  test("names that Excel refuses are amended", () => {
    const long = "x".repeat(40);
    const one = (name: string, tableName: string) =>
      sheet(name, [table(tableName, [column("a", "text", ["x"])])]);
    const places = layoutOf(
      report(
        one("a/b:[c]*?\\", "RFM2"),
        one("'O'Brien'", "1st"),
        one("history", "R1C1"),
        one(long, "客户"),
        one(`${long}y`, "a b"),
        one("", "A B"),
      ),
    );
    expect(places.map(({ name }) => name)).toEqual([
      "a_b__c____", "’O’Brien’", "history_", "x".repeat(31), `${"x".repeat(27)} (2)`, "Sheet",
    ]); // prettier-ignore
    expect(places.map(({ blocks }) => (blocks[0]?.kind === "table" ? blocks[0].name : ""))).toEqual([
      "_RFM2", "_1st", "_R1C1", "客户", "a_b", "A_B_2",
    ]); // prettier-ignore
  });

  test("a table longer than a sheet goes on in another, no row lost", () => {
    const numbers = Array.from({ length: 25 }, (_, i) => i);
    const placed = layoutOf(
      report(
        sheet("S", [{ kind: "heading", level: 1, text: "t" }, table("T", [column("n", "integer", numbers)])]),
        sheet("S (2)", []),
      ),
      10,
    );
    expect(placed.map(({ name }) => name)).toEqual(["S", "S (2)", "S (3)", "S (2) (2)"]);
    const tables = placed.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
    expect(tables.map(({ row, from, count, name }) => [row, from, count, name])).toEqual([
      [2, 0, 7, "T"],
      [0, 7, 9, "T_2"],
      [0, 16, 9, "T_3"],
    ]);
  });

  test("a text longer than a cell holds ends in an ellipsis", async () => {
    const long = "字".repeat(40_000);
    const bytes = await bytesOf(
      report(sheet("S", [table("T", [column("a", "text", [long, "x".repeat(32_766) + "😀"])])])),
    );
    const rows = must(await readSheetRows(bytes, "S"));
    expect(rows[1]?.[0]).toBe(`${"字".repeat(32_766)}…`);
    expect(rows[2]?.[0]).toBe(`${"x".repeat(32_766)}…`);
  });

  test("a workbook of hidden sheets only shows the first", async () => {
    const { sheets } = await readXlsx(
      await bytesOf(report(sheet("A", [], { hidden: true }), sheet("B", [], { hidden: true }))),
    );
    expect(sheets.map(({ hidden }) => hidden ?? false)).toEqual([false, true]);
  });

  test("the same report gives the same bytes, whenever", async () => {
    const first = await bytesOf(sample);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await bytesOf(sample)).toEqual(first);
  });

  test("a stream that is let go of stops", async () => {
    const reader = writeWorkbook(sample).getReader();
    expect((await reader.read()).done).toBe(false);
    await expect(reader.cancel()).resolves.toBeUndefined();
  });
});

const office = ["soffice", "libreoffice"].find((name) => {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(office === undefined)("in LibreOffice (skipped where it is not installed)", () => {
  test("every nasty text is text, dates and shares are shown as such", () => {
    const folder = mkdtempSync(path(tmpdir(), "tiersheet-"));
    return bytesOf(sample)
      .then((bytes) => {
        writeFileSync(path(folder, "a.xlsx"), bytes);
        // Comma, double quotes, UTF-8, cells as shown, every sheet.
        const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
        execFileSync(office ?? "", [`-env:UserInstallation=file://${folder}/p`, "--headless", "--convert-to", filter, "--outdir", folder, path(folder, "a.xlsx")], { stdio: "ignore" }); // prettier-ignore
        const tiers = readFileSync(path(folder, "a-客户分层.csv"), "utf8");
        expect(tiers.split("\n").slice(4, 7)).toEqual([
          "Tier,Customers,Share,Money,Points,Whole,Last,Why",
          'A,687,70.0%,"6,235,567.31",1.50,1,2024-12-31,short',
          'B,"1,220",,-1.01,2.00,2,2025-01-01,a longer reason that does not fit in a line',
        ]);
        return read("a.csv", readFileSync(path(folder, "a-Customers.csv")));
      })
      .then((result) => {
        const texts = gridOf(must(result).table)
          .slice(1)
          .map(([cell]) => cell);
        const expected = NASTY.map((text) => text.replace("\r\n", "\n"));
        const plain = (text: unknown) =>
          String(text)
            .replace(/[\s\p{Cc}\ufffe\uffff]+/gu, " ")
            .trim();
        expect(texts.map(plain)).toEqual(expected.map(plain));
      })
      .finally(() => rmSync(folder, { recursive: true, force: true }));
  });
});
