import { describe, expect, test } from "vitest";
import { guessEncoding } from "../../src/files/guess-encoding";
import { join } from "../../src/files/bytes";
import { must, read, rowsOf, troubleCodes, utf8 } from "./bytes-of";

/** Encodes by the reverse of a decoder, byte pairs first made known. */
function encoder(table: ReadonlyMap<string, readonly number[]>): (text: string) => Uint8Array {
  return (text) =>
    new Uint8Array(
      [...text].flatMap((character) => {
        const bytes = character < "\u0080" ? [character.charCodeAt(0)] : table.get(character);
        if (!bytes) throw new Error(`not in the encoding: ${character}`);
        return bytes;
      }),
    );
}

const gbk = encoder(
  new Map(
    Array.from({ length: 126 * 191 }, (_, i) => {
      const pair = [0x81 + Math.floor(i / 191), 0x40 + (i % 191)] as const;
      return [new TextDecoder("gbk").decode(new Uint8Array(pair)), pair] as const;
    }),
  ),
);

/** Apple's ROMAN.TXT (unicode.org/Public/MAPPINGS/VENDORS/APPLE), the letters used here. */
const macRoman = encoder(
  new Map(
    Object.entries({
      Ä: 0x80, Å: 0x81, Ç: 0x82, É: 0x83, Ñ: 0x84, Ö: 0x85, Ü: 0x86, á: 0x87, à: 0x88, â: 0x89, ä: 0x8a, ã: 0x8b,
      å: 0x8c, ç: 0x8d, é: 0x8e, è: 0x8f, ê: 0x90, ë: 0x91, í: 0x92, ì: 0x93, î: 0x94, ï: 0x95, ñ: 0x96, ó: 0x97,
      ò: 0x98, ô: 0x99, ö: 0x9a, õ: 0x9b, ú: 0x9c, ù: 0x9d, û: 0x9e, ü: 0x9f, ß: 0xa7, Ø: 0xaf, ø: 0xbf, "’": 0xd5,
      "–": 0xd0, "€": 0xdb,
    }).map(([character, byte]) => [character, [byte]] as const),
  ),
); // prettier-ignore

/** Microsoft's CP1252.TXT: Latin-1, and these where it has controls. */
const windows = encoder(
  new Map([
    ...Array.from({ length: 96 }, (_, i) => [String.fromCharCode(0xa0 + i), [0xa0 + i]] as const),
    ...Object.entries({ "€": 0x80, "‘": 0x91, "’": 0x92, "–": 0x96, œ: 0x9c, Š: 0x8a, ž: 0x9e }).map(
      ([character, byte]) => [character, [byte]] as const,
    ),
  ]),
);

const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

const chinese = "客户,日期,金额\n张三,2024-01-02,10\n北京华夏科技有限公司,2024-01-03,2500.5\n";
const western =
  "Kunde,Ort,Betrag\nMüller,Köln,10\nGarçon & Fils,Besançon,20\nPeña,A Coruña,30\nÅse Øye,Tromsø,40\n";

const firstRow = async (bytes: Uint8Array, encoding?: string) => {
  const result = must(await read("a.csv", bytes, { encoding }));
  return {
    row: rowsOf(result.table)[0],
    encoding: result.encoding,
    notes: result.notes.map(({ code }) => code),
  };
};

describe("encodings are told from content", () => {
  test.each([
    ["UTF-8", utf8(chinese), "utf-8", []],
    ["UTF-8 with a mark", join([new Uint8Array([0xef, 0xbb, 0xbf]), utf8(chinese)]), "utf-8", []],
    ["UTF-16 LE with a mark", join([new Uint8Array([0xff, 0xfe]), utf16(chinese, true)]), "utf-16le", []],
    ["UTF-16 BE with a mark", join([new Uint8Array([0xfe, 0xff]), utf16(chinese, false)]), "utf-16be", []],
    ["UTF-16 LE without", utf16(chinese, true), "utf-16le", ["file-encoding-guessed"]],
    ["UTF-16 BE without", utf16(chinese, false), "utf-16be", ["file-encoding-guessed"]],
    ["GBK", gbk(chinese), "gb18030", ["file-encoding-guessed"]],
  ])("Chinese in %s", async (_, bytes, encoding, notes) => {
    expect(await firstRow(bytes)).toEqual({ row: ["张三", "2024-01-02", "10"], encoding, notes });
  });

  test.each([
    ["UTF-8", utf8(western), "utf-8"],
    ["Mac Roman", macRoman(western), "macintosh"],
    ["Mac Roman with CR", macRoman(western.replaceAll("\n", "\r")), "macintosh"],
    ["windows-1252", windows(western), "windows-1252"],
    ["windows-1252 with CRLF", windows(western.replaceAll("\n", "\r\n")), "windows-1252"],
  ])("western names in %s", async (_, bytes, encoding) => {
    expect(await firstRow(bytes)).toMatchObject({ row: ["Müller", "Köln", "10"], encoding });
  });

  test.each([
    "Müller",
    "Zoë",
    "créée",
    "João",
    "Peña",
    "Besançon",
    "Gül",
    "Åse",
    "Élodie",
    "MÜNCHEN",
    "Straße",
  ])("one name is enough: %s", (name) => {
    expect(guessEncoding(macRoman(`id,name\n1,${name},x\n`))).toBe("macintosh");
    expect(guessEncoding(windows(`id,name\n1,${name},x\n`))).toBe("windows-1252");
  });

  test.each([
    "张",
    "张三",
    "ABC公司",
    "广东省-深圳",
    "“大客户”",
    "联通",
    "李 明",
    "VIP客户A",
    "镕基",
    "朱镕基",
  ])("and in Chinese: %s", (name) => {
    expect(guessEncoding(gbk(`id,客户名称\n1,${name},x\n`))).toBe("gb18030");
  });

  test("typographic apostrophes, dashes and the euro of windows-1252 arrive as they are", async () => {
    // Node 20 decodes these bytes as Latin-1 controls.
    expect((await firstRow(windows("shop,price\nJoe’s – bar,€5\nŠkoda,œuvre ž\n"))).row).toEqual([
      "Joe’s – bar",
      "€5",
    ]);
    expect(await firstRow(windows("shop\nJoe’s\n"), "cp1252")).toMatchObject({ row: ["Joe’s"], notes: [] });
  });

  test.each([
    ["UTF-8", utf8, "utf-8"],
    ["GBK", gbk, "gb18030"],
  ])("the first character beyond ASCII may be megabytes down: %s", async (_, encode, encoding) => {
    const ascii = utf8("id,name,amount\n" + "c1,Smith,10.00\n".repeat(600_000));
    const bytes = join([ascii, encode("c2,深圳市腾讯,5\nc3,王五,6\n")]);
    const result = must(await read("a.csv", bytes));
    expect(result.encoding).toBe(encoding);
    expect(rowsOf({ ...result.table, rowCount: result.table.rowCount }).at(-1)).toEqual(["c3", "王五", "6"]);
    expect(result.table.rowCount).toBe(600_002);
  });

  test("characters cut by a piece's end are whole again", async () => {
    for (const [bytes, size] of [
      [utf8(chinese), 1],
      [gbk(chinese), 3],
      [utf16(chinese, true), 5],
    ] as const) {
      const result = must(await read("a.csv", bytes, {}, size));
      expect(rowsOf(result.table)[1]?.[0]).toBe("北京华夏科技有限公司");
    }
  });

  test("large UTF-16 with characters beyond the basic plane", async () => {
    const text = "id,名\n" + "𠮷野家,😁\n".repeat(60_000);
    const result = must(await read("a.tsv", utf16(text, true), {}, 4_099));
    expect(result.table.rowCount).toBe(60_000);
    expect(result.table.columns.map(({ cells }) => ("values" in cells ? cells.values : []))).toEqual([
      [null, "𠮷野家"],
      [null, "😁"],
    ]);
  });

  test("four-byte GB18030 is read", async () => {
    // CJK Extension A begins at 0x8139EE39 = U+3400 (GB 18030-2000, four-byte region).
    const bytes = new Uint8Array([
      ...gbk("姓名,城市\n王小明,北京\n"),
      0x81,
      0x39,
      0xee,
      0x39,
      ...gbk("先生,上海\n"),
    ]);
    expect(rowsOf(must(await read("a.csv", bytes)).table)[1]).toEqual(["\u3400先生", "上海"]);
  });
});

describe("bytes that do not fit", () => {
  test("a character cut within UTF-8 is shown as such and noted, the rest is right", async () => {
    const bytes = join([utf8(chinese), utf8("李"), new Uint8Array([0xe5, 0x9b]), utf8(",2024-01-04,7\n")]);
    const result = must(await read("a.csv", bytes));
    expect(result.encoding).toBe("utf-8");
    expect(rowsOf(result.table)[2]).toEqual(["李\ufffd", "2024-01-04", "7"]);
    expect(result.notes).toEqual([{ code: "file-broken-characters", params: { count: 1 } }]);
  });

  test("in GBK too, and only where no encoding is named", async () => {
    const bytes = join([gbk(chinese.repeat(20)), gbk("李"), new Uint8Array([0xd5]), utf8(",2024-01-04,7\n")]);
    const result = must(await read("a.csv", bytes));
    expect(result.encoding).toBe("gb18030");
    expect(result.notes.map(({ code }) => code)).toEqual(["file-encoding-guessed", "file-broken-characters"]);
    expect(rowsOf(result.table).at(-1)).toEqual(["李\ufffd", "2024-01-04", "7"]);
    expect(troubleCodes(await read("a.csv", bytes, { encoding: "gbk" }))).toEqual(["file-undecodable"]);
  });

  test("a named encoding that it isn't: the row and the byte", async () => {
    const bytes = join([utf8("id,name\n1,a\n2,b\n3,"), new Uint8Array([0x4d, 0xfc, 0x6c]), utf8(",x\n")]);
    const result = await read("a.csv", bytes, { encoding: "utf-8" });
    expect(troubleCodes(result)).toEqual(["file-undecodable"]);
    expect(result).toMatchObject({
      troubles: [{ params: { row: 4, byte: 20, value: "0xFC", encoding: "utf-8" } }],
    });
  });

  test("the row is right far down, over quoted newlines", async () => {
    const rows = '1,"a\nb"\n'.repeat(100_000);
    const bytes = join([
      utf8("id,name\n" + rows),
      new Uint8Array([0x32, 0x2c, 0xff, 0xff, 0x0a]),
      utf8(rows),
    ]);
    expect(await read("a.csv", bytes, { encoding: "gb18030" })).toMatchObject({
      ok: false,
      troubles: [{ code: "file-undecodable", params: { row: 100_002 } }],
    });
  });

  test("a file that turns from UTF-8 into something else is refused, not garbled", async () => {
    const bytes = join([
      utf8("id,name\n1,é\n" + "2,Smith\n".repeat(900_000)),
      windows("3,Müller\n4,Zoë\n5,Jürgen\n".repeat(20)),
    ]);
    expect(troubleCodes(await read("a.csv", bytes))).toEqual(["file-undecodable"]);
  });

  test("an unknown encoding", async () => {
    expect(troubleCodes(await read("a.csv", chinese, { encoding: "klingon" }))).toEqual([
      "file-unknown-encoding",
    ]);
  });

  test.each(["gbk", "GB2312", "gb18030", "CP936"])("%s is an encoding", async (encoding) => {
    expect((await firstRow(gbk(chinese), encoding)).row?.[0]).toBe("张三");
  });

  test.each(["macintosh", "mac-roman", "MacRoman", "x-mac-roman"])("%s too", async (encoding) => {
    expect((await firstRow(macRoman(western), encoding)).row?.[0]).toBe("Müller");
  });

  test("utf-16 goes by the mark", async () => {
    const bytes = join([new Uint8Array([0xfe, 0xff]), utf16(chinese, false)]);
    expect((await firstRow(bytes, "utf-16")).row?.[0]).toBe("张三");
  });
});
