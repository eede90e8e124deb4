import type { Bilingual } from "./language";

/**
 * Texts of the playbook: for each tier of the templates, and for each stage of the lifecycle, the service promise, the
 * contact rhythm and the offer. A stage's line is said after the tier's, so it tells what to do beside it.
 */
export const playbookMessages = {
  "playbook.with-stage": { en: "{line} {stage}: {own}", zh: "{line}{stage}：{own}" },
  "playbook.whole": {
    en: "Promise: {promise} Contact: {rhythm} Offer: {offer}",
    zh: "承诺：{promise}节奏：{rhythm}权益：{offer}",
  },
  // What to do next: one sentence after another.
  "playbook.next.also": { en: "{now} {also}", zh: "{now}{also}" },
  "playbook.next.then": { en: "{now} Then: {usual}", zh: "{now}此后：{usual}" },
  "playbook.field.promise": { en: "Promise", zh: "承诺" },
  "playbook.field.rhythm": { en: "Contact", zh: "节奏" },
  "playbook.field.offer": { en: "Offer", zh: "权益" },

  "playbook-tier-unknown": {
    en: "“{tier}” is no tier that the playbook knows. Tiers: {tiers}. Name the policy that it belongs to, if it is one of yours.",
    zh: "服务手册中没有“{tier}”这个层级。可用的有：{tiers}。若是贵公司自定的层级，请给出其分级标准。",
  },
  "playbook-stage-unknown": {
    en: "“{stage}” is no stage. Stages: {stages}.",
    zh: "“{stage}”不是生命周期阶段。可用的有：{stages}。",
  },
  "playbook-field-unknown": {
    en: "“{field}” is no part of the playbook. Parts: {fields}; left out, all of them.",
    zh: "服务手册中没有“{field}”这一项。可用的有：{fields}；留空表示全部。",
  },

  // Tiers of the templates rfm, abc and weighted.
  "playbook.tier.S.promise": {
    en: "A named account manager and a deputy; every question is answered within 2 hours.",
    zh: "专属客户经理并设备岗，所有问题 2 小时内答复。",
  },
  "playbook.tier.S.rhythm": {
    en: "A call every week and a visit each month.",
    zh: "每周致电一次，每月拜访一次。",
  },
  "playbook.tier.S.offer": {
    en: "Terms of their own, agreed each year, and the first look at anything new.",
    zh: "每年商定专属条款，新品优先体验。",
  },
  "playbook.tier.A.promise": {
    en: "A named account manager; every question is answered within 4 hours.",
    zh: "专属客户经理，所有问题 4 小时内答复。",
  },
  "playbook.tier.A.rhythm": {
    en: "A call every two weeks and a visit each quarter.",
    zh: "每两周致电一次，每季度拜访一次。",
  },
  "playbook.tier.A.offer": {
    en: "The best price list, priority delivery and a yearly review together.",
    zh: "最优价目、优先发货，每年共同复盘一次。",
  },
  "playbook.tier.B.promise": {
    en: "One contact person; answers within one working day.",
    zh: "固定联系人，1 个工作日内答复。",
  },
  "playbook.tier.B.rhythm": { en: "A call each month.", zh: "每月致电一次。" },
  "playbook.tier.B.offer": {
    en: "Volume discounts, and a clear word on what the next tier takes.",
    zh: "批量折扣，并说明升级到上一层级的条件。",
  },
  "playbook.tier.C.promise": {
    en: "The sales team's shared line; answers within two working days.",
    zh: "由销售团队公共热线服务，2 个工作日内答复。",
  },
  "playbook.tier.C.rhythm": { en: "A personal message each quarter.", zh: "每季度发送一次问候消息。" },
  "playbook.tier.C.offer": {
    en: "Standard prices, and bundles that make an order larger.",
    zh: "标准价格，推荐提高单次金额的组合套餐。",
  },
  "playbook.tier.D.promise": {
    en: "Self-service with help on request; answers within three working days.",
    zh: "以自助服务为主，按需协助，3 个工作日内答复。",
  },
  "playbook.tier.D.rhythm": {
    en: "A newsletter each quarter; calls only when they ask.",
    zh: "每季度发送一次资讯，仅在客户要求时致电。",
  },
  "playbook.tier.D.offer": { en: "Seasonal offers by e-mail.", zh: "通过邮件或短信推送季节性优惠。" },
  "playbook.tier.E.promise": {
    en: "Self-service; complaints are answered within five working days.",
    zh: "自助服务，投诉 5 个工作日内答复。",
  },
  "playbook.tier.E.rhythm": { en: "Two mailings a year.", zh: "每年群发两次消息。" },
  "playbook.tier.E.offer": {
    en: "Standard prices with a minimum order that covers its cost.",
    zh: "标准价格，设置可覆盖成本的最低起订量。",
  },

  // Tiers of the template eight-types (八类).
  "playbook.tier.key.promise": {
    en: "A named account manager who knows their business; answers within 4 hours.",
    zh: "熟悉其业务的专属客户经理，4 小时内答复。",
  },
  "playbook.tier.key.rhythm": {
    en: "A call every two weeks, with a plan for each quarter.",
    zh: "每两周致电一次，每季度制定一次跟进计划。",
  },
  "playbook.tier.key.offer": {
    en: "Prices and stock reserved for key customers.",
    zh: "重点客户专享价格与预留库存。",
  },
  "playbook.tier.standard.promise": {
    en: "The service team; answers within two working days.",
    zh: "由客服团队服务，2 个工作日内答复。",
  },
  "playbook.tier.standard.rhythm": {
    en: "A message each quarter and at the holidays.",
    zh: "每季度及节日发送问候。",
  },
  "playbook.tier.standard.offer": {
    en: "The offers that are open to all, and what makes a customer a key one.",
    zh: "面向全部客户的优惠，并说明成为重要客户的条件。",
  },

  // Tiers of the template vip.
  "playbook.tier.vip.promise": {
    en: "A personal manager, reached directly; answers within 2 hours, weekends too.",
    zh: "专人一对一服务，直线联系，2 小时内答复（含周末）。",
  },
  "playbook.tier.vip.rhythm": {
    en: "A call every two weeks; a greeting on birthdays and holidays.",
    zh: "每两周致电一次，生日与节日专属问候。",
  },
  "playbook.tier.vip.offer": {
    en: "VIP prices, gifts and invitations to events.",
    zh: "VIP 价格、专属礼遇及活动邀请。",
  },
  "playbook.tier.regular.promise": {
    en: "One contact person; answers within one working day.",
    zh: "固定联系人，1 个工作日内答复。",
  },
  "playbook.tier.regular.rhythm": { en: "A call every two months.", zh: "每两个月致电一次。" },
  "playbook.tier.regular.offer": {
    en: "Member prices, and what is missing to become VIP.",
    zh: "会员价，并告知距 VIP 还差多少。",
  },
  "playbook.tier.potential.promise": {
    en: "Quick first help: a quote or an answer within one working day.",
    zh: "快速响应：1 个工作日内给出报价或答复。",
  },
  "playbook.tier.potential.rhythm": {
    en: "A contact every two weeks until the need is clear, then each quarter.",
    zh: "需求明确前每两周联系一次，之后每季度一次。",
  },
  "playbook.tier.potential.offer": {
    en: "A trial, a sample or a starter bundle.",
    zh: "试用、样品或入门套餐。",
  },

  // Tiers of the template strategic.
  "playbook.tier.strategic.promise": {
    en: "An account team with a sponsor in the management; answers within 2 hours.",
    zh: "由高层牵头的客户服务小组，2 小时内答复。",
  },
  "playbook.tier.strategic.rhythm": {
    en: "A call every week, a visit each month and a yearly plan made together.",
    zh: "每周沟通、每月拜访，每年共同制定合作计划。",
  },
  "playbook.tier.strategic.offer": {
    en: "Frame contract, joint projects and reserved capacity.",
    zh: "框架协议、联合项目与产能预留。",
  },
  "playbook.tier.important.promise": {
    en: "A named account manager; answers within 4 hours.",
    zh: "专属客户经理，4 小时内答复。",
  },
  "playbook.tier.important.rhythm": {
    en: "A call every two weeks and a visit each quarter.",
    zh: "每两周致电一次，每季度拜访一次。",
  },
  "playbook.tier.important.offer": {
    en: "Yearly agreed prices and priority delivery.",
    zh: "年度协议价与优先发货。",
  },
  "playbook.tier.ordinary.promise": {
    en: "The service team; answers within two working days.",
    zh: "由客服团队服务，2 个工作日内答复。",
  },
  "playbook.tier.ordinary.rhythm": { en: "A message each quarter.", zh: "每季度发送一次消息。" },
  "playbook.tier.ordinary.offer": {
    en: "Standard prices and the current promotions.",
    zh: "标准价格与当期促销。",
  },

  // Tiers of the template adc.
  "playbook.tier.active.promise": {
    en: "Keep what works: the same contact person, answers within one working day.",
    zh: "保持现有服务：固定联系人，1 个工作日内答复。",
  },
  "playbook.tier.active.rhythm": {
    en: "A contact at each customer's own purchase rhythm.",
    zh: "按客户自身的购买节奏联系。",
  },
  "playbook.tier.active.offer": {
    en: "Something that goes with the last purchase.",
    zh: "与最近一次购买相配的产品。",
  },
  "playbook.tier.dormant.promise": {
    en: "Somebody who knows the account asks why it went quiet, before any offer is made.",
    zh: "先由熟悉该客户的人了解沉默原因，再谈优惠。",
  },
  "playbook.tier.dormant.rhythm": {
    en: "A call within a week, again after two weeks, then once a month.",
    zh: "一周内致电，两周后再次致电，之后每月一次。",
  },
  "playbook.tier.dormant.offer": {
    en: "A come-back offer that ends after 30 days.",
    zh: "30 天内有效的唤醒优惠。",
  },
  "playbook.tier.churned.promise": {
    en: "The reason for leaving is asked for once, written down and passed on.",
    zh: "询问一次流失原因，记录并反馈给相关部门。",
  },
  "playbook.tier.churned.rhythm": {
    en: "One win-back call now, one after 90 days, then only mailings.",
    zh: "立即致电挽回一次，90 天后再一次，之后仅群发消息。",
  },
  "playbook.tier.churned.offer": {
    en: "A single win-back offer, with no standing discount.",
    zh: "一次性挽回优惠，不作长期让价。",
  },

  // Stages.
  "playbook.stage.prospect.promise": {
    en: "Send a quote or a sample within two working days.",
    zh: "2 个工作日内发送报价或样品。",
  },
  "playbook.stage.prospect.rhythm": {
    en: "Contact within two days of the enquiry, then each week for a month.",
    zh: "询盘后两天内联系，随后一个月内每周跟进。",
  },
  "playbook.stage.prospect.offer": { en: "Add an offer for the first order.", zh: "附首单优惠。" },
  "playbook.stage.churned.promise": {
    en: "Ask for the reason of leaving and note it with the customer.",
    zh: "询问流失原因并记入客户档案。",
  },
  "playbook.stage.churned.rhythm": {
    en: "Make one win-back call now and one after 90 days, in place of the usual contacts.",
    zh: "立即致电挽回，90 天后再试一次，暂停常规联系。",
  },
  "playbook.stage.churned.offer": {
    en: "Replace all else by one win-back offer.",
    zh: "以一次性挽回优惠替代其他优惠。",
  },
  "playbook.stage.dormant.promise": {
    en: "Find out why they stopped, and mend it, before offering anything.",
    zh: "先查明停购原因并解决，再谈优惠。",
  },
  "playbook.stage.dormant.rhythm": {
    en: "Call within 3 working days, and again after two weeks.",
    zh: "3 个工作日内致电，两周后再次跟进。",
  },
  "playbook.stage.dormant.offer": {
    en: "Add a come-back offer that ends after 30 days.",
    zh: "附 30 天内有效的唤醒优惠。",
  },
  "playbook.stage.recovered.promise": {
    en: "See to it yourself that the first orders after the return go well.",
    zh: "亲自确认回归后的前几单顺利完成。",
  },
  "playbook.stage.recovered.rhythm": {
    en: "Call after each of the next two orders.",
    zh: "之后两单每单完成后回访。",
  },
  "playbook.stage.recovered.offer": {
    en: "Grant the former conditions again for 90 days.",
    zh: "恢复原有待遇 90 天。",
  },
  "playbook.stage.new.promise": {
    en: "Guide them through the first order and check that it arrived well.",
    zh: "协助完成首单，并确认收货满意。",
  },
  "playbook.stage.new.rhythm": {
    en: "Call in the week after the first purchase, and again after 30 days.",
    zh: "首购后一周内回访，30 天后再次回访。",
  },
  "playbook.stage.new.offer": {
    en: "Add an offer for the second purchase, good for 30 days.",
    zh: "附 30 天内有效的二次购买优惠。",
  },
  "playbook.stage.mature.promise": {
    en: "Keep the same contact person, and thank them for their loyalty once a year.",
    zh: "保持联系人不变，每年致谢一次。",
  },
  "playbook.stage.mature.rhythm": {
    en: "Add a greeting at the anniversary, on birthdays and holidays.",
    zh: "合作周年、生日及节日另行问候。",
  },
  "playbook.stage.mature.offer": {
    en: "Add a loyalty benefit, and ask for a referral.",
    zh: "附忠诚回馈，并邀请转介绍。",
  },
  "playbook.stage.growing.promise": {
    en: "Ask what else they need, and propose one further product line.",
    zh: "了解其他需求，推荐一个新的产品线。",
  },
  "playbook.stage.growing.rhythm": {
    en: "Time the next contact to their own purchase rhythm.",
    zh: "按其自身购买节奏安排下次联系。",
  },
  "playbook.stage.growing.offer": {
    en: "Add a bundle with what they don't buy yet.",
    zh: "附尚未购买品类的组合优惠。",
  },
} satisfies Record<string, Bilingual>;
