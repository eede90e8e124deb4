import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import * as XLSX from "xlsx";
import { classify, type Classification } from "../../src/core/classify";
import type { Language } from "../../src/core/language/language";
import { templateNamed } from "../../src/core/policy/templates";
import { managersCopy } from "../../src/core/report/managers-copy";
import { pivotLines } from "../../src/core/report/pivot-grid";
import type { Report } from "../../src/core/report/report";
import { customersTable, summarisedReport } from "../../src/core/report/summarised-report";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { xmlText } from "../../src/files/excel-text";
import { writeWorkbook } from "../../src/files/write-workbook";
import { readTable } from "../../src/files/read-table";
import { zipDirectory } from "../../src/files/zip-directory";
import { zipText } from "../../src/files/zip-part";
import { referenceDataIsThere, referenceFile, unlessThere } from "../reference-data";
import { allOf, must } from "./bytes-of";
import { readFileSync } from "node:fs";

async function bytesOf(report: Report): Promise<Uint8Array> {
  const reader = writeWorkbook(report).getReader();
  return allOf(
    (async function* () {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    })(),
  );
}

/** All parts of a workbook as texts. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const directory = must(zipDirectory(bytes, "test"));
  const parts = new Map<string, string>();
  for (const name of directory.keys()) {
    parts.set(name, must(await zipText(bytes, directory, name, "test")) ?? "");
  }
  return parts;
}

function classified(language: Language, policy = "rfm"): Classification {
  const table = sampleOrders({ language, rows: 600 });
  return must(
    classify(table, templateNamed(policy) ?? never(), {
      value: { model: "bg-nbd", unit: "week", months: 12, discountPerYear: 0 },
    }),
  );
}

function never(): never {
  throw new Error("no such template");
}

/** The names of an element's children, in order, one of each run. */
function childrenOf(xml: string, parent: string): string[] {
  const open = xml.search(new RegExp(`<${parent}[ >]`));
  const body = xml.slice(xml.indexOf(">", open) + 1, xml.lastIndexOf(`</${parent}>`));
  const names: string[] = [];
  let depth = 0;
  for (const [, slash, name = "", self] of body.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^<>"])*?(\/?)>/g)) {
    if (slash) depth--;
    else {
      if (depth === 0 && names.at(-1) !== name) names.push(name);
      if (!self) depth++;
    }
  }
  return names;
}

/** CT_Worksheet, CT_Workbook, CT_pivotTableDefinition, CT_PivotCacheDefinition (ECMA-376-1, annex A.2), and charts (A.5.1). */
const SEQUENCES: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  pivotTableDefinition:
    "location pivotFields rowFields rowItems colFields colItems pageFields dataFields formats conditionalFormats chartFormats pivotHierarchies pivotTableStyleInfo filters rowHierarchiesUsage colHierarchiesUsage extLst",
  pivotCacheDefinition:
    "cacheSource cacheFields cacheHierarchies kpis tupleCache calculatedItems calculatedMembers dimensions measureGroups maps extLst",
  "c:chartSpace":
    "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst",
  "c:chart":
    "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:showDLblsOverMax c:extLst",
  "c:valAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst",
  "c:barChart":
    "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst",
};

const SERIES: Readonly<Record<string, string>> = {
  "c:barChart":
    "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape c:extLst",
  "c:lineChart":
    "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth c:extLst",
  "c:scatterChart":
    "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:xVal c:yVal c:smooth c:extLst",
};

function expectInOrder(part: string, names: readonly string[], sequence: string): void {
  const order = sequence.split(" ");
  const places = names.map((name) => order.indexOf(name));
  expect(
    places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0)),
    `${part}: ${names.join(" ")}`,
  ).toBe(true);
}

describe.each(["en", "zh"] as const)("the summarised workbook in %s", (language) => {
  let result: Classification;
  let report: Report;
  let bytes: Uint8Array;
  let parts: Map<string, string>;
  beforeAll(async () => {
    result = classified(language);
    report = summarisedReport(result, language);
    bytes = await bytesOf(report);
    parts = await partsOf(bytes);
  });

  it("opens for two other readers, with every sheet, the Summary first", async () => {
    const names = report.sheets.map(({ name }) => name);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(names);
    expect(XLSX.read(bytes).SheetNames).toEqual(names);
    expect(report.sheets[0]?.id).toBe("summary");
  });

  it("has each chart, bound to cells that hold what it draws", async () => {
    const book = XLSX.read(bytes);
    const charts = report.sheets[0]?.charts ?? [];
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.charts?.map(({ title }) => title)).toEqual(charts.map(({ title }) => title));
    expect(charts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["pareto", "tiers", "lifecycle", "months", "movement"]),
    );
    for (const [at, chart] of charts.entries()) {
      const xml = parts.get(`xl/charts/chart${at + 1}.xml`) ?? "";
      const references = [
        ...xml.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:num|str)Cache>(.*?)<\/c:(?:num|str)Cache>/g),
      ];
      expect(references).toHaveLength(chart.series.length * 2);
      for (const [, range = "", cache = ""] of references) {
        const [, sheet = "", from = "", to = ""] = /^'(.*)'!\$(\w+\$\d+):\$(\w+\$\d+)$/.exec(range) ?? [];
        const cells = XLSX.utils
          .sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, {
            header: 1,
            raw: true,
            blankrows: true,
            range: `${from}:${to}`.replaceAll("$", ""),
          })
          .map(([cell]) => cell);
        const drawn = [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value = ""]) => value);
        expect(drawn).toEqual(
          cells.filter((cell) => cell !== undefined).map((cell) => xmlText(String(cell))),
        );
        expect(drawn.length).toBeGreaterThan(0);
      }
    }
  });

  it("has PivotTables on the Customers table, their cells filled in with what its rows add up to", async () => {
    const { sheets, pivotCaches } = await readXlsx(bytes);
    const at = report.sheets.findIndex(({ id }) => id === "pivots");
    const pivots = report.sheets[at]?.pivots ?? [];
    const table = customersTable(report) ?? never();
    expect(pivots.map(({ rows }) => rows[1].column)).toEqual([
      ...["stage", "segment", `attribute:${table.columns[1]?.header}`],
      ...[2, 3].map((place) => `attribute:${table.columns[place]?.header}`),
    ]);
    expect(sheets[at]?.pivotTables?.map(({ name }) => name)).toEqual(pivots.map(({ name }) => name));
    expect(pivotCaches).toHaveLength(1);
    const headers = table.columns.map(({ header }) => header);
    expect(pivotCaches?.[0]?.fieldNames.slice(0, headers.length)).toEqual(headers);
    const sheet = XLSX.read(bytes).Sheets[report.sheets[at]?.name ?? ""] ?? {};
    for (const pivot of pivots) {
      const { row, column } = pivot.place;
      const location = sheets[at]?.pivotTables?.find(({ name }) => name === pivot.name)?.location ?? "";
      const told = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, range: location });
      const lines = pivotLines(pivot, table);
      expect(XLSX.utils.decode_range(location).s).toEqual({ r: row, c: column });
      expect(told).toHaveLength(lines.length + 1);
      expect(told.slice(1).map(([label]) => label)).toEqual(lines.map(({ label }) => label));
      lines.forEach(({ values }, line) => {
        const cells = told[line + 1]?.slice(1) ?? [];
        expect(values.map((_, at) => cells[at] ?? null)).toEqual(values);
      });
    }
  });

  it("gives each pivot as many lines as its definition lists, and items that its cache has", () => {
    const cache = parts.get("xl/pivotCache/pivotCacheDefinition1.xml") ?? "";
    const fields = [...cache.matchAll(/<cacheField [^>]*?(?:\/>|>.*?<\/cacheField>)/g)].map(
      ([field]) => field,
    );
    const pivots = [...parts].filter(([name]) => /pivotTable\d+\.xml$/.test(name));
    for (const [, xml] of pivots) {
      const own = [...xml.matchAll(/<pivotField [^>]*?(?:\/>|>.*?<\/pivotField>)/g)].map(([field]) => field);
      expect(own).toHaveLength(fields.length);
      own.forEach((field, at) => {
        const items = [...field.matchAll(/<item x="(\d+)"\/>/g)].map(([, x]) => Number(x));
        if (!field.includes("axisRow")) return expect(items).toEqual([]);
        expect(items).toEqual([...(fields[at] ?? "").matchAll(/<(?:s|m)[ /]/g)].map((_, item) => item));
      });
      const captions = [...xml.matchAll(/<dataField name="([^"]*)"/g)].map(([, name = ""]) =>
        name.toLowerCase(),
      );
      const names = [...cache.matchAll(/<cacheField name="([^"]*)"/g)].map(([, name = ""]) =>
        name.toLowerCase(),
      );
      expect(new Set([...captions, ...names]).size).toBe(captions.length + names.length);
    }
  });

  it("writes parts whose elements stand in the order of the standard", () => {
    for (const [name, xml] of parts) {
      for (const [parent, sequence] of Object.entries(SEQUENCES)) {
        // A drawing names its charts by an element of the same name.
        if (name.startsWith("xl/drawings/") || !new RegExp(`<${parent}[ >]`).test(xml)) continue;
        for (const [element] of xml.matchAll(new RegExp(`<${parent}[ >].*?</${parent}>`, "gs"))) {
          expectInOrder(name, childrenOf(element, parent), sequence);
        }
      }
      for (const [kind, sequence] of Object.entries(SERIES)) {
        for (const [, chart = ""] of xml.matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, "g"))) {
          for (const [series] of chart.matchAll(/<c:ser>.*?<\/c:ser>/g)) {
            expectInOrder(name, childrenOf(series, "c:ser"), sequence);
          }
        }
      }
    }
  });

  it("declares every part, and refers to no part that isn't there", () => {
    const types = parts.get("[Content_Types].xml") ?? "";
    const declared = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(declared).size).toBe(declared.length);
    const own = [...parts.keys()].filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml");
    expect([...declared].sort()).toEqual(own.sort());
    for (const [name, xml] of parts) {
      if (!name.endsWith(".rels")) continue;
      const ids = [...xml.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const base = name.replace(/_rels\/[^/]*$/, "");
      for (const [, target = ""] of xml.matchAll(/Target="([^"]*)"/g)) {
        const path = target.startsWith("/")
          ? target.slice(1)
          : new URL(target, `file:///${base}`).pathname.slice(1);
        expect(parts.has(path), `${name} → ${path}`).toBe(true);
      }
    }
  });

  it("dresses Customers: tiers and stages in their colours, bars for money; prints pages with numbers", () => {
    const at = report.sheets.findIndex(({ id }) => id === "customers");
    const xml = parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
    expect(xml.match(/<cfRule type="cellIs"/g)).toHaveLength(result.policy.tiers.list.length + 7);
    expect(xml.match(/<cfRule type="dataBar"/g)).toHaveLength(2);
    const summary = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(summary).toContain('fitToHeight="0"');
    expect(summary).toMatch(/<oddFooter>[^<]*&amp;P \/ &amp;N/);
    expect(summary).toContain("<rowBreaks");
  });

  it("prints pivots upright, a page each under their names, and Customers over pages that repeat the customer", () => {
    const part = (id: string) =>
      parts.get(`xl/worksheets/sheet${report.sheets.findIndex((sheet) => sheet.id === id) + 1}.xml`) ?? "";
    const names = parts.get("xl/workbook.xml") ?? "";
    const pivots = report.sheets.find(({ id }) => id === "pivots");
    expect(part("pivots")).toMatch(/<pageSetup [^>]*orientation="portrait"/);
    expect(part("pivots").match(/<brk [^>]*man="(?:1|true)"/g)).toHaveLength(
      (pivots?.pivots?.length ?? 0) - 1,
    );
    expect(names).toContain(`'${pivots?.name}'!$4:$5<`);
    const customers = report.sheets.find(({ id }) => id === "customers")?.name;
    expect(part("customers")).toMatch(/<pageSetup [^>]*pageOrder="overThenDown"/);
    expect(part("customers")).toContain("<colBreaks");
    expect(names).toContain(`'${customers}'!$A:$A,'${customers}'!$1:$1<`);
    expect(names).toMatch(new RegExp(`Print_Area[^>]*>'${customers}'!\\$A:\\$[A-Z]+<`));
  });

  it("writes how high rows of wrapped text are, in Policy's cells and in merged ones", () => {
    const at = report.sheets.findIndex(({ id }) => id === "policy");
    for (const name of ["sheet1", `sheet${at + 1}`]) {
      const rows = [...(parts.get(`xl/worksheets/${name}.xml`) ?? "").matchAll(/<row r="\d+"([^>]*)>/g)];
      const high = rows.filter(([, more = ""]) => more.includes("ht="));
      expect(high.length).toBeGreaterThan(1);
      expect(high.every(([, more = ""]) => more.endsWith(' customHeight="1"'))).toBe(true);
    }
  });

  it("says what each chart shows, tells its lines apart without colour, and is set in a font of its language", () => {
    const described = parts.get("xl/drawings/drawing1.xml")?.match(/ descr="[^"]+"/g) ?? [];
    const charts = report.sheets[0]?.charts ?? [];
    expect(described).toHaveLength(charts.length);
    const movement = parts.get(`xl/charts/chart${charts.findIndex(({ id }) => id === "movement") + 1}.xml`);
    const symbols = [...(movement ?? "").matchAll(/<c:symbol val="(\w+)"/g)].map(([, symbol]) => symbol);
    expect(symbols).toHaveLength(4);
    expect(new Set(symbols).size).toBe(4);
    const fonts = [...(parts.get("xl/styles.xml") ?? "").matchAll(/<name val="([^"]*)"/g)].map(
      ([, font]) => font,
    );
    expect(new Set(fonts)).toEqual(new Set([language === "zh" ? "等线" : "Calibri"]));
    expect((parts.get("xl/theme/theme1.xml") ?? "").includes('<a:ea typeface="等线"/>')).toBe(
      language === "zh",
    );
  });

  it("says in Check and Policy which of its orders' values an attribute has", () => {
    const said = (id: string) => JSON.stringify(report.sheets.find((sheet) => sheet.id === id)?.blocks);
    const attributes = Object.keys(result.ledger.attributes);
    expect(attributes.length).toBeGreaterThan(0);
    for (const id of ["check", "policy"]) {
      expect(said(id)).toContain(
        language === "zh" ? "取客户最近一个有值日期的取值" : "the value of its latest day that has one",
      );
      for (const name of attributes) expect(said(id)).toContain(name);
    }
  });

  it("is the same twice", async () => {
    const again = await bytesOf(summarisedReport(classified(language), language));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });
});

/** What of a workbook's parts people can read or find: texts and attributes, without numbers and addresses of cells. */
function textsOf(parts: ReadonlyMap<string, string>): string {
  return [...parts]
    .flatMap(([name, xml]) => [name, xml.replace(/<c r="[A-Z]+\d+"[^>]*><v>[^<]*<\/v><\/c>/g, "")])
    .join("\n")
    .toLowerCase();
}

describe("the managers' copy", () => {
  it.each(["en", "zh"] as const)(
    "in %s has no customer in any part, unless it is told to",
    async (language) => {
      const result = classified(language);
      const customers = result.ledger.customers.filter((id) => id.length > 1);
      expect(customers.length).toBeGreaterThan(50);
      const found = async (names: "out" | "mask" | "keep") => {
        const texts = textsOf(await partsOf(await bytesOf(managersCopy(result, language, { names }))));
        return customers.filter((id) => texts.includes(xmlText(id).toLowerCase()));
      };
      expect(await found("out")).toEqual([]);
      expect(await found("mask")).toEqual([]);
      expect((await found("keep")).length).toBeGreaterThan(0);
    },
  );

  it("holds no rows, snapshot or PivotTable, and the pivots' results to the last cell", async () => {
    const result = classified("en");
    const full = summarisedReport(result, "en");
    const copy = managersCopy(result, "en");
    expect(copy.sheets.map(({ id }) => id)).toEqual(["summary", "pivots", "value", "policy"]);
    const parts = await partsOf(await bytesOf(copy));
    expect([...parts.keys()].filter((name) => /pivot|customXml|docProps\/custom/i.test(name))).toEqual([]);
    const all = full.sheets.find(({ id }) => id === "pivots")?.pivots ?? [];
    // Who looks after customers stays at home.
    const pivots = all.filter(({ rows }) => rows[1].column !== "attribute:Sales rep");
    expect(pivots).toHaveLength(all.length - 1);
    const tables = copy.sheets[1]?.blocks.filter((block) => block.kind === "table") ?? [];
    const table = customersTable(full) ?? never();
    expect(tables).toHaveLength(pivots.length);
    tables.forEach(({ columns, rowCount }, at) => {
      const lines = pivotLines(pivots[at] ?? never(), table);
      expect(rowCount).toBe(lines.length);
      columns.slice(1).forEach(({ values }, value) => {
        expect(Array.from(values)).toEqual(lines.map((line) => line.values[value]));
      });
    });
  });

  it("takes no attribute whose values have a customer's name in them, and tells it", () => {
    const names = ["Harbour Foods Ltd", "Oak Peak", "Vale", "宏达商贸有限公司", "North Mill", "Quay"];
    const rows = names.flatMap((name, at) =>
      [5, 9].map((day) => [
        name,
        `2024-0${at + 1}-0${day}`,
        10 * (at + 1),
        ["HARBOUR  foods, Leeds", "York"][at % 2],
        ["A", "B"][at % 2],
      ]),
    );
    const table = (place: string) => ({
      columns: ["Customer", "Date", "Amount", "City", "Class"].map((header, c) => ({
        header,
        cells: rows.map((row) => (row[c] === "York" ? place : (row[c] ?? null))),
      })),
      rowCount: rows.length,
      firstRow: 2,
      dateSystem: 1900 as const,
    });
    const mapping = { customer: 0, date: 1, amount: 2, "attribute:City": 3, "attribute:Class": 4 };
    const said = (place: string, naming: "out" | "keep") => {
      const result = must(classify(table(place), templateNamed("rfm") ?? never(), { mapping }));
      return JSON.stringify(managersCopy(result, "en", { names: naming }));
    };
    expect(said("York", "out")).not.toContain("HARBOUR foods");
    expect(said("York", "out")).toContain("Tier × Class");
    expect(said("York", "out")).toContain("City");
    expect(said("York", "keep")).toContain("HARBOUR foods");
    for (const row of rows) if (row[3] === "HARBOUR  foods, Leeds") row[3] = "Leeds";
    expect(said("York", "out")).toContain("Tier × City");
    expect(said("宏达商贸片区", "out")).not.toContain("Tier × City");
  });

  it("makes no dimension of what names or reaches people, or is different for each", () => {
    const people = ["张伟", "王芳", "李娜", "Anna", "Bob", "Carl", "Dora", "Emil"];
    const rows = people.flatMap((person, at) => [
      [
        person,
        `2024-0${at + 1}-05`,
        10 * (at + 1),
        ["North", "South"][at % 2],
        "Key account",
        `1380${at % 2}`,
        people[at % 2],
      ],
      [
        person,
        `2024-0${at + 1}-09`,
        5,
        ["North", "South"][at % 2],
        "Key account",
        `1380${at % 2}`,
        people[at % 2],
      ],
    ]);
    const headers = ["Customer", "Date", "Amount", "Region", "Kind", "Phone", "Parent"];
    const columns = headers.map((header, c) => ({ header, cells: rows.map((row) => row[c] ?? null) }));
    const mapping = { customer: 0, date: 1, amount: 2 };
    const attributes = Object.fromEntries(
      headers.slice(3).map((header, at) => [`attribute:${header}`, at + 3]),
    );
    const result = must(
      classify(
        { columns, rowCount: rows.length, firstRow: 2, dateSystem: 1900 },
        templateNamed("rfm") ?? never(),
        {
          mapping: { ...mapping, ...attributes },
        },
      ),
    );
    const pivots = managersCopy(result, "en").sheets[1];
    const titles = pivots?.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(titles).toEqual(["Tier × Stage", "Tier × Segment", "Tier × Region"]);
  });
});

describe.skipIf(!referenceDataIsThere)(`Online Retail${unlessThere}`, () => {
  it("says in the written cells what its rows add up to, and names nobody in the copy", async () => {
    const bytes = new Uint8Array(readFileSync(referenceFile("online_retail_extract.csv")));
    const chunks = (async function* () {
      yield bytes;
    })();
    const { table } = must(await readTable({ name: "extract.csv", chunks }));
    const result = must(classify(table, templateNamed("rfm") ?? never()));
    const book = XLSX.read(await bytesOf(summarisedReport(result, "en")));
    const customers = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets["Customers"] ?? {});
    const cells = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets["Summary"] ?? {}, { header: 1 });
    const top = cells.findIndex(([first, ...rest]) => first === "Tier" && rest.includes("Customers"));
    const headers = cells[top] ?? [];
    const cents = (value: unknown) => Math.round(Number(value ?? 0) * 100);
    for (const [at, tier] of ["A", "B", "C", "D", "E"].entries()) {
      const own = customers.filter((one) => one["Tier"] === tier);
      const told = cells[top + 1 + at] ?? [];
      expect(told[0]).toBe(tier);
      expect(told[headers.indexOf("Customers")]).toBe(own.length);
      for (const [header, column] of [
        ["Revenue", "Monetary"],
        ["Revenue at risk", "Revenue at risk"],
      ] as const) {
        expect(cents(told[headers.indexOf(header)])).toBe(
          own.reduce((sum, one) => sum + cents(one[column]), 0),
        );
      }
    }
    const texts = textsOf(await partsOf(await bytesOf(managersCopy(result, "en"))));
    const named = result.ledger.customers.filter((id) =>
      new RegExp(`(?<![\\d.,])${id}(?![\\d.,])`).test(texts),
    );
    expect(named).toEqual([]);
  });
});
