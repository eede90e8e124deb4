/**
 * The words that headers are made of, Chinese and English, by what they mean: the lexicon of the fields this product
 * reads (shop orders, CRM exports, point-of-sale and accounting lists). Headers are not listed whole; a header is
 * understood from its words, so that one nobody has listed still is (`Date of purchase`, `客户的编号`).
 *
 * Within an entry words are divided by spaces; `_` stands for the space within a phrase. A word may have several
 * meanings (`sales` is an amount and tells of a purchase; `实付` is paid and net). Longer words win over shorter ones:
 * `客单价` is an average, not a `单价`.
 */

/** What kind of value a column holds: the last such word of a header decides. */
export const kindWords = {
  date: "date day time datetime timestamp dt dtm when customer_since member_since client_since 日期 时间 日 时刻 年月日",
  days: "days recency elapsed age_in_days 天数 日数 距今 距今天数 距今时间",
  period: "month year week quarter yyyymm 月份 年份 年月 季度 年度 周次",
  id: "id ids no nos num number nr code key ref reference uid guid uuid identifier hash # 编号 编码 代码 代号 号 号码 卡号 识别码 单号 流水号 票号 主键 会员号 客户号 订单号",
  nick: "nickname nick username login handle screen_name user_name openid unionid 昵称 账号 帐号 账户 帐户 会员名 用户名 登录名 旺旺 旺旺号 网名",
  name: "name names fullname 名称 姓名 名字 名 全称 简称 全名",
  amount:
    "amount amounts amt revenue sales value total totals spend spent spending turnover proceeds gmv sum money gross subtotal charged payment payments takings ltv clv monetary 金额 销售额 总额 总价 货款 营业额 款项 价款 合计 总计 消费额 成交额 交易额 业绩 营收 额 费用 款 实付款 付款额 应收 实收 实付 流水额 价税合计 总消费 销售收入 收入",
  price: "price prices unitprice 单价 价格 售价 价 定价 成交价 到手价 京东价 原价 市场价 吊牌价 标价",
  quantity:
    "quantity quantities qty units pieces pcs items 数量 件数 个数 购买量 销量 销售量 总数 订单数量 数",
  times:
    "times count counts frequency freq orders purchases transactions invoices occurrences number_of no_of nr_of num_of #_of 次数 频次 频率 频度 单数 单量 订单数 订单量 笔数 订单总数 成交单数 购买数",
  status: "status statuses stage 状态 阶段 进度",
  rate: "rate ratio percent percentage pct margin probability conversion 率 比例 占比 比率 概率 毛利率 利润率 折扣率 税率 复购率 百分比 权重",
  score: "score scores rating_score 评分 得分 分数 打分 分值 指数",
  method: "method mode gateway carrier courier currency terms 方式 币种 货币 汇率 快递公司 物流公司",
  contact:
    "phone mobile cell telephone tel fax email mail e_mail address address1 address2 addr street postcode postal postal_code post_code zip_code zip zipcode wechat whatsapp qq passport ssn latitude longitude ip url website web linkedin twitter facebook skype 电话 手机 手机号 手机号码 联系方式 邮箱 电子邮箱 电子邮件 邮件 地址 住址 街道 门牌 邮编 邮政编码 微信 微信号 身份证 身份证号 身份证号码 证件号 证件号码 传真 网址 官网 网站 经度 纬度 定位",
  person:
    "first_name last_name firstname lastname surname given_name family_name middle_name contact recipient consignee receiver ship_to salutation attention 收货人 收件人 联系人 称谓 法人 法定代表人 抬头 姓氏",
  text: "note notes remark remarks comment comments description desc memo message summary detail details image photo subject reason title link attachment 备注 留言 描述 说明 备忘 评论 评价 内容 摘要 标题 图片 链接 详情 原因 附件 附言 主题",
  region:
    "region area territory zone country nation province state city county district town continent location nationality 地区 区域 大区 省份 省 市 城市 区县 区 县 国家 国籍 片区 战区 归属地 所在地",
  attribute:
    "industry sector vertical channel source medium segment gender sex age_group age_band age_range level grade tier rank rating size scale department team membership vip ownership occupation profession education marital language campaign tag tags persona cohort 行业 渠道 来源 性别 等级 级别 层级 规模 部门 团队 职业 学历 年龄段 星级 标签 性质 客群 业态 语言 身份 分级 分层 会员卡类型",
  generic: "type class category group kind classification subtype 分类 类别 类型 分组 种类 类",
} as const;

/** Whom or what a header is about: the last such word decides. */
export const subjectWords = {
  customer:
    "customer customers cust client clients buyer buyers purchaser shopper consumer patron guest member user account acct subscriber payer donor bill_to sold_to bought_by purchased_by ordered_by 客户 顾客 买家 会员 用户 客人 购买人 购买者 购买方 购货方 购方 买方 消费者 购货单位 往来单位 客商 下单人 会员名 会员号 客户号 会员卡 主顾 订货人 订货单位 收票方 customer_since client_since",
  company:
    "company organization organisation firm enterprise business corporation 公司 企业 单位名称 机构 商户",
  order:
    "order orders invoice invoices receipt transaction transactions txn trans ticket bill basket deal deals contract so document doc opportunity booking po 订单 交易 发票 单据 小票 流水 合同 商机 票据 账单 销售单 出库单 单号 流水号 票号 订单数量 订单号 订单数 订单量 订单总数 单数 单量 笔数 成交单数",
  product:
    "product products item sku goods article stock stockcode model barcode ean upc asin merchandise variant style material part book album brand vendor 商品 产品 宝贝 货品 物料 品名 款式 款号 型号 条码 条形码 规格 品类 类目 品牌 货号 单品 菜品 课程 颜色 尺码 样式 商家编码 供应商 库存 存货",
  seller:
    "owner rep salesperson salesman salesperson sales_rep sales_person sales_agent representative agent manager consultant assigned assignee seller cashier sold_by 负责人 业务员 销售员 客户经理 销售经理 跟进人 所属人 导购 导购员 顾问 销售人员 店员 客服 经办人 收银员 业务人员 卖家 归属人 所有人 拥有者 销售代表",
  shop: "shop store branch outlet warehouse site pos 店铺 门店 分店 网店 仓库 店 旗舰店",
  line: "line lines lineitem line_item suborder sub_order row 子订单 明细 行号 行 子单 序号 子订单号",
} as const;

/** What else a word tells. */
export const senseWords = {
  purchase:
    "purchase purchases purchased buy buying bought sale sales sold shopping spend spent spending ordered trade invoiced billed transacted 购买 下单 开单 成交 消费 购物 销售 交易 拍下 复购 采购 总消费 消费额 成交额 到店 签约 购",
  pay: "paid pay payment payments payed charged captured 付款 支付 实付 已付 缴费 结账 付 实付款 付款额 已支付 买单",
  net: "net actual actually real received paid charged captured after_discount after_discounts after_refund after_refunds net_of_refunds less_refunds 实付 实付款 实际 实收 净 净额 已收 已付 结算 折后 优惠后 折扣后 退款后 扣除退款",
  cleared:
    "after_discount after_discounts after_refund after_refunds net_of_refunds less_refunds 折后 优惠后 折扣后 退款后 扣除退款",
  collected: "collected 回款 已回款 收款 已收款 到账",
  list: "gross list original msrp compare_at market sticker regular subtotal sub_total sub receivable payable due 原价 标价 吊牌 吊牌价 市场价 市场 应付 应收 原 划线 折前 标准",
  create:
    "created create creation placed added entered submitted submission 创建 建立 录入 提交 制单 新建 生成 登记",
  close: "closing close won 结单 赢单",
  complete:
    "completed complete closed finished confirmed confirmation settled approved accepted received processed 完成 关闭 确认 结束 结算 审核 审批 完结",
  ship: "ship shipped shipping shipment delivery delivered dispatch dispatched fulfillment fulfilled fulfilment tracking logistics arrival 发货 物流 快递 配送 运单 运单号 收货 签收 送货 揽收 运送 包裹 出库 交付 快递单号 物流单号",
  refund: "refund refunds refunded return returns returned 退款 退货 退 售后 退单",
  cancel: "cancel cancelled canceled cancellation 取消 作废 撤销",
  discount:
    "discount discounts coupon coupons promo promotion voucher rebate savings 折扣 优惠 优惠券 折让 满减 红包 立减 抵扣 让利 促销 减免",
  tax: "tax taxes vat gst hst duty duties 税 税额 税费 税金 关税",
  fee: "freight postage fee fees commission commissions handling tip tips surcharge shipping delivery 运费 邮费 快递费 配送费 手续费 佣金 服务费 提成 小费 包装费 运费险",
  cost: "cost costs cogs 成本 进价 采购价 成本价",
  balance:
    "balance installment installments 分期 outstanding owed debt credit limit prepaid deposit arrears unpaid overdue 余额 欠款 待回款 未回款 待收 未收 待付 未付 定金 押金 预付 预付款 尾款 信用额度 额度 储值 充值 欠",
  points: "point points loyalty_points 积分 集分宝 成长值 经验值 返点",
  last: "last latest recent newest most_recent recency 最近 最后 上次 末次 最新 近一次 最近一次 最后一次 上一次",
  first: "first earliest initial 1st 首次 首单 第一次 首笔 最早 首购 初次 第一笔",
  since:
    "since ago elapsed recency 距今 距 距离 至今 未购买 未下单 未消费 未复购 沉默 距今天数 距今时间 未购",
  total: "total totals overall grand aggregate 总 总额 总价 总计 合计 总共 总数 价税合计 全部",
  lifetime:
    "lifetime cumulative all_time historic historical accumulated ltv clv monetary to_date 累计 累积 历史 总消费 终身",
  unit: "unit each per single 单价 单件 每件",
  average: "average avg mean median aov typical 平均 均 客单价 件单价 笔单价 人均 均价",
  birth: "birth birthday dob born birthdate 生日 出生 出生日期 出生年月",
  due: "due expiry expire expires expired expiration deadline renewal end until 到期 截止 期限 有效期 失效 过期",
  update: "updated update modified edited changed synced sync 更新 修改 变更 编辑 同步",
  register:
    "registered registration register signup sign_up joined join enrolled member_since customer_since client_since opened onboarding 注册 入会 加入 开户 建档 建卡 开卡 成为会员 入职 绑定",
  follow:
    "follow followup follow_up contacted activity visit visits visited login logins touch call calls session sessions seen survey surveyed 跟进 拜访 回访 联系 登录 登陆 访问 活动 互动 到访 浏览 调查 调研",
  plan: "next planned plan scheduled expected estimated estimate forecast target quota budget goal 下次 预计 计划 预期 预约 目标 预算 预测 下一步",
  firm: "annual_revenue annual_income employees employee_count number_of_employees no_of_employees headcount 员工数 员工人数 人员规模 annual_turnover annual_sales company_revenue registered_capital 年营业额 年营收 年收入 年销售额 注册资本 注册资金 资产",
  system:
    "created_by modified_by updated_by entered_by last_modified_by record_id entity_id row_id 创建人 修改人 最后修改人 制单人 录入人 审核人 操作人 更新人 审批人",
  flag: "is has flag accepts opt_in opted 是否",
  profit: "profit profits earnings contribution 利润 毛利 净利 毛利润 净利润 利润额 毛利额 利润率 毛利率",
  satisfaction: "satisfaction csat nps satisfied 满意度 满意 净推荐值",
  potential: "potential propensity 潜力 潜力值",
  wallet: "alipay paypal stripe 支付宝 微信支付",
} as const;

/** Words that stand in headers and say nothing about the role. */
export const emptyWords =
  "the a an and our my your their this that is_it all as was were by with customer's 的 之 与 和 及 或 该 本 我 其 一 所 grand usd cny rmb eur gbp jpy hkd inr aud cad krw twd yuan dollar dollars euro euros 元 万元 人民币 美元 billing reporting field main primary 主 信息 资料 数据 column 列 字段 整单 订货 online 线上 线下 店内 店 情况 日常 含税 不含税 未税 无税 税前 税后 tax_inclusive tax_exclusive incl_tax excl_tax including_tax excluding_tax inc_tax ex_tax before_tax after_tax incl_vat excl_vat including_vat excluding_vat inc_vat ex_vat";

export type KindWord = keyof typeof kindWords;
export type SubjectWord = keyof typeof subjectWords;
export type SenseWord = keyof typeof senseWords;
