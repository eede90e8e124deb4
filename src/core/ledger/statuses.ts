import { foldText } from "./folding";

/** What a status says of its row: set it aside, count it, or nothing we know (it is counted, and noted). */
export type StatusKind = "excluded" | "counted" | "unknown";

/**
 * The sale was closed without a purchase, cancelled, or paid back in full. A refund under way or in part is not
 * listed: the money that stays can't be told from the word, so it is counted and noted. Nor are the words for a refund
 * as such (退款单, refund, reversal): such a row often holds the money back as a negative amount.
 */
const EXCLUDED = words(`
交易关闭 交易已关闭 交易取消 交易失败 交易作废 订单关闭 订单已关闭 订单取消 订单已取消 订单作废 已关闭 关闭 已取消 取消 取消订单
系统取消 自动取消 用户取消 用户已取消 买家取消 买家已取消 卖家取消 卖家已取消 商家取消 客户取消 超时取消 超时关闭 自动关闭 系统关闭
退款成功 退款完成 退款已完成 已退款 全额退款 已全额退款 全部退款 整单退款 仅退款成功 退货退款成功 退款退货成功 退货成功 退货完成 已退货 全部退货
全额退货 已退单 已退票 已撤销 撤销 已撤单 撤单 已作废 作废 已失效 失效 无效 无效订单 支付失败 付款失败 扣款失败 已拒收 拒收 拒签
已拒绝 审核不通过 审批不通过 已驳回 输单 已输单 丢单 已丢单 (删除)等待付款 (删除)等待出库 (删除)等待确认收货 已删除 订单已删除
交易關閉 已關閉 訂單取消 已退貨
closed|order closed|closed without payment|cancel|cancelled|canceled|order cancelled|order canceled|cancelled by buyer
canceled by buyer|cancelled by customer|canceled by customer|cancelled by seller|canceled by seller|customer cancelled|auto cancelled
cancelled by system|cancellation complete|refunded|fully refunded|full refund|refund complete|refund completed|refund issued
refund success|refund successful|order refunded|returned|fully returned|return complete|return completed|return received
returned to seller|shipped returned to seller|returned and refunded|void|voided|failed|payment failed|failed payment|declined|payment declined
rejected|denied|expired|charged back|closed lost|closed lost to competition|lost|deal lost
invalid|deleted|trash|trashed|abandoned|no sale|bounced
`);

/** The sale stands: paid, shipped, done, or a refund that came to nothing. */
const COUNTED = words(`
交易成功 交易完成 交易已完成 订单完成 订单已完成 已完成 完成 已完结 完结 成功 已成功 已成交 成交 已付款 已支付 付款成功 支付成功 支付完成 已收款 已到账 已结算
已结清 全部回款 已回款 买家已付款 买家已付款,等待卖家发货 买家已付款,等待发货 已付款待发货 待发货 等待发货 等待卖家发货 等待出库 备货中 配货中 待揽收 已出库 已发货
卖家已发货 卖家已发货,等待买家确认 已发货待签收 待收货 等待收货 等待确认收货 等待买家确认收货 运输中 配送中 派送中 已送达 已妥投 已签收 已收货 确认收货 待评价 已评价
部分发货 已核销 已使用 已消费 已入住 已开票 已确认 已审核 已审批 审核通过 审批通过 已生效 正常 有效 赢单 已赢单 已签约 已归档 已交付 已交货 未退款 无退款
没有申请退款 未申请退款 退款关闭 退款失败 退款已关闭 退款取消 未取消 未关闭
paid|fully paid|payment received|payment complete|payment completed|payment success|captured|payment captured|settled|complete|completed
order complete|order completed|success|successful|succeeded|done|fulfilled|partially fulfilled|unfulfilled|shipped|partially shipped
shipped delivered to buyer|shipped picked up|shipped out for delivery|dispatched|in transit|out for delivery|delivered|received|picked up
processing|in process|in progress|packed|packing|ready for shipment|ready to ship|awaiting shipment|awaiting fulfillment|awaiting fulfilment
awaiting pickup|invoiced|billed|approved|confirmed|closed won|won|deal won|active|valid|ok|posted|redeemed|sold
not refunded|no refund|not cancelled|not canceled|not returned|refund rejected|refund declined|refund denied
`);

/**
 * What a status cell says. Whole phrases only, compared on folded text without case, `_` or `-`: `未退款`, `unpaid` and
 * `not cancelled` contain a listed word and are not it. Of several statuses in a cell (`已发货,退款成功`) an excluded
 * one wins, and a note in brackets doesn't save an excluded one (`交易关闭(买家未付款)`).
 */
export function statusOf(text: string): StatusKind {
  const phrase = phraseOf(text);
  const whole = kindOf(phrase);
  if (whole !== "unknown") return whole;
  const bare = phrase.replace(/ ?\([^()]*\)$/, "");
  if (bare !== phrase && kindOf(bare) === "excluded") return "excluded";
  const parts = phrase.split(/ ?[,;/|、;] ?/).map(kindOf);
  if (parts.includes("excluded")) return "excluded";
  return parts.every((part) => part === "counted") ? "counted" : "unknown";
}

function kindOf(phrase: string): StatusKind {
  if (EXCLUDED.has(phrase)) return "excluded";
  return COUNTED.has(phrase) ? "counted" : "unknown";
}

function phraseOf(text: string): string {
  return foldText(text)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/^wc-/, "")
    .replace(/[_\-–—]+/g, " ")
    .replace(/^[\s.*"'!:]+|[\s.*"'!:。]+$/g, "")
    .replace(/\s+/g, " ");
}

/** Lines of phrases: a line of English is divided by bars, one of Chinese by spaces. */
function words(lines: string): ReadonlySet<string> {
  const phrases = lines
    .trim()
    .split("\n")
    .flatMap((line) => line.split(/^[a-z]/.test(line) ? "|" : " "));
  return new Set(phrases.map(phraseOf));
}
