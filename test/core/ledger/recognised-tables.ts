import type { Cell, Table } from "../../../src/core/ledger/cells";

/** A column of a made-up export: its header and the cell of each row. */
export type Made = readonly [header: string, cell: (row: number) => Cell];

export function made(columns: readonly Made[], rowCount = 60): Table {
  return {
    columns: columns.map(([header, cell]) => ({
      header,
      cells: Array.from({ length: rowCount }, (_, row) => cell(row)),
    })),
    rowCount,
    firstRow: 2,
    dateSystem: 1900,
  };
}

const of = <T>(list: readonly T[], at: number): T => list[(at * 7919) % list.length] as T;
const two = (n: number): string => String(n).padStart(2, "0");

/** Number of one of 23 customers, most of whom come back. */
export const who = (row: number): number => 1000 + ((row * 37) % 23);
export const day = (row: number): string => `2024-${two(1 + ((row * 5) % 12))}-${two(1 + ((row * 11) % 28))}`;
export const moment = (row: number): string =>
  `${day(row)} ${two(8 + (row % 12))}:${two((row * 17) % 60)}:05`;
export const money = (row: number): number => (((row * 7919) % 20000) + 199) / 100;
export const few = (row: number): number => 1 + (row % 5);
export const zero = (): number => 0;
export const empty = (): string => "";
export const oneOf =
  (...values: readonly Cell[]) =>
  (row: number): Cell =>
    of(values, row);
export const person = (row: number): string =>
  of(["Amy Lee", "Bob Ray", "Cy Young", "Dee Fox", "Ed Poe", "Flo Kay"], row);
export const cnPerson = (row: number): string =>
  of(["张伟", "王芳", "李娜", "刘洋", "陈静", "杨磊", "赵敏"], row);
export const company = (row: number): string =>
  of(
    [
      "华东机电有限公司",
      "北辰科技股份有限公司",
      "南方食品集团",
      "天一商贸",
      "鼎盛建材",
      "蓝海物流",
      "宏远电子",
    ],
    row,
  );
export const place = (row: number): string => of(["Leeds", "York", "Bath", "Truro"], row);
export const cnPlace = (row: number): string => of(["上海市", "北京市", "广州市", "杭州市"], row);
export const goods = (row: number): string => of(["Mug, blue", "Tea pot", "Wool scarf", "Notebook A5"], row);
export const cnGoods = (row: number): string => of(["保温杯 500ml", "帆布包", "羊毛围巾", "笔记本"], row);

/** One row of each order is the first; the others repeat only some of its cells, as Shopify writes them. */
const first =
  (cell: (order: number) => Cell) =>
  (row: number): Cell =>
    row % 2 === 0 ? cell(row >> 1) : "";
const byOrder =
  (cell: (order: number) => Cell) =>
  (row: number): Cell =>
    cell(row >> 1);

/** The exports people really have, their headers as the shops and systems write them. */
export const exportsOfShops = {
  taobao: made([
    ["订单编号", (row) => `="${3200000000 + row}"`],
    ["买家会员名", (row) => `tb${who(row)}`],
    ["买家支付宝账号", (row) => `138${10000000 + who(row)}`],
    ["买家应付货款", money],
    ["买家应付邮费", () => "0.00"],
    ["总金额", money],
    ["返点积分", zero],
    ["买家实际支付金额", money],
    ["买家实际支付积分", zero],
    ["订单状态", oneOf("交易成功", "交易关闭", "卖家已发货，等待买家确认")],
    ["买家留言", (row) => (row % 9 ? "" : "请尽快发货谢谢")],
    ["收货人姓名", cnPerson],
    ["收货地址 ", (row) => `${cnPlace(row)}人民路${row}号`],
    ["联系手机", (row) => `'139${10000000 + row}`],
    ["订单创建时间", moment],
    ["订单付款时间", moment],
    ["宝贝标题 ", cnGoods],
    ["物流单号 ", (row) => `SF${100000 + row}`],
    ["宝贝总数量", few],
    ["店铺名称", () => "旗舰店"],
    ["退款金额", zero],
  ]),
  jd: made([
    ["订单号", (row) => 90000000 + row],
    ["商品ID", (row) => 500 + (row % 7)],
    ["商品名称", cnGoods],
    ["订购数量", few],
    ["支付方式", oneOf("在线支付", "货到付款")],
    ["下单时间", moment],
    ["京东价", money],
    ["订单金额", money],
    ["结算金额", money],
    ["余额支付", zero],
    ["应付金额", money],
    ["订单状态", oneOf("完成", "等待出库", "(删除)等待付款")],
    ["下单帐号", (row) => `jd_${who(row)}`],
    ["客户姓名", (row) => cnPerson(who(row))],
    ["客户地址", (row) => `${cnPlace(row)}${row}`],
    ["联系电话", (row) => `139${10000000 + row}`],
    ["付款确认时间", moment],
  ]),
  youzan: made([
    ["订单号", (row) => `E2024${row}`],
    ["订单状态", oneOf("交易完成", "交易关闭", "已发货")],
    ["买家昵称", (row) => `微信用户${who(row)}`],
    ["买家手机号", (row) => `138${10000000 + who(row)}`],
    ["付款日期", moment],
    ["实付金额", money],
    ["运费", oneOf(10, 0)],
    ["收货人省份", (row) => cnPlace(who(row))],
    ["渠道", oneOf("小程序", "H5")],
  ]),
  fxiaokeOrders: made([
    ["销售订单编号", (row) => `SO2024-${row}`],
    ["客户名称", company],
    ["下单日期", day],
    ["销售订单金额（元）", (row) => money(row) * 100],
    ["整单折扣", () => "100%"],
    ["状态", oneOf("已确认", "已作废", "确认中")],
    ["生命状态", () => "正常"],
    ["负责人", (row) => cnPerson(who(row))],
    ["创建时间", moment],
    ["最后修改时间", moment],
    ["已回款金额（元）", (row) => money(row) * 50],
    ["待回款金额（元）", (row) => money(row) * 50],
    ["商机名称", (row) => `商机${row}`],
  ]),
  fxiaokeCustomers: made([
    ["客户名称", (row) => `${company(row)}${row}`],
    ["客户编号", (row) => `KH${row}`],
    ["客户级别", oneOf("重点客户", "普通客户")],
    ["成交状态", oneOf("已成交", "未成交")],
    ["最后成交时间", day],
    ["成交次数", few],
    ["累计成交金额（元）", (row) => money(row) * 10],
    ["一级行业", oneOf("制造", "零售")],
    ["省", cnPlace],
    ["详细地址", (row) => `路${row}`],
    ["电话", (row) => `021-${600000 + row}`],
    ["最后跟进时间", moment],
    ["创建时间", moment],
    ["客户满意度", few],
    ["毛利（元）", (row) => money(row) - 20],
  ]),
  zohoDeals: made([
    ["Record Id", (row) => `zcrm_${row}`],
    ["Deal Owner", person],
    ["Amount", (row) => money(row) * 100],
    ["Deal Name", (row) => `Deal ${row}`],
    ["Closing Date", day],
    ["Account Name.id", (row) => `zcrm_a${who(row)}`],
    ["Account Name", (row) => company(who(row))],
    ["Stage", oneOf("Closed Won", "Closed Lost", "Negotiation/Review")],
    ["Type", oneOf("New Business", "Existing Business")],
    ["Probability (%)", oneOf(10, 50, 100)],
    ["Expected Revenue", (row) => money(row) * 50],
    ["Lead Source", oneOf("Cold Call", "Web")],
    ["Created Time", moment],
    ["Modified Time", moment],
  ]),
  zohoAccounts: made([
    ["Account Name", (row) => `Acme ${row}`],
    ["Account Owner", person],
    ["Phone", (row) => `+44 20 7000 ${1000 + row}`],
    ["Industry", oneOf("Retail", "Pharma")],
    ["Annual Revenue", (row) => 1e6 * row],
    ["Billing City", place],
    ["Last Purchase Date", day],
    ["No. of Invoices", few],
    ["Total Invoiced Amount", (row) => money(row) * 10],
    ["Last Activity Time", moment],
  ]),
  shopify: made([
    ["Name", byOrder((order) => `#${1001 + order}`)],
    ["Email", byOrder((order) => `u${who(order)}@example.com`)],
    ["Financial Status", first(oneOf("paid", "refunded", "partially_refunded"))],
    ["Paid at", first((order) => `${moment(order)} +0200`)],
    ["Fulfillment Status", first(() => "fulfilled")],
    ["Currency", first(() => "EUR")],
    ["Subtotal", first(money)],
    ["Shipping", first(() => 4.5)],
    ["Taxes", first(() => 2.1)],
    ["Total", first(money)],
    ["Discount Amount", first(zero)],
    ["Created at", byOrder((order) => `${moment(order)} +0200`)],
    ["Lineitem quantity", few],
    ["Lineitem name", goods],
    ["Lineitem price", money],
    ["Billing Name", person],
    ["Billing City", place],
    ["Billing Zip", (row) => `'${10000 + row}`],
    ["Refunded Amount", first(zero)],
    ["Id", first((order) => 7e12 + order)],
  ]),
  shopifyCustomers: made([
    ["Customer ID", (row) => `'${70000 + row}`],
    ["First Name", (row) => person(row).split(" ")[0] ?? ""],
    ["Email", (row) => `u${row}@example.com`],
    ["Accepts Email Marketing", oneOf("yes", "no")],
    ["Default Address City", place],
    ["Total Spent", money],
    ["Total Orders", few],
  ]),
  woocommerce: made([
    ["Order Number", (row) => 5000 + (row >> 2)],
    ["Order Status", oneOf("wc-completed", "wc-cancelled", "wc-refunded")],
    ["Order Date", (row) => moment(row >> 2)],
    ["Customer User", (row) => who(row >> 2)],
    ["Email (Billing)", (row) => `u${who(row >> 2)}@example.com`],
    ["Order Total Amount", (row) => money(row >> 2)],
    ["Order Total Tax Amount", () => 1.1],
    ["SKU", (row) => `s${row % 8}`],
    ["Quantity (- Refund)", few],
    ["Item Cost", money],
    ["Coupon Code", empty],
  ]),
  onlineRetail: made([
    ["InvoiceNo", (row) => 536365 + (row >> 2)],
    ["StockCode", (row) => `8512${row % 9}A`],
    ["Description", goods],
    ["Quantity", few],
    ["InvoiceDate", moment],
    ["UnitPrice", money],
    ["CustomerID", (row) => (row % 4 ? `${who(row >> 2)}.0` : "")],
    ["Country", (row) => place(who(row >> 2))],
  ]),
  till: made([
    ["小票号", (row) => 880000 + (row >> 1)],
    ["会员卡号", (row) => (row % 3 ? `6${who(row)}` : "")],
    ["交易时间", moment],
    ["门店", oneOf("一店", "二店")],
    ["商品编码", (row) => 69000 + (row % 9)],
    ["数量", few],
    ["单价", money],
    ["实收金额", money],
  ]),
  accounting: made([
    ["单据日期", day],
    ["单据编号", (row) => `XS${10000 + row}`],
    ["往来单位", company],
    ["存货名称", cnGoods],
    ["主数量", few],
    ["含税单价", money],
    ["价税合计", money],
    ["税额", money],
    ["业务员", (row) => cnPerson(row % 5)],
  ]),
  superstore: made([
    ["Row ID", (row) => row + 1],
    ["Order ID", (row) => `CA-2016-${100000 + (row >> 1)}`],
    ["Order Date", (row) => `${1 + (row % 12)}/${1 + (row % 28)}/2016`],
    ["Ship Date", (row) => `${1 + (row % 12)}/${1 + (row % 28)}/2016`],
    ["Ship Mode", oneOf("Standard Class", "First Class")],
    ["Customer ID", (row) => `CG-${who(row >> 1)}`],
    ["Customer Name", person],
    ["Segment", oneOf("Consumer", "Corporate")],
    ["Country", () => "United States"],
    ["State", oneOf("Ohio", "Texas", "Utah")],
    ["Postal Code", (row) => 40000 + (row % 9)],
    ["Product ID", (row) => `FUR-${row % 9}`],
    ["Category", oneOf("Furniture", "Technology")],
    ["Sales", money],
    ["Quantity", few],
    ["Discount", oneOf(0, 0.2)],
    ["Profit", (row) => money(row) - 50],
  ]),
  olist: made([
    ["order_id", (row) => `e48${row}`],
    ["customer_id", (row) => `9ef${row}`],
    ["customer_unique_id", (row) => `7c${who(row)}`],
    ["order_status", oneOf("delivered", "canceled")],
    ["order_purchase_timestamp", moment],
    ["order_approved_at", moment],
    ["order_estimated_delivery_date", moment],
    ["payment_type", oneOf("credit_card", "boleto")],
    ["payment_installments", few],
    ["payment_value", money],
  ]),
  square: made([
    ["Date", day],
    ["Time", (row) => `10:${10 + (row % 50)}:00`],
    ["Gross Sales", (row) => `$${money(row)}`],
    ["Discounts", () => "$0.00"],
    ["Net Sales", (row) => `$${money(row)}`],
    ["Tax", () => "$1.00"],
    ["Transaction ID", (row) => `tx${row}`],
    ["Customer ID", (row) => `c${who(row)}`],
    ["Customer Name", person],
    ["Location", oneOf("Main", "Airport")],
  ]),
  pinduoduo: made([
    ["商品", cnGoods],
    ["订单号", (row) => `240101-${row}`],
    ["订单状态", oneOf("已发货，待签收", "已收货", "未发货，退款成功")],
    ["商品总价(元)", money],
    ["店铺优惠折扣(元)", () => 1.5],
    ["用户实付金额(元)", money],
    ["商品数量(件)", few],
    ["收货人", cnPerson],
    ["手机", (row) => `138${10000000 + who(row)}`],
    ["省", cnPlace],
    ["支付时间", moment],
    ["发货时间", moment],
    ["订单成交时间", moment],
    ["快递单号", (row) => `YT${row}`],
    ["售后状态", oneOf("无售后或售后取消", "退款成功")],
  ]),
  hubspot: made([
    ["Company ID", (row) => 7000 + row],
    ["Company name", (row) => `Acme ${row}`],
    ["Company owner", person],
    ["Lifecycle Stage", oneOf("Customer", "Lead")],
    ["Total Revenue", money],
    ["Number of Associated Deals", few],
    ["Recent Deal Close Date", day],
    ["First Deal Created Date", day],
    ["Last Contacted", day],
    ["Number of Employees", few],
    ["City", place],
  ]),
};
