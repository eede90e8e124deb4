import { describe, expect, it } from "vitest";
import { pivotAttributes } from "../../../src/core/report/pivot-attributes";
import { pivotLines } from "../../../src/core/report/pivot-grid";
import type { ReportColumn, ReportPivot, ReportTable } from "../../../src/core/report/report";

const CUSTOMERS = 104;

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

const shown = (customers: ReportTable) => pivotAttributes(customers).ids;

describe("the attributes that get a pivot", () => {
  it("have 2 to 50 values, blanks aside", () => {
    const of = (many: number) => attribute(`of ${many}`, (at) => (at % 51 < many ? `v${at % many}` : null));
    expect(shown(table(of(1), of(2), of(50)))).toEqual(["attribute:of 2", "attribute:of 50"]);
    const many = table(
      attribute("of 51", (at) => `v${at % 51}`),
      of(2),
    );
    expect(pivotAttributes(many)).toEqual({ ids: ["attribute:of 2"], tooMany: ["of 51"], mayName: [] });
  });

  it("have values that two customers share on average, capitals aside", () => {
    const few = (many: number): ReportTable => ({
      ...table(attribute("Kind", (at) => `v${at % many}`)),
      rowCount: 10,
    });
    expect(shown(few(5))).toEqual(["attribute:Kind"]);
    expect(shown(few(6))).toEqual([]);
    const capitals = attribute("Kind", (at) => (at % 2 === 0 ? "North" : "NORTH"));
    expect(shown(table(capitals))).toEqual([]);
  });

  it("are the first six", () => {
    const many = Array.from({ length: 8 }, (_, n) => attribute(`a${n}`, (at) => `v${at % 3}`));
    expect(shown(table(...many))).toEqual(many.slice(0, 6).map(({ id }) => id));
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
      expect([header, shown(table(attribute(header, (at) => `v${at % 3}`)))]).toEqual([header, []]);
    }
  });

  it("are none in which a value is a customer's id, in any capitals", () => {
    expect(shown(table(attribute("Kind", (at) => ["c7", "other"][at % 2] ?? null)))).toEqual([]);
  });
});

describe("the attributes that get a pivot where nobody is to be named", () => {
  const named = (...columns: readonly ReportColumn[]) => {
    const { ids, mayName } = pivotAttributes(table(...columns), false);
    return [ids, mayName];
  };
  const of = (header: string, value: (at: number) => string = (at) => `v${at % 3}`) =>
    attribute(header, value);

  it("are dimensions by their headers, in both languages", () => {
    for (const header of [
      "Region",
      "ship type",
      "Customer segment",
      "ＣＯＵＮＴＲＹ",
      "所属行业",
      "客户等级",
    ]) {
      expect([header, named(of(header))]).toEqual([header, [[`attribute:${header}`], []]]);
    }
  });

  it("are none that could name a customer or somebody of staff, and those are told", () => {
    const others =
      "Company,Client,Firm,Parent,Buyer,Street,Cell,Handy,Login,IBAN,VAT,Notes,Referred by,Kunde,公司,客户,单位,法人,开户行账号";
    for (const header of others.split(","))
      expect([header, named(of(header))]).toEqual([header, [[], [header]]]);
    for (const header of ["客户经理", "Region manager", "Sales rep", "产品负责人"]) {
      expect([header, named(of(header))]).toEqual([header, [[], [header]]]);
      expect(shown(table(of(header)))).toEqual([`attribute:${header}`]);
    }
  });

  it("have no value that reaches somebody", () => {
    for (const value of ["ann@example.com", "0171 234567", "DE89 3704 0044"]) {
      expect([value, named(of("Region", (at) => (at % 2 ? value : "North")))]).toEqual([
        value,
        [[], ["Region"]],
      ]);
    }
    expect(named(of("Region", (at) => (at % 2 ? "Zone 12" : "2024-Q1")))).toEqual([["attribute:Region"], []]);
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
      [260, null],
      [260, null],
      [-260, null],
      [-260, null],
      [0, null],
    ]);
  });
});
