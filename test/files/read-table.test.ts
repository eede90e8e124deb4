import fc from "fast-check";
import { createReadStream, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTable } from "../../src/files/read-table";
import { gridOf, gzip, must, read, rowsOf, troubleCodes, utf8 } from "./bytes-of";

const grid = async (name: string, text: string | Uint8Array) => gridOf(must(await read(name, text)).table);

describe("reading delimited text", () => {
  test("cells stay text as they stand, an empty one is null", async () => {
    expect(await grid("a.csv", "id,amount,when\n007,1.50,2024-01-02\n 17850.0 ,,1e5\n")).toEqual([
      ["id", "amount", "when"],
      ["007", "1.50", "2024-01-02"],
      [" 17850.0 ", null, "1e5"],
    ]);
  });

  test("each distinct cell of a column stands once", async () => {
    const { table } = must(await read("a.csv", "客户\nx\ny\nx\n\n\nx\n"));
    expect(table.columns[0]?.cells).toEqual({
      codes: new Uint32Array([1, 2, 1, 0, 0, 1]),
      values: [null, "x", "y"],
    });
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("lines may end in %s, in pieces of any size", async (_, newline) => {
    const text = ["id,note", 'a,"two', 'lines"', "b,2", ""].join(newline);
    for (const size of [1, 2, 3, 7, 1000]) {
      expect(gridOf(must(await read("a.csv", text, {}, size)).table)).toEqual([
        ["id", "note"],
        ["a", "two\nlines"],
        ["b", "2"],
      ]);
    }
  });

  test.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
    ["pipe", "|"],
  ])("a %s is told from the content, whatever the name says", async (_, delimiter) => {
    const lines =
      ["客户 no", "date", "amount"].join(delimiter) + "\n" + `a${delimiter}b${delimiter}c\n`.repeat(3);
    for (const name of ["x.csv", "x.tsv", "-"]) {
      expect((await grid(name, lines))[1]).toEqual(["a", "b", "c"]);
    }
  });

  test("decimal commas do not make the comma a delimiter", async () => {
    const text = "Kunde;Betrag\n" + "A;1,5\nB;2,25\n".repeat(200);
    expect((await grid("a.csv", text))[0]).toEqual(["Kunde", "Betrag"]);
    expect((await grid("a.csv", "Name|Total\nA|1,000\nB|2,000\n"))[1]).toEqual(["A", "1,000"]);
  });

  test("a title with commas above the table does not either", async () => {
    const text = "Sales, by customer, Q1\n\nid;date;amount\n" + "a;2024-01-01;5\n".repeat(5);
    const rows = must(await read("a.csv", text)).table;
    expect(rows.columns).toHaveLength(3);
  });

  test("Excel's sep= line names the delimiter and is no row", async () => {
    const { table } = must(await read("a.csv", "sep=|\r\nid|x\r\n1|2,3\r\n"));
    expect(gridOf(table)).toEqual([
      ["id", "x"],
      ["1", "2,3"],
    ]);
    expect(table.firstRow).toBe(2);
  });

  test("one column needs no delimiter", async () => {
    expect(await grid("a.csv", "id\na\nb\n")).toEqual([["id"], ["a"], ["b"]]);
  });

  test("a name tells the format, standard input its content", async () => {
    expect(must(await read("A.TSV", "a\tb\n1\t2")).format).toBe("tsv");
    expect(must(await read("-", "a\tb\n1\t2")).format).toBe("tsv");
    expect(must(await read("-", "a,b\n1,2")).format).toBe("csv");
    expect(must(await read("-", await gzip(utf8("a,b\n1,2")))).format).toBe("csv");
    expect(must(await read("x.csv.gz", await gzip(utf8("a,b\n1,2")))).table.rowCount).toBe(1);
  });

  test("rows keep the numbers that Excel shows", async () => {
    const { table } = must(await read("a.csv", '\n\nid,note\n1,"a\nb"\n\n3,c\n , \n,\n\n'));
    expect(table.firstRow).toBe(4);
    expect(rowsOf(table)).toEqual([
      ["1", "a\nb"],
      [null, null],
      ["3", "c"],
    ]);
  });

  test("short rows are filled up, longer ones get columns by letter, blank columns go", async () => {
    const result = must(await read("a.csv", "id,,name,,\n1\n2,,b,,e,f\n"));
    expect(gridOf(result.table)).toEqual([
      ["id", "name", "E", "F"],
      ["1", null, null, null],
      ["2", "b", "e", "f"],
    ]);
    expect(result.notes).toEqual([
      { code: "file-unnamed-columns", params: { count: 2, columns: ["E", "F"] } },
    ]);
  });

  test("headers that repeat are numbered, clear of those there are, and noted", async () => {
    const result = must(await read("a.csv", "x,x,x (2),x,B,\n1,2,3,4,5,6\n"));
    expect(result.table.columns.map(({ header }) => header)).toEqual([
      "x",
      "x (3)",
      "x (2)",
      "x (4)",
      "B",
      "F",
    ]);
    expect(result.notes.map(({ code }) => code)).toEqual(["file-unnamed-columns", "file-repeated-headers"]);
  });

  test("a title above the headers is left out, and noted", async () => {
    const text =
      "2024 年销售明细\n打印日期：,2024-12-31\n\n客户名称,下单日期,实付金额\n张三,2024-01-02,10\n李四,2024-01-03,20\n";
    const { table, notes } = must(await read("a.csv", text));
    expect(gridOf(table)[0]).toEqual(["客户名称", "下单日期", "实付金额"]);
    expect(table).toMatchObject({ firstRow: 5, rowCount: 2 });
    expect(notes).toEqual([{ code: "file-rows-above-header", params: { header: 4, count: 2 } }]);
  });

  test("where no row looks like headers every row is data and columns go by letters", async () => {
    const { table, notes } = must(await read("a.csv", "1,2024-01-02,3\n2,2024-01-03,4\n"));
    expect(gridOf(table)).toEqual([
      ["A", "B", "C"],
      ["1", "2024-01-02", "3"],
      ["2", "2024-01-03", "4"],
    ]);
    expect(table.firstRow).toBe(1);
    expect(notes).toEqual([{ code: "file-no-header" }]);
  });

  test("a quote closed too early is read as it stands and noted", async () => {
    const result = must(await read("a.csv", 'id,what\n1,"5" nail"\n2,b\n'));
    expect(rowsOf(result.table)).toEqual([
      ["1", '5" nail'],
      ["2", "b"],
    ]);
    expect(result.notes).toEqual([{ code: "file-stray-quotes", params: { count: 1, rows: ["2"] } }]);
  });

  test("progress is told in bytes of the file", async () => {
    const heard: number[] = [];
    const bytes = utf8("id,x\n" + "a,1\n".repeat(50_000));
    must(await read("a.csv", bytes, { onProgress: (size) => heard.push(size) }));
    expect(heard.at(-1)).toBe(bytes.length);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  test("what is written as CSV is read again, any text, any piece size", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("", "a\nb", '"', ",", "007"),
    );
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 5000 }), async (rows, size) => {
        // Text, not binary data: no controls; and newlines as the reader gives them.
        const clean = rows.map((row) => row.map((text) => text.replace(/[^\P{Cc}\n\t]|\ufeff/gu, "")));
        const quoted = clean.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const text = ["客户,日期,金额", ...quoted, "end,end,end"].join("\r\n");
        const expected = clean.map((row) => row.map((value) => (value.trim() === "" ? null : value)));
        const result = must(await read("a.csv", utf8(text), {}, size));
        expect(rowsOf(result.table).slice(0, -1)).toEqual(expected);
      }),
    );
  });
});

describe("what cannot be read is refused in one sentence", () => {
  const refused = async (name: string, bytes: string | Uint8Array) => troubleCodes(await read(name, bytes));

  test.each([
    ["notes.txt", "a,b\n1,2", "file-unknown-type"],
    ["notes", "a,b\n1,2", "file-unknown-type"],
    ["old.xls", "a", "file-other-spreadsheet"],
    ["mac.numbers", "PK", "file-other-spreadsheet"],
    ["a.csv", "", "file-empty"],
    ["a.csv", "\ufeff", "file-empty"],
    ["a.csv", "\n \n,,\n", "file-empty"],
    ["a.csv", "id,amount\n", "file-header-only"],
    ["a.csv", "id,amount\n,\n \n", "file-header-only"],
    ["a.csv", "a,b\n1,\u0000\u0001\u0002", "file-binary"],
    ["a.csv", "<!DOCTYPE html><table><tr><td>1</td></tr></table>", "file-markup"],
    ["a.csv", "%PDF-1.7\n1 0 obj", "file-markup"],
    ["a.csv", 'id,x\n1,"open\n2,b\n3,c\n', "file-open-quote"],
    ["a.csv", 'id,x\n1,"a"b\n2,"c"\n', "file-open-quote"],
    ["a.csv.gz", "id,x\n1,2\n", "file-is-not-gzip"],
    ["a.xlsx", "id,x\n1,2\n", "file-is-text"],
  ])("%s holding %j: %s %s", async (name, text, code) => {
    expect(await refused(name, text)).toEqual([code]);
  });

  test("a picture named .csv", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]);
    expect(await refused("a.csv", png)).toEqual(["file-binary"]);
  });

  test("an open quote names its row, in a large file too", async () => {
    const rows = "a,b\n" + "1,2\n".repeat(70_000) + '3,"x\n' + "1,2\n".repeat(3_000_000);
    const result = await read("a.csv", rows);
    expect(result).toMatchObject({ ok: false, troubles: [{ params: { row: 70_002 } }] });
  });

  test("gzip named .csv, a workbook named .csv, text named .gz", async () => {
    expect(await refused("a.csv", await gzip(utf8("a,b\n1,2\n")))).toEqual(["file-is-gzip"]);
    expect(await refused("a.csv", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toEqual(["file-is-workbook"]);
  });

  test("a .gz that is cut short or damaged, wherever", async () => {
    const whole = await gzip(
      utf8("id,x\n" + Array.from({ length: 9000 }, (_, i) => `${i},${i * 7}\n`).join("")),
    );
    for (const length of [2, 10, 100, whole.length >> 1, whole.length - 9, whole.length - 1]) {
      expect(await refused("a.csv.gz", whole.slice(0, length))).toEqual(["file-damaged-gzip"]);
    }
    const flipped = whole.slice();
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 0x55;
    expect(await refused("a.csv.gz", flipped)).toEqual(["file-damaged-gzip"]);
  });

  test("a .gz bomb is stopped at 100 MiB, without the memory", async () => {
    const bomb = await gzip(utf8("id," + "x".repeat(150 * 1024 ** 2)));
    const before = process.memoryUsage().rss;
    expect(await refused("a.csv.gz", bomb)).toEqual(["file-endless-row"]);
    const rows = await gzip(utf8("id,amount\n" + `c,${"1".repeat(4000)}\n`.repeat(40_000)));
    expect(await refused("a.csv.gz", rows)).toEqual(["file-gzip-too-large"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 ** 2);
  });

  test("trouble says which file, and an error of the disk is thrown, not told as bad data", async () => {
    expect(await read("sales.csv", "")).toMatchObject({ troubles: [{ params: { file: "sales.csv" } }] });
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await gzip(utf8("a,b\n"));
      throw new Error("EIO");
    }
    await expect(readTable({ name: "a.csv.gz", chunks: failing() })).rejects.toThrow("EIO");
  });

  test("any bytes under any name: a table or one sentence, never a throw", async () => {
    const starts = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0x1f, 0x8b, 8, 0],
      [0xff, 0xfe],
      [0xef, 0xbb, 0xbf],
      [34],
    );
    const names = fc.constantFrom("a.csv", "a.tsv", "a.csv.gz", "a.xlsx", "-");
    const encodings = fc.constantFrom(undefined, "utf-8", "gb18030", "utf-16", "macintosh", "shift_jis");
    await fc.assert(
      fc.asyncProperty(
        names,
        starts,
        fc.uint8Array({ maxLength: 300 }),
        encodings,
        async (name, start, rest, encoding) => {
          const result = await read(name, new Uint8Array([...start, ...rest]), { encoding }, 50);
          if (!result.ok) expect(troubleCodes(result)).toHaveLength(1);
          else {
            const { table } = result.value;
            expect(table.rowCount).toBeGreaterThan(0);
            expect(new Set(table.columns.map(({ header }) => header)).size).toBe(table.columns.length);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("a file that is refused is let go of", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(100_000);
      } finally {
        closed = true;
      }
    }
    expect(troubleCodes(await readTable({ name: "a.csv", chunks: source() }))).toEqual(["file-binary"]);
    expect(closed).toBe(true);
    closed = false;
    expect(troubleCodes(await readTable({ name: "a.xlsx", chunks: source() }))).toEqual([
      "file-damaged-workbook",
    ]);
    expect(closed).toBe(true);
  });
});

const retail = "../shared/data/online_retail.csv.gz";
describe.skipIf(!existsSync(retail))(`Online Retail (skipped where ${retail} is absent)`, () => {
  test("541,909 rows, 135,080 of them without a customer, 4,372 customers", async () => {
    // UCI Machine Learning Repository, Online Retail (Chen, 2015); the counts are those of its documentation.
    const { table } = must(await readTable({ name: retail, chunks: createReadStream(retail) }));
    expect(table.rowCount).toBe(541_909);
    const customers = table.columns.find(({ header }) => header === "CustomerID")?.cells;
    if (!customers || !("codes" in customers)) throw new Error("no coded column CustomerID");
    expect(customers.codes.reduce((blank, code) => blank + (code === 0 ? 1 : 0), 0)).toBe(135_080);
    expect(customers.values).toHaveLength(4_373);
  });
});
