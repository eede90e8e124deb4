import type { Bilingual } from "./language";

/** The help in the pane: the steps, the words of the field, the functions, the keys, where data goes. */
export const helpMessages = {
  "help.lead": {
    en: "Tiersheet turns a list of orders, or of customers, into scores, segments, lifecycle stages and tiers, with a reason for each.",
    zh: "Tiersheet 把订单明细或客户汇总表变成评分、分群、生命周期阶段和层级，并给出每一项的依据。",
  },
  "help.steps": { en: "The five steps", zh: "五个步骤" },
  "help.step.what": {
    en: "Choose a table, a selection or a whole sheet. Each column is recognised by its header and its cells; say otherwise under Columns. Orders and lists of customers are told apart by themselves.",
    zh: "选择表格、所选区域或整张工作表。系统按表头和内容识别各列，可在“列”中更正；交易明细与客户汇总表会自动区分。",
  },
  "help.step.check": {
    en: "Rows read = rows used + rows set aside, and so for money, to the cent. Select the cells of a reason, mend them in the sheet, then check again; or go on without those rows.",
    zh: "读入行数 = 采用 + 剔除，金额同理，精确到分。可按原因选中单元格，在表中修改后重新核对；也可以不管这些行继续。",
  },
  "help.step.how": {
    en: "A policy holds the rules: bins, cut-offs, weights, segments, stages, tiers. Start from a template, see at once who falls where, and change what doesn't fit. Nothing is written meanwhile.",
    zh: "分级标准包含全部规则：分档、切分点、权重、分群、阶段、层级。从模板开始，即时查看结果并调整。此时不会写入任何内容。",
  },
  "help.step.write": {
    en: "With a customer a row, columns are added beside your data. With orders, a sheet of customers is made. Your own cells are never overwritten, and Cancel leaves the workbook as it was.",
    zh: "每行一位客户时，在数据旁添加列；交易明细则新建客户工作表。绝不覆盖您的单元格，取消后工作簿恢复原样。",
  },
  "help.step.after": {
    en: "Classify again after the data has changed: the same columns are refreshed, and your notes stay with their customers. Take back removes what Tiersheet wrote and nothing else.",
    zh: "数据变化后可再次分层：更新原有各列，您的备注仍跟随对应客户。“撤回”只删除 Tiersheet 写入的内容。",
  },
  "help.words": { en: "Words", zh: "名词解释" },
  "help.word.r": { en: "R – recency", zh: "R – 最近购买" },
  "help.word.r.more": {
    en: "Days from the last purchase to the as-of date. Fewer days, higher score.",
    zh: "最近一次购买距基准日的天数，越少得分越高。",
  },
  "help.word.f": { en: "F – frequency", zh: "F – 购买频次" },
  "help.word.f.more": {
    en: "The number of purchases; the lines of one order count once.",
    zh: "购买次数；同一订单的多行只计一次。",
  },
  "help.word.m": { en: "M – monetary", zh: "M – 消费金额" },
  "help.word.m.more": { en: "The money spent, less refunds.", zh: "消费总额，已扣除退款。" },
  "help.word.score": { en: "Score and cut-off", zh: "评分与切分点" },
  "help.word.score.more": {
    en: "R, F and M are each cut into bins, 1 to 5 as a rule; 5 is best. The cut-offs are the values between the bins.",
    zh: "R、F、M 各分为若干档，一般为 1 到 5，5 最好；切分点是各档之间的界值。",
  },
  "help.word.segment": { en: "Segment", zh: "分群" },
  "help.word.segment.more": {
    en: "A name for a pattern of scores, such as Champions for 555.",
    zh: "评分组合的名称，如 555 为冠军客户。",
  },
  "help.word.stage": { en: "Stage", zh: "阶段" },
  "help.word.stage.more": {
    en: "Where a customer is in life: new, growing, mature, dormant, churned, recovered. Measured by the customer's own rhythm of buying.",
    zh: "客户所处的生命周期：新客、成长、成熟、沉默、流失、唤回，按客户自身的购买节奏判断。",
  },
  "help.word.tier": { en: "Tier", zh: "层级" },
  "help.word.tier.more": {
    en: "The rank a customer is served by, A to E for example. The policy says what makes it.",
    zh: "服务客户所依据的级别，如 A 到 E，由分级标准决定。",
  },
  "help.word.as-of": { en: "As-of date", zh: "基准日" },
  "help.word.as-of.more": {
    en: "The day from which a run looks back. Later rows are set aside.",
    zh: "统计所回溯的起点日期，之后的行会被剔除。",
  },
  "help.word.risk": { en: "Revenue at risk", zh: "风险金额" },
  "help.word.risk.more": {
    en: "The recent money of customers who are dormant or warned of.",
    zh: "沉默或被预警客户的近期金额。",
  },
  "help.functions": { en: "Functions for cells", zh: "单元格函数" },
  "help.functions.more": {
    en: "Type them in any cell. Freeze them to values before a workbook goes to somebody without the add-in.",
    zh: "可在任意单元格中输入。把工作簿发给没有此加载项的人之前，请先将公式固定为值。",
  },
  "help.functions.policy": {
    en: "A function knows its arguments and nothing else of the workbook. =RFM() scores by the default policy as of the latest date it is given, takes the rows of a day for one purchase unless it is given the order numbers, and counts cancelled orders too. Where the policy, the as-of date or the status column say otherwise, its scores aren't those of the Customers sheet. =WHYTIER() and =PLAYBOOK() take a policy as an argument, the others their cut-offs.",
    zh: "函数只看自己的参数，不读取工作簿中的设置。=RFM() 按默认分级标准评分，以所给数据中最晚的日期为基准日；未给出订单号时，同一天的多行算一次购买；已取消的订单也会计入。如果分级标准、基准日或状态列另有规定，其评分会与“客户”工作表不同。=WHYTIER() 和 =PLAYBOOK() 可在参数中给出分级标准，其他函数则给出切分点。",
  },
  "help.function.RFM": { en: "scores of each customer", zh: "每位客户的评分" },
  "help.function.SCORE": { en: "a measure cut into bins", zh: "单一指标的评分" },
  "help.function.CUTOFFS": { en: "the values between the bins", zh: "各档之间的切分点" },
  "help.function.SEGMENT": { en: "the segment of scores", zh: "评分对应的分群" },
  "help.function.TIER": { en: "the tier of each customer", zh: "每位客户的层级" },
  "help.function.WHYTIER": { en: "the reason for a tier", zh: "层级的依据" },
  "help.function.PLAYBOOK": { en: "what to do for a tier or stage", zh: "层级或阶段的行动建议" },
  "help.function.ABC": { en: "who brings most of the money", zh: "ABC 分类" },
  "help.function.GRADE": { en: "a weighted grade of measures", zh: "多指标加权评分" },
  "help.function.MATRIX": { en: "two measures set against each other", zh: "双指标客户矩阵" },
  "help.function.LIFECYCLE": { en: "the stage of each customer", zh: "客户生命周期阶段" },
  "help.function.ACTIVITY": { en: "active, dormant or churned", zh: "活跃、沉默或流失" },
  "help.function.CLV": { en: "customer lifetime value", zh: "客户生命周期价值" },
  "help.function.EXPECTEDORDERS": { en: "purchases to expect", zh: "预期购买次数" },
  "help.function.PALIVE": { en: "the chance that a customer is still there", zh: "客户仍活跃的概率" },
  "help.function.VALUEFIT": { en: "the model behind the forecast", zh: "预测所用的模型参数" },
  "help.function.VALUEFROM": { en: "a forecast from given parameters", zh: "按给定参数预测" },
  "help.function.open": { en: "{name}: help in a new window", zh: "{name}：在新窗口中打开帮助" },
  "help.keys": { en: "Keyboard", zh: "键盘操作" },
  "help.key.f6": { en: "from the sheet to the pane and back", zh: "在工作表与窗格之间切换" },
  "help.key.tab": {
    en: "to the next control, with Shift to the one before",
    zh: "移到下一项，加 Shift 移到上一项",
  },
  "help.key.enter": { en: "presses a button, opens and closes a part", zh: "按下按钮，展开或折叠" },
  "help.key.space": { en: "ticks a box", zh: "勾选" },
  "help.key.arrows": { en: "choose in a list or among options", zh: "在列表或选项中选择" },
  "help.privacy": { en: "Privacy", zh: "隐私" },
  "help.privacy.more": {
    en: "Everything is worked out in this pane. No row, name or number leaves the workbook, there is no telemetry, and the add-in asks no server for anything. The workbook keeps the policy and the set-up of the last run, but no customer's data, in its settings.",
    zh: "全部计算都在此窗格内完成。任何行、名称、数字都不会离开工作簿；没有遥测，也不访问任何服务器。工作簿的设置中只保存分级标准和上次的选项，不含客户数据。",
  },
} satisfies Record<string, Bilingual>;
