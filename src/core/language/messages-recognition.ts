import type { Bilingual } from "./language";

/** Texts about why a column was taken for a role, or for none. */
export const recognitionMessages = {
  "column-given": { en: "You said so.", zh: "由您指定。" },
  "column-header-dates": {
    en: "The header says so, and {share}% of the cells read as dates.",
    zh: "根据表头判断，且 {share}% 的单元格是日期。",
  },
  "column-header-numbers": {
    en: "The header says so, and {share}% of the cells read as numbers.",
    zh: "根据表头判断，且 {share}% 的单元格是数字。",
  },
  "column-header-values": {
    en: "The header says so; it has {distinct} different {distinct|value|values} in {cells} {cells|cell|cells}.",
    zh: "根据表头判断；{cells} 个单元格中有 {distinct} 个不同的值。",
  },
  "column-header-alone": {
    en: "The header says so, and there are no cells to check it against.",
    zh: "根据表头判断，没有单元格可供核对。",
  },
  "column-doubtful-dates": {
    en: "The header says so, but only {share}% of the cells read as dates. Check that this is the right column.",
    zh: "根据表头判断，但只有 {share}% 的单元格是日期。请核对是否选对了列。",
  },
  "column-doubtful-numbers": {
    en: "The header says so, but only {share}% of the cells read as numbers. Check that this is the right column.",
    zh: "根据表头判断，但只有 {share}% 的单元格是数字。请核对是否选对了列。",
  },
  "column-doubtful-empty": {
    en: "The header says so, but every cell is empty.",
    zh: "根据表头判断，但该列全部为空。",
  },
  "column-order-totals": {
    en: "The header says so, but every line of an order repeats the same amount: if it is the order's total, it is counted once per line. Give a column with the amount of each line, or quantity and price.",
    zh: "根据表头判断，但同一订单的每一行金额都相同：如果这是订单总额，会按行重复计算。请改用每行的金额，或数量与单价。",
  },
  "column-price-alone": {
    en: "The only column with money in it; there is no quantity to multiply it by.",
    zh: "唯一的金额列；没有数量可与之相乘。",
  },
  "column-only-dates": {
    en: "The header doesn't say, but it is the only column of dates ({share}% of its cells).",
    zh: "表头未说明，但这是唯一的日期列（{share}% 的单元格是日期）。",
  },
  "column-only-numbers": {
    en: "The header doesn't say, but it is the only column that looks like money.",
    zh: "表头未说明，但这是唯一像金额的列。",
  },
  "column-only-ids": {
    en: "The header doesn't say, but it is the only column that looks like ids: {distinct} different {distinct|value|values} in {cells} cells.",
    zh: "表头未说明，但这是唯一像编号的列：{cells} 个单元格中有 {distinct} 个不同的值。",
  },
  "column-only-statuses": {
    en: "The header doesn't say, but {share}% of the cells are order statuses.",
    zh: "表头未说明，但 {share}% 的单元格是订单状态。",
  },
  "column-groups": {
    en: "The header isn't known, but the column sorts customers into {distinct} groups.",
    zh: "表头含义未知，但该列把客户分成 {distinct} 组。",
  },

  "column-second": {
    en: "Not used: “{other}” fits the same role better.",
    zh: "未使用：“{other}”更适合这一用途。",
  },
  "column-second-given": {
    en: "Not used: you gave that role to “{other}”.",
    zh: "未使用：该用途您已指定给“{other}”。",
  },
  "column-second-customer": {
    en: "Not used: “{other}” tells customers apart more surely (an id before a name, a name before an e-mail or phone).",
    zh: "未使用：“{other}”更能准确区分客户（编号优先于名称，名称优先于邮箱或电话）。",
  },
  "column-second-date": {
    en: "Not used: “{other}” is nearer to the purchase (paid before ordered, ordered before created or shipped).",
    zh: "未使用：“{other}”更接近实际成交（付款优先于下单，下单优先于创建或发货）。",
  },
  "column-second-amount": {
    en: "Not used: “{other}” is nearer to what was paid (paid or net before total, total before list price).",
    zh: "未使用：“{other}”更接近实际支付（实付优先于总额，总额优先于原价）。",
  },
  "column-amount-instead": {
    en: "Not used: “{other}” already holds the amount.",
    zh: "未使用：金额已由“{other}”提供。",
  },
  "column-product-of-two-instead": {
    en: "Not used: the amount is “{quantity}” times “{price}”.",
    zh: "未使用：金额由“{quantity}”乘以“{price}”得出。",
  },
  "column-quantity-alone": {
    en: "Not used: there is no price to multiply it by.",
    zh: "未使用：没有单价可与之相乘。",
  },
  "column-needs-customers": {
    en: "Not used: it sums up a customer, and here each row is a purchase.",
    zh: "未使用：这是按客户汇总的数据，而此表每行是一笔交易。",
  },
  "column-needs-transactions": {
    en: "Not used: it belongs to a single purchase, and here each row is a customer.",
    zh: "未使用：这是单笔交易的数据，而此表每行是一位客户。",
  },
  "column-not-its-cells": {
    en: "Not used: the header would fit, but the cells don't.",
    zh: "未使用：表头相符，但单元格内容不符。",
  },
  "column-empty": { en: "Not used: every cell is empty.", zh: "未使用：该列全部为空。" },
  "column-constant": {
    en: "Not used: every row has the same value.",
    zh: "未使用：所有行的值都相同。",
  },
  "column-personal": {
    en: "Not used: personal data (a name, an address, a phone or an e-mail).",
    zh: "未使用：个人信息（姓名、地址、电话或邮箱）。",
  },
  "column-text": { en: "Not used: free text.", zh: "未使用：自由文本。" },
  "column-many-values": {
    en: "Not used: {distinct} different values are too many for a property of customers.",
    zh: "未使用：有 {distinct} 个不同的值，过多，不适合作为客户属性。",
  },
  "column-unclear-category": {
    en: "Not used: it may sort the orders or the products rather than the customers. Say attribute:NAME if it is about the customer.",
    zh: "未使用：可能是订单或商品的分类，而不是客户的分类。如果是客户属性，请指定为 attribute:名称。",
  },
  "column-product": {
    en: "Not used: it describes the product, not the customer.",
    zh: "未使用：这是商品信息，不是客户信息。",
  },
  "column-line": { en: "Not used: it numbers the lines of an order.", zh: "未使用：这是订单明细的行号。" },
  "column-part": {
    en: "Not used: a part of the money (refund, discount, tax, freight, cost, balance or points), not the purchase.",
    zh: "未使用：这只是款项的一部分（退款、优惠、税费、运费、成本、余额或积分），不是购买金额。",
  },
  "column-plan": {
    en: "Not used: it is planned or expected, not done.",
    zh: "未使用：这是计划或预计的数据，尚未发生。",
  },
  "column-average": { en: "Not used: an average.", zh: "未使用：这是平均值。" },
  "column-one-purchase": {
    en: "Not used: the money of a single purchase.",
    zh: "未使用：这只是某一次购买的金额。",
  },
  "column-company-figure": {
    en: "Not used: the customer's own size, not what it bought.",
    zh: "未使用：这是客户自身的规模，不是其购买金额。",
  },
  "column-rate": { en: "Not used: a ratio.", zh: "未使用：这是比率。" },
  "column-period": {
    en: "Not used: a month, quarter or year is no date.",
    zh: "未使用：月份、季度或年份不是具体日期。",
  },
  "column-other-date": {
    en: "Not used: a date of something other than a purchase.",
    zh: "未使用：不是购买日期。",
  },
  "column-other-id": {
    en: "Not used: a number of something other than the customer or the order.",
    zh: "未使用：不是客户或订单的编号。",
  },
  "column-other-number": {
    en: "Not used: a number of something other than purchases.",
    zh: "未使用：不是与购买相关的数字。",
  },
  "column-order-property": {
    en: "Not used: it describes the order or its delivery, not the customer.",
    zh: "未使用：这是订单或配送信息，不是客户信息。",
  },
  "column-system": {
    en: "Not used: kept by the system that wrote the file.",
    zh: "未使用：这是导出系统自身的字段。",
  },
  "column-flag": { en: "Not used: a yes-or-no mark.", zh: "未使用：这是“是/否”标记。" },
  "column-row-number": { en: "Not used: it numbers the rows.", zh: "未使用：这是行编号。" },
  "column-no-header": {
    en: "Not used: it has no header.",
    zh: "未使用：没有表头。",
  },
  "column-unknown": {
    en: "Not used: neither the header nor the cells say what it is.",
    zh: "未使用：从表头和内容都无法判断用途。",
  },
} satisfies Record<string, Bilingual>;
