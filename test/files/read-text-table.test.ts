import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTextTable } from "../../src/files/read-text-table";

const file = (name: string, bytes: Uint8Array) => ({
  name,
  chunks: (async function* () {
    yield bytes;
  })(),
});
const CSV = new TextEncoder().encode("Order,Customer\n1,Ann\n2,Bo\n");

describe("readTextTable(input, options) reads text alone", () => {
  it.each([
    ["orders.csv", CSV],
    ["orders.csv.gz", new Uint8Array(gzipSync(CSV))],
  ])("reads %s", async (name, bytes) => {
    const read = await readTextTable(file(name, bytes));
    expect(read).toMatchObject({ ok: true, value: { table: { rowCount: 2 }, sheets: [] } });
  });

  it("has a workbook opened in Excel instead, whatever its name says it is", async () => {
    const workbook = await writeXlsx({ sheets: [{ name: "Orders", rows: [["Order"], [1]] }] });
    expect(await readTextTable(file("orders.xlsx", workbook))).toEqual({
      ok: false,
      troubles: [{ code: "file-open-in-excel", params: { file: "orders.xlsx" } }],
    });
    expect(await readTextTable(file("orders.csv", workbook))).toMatchObject({ ok: false });
  });
});
