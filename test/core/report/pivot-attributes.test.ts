import { describe, expect, it } from "vitest";
import { pivotAttributes } from "../../../src/core/report/pivot-attributes";
import { pivotLines } from "../../../src/core/report/pivot-grid";
import type { ReportColumn, ReportPivot, ReportTable } from "../../../src/core/report/report";

const CUSTOMERS = 62;

function column(id: string, of: (at: number) => string | number | null, header = id): ReportColumn {
  const values = Array.from({ length: CUSTOMERS }, (_, at) => of(at));
  return { id, header, format: typeof values[0] === "number" ? "money" : "text", width: 10, values };
}

function table(...columns: readonly ReportColumn[]): ReportTable {
  return {
    kind: "table",
    name: "Customers",
    columns: [column("customer", (at) => `C${at}`), ...columns],
    rowCount: CUSTOMERS,
  };
}

const attribute = (header: string, of: (at: number) => string | null) =>
  column(`attribute:${header}`, of, header);

describe("the attributes that get a pivot", () => {
  it("have 2 to 30 values, blanks aside", () => {
    const of = (many: number) => attribute(`of ${many}`, (at) => (at % 31 < many ? `v${at % many}` : null));
    expect(pivotAttributes(table(of(1), of(2), of(30)))).toEqual(["attribute:of 2", "attribute:of 30"]);
    expect(pivotAttributes(table(attribute("of 31", (at) => `v${at % 31}`)))).toEqual([]);
  });

  it("have values that two customers share on average, capitals aside", () => {
    const few = (many: number): ReportTable => ({
      ...table(attribute("Kind", (at) => `v${at % many}`)),
      rowCount: 10,
    });
    expect(pivotAttributes(few(5))).toEqual(["attribute:Kind"]);
    expect(pivotAttributes(few(6))).toEqual([]);
    const capitals = attribute("Kind", (at) => (at % 2 === 0 ? "North" : "NORTH"));
    expect(pivotAttributes(table(capitals))).toEqual([]);
  });

  it("are the first six", () => {
    const many = Array.from({ length: 8 }, (_, n) => attribute(`a${n}`, (at) => `v${at % 3}`));
    expect(pivotAttributes(table(...many))).toEqual(many.slice(0, 6).map(({ id }) => id));
  });

  it("are none that name or reach people, however the header is typed", () => {
    const personal = [
      "E-mail",
      "ＰＨＯＮＥ",
      "Contact　person",
      "Ship-to address",
      "Name",
      "联系人",
      "公司名称",
      "手机号",
    ];
    for (const header of personal) {
      expect([header, pivotAttributes(table(attribute(header, (at) => `v${at % 3}`)))]).toEqual([header, []]);
    }
  });

  it("are none in which a value is a customer's id, in any capitals", () => {
    expect(pivotAttributes(table(attribute("Kind", (at) => ["c7", "other"][at % 2] ?? null)))).toEqual([]);
  });
});

describe("a pivot's share", () => {
  it("is empty where there is nothing to share, as Excel's is where it can't be divided", () => {
    const source = table(
      column("tier", (at) => "AB"[at % 2] ?? null),
      column("stage", () => "New"),
      column("monetary", (at) => (at % 2 === 0 ? 5 : -5)),
    );
    const pivot: ReportPivot = {
      id: "p",
      name: "p",
      caption: "Tier",
      table: "Customers",
      rows: [
        { column: "tier", items: ["A", "B"] },
        { column: "stage", items: ["New"] },
      ],
      values: [
        { id: "sum", caption: "Sum", format: "money", of: { kind: "sum", column: "monetary" } },
        { id: "share", caption: "Share", format: "share", of: { kind: "share", column: "monetary" } },
      ],
      grandTotal: "Total",
      blank: "(blank)",
      place: { row: 0, column: 0 },
    };
    expect(pivotLines(pivot, source).map(({ values }) => values)).toEqual([
      [155, null],
      [155, null],
      [-155, null],
      [-155, null],
      [0, null],
    ]);
  });
});
