import type { Bilingual } from "../src/core/language/language";

/** What a function's page says beyond its metadata, and the formulas whose results it shows. */
export interface FunctionHelp {
  /** What it does, in a sentence or two more than the description. */
  readonly about: Bilingual;
  /** The sheet of the example: the header in row 1, columns from A. */
  readonly sheet: readonly (readonly (string | number)[])[];
  /** Worked out on the sheet, and shown with what they give. */
  readonly formulas: readonly string[];
  /** Worked out, too: each is refused, or has a cell that is, and is shown with the error and its sentence. */
  readonly refused: readonly string[];
}

const ORDERS = [
  ["Customer", "Date", "Amount"],
  ["Ada", "2024-01-05", 120],
  ["Ada", "2024-03-02", 80],
  ["Ada", "2024-06-20", 200],
  ["Bo", "2024-02-11", 45],
  ["Bo", "2024-05-30", 60],
  ["Chen", "2023-09-14", 300],
  ["Dee", "2024-06-28", 25],
  ["Eve", "2023-11-02", 90],
  ["Eve", "2024-04-18", -30],
  ["Fu", "2024-06-01", 500],
  ["Fu", "2024-06-29", 650],
] as const;

const SPEND = [
  ["Customer", "Money"],
  ["Ada", 400],
  ["Bo", 105],
  ["Chen", 300],
  ["Dee", 25],
  ["Eve", 60],
  ["Fu", 1150],
] as const;

/** The pages of all functions, by id. */
export const functionHelp: Readonly<Record<string, FunctionHelp>> = {
  ABC: {
    about: {
      en: "A value's class hangs on the share of the total that is held by values at least as large, so equal values are never parted. Zero and negative values are C, and the largest is always A.",
      zh: "类别取决于不小于该值的数值合计所占的份额，因此相等的数值不会分开。零和负数为 C，最大值总是 A。",
    },
    sheet: SPEND,
    formulas: ["=ABC(B2:B7)", "=ABC(B2:B7,0.5,0.8)"],
    refused: ["=ABC(B2:B7,0.9,0.7)"],
  },
  ACTIVITY: {
    about: {
      en: "Silent for more than 2 gaps and 60 days is dormant, for more than 4 gaps and 180 days churned, whichever is longer. It never looks at today's date: leave as_of out, and the latest date of the column is used.",
      zh: "沉寂超过 2 个间隔且超过 60 天为沉默，超过 4 个间隔且超过 180 天为流失。不使用系统当天日期：省略基准日时，采用列中最晚的日期。",
    },
    sheet: [
      ["Customer", "Last", "Gap"],
      ["Ada", "2024-06-20", 83],
      ["Bo", "2024-01-30", ""],
      ["Chen", "2023-09-14", 20],
    ],
    formulas: ["=ACTIVITY(B2:B4)", '=ACTIVITY(B2:B4,"2024-12-31",C2:C4)'],
    refused: ["=ACTIVITY(B2:B4,,C2:C3)"],
  },
  CLV: {
    about: {
      en: "The models are BG/NBD, MBG/NBD or Pareto/NBD, the first that may be believed, and Gamma–Gamma, in weeks. With too few customers, or where nobody is seen leaving, they may not be: the value is then the money so far, and the header and the last column say so. docs/value.md tells when not to trust it.",
      zh: "采用 BG/NBD、MBG/NBD、Pareto/NBD 中第一个可信的模型与 Gamma–Gamma，以周为单位。客户太少或看不出有人流失时模型不可信，此时给出累计金额，并在表头和末列注明。何时不宜采信，见 docs/value.md。",
    },
    sheet: ORDERS,
    formulas: ["=CLV(A1:A12,B1:B12,C1:C12)"],
    refused: ["=CLV(A1:A12,B1:B12,C1:C12,,0.5)"],
  },
  CUTOFFS: {
    about: {
      en: "Keep the cut-offs in cells and give them to SCORE next time: the same ruler, whatever the new values are.",
      zh: "把切分点保存在单元格中，下次交给 SCORE：无论数值如何变化，标准保持不变。",
    },
    sheet: SPEND,
    formulas: ["=CUTOFFS(B2:B7)", '=CUTOFFS(B2:B7,,"share")'],
    refused: ['=CUTOFFS(B2:B7,4,"mean")', "=CUTOFFS(A2:A7)"],
  },
  EXPECTEDORDERS: {
    about: {
      en: "The purchases that each customer is expected to make in the months to come, the chance of having left taken into account. It needs some hundred customers of whom at least 50 came back.",
      zh: "每位客户在未来若干月内预期的购买次数，已考虑其可能已流失。需要数百位客户，且至少 50 位有复购。",
    },
    sheet: ORDERS,
    formulas: [],
    refused: ["=EXPECTEDORDERS(A1:A12,B1:B12,C1:C12)", "=EXPECTEDORDERS(A1:A12,B1:B12,C1:C11)"],
  },
  GRADE: {
    about: {
      en: "Each measure is brought to one scale and weighted; a measure that a customer lacks leaves its weight to the others. With thresholds, or a template, tiers come instead of the grade.",
      zh: "各项指标统一标准后加权；客户缺少的指标，其权重由其他指标分担。给出阈值或模板时，结果为层级。",
    },
    sheet: [
      ["Money", "Orders", "Days"],
      [400, 3, 10],
      [105, 2, 31],
      [300, 1, 290],
      [25, 1, 2],
      [1150, 2, 1],
    ],
    formulas: ['=GRADE(A2:C6,{0.4,0.3,0.3},{"higher","higher","lower"},"percentile")'],
    refused: ["=GRADE(A2:C6,{0.4,0.6})"],
  },
  LIFECYCLE: {
    about: {
      en: "The first that applies: prospect, churned, dormant, new, mature, growing. The rhythm is (last − first) ÷ (count − 1). Sums don't hold the gaps between, so a customer who was lost and came back can't be told from one who always bought.",
      zh: "按顺序取第一个符合的：潜在、流失、沉默、新、成熟、成长。购买节奏为（最近 − 首次）÷（次数 − 1）。汇总数据不含各次间隔，因此无法识别“挽回”的客户。",
    },
    sheet: [
      ["First", "Last", "Count"],
      ["2022-05-01", "2024-06-20", 14],
      ["2024-05-12", "2024-05-30", 2],
      ["2023-01-09", "2023-09-14", 6],
      ["", "", 0],
    ],
    formulas: ['=LIFECYCLE(A2:A5,B2:B5,C2:C5,"2024-06-30")'],
    refused: ["=LIFECYCLE(A2:A5,B2:B5,C2:C4)"],
  },
  MATRIX: {
    about: {
      en: "Each measure is cut into two or three classes, and the tier stands where they meet. Cut-offs are given, or found from the values.",
      zh: "每项指标切分为两类或三类，交叉处即为层级。切分点可以给定，也可由数值得出。",
    },
    sheet: [
      ["Money", "Potential"],
      [1150, 9],
      [400, 2],
      [300, 8],
      [60, 3],
    ],
    formulas: ["=MATRIX(A2:A5,B2:B5)", '=MATRIX(A2:A5,B2:B5,350,5,{"D","C";"B","A"})'],
    refused: ["=MATRIX(A2:A5,B2:B5,{500,100})"],
  },
  PALIVE: {
    about: {
      en: "A customer who always bought each week and has been silent for two months has probably left; one who buys twice a year has not. Where the purchases don't show who has left, no probability is given, whatever the models would say.",
      zh: "一向每周购买、如今两个月没有动静的客户很可能已流失；一年只买两次的则未必。数据看不出哪些客户已流失时，无论模型给出什么结果，都不显示概率。",
    },
    sheet: ORDERS,
    formulas: [],
    refused: ["=PALIVE(A1:A12,B1:B12,C1:C12)"],
  },
  PLAYBOOK: {
    about: {
      en: "For an account manager: what to promise, how often to be in touch, what to offer. The lines are the default playbook's, or those of a policy whose “playbook” says otherwise. diamond, platinum, gold, silver, bronze, large, small and high, mid, low value are known, too.",
      zh: "供客户经理使用：承诺什么、多久联系一次、给予什么权益。内容取自默认的服务标准，或分级标准中“playbook”自定的内容。也可识别钻石、铂金、黄金、白银、青铜、大客户、小客户及高、中、低价值。",
    },
    sheet: [
      ["Tier", "Stage"],
      ["A", "Dormant"],
      ["战略", "新客户"],
      ["Champions", ""],
    ],
    formulas: ['=PLAYBOOK(A2:A4,B2:B4,{"rhythm","offer"})', '=PLAYBOOK("VIP")'],
    refused: ['=PLAYBOOK("Z")', '=PLAYBOOK("A",,"price")'],
  },
  RFM: {
    about: {
      en: "Recency counts days to as_of, frequency purchases, monetary all money less refunds. A customer's rows of one day are one purchase, or, with orders, the rows of one order. Scores are quintiles; equal values get equal scores, whatever the order of the rows.",
      zh: "最近购买为距基准日的天数，频次为购买次数，金额为扣除退款后的全部金额。同一客户同一天的各行算一次购买；给出订单号时，同一订单的各行算一次。按五分位打分，相等的数值得分必相同，与行的顺序无关。",
    },
    sheet: ORDERS,
    formulas: ["=RFM(A1:A12,B1:B12,C1:C12)"],
    refused: ["=RFM(A1:A12,B1:B11,C1:C12)", '=RFM(A1:A12,B1:B12,C1:C12,"soon")'],
  },
  SCORE: {
    about: {
      en: "Equal parts unless cut-offs are given: 1 for the lowest fifth, 5 for the highest. A value equal to a cut-off gets the lower score.",
      zh: "未给出切分点时按等频划分：最低的五分之一为 1 分，最高的为 5 分。等于切分点的数值取较低的分数。",
    },
    sheet: SPEND,
    formulas: ["=SCORE(B2:B7)", "=SCORE(B2:B7,,TRUE,{50,200,500})"],
    refused: ["=SCORE(B2:B7,1)", "=SCORE(B2:B7,3,,{50,200,500})"],
  },
  SEGMENT: {
    about: {
      en: "The grid says which segment each code of R, F and M has: “classic” has 11. A grid of your own is a range of two columns, a segment and its codes in each row; the first row that covers a code counts.",
      zh: "分群规则决定 R、F、M 的每个编码属于哪个客户群：“classic”分为 11 群。自定规则为两列区域，每行为客户群及其编码；取第一条覆盖该编码的规则。",
    },
    sheet: [
      ["R", "F", "M"],
      [5, 5, 5],
      [1, 4, 5],
      [2, 1, 1],
    ],
    formulas: ["=SEGMENT(A2:A4,B2:B4,C2:C4)", '=SEGMENT(2,2,1,"eight-types")'],
    refused: ['=SEGMENT(5,5,5,"none")'],
  },
  TIER: {
    about: {
      en: "At or above a threshold is that tier. Without thresholds the values are cut as the template “abc” does: by their share of the total.",
      zh: "达到或超过阈值即为该层级。不给出阈值时按模板“abc”切分：按累计占比。",
    },
    sheet: SPEND,
    formulas: ['=TIER(B2:B7,{100,500},{"Bronze","Silver","Gold"})', '=TIER(B2:B7,"vip")'],
    refused: ["=TIER(B2:B7,{500,100})", '=TIER(B2:B7,{100,500},{"Low","High"})'],
  },
  VALUEFIT: {
    about: {
      en: "Parameters, log-likelihoods and the verdict: whether purchases tell who has left, and whether spend can be modelled. The hold-out is the last third of the time, forecast from the two before. With few customers, as here, the verdict is no.",
      zh: "给出参数、对数似然与结论：数据能否看出哪些客户已流失，金额能否建模。留出期为最后三分之一时段，由此前的数据预测。客户很少时（如本例），结论为不可识别。",
    },
    sheet: ORDERS,
    formulas: ["=VALUEFIT(A1:A12,B1:B12,C1:C12)"],
    refused: ['=VALUEFIT(A1:A12,B1:B12,C1:C12,,"gompertz")'],
  },
  VALUEFROM: {
    about: {
      en: "Keep a fit in cells, from VALUEFIT or from a paper, and forecast from it. The example is the CDNOW customers of Fader, Hardie & Lee (2005), in weeks. The other functions of value fit anew each time; here what the arguments mean never hangs on another.",
      zh: "把 VALUEFIT 或文献中的拟合结果保存在单元格中，据此预测。示例为 Fader、Hardie 与 Lee（2005）的 CDNOW 客户，以周为单位。其他价值函数每次重新拟合。",
    },
    sheet: [
      ["x", "t_x", "T", "Spend"],
      [2, 30.43, 38.86, 22.35],
      [1, 1.71, 38.86, 11.77],
      [0, 0, 38.86, 0],
    ],
    formulas: ["=VALUEFROM(A2:A4,B2:B4,C2:C4,{0.243;4.414;0.793;2.426;6.25;3.74;15.44},D2:D4)"],
    refused: ["=VALUEFROM(2,50,38.86,{0.243;4.414;0.793;2.426})", "=VALUEFROM(2,30,38.86,{0.243;4.414})"],
  },
  WHYTIER: {
    about: {
      en: "Which tier, by which numbers, between which cut-offs, and the least that would change it with the same cut-offs. Many cells over the same columns classify once.",
      zh: "说明所属层级、依据的数值与所处的切分区间，以及在切分点不变时改变层级所需的最小变化。引用相同列的多个单元格只计算一次分级。",
    },
    sheet: ORDERS,
    formulas: ['=WHYTIER("Bo",A1:A12,B1:B12,C1:C12)', '=WHYTIER("Fu",A1:A12,B1:B12,C1:C12,,"abc")'],
    refused: ['=WHYTIER("Bob",A1:A12,B1:B12,C1:C12)', '=WHYTIER("Bo",A1:A12,B1:B12,C1:C12,,"gold")'],
  },
};
