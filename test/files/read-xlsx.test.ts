import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readSheetRows } from "../../src/files/read-sheet-rows";
import { forgedZip, gridOf, must, read, rowsOf, troubleCodes, workbookOf, zipOf } from "./bytes-of";

const table =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>客户</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row>';
const data = `${table}<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2"><v>5</v></c></row>`;

describe("reading workbooks", () => {
  test("numbers, text, booleans, blanks and dates as another writer writes them", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["customer", "date", "amount", "paid"],
            ["007", new Date(Date.UTC(2024, 0, 2)), 12.5, true],
            ["A & B <Co>", new Date(Date.UTC(2024, 0, 3, 12)), -3, false],
            [null, null, 1e-7, null],
          ],
        },
      ],
    });
    const result = must(await read("a.xlsx", bytes));
    expect(gridOf(result.table)).toEqual([
      ["customer", "date", "amount", "paid"],
      ["007", 45293, 12.5, true],
      ["A & B <Co>", 45294.5, -3, false],
      [null, null, 1e-7, null],
    ]);
    expect(result.table.columns.map(({ dated }) => dated)).toEqual([false, true, false, false]);
    expect(result).toMatchObject({
      format: "xlsx",
      sheet: "Orders",
      sheets: ["Orders"],
      encoding: null,
      notes: [],
    });
    expect(result.table).toMatchObject({ firstRow: 2, rowCount: 3, dateSystem: 1900 });
  });

  test("every kind of cell, with and without references, entities, CDATA and prefixes", async () => {
    const bytes = await workbookOf(
      {
        "A&amp;B": `${table}
          <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
          <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><f>SUM(A1,"&lt;")</f><v>3.5</v></c></row>
          <row><c t="str"><f>A1</f><v>x&amp;y</v></c><c t="b"><v>1</v></c></row>
          <row><c t="inlineStr"><is><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>
          <row r='7'><c r='A7' s='0' t='d'><v>2024-01-02</v></c><c r='B7' t='n'><v>1E3</v></c></row>
          <row r="8"><c r="A8" t="str"><v><![CDATA[<raw>]]></v></c><!-- <c r="B8"/> --><c r="C8"/></row>
          <row r="9"><c r="A9" t="str"><v>&#24352;&#x4E09;_x0041__x005F_x0042_</v></c></row>`,
      },
      { strings: "<si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>x</t></rPh></si>" },
    );
    const result = must(await read("a.xlsx", bytes));
    expect(result.sheet).toBe("A&B");
    expect(rowsOf(result.table)).toEqual([
      [null, null],
      ["shared", "#DIV/0!"],
      ["rich", 3.5],
      ["x&y", true],
      ["rich ", null],
      ["2024-01-02", 1000],
      ["<raw>", null],
      ["张三A_x0042_", null],
    ]);
  });

  test("serial numbers are exact, in both date systems, dated by most of their formats", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>`;
    const cell = (ref: string, style: number, value: string) =>
      `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
    const rows = `${table}
      <row r="2">${cell("A2", 1, "60")}${cell("B2", 3, "40513.347222222219")}</row>
      <row r="3">${cell("A3", 2, "40513.347222222219")}${cell("B3", 2, "1")}</row>
      <row r="4">${cell("A4", 0, "0.99999999999")}${cell("B4", 3, "2")}</row>`;
    for (const [workbookPr, dateSystem] of [
      ["", 1900],
      ['<workbookPr date1904="1"/>', 1904],
      ['<workbookPr date1904="false"/>', 1900],
    ] as const) {
      const result = must(await read("a.xlsx", await workbookOf({ S: rows }, { styles, workbookPr })));
      expect(result.table.dateSystem).toBe(dateSystem);
      expect(rowsOf(result.table)).toEqual([
        [60, 40513.347222222219],
        [40513.347222222219, 1],
        [0.99999999999, 2],
      ]);
      expect(result.table.columns.map(({ dated }) => dated)).toEqual([true, false]);
    }
  });

  test("the first visible sheet with cells is read, others with cells are noted", async () => {
    const sheets = {
      Empty: "",
      Styled: '<row r="1"><c r="A1" s="1"/></row>',
      Old: data,
      Data: data,
      More: data,
    };
    const bytes = await workbookOf(sheets, { states: { Old: "hidden" } });
    const result = must(await read("a.xlsx", bytes));
    expect(result.sheet).toBe("Data");
    expect(result.sheets).toEqual(["Empty", "Styled", "Old", "Data", "More"]);
    expect(result.notes).toEqual([
      { code: "file-several-sheets", params: { sheet: "Data", others: ["More"] } },
    ]);
    expect(must(await read("a.xlsx", bytes, { sheet: "Old" })).sheet).toBe("Old");
    expect(must(await read("a.xlsx", bytes, { sheet: " more " })).sheet).toBe("More");
    const unknown = await read("a.xlsx", bytes, { sheet: "Sales" });
    expect(troubleCodes(unknown)).toEqual(["file-unknown-sheet"]);
    expect(unknown).toMatchObject({ troubles: [{ params: { sheet: "Sales", sheets: result.sheets } }] });
  });

  test("a lone cell in the last corner costs no memory", async () => {
    const bytes = await workbookOf({
      S: `${data}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
    });
    const result = must(await read("a.xlsx", bytes));
    expect(result.table.rowCount).toBe(1_048_575);
    expect(result.table.columns.map(({ header }) => header)).toEqual(["客户", "金额", "XFD"]);
  });

  test("rows of a sheet as they stand, for a later run", async () => {
    const bytes = await workbookOf(
      { S: "", Snapshot: `<row r="2"><c r="B2"><v>1</v></c></row>` },
      { states: { Snapshot: "hidden" } },
    );
    expect(must(await readSheetRows(bytes, "Snapshot"))).toEqual([[], [null, 1]]);
    expect(must(await readSheetRows(bytes, "S"))).toEqual([]);
    expect(troubleCodes(await readSheetRows(bytes, "None"))).toEqual(["file-unknown-sheet"]);
    expect(troubleCodes(await readSheetRows(new Uint8Array(10), "S"))).toEqual(["file-damaged-workbook"]);
  });

  test("progress goes up to the size of the file", async () => {
    const bytes = await workbookOf({ S: data });
    const heard: number[] = [];
    must(await read("a.xlsx", bytes, { onProgress: (size) => heard.push(size) }));
    expect(heard.at(-1)).toBe(bytes.length);
  });

  test("standard input is known by its content", async () => {
    expect(must(await read("-", await workbookOf({ S: data }))).format).toBe("xlsx");
  });
});

describe("workbooks that cannot be read are refused in one sentence", () => {
  const refused = async (bytes: Uint8Array) => troubleCodes(await read("a.xlsx", bytes));

  test("empty, header only, no cells, no workbook", async () => {
    expect(await refused(new Uint8Array())).toEqual(["file-empty"]);
    expect(await refused(await workbookOf({ S: table }))).toEqual(["file-header-only"]);
    expect(await refused(await workbookOf({ S: "", T: "" }))).toEqual(["file-no-cells"]);
    expect(await refused(await workbookOf({ S: data }, { states: { S: "veryHidden" } }))).toEqual([
      "file-no-cells",
    ]);
    expect(await refused(await zipOf({ "word/document.xml": "<w/>" }))).toEqual(["file-no-workbook"]);
  });

  test("encrypted by Office, and Excel 97", async () => {
    const encrypted = await writeXlsx({
      sheets: [{ name: "S", rows: [["a"], [1]] }],
      encryption: { password: "x", spinCount: 10 },
    });
    expect(await refused(encrypted)).toEqual(["file-encrypted"]);
    const old = new Uint8Array(4096);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refused(old)).toEqual(["file-legacy-workbook"]);
    expect(troubleCodes(await read("a.csv", old))).toEqual(["file-legacy-workbook"]);
  });

  test("cut short anywhere", async () => {
    const whole = await writeXlsx({
      sheets: [
        { name: "S", rows: [["客户", "金额"], ...Array.from({ length: 500 }, (_, i) => [`c${i}`, i * 1.5])] },
      ],
    });
    for (let length = 4; length < whole.length; length += 97) {
      expect(await refused(whole.slice(0, length))).toEqual(["file-damaged-workbook"]);
    }
  });

  test("a flipped byte is told or does no harm, wherever: never wrong cells, never a throw", async () => {
    const whole = await writeXlsx({
      sheets: [
        { name: "S", rows: [["客户", "金额"], ...Array.from({ length: 200 }, (_, i) => [`c${i}`, i * 1.5])] },
      ],
    });
    const right = gridOf(must(await read("a.xlsx", whole)).table);
    for (let at = 0; at < whole.length; at += 13) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      const result = await read("a.xlsx", bytes);
      if (result.ok) expect(gridOf(result.value.table)).toEqual(right);
      else expect(troubleCodes(result)).toHaveLength(1);
    }
  });

  test("XML that ends early, a cell beyond the sheet, a string that isn't there", async () => {
    expect(await refused(await workbookOf({ S: `${data}<row r="3">` }))).toEqual(["file-damaged-workbook"]);
    expect(await refused(await workbookOf({ S: `${data}<row r="1048577"><c><v>1</v></c></row>` }))).toEqual([
      "file-damaged-workbook",
    ]);
    expect(
      await refused(await workbookOf({ S: `${data}<row r="3"><c r="ZZZZ3"><v>1</v></c></row>` })),
    ).toEqual(["file-damaged-workbook"]);
    expect(
      await refused(await workbookOf({ S: `${data}<row r="3"><c r="A3" t="s"><v>7</v></c></row>` })),
    ).toEqual(["file-damaged-workbook"]);
  });

  test("entities of a document type are not expanded", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const bytes = await workbookOf(
      { S: `${data}<row r="3"><c t="str"><v>&b;</v></c></row>` },
      { styles: `${bomb}<styleSheet/>` },
    );
    expect(rowsOf(must(await read("a.xlsx", bytes)).table).at(-1)).toEqual(["&b;", null]);
  });

  test("a part protected by a zip password", async () => {
    const bytes = forgedZip({
      name: "xl/workbook.xml",
      data: new Uint8Array(20),
      size: 20,
      method: 8,
      flags: 1,
    });
    expect(await refused(bytes)).toEqual(["file-encrypted"]);
  });

  test("a bomb that tells its size is refused before anything is unpacked", async () => {
    const bytes = forgedZip({
      name: "xl/workbook.xml",
      data: new Uint8Array(20),
      size: 3 * 1024 ** 3,
      method: 8,
    });
    expect(await refused(bytes)).toEqual(["file-unpacks-too-large"]);
    const ratio = forgedZip({
      name: "xl/workbook.xml",
      data: new Uint8Array(9000),
      size: 200 * 1024 ** 2,
      method: 8,
    });
    expect(await refused(ratio)).toEqual(["file-unpacks-too-large"]);
  });

  test("a bomb that lies about its size is stopped at what it said", async () => {
    const packed = new Blob([new Uint8Array(64 * 1024 ** 2).fill(32)])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    const data = new Uint8Array(await new Response(packed).arrayBuffer());
    const before = process.memoryUsage().rss;
    expect(await refused(forgedZip({ name: "_rels/.rels", data, size: 1000, method: 8 }))).toEqual([
      "file-damaged-workbook",
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 ** 2);
  });
});
