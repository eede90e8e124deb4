import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { say } from "../../../src/core/language/message";
import type { Cell, Table } from "../../../src/core/ledger/cells";
import { headerRowOf, recognise } from "../../../src/core/ledger/recognise";
import type { Mapping, Role } from "../../../src/core/ledger/roles";
import { kindWords, senseWords, subjectWords } from "../../../src/core/ledger/synonyms";
import {
  cnPlace,
  company,
  day,
  exportsOfShops as shops,
  few,
  made,
  moment,
  money,
  oneOf,
  person,
  place,
  who,
} from "./recognised-tables";

/** The header of each role. */
function headers(table: Table, given?: Mapping): Record<string, string> {
  const { mapping } = recognise(table, given);
  return Object.fromEntries(
    Object.entries(mapping).map(([role, at]) => [role, table.columns[at ?? -1]?.header ?? "?"]),
  );
}
function guessOf(table: Table, header: string, given?: Mapping) {
  const { guesses } = recognise(table, given);
  const guess = guesses.find((one) => one.header === header);
  if (guess === undefined) throw new Error(`no column ${header}`);
  return guess;
}

describe("exports as shops and systems write them", () => {
  it.each<[keyof typeof shops, string, Record<string, string>]>([
    [
      "taobao",
      "transactions",
      {
        customer: "买家会员名",
        date: "订单付款时间",
        order: "订单编号",
        amount: "买家实际支付金额",
        status: "订单状态",
      },
    ],
    [
      "jd",
      "transactions",
      { customer: "下单帐号", date: "付款确认时间", order: "订单号", amount: "结算金额", status: "订单状态" },
    ],
    [
      "youzan",
      "transactions",
      {
        customer: "买家昵称",
        date: "付款日期",
        order: "订单号",
        amount: "实付金额",
        status: "订单状态",
        "attribute:收货人省份": "收货人省份",
        "attribute:渠道": "渠道",
      },
    ],
    [
      "fxiaokeOrders",
      "transactions",
      {
        customer: "客户名称",
        date: "下单日期",
        order: "销售订单编号",
        amount: "销售订单金额（元）",
        status: "状态",
        "attribute:负责人": "负责人",
      },
    ],
    [
      "fxiaokeCustomers",
      "customers",
      {
        customer: "客户编号",
        recency: "最后成交时间",
        frequency: "成交次数",
        monetary: "累计成交金额（元）",
        "measure:satisfaction": "客户满意度",
        "measure:profit": "毛利（元）",
        "attribute:客户级别": "客户级别",
        "attribute:成交状态": "成交状态",
        "attribute:一级行业": "一级行业",
        "attribute:省": "省",
      },
    ],
    [
      "zohoDeals",
      "transactions",
      {
        customer: "Account Name.id",
        date: "Closing Date",
        amount: "Amount",
        status: "Stage",
        "attribute:Deal Owner": "Deal Owner",
        "attribute:Lead Source": "Lead Source",
      },
    ],
    [
      "zohoAccounts",
      "customers",
      {
        customer: "Account Name",
        recency: "Last Purchase Date",
        frequency: "No. of Invoices",
        monetary: "Total Invoiced Amount",
        "attribute:Account Owner": "Account Owner",
        "attribute:Industry": "Industry",
        "attribute:Billing City": "Billing City",
      },
    ],
    [
      "shopify",
      "transactions",
      {
        customer: "Email",
        date: "Paid at",
        order: "Name",
        amount: "Total",
        status: "Financial Status",
        "attribute:Billing City": "Billing City",
      },
    ],
    [
      "shopifyCustomers",
      "customers",
      {
        customer: "Customer ID",
        monetary: "Total Spent",
        frequency: "Total Orders",
        "attribute:Default Address City": "Default Address City",
      },
    ],
    [
      // The order's total stands on each of its lines, so quantity times price it is.
      "woocommerce",
      "transactions",
      {
        customer: "Customer User",
        date: "Order Date",
        order: "Order Number",
        quantity: "Quantity (- Refund)",
        price: "Item Cost",
        status: "Order Status",
      },
    ],
    [
      "onlineRetail",
      "transactions",
      {
        customer: "CustomerID",
        date: "InvoiceDate",
        order: "InvoiceNo",
        quantity: "Quantity",
        price: "UnitPrice",
        "attribute:Country": "Country",
      },
    ],
    [
      "till",
      "transactions",
      {
        customer: "会员卡号",
        date: "交易时间",
        order: "小票号",
        amount: "实收金额",
        "attribute:门店": "门店",
      },
    ],
    [
      "accounting",
      "transactions",
      {
        customer: "往来单位",
        date: "单据日期",
        order: "单据编号",
        amount: "价税合计",
        "attribute:业务员": "业务员",
      },
    ],
    [
      "superstore",
      "transactions",
      {
        customer: "Customer ID",
        date: "Order Date",
        order: "Order ID",
        amount: "Sales",
        "measure:profit": "Profit",
        "attribute:Segment": "Segment",
        "attribute:State": "State",
      },
    ],
    [
      "olist",
      "transactions",
      {
        customer: "customer_unique_id",
        date: "order_purchase_timestamp",
        order: "order_id",
        amount: "payment_value",
        status: "order_status",
      },
    ],
    [
      "square",
      "transactions",
      {
        customer: "Customer ID",
        date: "Date",
        order: "Transaction ID",
        amount: "Net Sales",
        "attribute:Location": "Location",
      },
    ],
    [
      "pinduoduo",
      "transactions",
      {
        customer: "手机",
        date: "支付时间",
        order: "订单号",
        amount: "用户实付金额(元)",
        status: "订单状态",
        "attribute:省": "省",
      },
    ],
    [
      "hubspot",
      "customers",
      {
        customer: "Company ID",
        recency: "Recent Deal Close Date",
        frequency: "Number of Associated Deals",
        monetary: "Total Revenue",
        first: "First Deal Created Date",
        "attribute:Company owner": "Company owner",
        "attribute:Lifecycle Stage": "Lifecycle Stage",
        "attribute:City": "City",
      },
    ],
  ])("%s", (name, kind, expected) => {
    expect(recognise(shops[name]).kind).toBe(kind);
    expect(headers(shops[name])).toEqual(expected);
  });
});

/** Headers that stand nowhere else in the repository, for the role each should be taken for. */
const unheardTransactions: Record<string, readonly string[]> = {
  customer: [
    "Purchaser's identifier",
    "客户的编号",
    "PatronUID",
    "购货方代码",
    "shopper_ref",
    "Client key (internal)",
    "顾客识别码",
  ],
  date: [
    "Date of the sale",
    "When they bought",
    "开单时间（本地）",
    "TxnTimestamp",
    "成交的日期",
    "Bought at",
    "Invoice raised: day",
  ],
  amount: [
    "Net sales value",
    "Money received, total (EUR)",
    "实际支付的总额",
    "消费总额（含税）",
    "txn_amt",
    "Proceeds of sale",
    "成交价款",
  ],
  order: ["Ticket ref.", "交易的流水编号", "Receipt # (till)", "bill_key", "销售单的号码"],
  status: [
    "Progress status of deal",
    "订单的状态",
    "交易目前状态",
    "Name of order status",
    "OrderStatusName",
  ],
};
const unheardCustomers: Record<string, readonly string[]> = {
  recency: [
    "Day of most recent purchase",
    "末次成交的日期",
    "Latest order placed on",
    "Elapsed days since last buy",
    "上一次消费距今（天）",
  ],
  frequency: ["# of purchases so far", "总的下单次数", "Count of their orders", "历史成交笔数"],
  monetary: ["Lifetime spend (GBP)", "累计的消费金额", "Money spent to date", "历史成交总额（元）"],
  first: ["Date of first order", "第一次购买的时间", "Initial purchase: when"],
  "measure:profit": ["Profit earned on them", "净利润额（元）"],
  "measure:satisfaction": ["CSAT, last survey", "整体满意度评分"],
  "measure:potential": ["Growth potential score", "未来的潜力分值"],
};
const cellsOf: Record<string, (row: number) => Cell> = {
  customer: (row) => `K${who(row)}`,
  date: moment,
  amount: money,
  order: (row) => `T-${5000 + (row >> 1)}`,
  status: oneOf("paid", "已取消", "shipped"),
  recency: day,
  frequency: few,
  monetary: money,
  first: day,
  "measure:profit": money,
  "measure:satisfaction": few,
  "measure:potential": few,
};
const listed = new Set(
  [kindWords, subjectWords, senseWords].flatMap((part) =>
    Object.values(part).flatMap((words) => words.split(" ").map((word) => word.replaceAll("_", " "))),
  ),
);
const pairs = (groups: Record<string, readonly string[]>): [string, string][] =>
  Object.entries(groups).flatMap(([role, all]) => all.map((header): [string, string] => [header, role]));

describe("headers that nobody has listed", () => {
  it.each([...pairs(unheardTransactions), ...pairs(unheardCustomers)])(
    "%s isn't a word of the lexicon",
    (header) => {
      expect(listed.has(header.toLowerCase())).toBe(false);
    },
  );

  it.each(pairs(unheardTransactions))("%s is the %s of transactions", (header, role) => {
    const others: Record<string, string> = { customer: "Customer ID", date: "Order date", amount: "Amount" };
    delete others[role];
    const table = made([
      ["Colour of ribbon", oneOf("red", "blue", "green")],
      [header, cellsOf[role] ?? money],
      ...Object.entries(others).map(([other, name]) => [name, cellsOf[other] ?? money] as const),
    ]);
    expect(recognise(table).kind).toBe("transactions");
    expect(headers(table)[role]).toBe(header);
    expect(guessOf(table, header).confidence).toBeGreaterThan(0.5);
  });

  it.each(pairs(unheardCustomers))("%s is the %s of customers", (header, role) => {
    const others: Record<string, string> = {
      recency: "Last purchase",
      frequency: "Orders",
      monetary: "Total spent",
    };
    delete others[role];
    const table = made([
      ["Customer ID", (row) => `K${row}`],
      [header, /天|days/.test(header) ? (row) => 3 * row : (cellsOf[role] ?? money)],
      ...Object.entries(others).map(([other, name]) => [name, cellsOf[other] ?? money] as const),
    ]);
    expect(recognise(table).kind).toBe("customers");
    expect(headers(table)[role]).toBe(header);
  });

  it.each([
    ["Home region of client", place],
    ["所在的大区", cnPlace],
    ["Name of region", place],
    ["行业的编码", oneOf("I01", "I02")],
    ["Main industry", oneOf("Retail", "Pharma", "Steel")],
    ["会员的级别", oneOf("金卡", "银卡")],
    ["Acquisition channel used", oneOf("web", "fair")],
    ["客户归类的类别", oneOf("直营", "经销")],
    ["Account manager (name)", (row: number) => person(row % 5)],
  ])("%s is an attribute", (header, cell) => {
    const table = made([
      ["客户编号", (row) => `K${who(row)}`],
      ["付款时间", moment],
      ["实付", money],
      [header, cell],
    ]);
    expect(guessOf(table, header).role).toBe(`attribute:${header}`);
  });

  it.each<[string, (row: number) => Cell, string]>([
    ["Freight charged", money, "column-part"],
    ["优惠券抵扣的金额", money, "column-part"],
    ["Average basket value", money, "column-average"],
    ["Birthday of member", day, "column-other-date"],
    ["预计签约的金额", money, "column-plan"],
    ["Product family name", oneOf("a", "b"), "column-product"],
    ["商品的编码", oneOf("a", "b"), "column-product"],
    ["Home address of buyer", (row) => `Road ${row}`, "column-personal"],
    ["客户的手机号码", (row) => `138${10000000 + row}`, "column-personal"],
    ["Given name", person, "column-personal"],
    ["Internal remarks", (row) => `said ${row}`, "column-text"],
    ["Month of the sale", oneOf("2024-01", "2024-02"), "column-period"],
    ["Gross margin pct.", money, "column-rate"],
    ["Region (only one)", () => "North", "column-constant"],
    ["City where they live", (row) => `Town ${row}`, "column-many-values"],
    ["Zrxq", oneOf("p", "q"), "column-unknown"],
    ["", oneOf("p", "q"), "column-no-header"],
    ["Spare", () => "", "column-empty"],
  ])("%s has no role", (header, cell, code) => {
    const table = made([
      ["客户编号", (row) => `K${who(row)}`],
      ["付款时间", moment],
      ["实付", money],
      [header, cell],
    ]);
    const guess = guessOf(table, header);
    expect(guess).toMatchObject({ role: null, confidence: 0, reason: { code: code } });
    expect(headers(table)).toEqual({ customer: "客户编号", date: "付款时间", amount: "实付" });
  });
});

describe("several columns for one role", () => {
  it.each<[string, string, string, (row: number) => Cell]>([
    ["customer", "客户编号", "客户名称", (row) => who(row)],
    ["customer", "Customer name", "E-mail", (row) => `x${who(row)}`],
    ["date", "Paid date", "Created date", moment],
    ["date", "下单时间", "发货时间", moment],
    ["amount", "Net amount", "List amount", money],
    ["amount", "Total", "Unit price", money],
    ["amount", "实付金额", "应付金额", money],
    ["status", "Order status", "Shipping status", oneOf("paid", "shipped")],
  ])("%s: %s before %s, wherever they stand", (role, best, other, cell) => {
    const filler = made([
      ["Client ID of till", (row) => who(row)],
      ["Day", moment],
      ["Money", money],
    ]).columns.filter((_, at) => at !== ["customer", "date", "amount"].indexOf(role));
    for (const pair of [
      [best, other],
      [other, best],
    ]) {
      const columns = [
        ...filler,
        ...pair.map((header) => ({ header, cells: Array.from({ length: 60 }, (_, row) => cell(row)) })),
      ];
      const table: Table = { columns, rowCount: 60, firstRow: 2, dateSystem: 1900 };
      expect(headers(table)[role]).toBe(best);
      const loser = guessOf(table, other);
      expect(loser.role).toBeNull();
    }
  });

  it("a customer id that is mostly blank yields to an e-mail that isn't", () => {
    const table = made([
      ["Customer ID", (row) => (row % 5 ? "" : who(row))],
      ["Customer e-mail", (row) => `u${who(row)}@example.com`],
      ["Order date", moment],
      ["Total", money],
    ]);
    expect(headers(table).customer).toBe("Customer e-mail");
  });

  it("no role goes to two columns, and duplicate or blank headers are survived", () => {
    const table = made([
      ["金额", money],
      ["金额", money],
      ["客户", company],
      ["客户", company],
      ["地区", place],
      ["地区", place],
      ["", day],
      [" ", few],
    ]);
    const { guesses, mapping } = recognise(table);
    const roles = guesses.map((guess) => guess.role).filter((role) => role !== null);
    expect(new Set(roles).size).toBe(roles.length);
    expect(mapping).toMatchObject({ amount: 0, customer: 2, "attribute:地区": 4, date: 6 });
    expect(guesses.map((guess) => guess.column)).toEqual(guesses.map((_, at) => at));
  });

  it("an amount that repeats the order's total on every line is told, where there is nothing better", () => {
    const table = made([
      ["Order ID", (row) => row >> 2],
      ["Customer", (row) => person(who(row >> 2))],
      ["Date", (row) => day(row >> 2)],
      ["Order total", (row) => money(row >> 2)],
      ["Item", (row) => `item ${row}`],
    ]);
    expect(guessOf(table, "Order total")).toMatchObject({
      role: "amount",
      reason: { code: "column-order-totals" },
    });
    expect(guessOf(table, "Order total").confidence).toBeLessThan(0.5);
  });

  it("exact copies of rows are no sign of a repeated total", () => {
    const table = made([
      ["Order ID", (row) => row >> 1],
      ["Customer", (row) => person(who(row >> 1))],
      ["Date", (row) => day(row >> 1)],
      ["Amount", (row) => money(row >> 1)],
    ]);
    expect(guessOf(table, "Amount").confidence).toBeGreaterThan(0.8);
  });
});

describe("given roles", () => {
  it("win, and take the column from every guess", () => {
    const table = shops.taobao;
    const at = (header: string): number => table.columns.findIndex((column) => column.header === header);
    const given = {
      customer: at("联系手机"),
      amount: at("总金额"),
      "attribute:x": at("店铺名称"),
    } as Mapping;
    const found = headers(table, given);
    expect(found).toMatchObject({
      customer: "联系手机",
      amount: "总金额",
      "attribute:x": "店铺名称",
      date: "订单付款时间",
    });
    expect(guessOf(table, "总金额", given)).toMatchObject({
      confidence: 1,
      reason: { code: "column-given" },
    });
    expect(guessOf(table, "买家实际支付金额", given).role).toBeNull();
  });
  it("quantity and price leave no amount, an amount no quantity and price", () => {
    const table = shops.till;
    expect(headers(table, { quantity: 5, price: 6 })).not.toHaveProperty("amount");
    expect(headers(table, { quantity: 5 })).toMatchObject({ quantity: "数量", price: "单价" });
    expect(headers(table, { quantity: 5 })).not.toHaveProperty("amount");
    expect(headers(shops.onlineRetail, { amount: 5 })).toMatchObject({ amount: "UnitPrice" });
    expect(headers(shops.onlineRetail, { amount: 5 })).not.toHaveProperty("quantity");
  });
  it("tell the kind of the table", () => {
    expect(recognise(shops.taobao, { monetary: 6 }).kind).toBe("customers");
    expect(recognise(shops.fxiaokeCustomers, { date: 4, amount: 6 }).kind).toBe("transactions");
  });
});

describe("cells where headers say nothing", () => {
  const table = made([
    ["f1", (row) => `K${who(row)}`],
    ["f2", (row) => `${two(1 + (row % 28))}/${two(1 + (row % 12))}/2024`],
    ["f3", money],
    ["f4", oneOf("交易成功", "交易关闭")],
  ]);
  it("are enough when they leave one choice", () => {
    expect(headers(table)).toEqual({ customer: "f1", date: "f2", amount: "f3", status: "f4" });
    for (const { confidence } of recognise(table).guesses) expect(confidence).toBeLessThan(0.7);
  });
  it("leave a role open when they leave two", () => {
    const more = {
      ...table,
      columns: [...table.columns, { header: "f5", cells: table.columns[2]?.cells ?? [] }],
    };
    expect(headers(more)).not.toHaveProperty("amount");
  });
  it("don't make dates of plain numbers beside a column of dates", () => {
    const numbers = made([
      ["Customer", company],
      ["f2", (row) => 45000 + row],
      ["f3", day],
      ["Amount", money],
    ]);
    expect(headers(numbers).date).toBe("f3");
  });
  it("speak against a header: kept with doubt where nothing else fits", () => {
    const odd = made([
      ["Customer", company],
      ["Order date", (row) => (row % 3 ? "soon" : day(row))],
      ["Amount", money],
    ]);
    const guess = guessOf(odd, "Order date");
    expect(guess).toMatchObject({
      role: "date",
      reason: { code: "column-doubtful-dates", params: { share: 33 } },
    });
    expect(guess.confidence).toBeLessThan(0.4);
  });
});

describe("transactions or customers", () => {
  const ids = (unique: boolean) => (row: number) => (unique ? `K${row}` : `K${who(row)}`);
  it.each<[string, boolean, readonly string[]]>([
    ["customers", true, ["Last order date", "Order count", "Lifetime value"]],
    ["customers", true, ["最近购买日期", "购买次数", "累计消费"]],
    ["customers", true, ["Recency", "Frequency", "Monetary"]],
    ["transactions", true, ["Order date", "Amount"]],
    ["transactions", false, ["Order date", "Amount"]],
    ["transactions", false, ["Order no", "最近购买日期", "Order date", "Amount"]],
    ["customers", true, ["Revenue", "Industry"]],
  ])("%s: once each %s, %s", (kind, unique, names) => {
    const table = made([
      ["Client", ids(unique)],
      ...names.map((name): [string, (row: number) => Cell] => [
        name,
        /date|日期/i.test(name)
          ? day
          : /count|次数|Frequency|Recency/.test(name)
            ? few
            : /no$/.test(name)
              ? (row) => `O${row}`
              : /Industry/.test(name)
                ? oneOf("x", "y")
                : money,
      ]),
    ]);
    expect(recognise(table).kind).toBe(kind);
  });
});

describe("any table", () => {
  it("is recognised the same whatever the order of its rows", () => {
    const tables = Object.values(shops);
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.integer(), (table, seed) => {
        const rows = Array.from({ length: table.rowCount }, (_, row) => row).sort(
          (a, b) => (Math.imul(a + seed, 0x9e3779b1) >>> 0) - (Math.imul(b + seed, 0x9e3779b1) >>> 0),
        );
        const columns = table.columns.map(({ header, cells }) => ({
          header,
          cells: rows.map((row) => (cells as readonly Cell[])[row] ?? null),
        }));
        expect(recognise({ ...table, columns })).toEqual(recognise(table));
      }),
      { numRuns: 30 },
    );
  });
  it("of any headers and cells gives each column one guess, said in both languages", () => {
    const header = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.array(fc.constantFrom(...listed), { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
    );
    const cell = fc.oneof<fc.Arbitrary<Cell>[]>(
      fc.constantFrom(null, "", "#N/A", true, "2024-01-02", "1.234", "03/04/2011", "退款成功"),
      fc.double(),
      fc.string(),
      fc.integer({ min: 0, max: 50000 }),
    );
    const table = fc.integer({ min: 0, max: 8 }).chain((rowCount) =>
      fc.record({
        columns: fc.array(
          fc.record({ header, cells: fc.array(cell, { minLength: rowCount, maxLength: rowCount }) }),
          { maxLength: 8 },
        ),
        rowCount: fc.constant(rowCount),
        firstRow: fc.constant(2),
        dateSystem: fc.constantFrom<1900 | 1904>(1900, 1904),
      }),
    );
    fc.assert(
      fc.property(table, (any) => {
        const { guesses, mapping } = recognise(any);
        expect(guesses.map((guess) => guess.column)).toEqual(any.columns.map((_, at) => at));
        for (const { role, column, confidence, reason } of guesses) {
          expect(role === null ? 0 : mapping[role]).toBe(role === null ? 0 : column);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          for (const language of ["en", "zh"] as const) expect(say(reason, language)).not.toMatch(/[{}]/);
        }
        expect(Object.keys(mapping).length).toBe(guesses.filter((guess) => guess.role !== null).length);
        const roles = Object.keys(mapping) as Role[];
        expect(roles.includes("amount") && (roles.includes("quantity") || roles.includes("price"))).toBe(
          false,
        );
      }),
      { numRuns: 300 },
    );
  });
  it("without rows is recognised by its headers", () => {
    const bare = made(
      [
        ["客户编号", who],
        ["付款时间", moment],
        ["实付金额", money],
        ["Order status", few],
      ],
      0,
    );
    expect(headers(bare)).toEqual({
      customer: "客户编号",
      date: "付款时间",
      amount: "实付金额",
      status: "Order status",
    });
    expect(recognise({ columns: [], rowCount: 0, firstRow: 1, dateSystem: 1900 }).guesses).toEqual([]);
  });
});

describe("the header row", () => {
  it.each<[string, number, Cell[][]]>([
    [
      "at the top",
      0,
      [
        ["Customer", "Date", "Amount"],
        ["A", "2024-01-02", 5],
      ],
    ],
    [
      "under a title and a blank row",
      3,
      [["2024年销售明细"], [], ["打印日期", "2024-05-01"], ["客户", "日期", "金额"], ["甲", "2024-01-02", 5]],
    ],
    [
      "under a title merged over all columns",
      1,
      [
        ["Sales 2024", "Sales 2024", "Sales 2024"],
        ["Buyer", "Paid at", "Total"],
        ["A", 45000, 5],
      ],
    ],
    [
      "under a row of groups",
      1,
      [
        ["客户信息", null, "订单信息", null],
        ["客户编号", "客户名称", "订单号", "金额"],
        ["1", "甲", "7", 5],
      ],
    ],
    [
      "of words nobody knows",
      0,
      [
        ["zrx", "qwp", "vvt"],
        ["A", 5, 7],
        ["B", 6, 8],
      ],
    ],
    [
      "above texts only",
      0,
      [
        ["Client", "Region"],
        ["Ann", "North"],
        ["Bob", "South"],
      ],
    ],
    ["alone", 0, [["Customer", "Date", "Amount"]]],
    [
      "missing: numbers only",
      -1,
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      "missing: data from the first row",
      -1,
      [
        ["A", "2024-01-02", 5],
        ["A", "2024-01-03", 5],
        ["B", "2024-01-03", 7],
      ],
    ],
    ["missing: nothing at all", -1, []],
    [
      "missing: texts that come again",
      -1,
      [
        ["Ann", "North", "VIP"],
        ["Bob", "South", "VIP"],
        ["Cy", "North", "Std"],
      ],
    ],
    [
      "of years beside words",
      0,
      [
        ["客户", "2023年", "2024年"],
        ["甲", 1, 2],
      ],
    ],
    ["missing: blank rows", -1, [[null, ""], [""]]],
  ])("%s", (_, at, rows) => {
    expect(headerRowOf(rows)).toBe(at);
  });
});

const two = (n: number): string => String(n).padStart(2, "0");

const shared = "../shared/data";
const present = existsSync(shared);
describe.skipIf(!present)(
  `real exports in ${shared}${present ? "" : " (skipped: the folder is absent)"}`,
  () => {
    const tableOf = (file: string, lines: number): { table: Table; rows: string[][] } => {
      const text = readFileSync(`${shared}/${file}`, "utf8");
      const rows = Papa.parse<string[]>(text, { preview: lines, skipEmptyLines: true }).data;
      const [head = [], ...body] = rows;
      return {
        rows,
        table: {
          columns: head.map((header, at) => ({ header, cells: body.map((row) => row[at] ?? "") })),
          rowCount: body.length,
          firstRow: 2,
          dateSystem: 1900,
        },
      };
    };
    it("Online Retail", () => {
      const { table, rows } = tableOf("online_retail_extract.csv", 800);
      expect(headerRowOf(rows)).toBe(0);
      expect(recognise(table).kind).toBe("transactions");
      expect(headers(table)).toMatchObject({
        customer: "CustomerID",
        date: "InvoiceDate",
        order: "InvoiceNo",
        quantity: "Quantity",
        price: "UnitPrice",
      });
      expect(guessOf(table, "StockCode").reason.code).toBe("column-product");
    });
    it("the orders of the R package rfm", () => {
      const { table, rows } = tableOf("rfm_data_orders.csv", 800);
      expect(headerRowOf(rows)).toBe(0);
      expect(recognise(table).kind).toBe("transactions");
      expect(headers(table)).toEqual({ customer: "customer_id", date: "order_date", amount: "revenue" });
      expect(guessOf(table, "email").reason.code).toBe("column-personal");
      expect(guessOf(table, "first_name").reason.code).toBe("column-personal");
    });
    it("the invoices of Online Retail", () => {
      const { table } = tableOf("online_retail.invoices_clean.csv", 800);
      expect(headers(table)).toEqual({
        customer: "CustomerID",
        order: "InvoiceNo",
        date: "order_date",
        amount: "revenue",
        "attribute:Country": "Country",
      });
    });
  },
);
