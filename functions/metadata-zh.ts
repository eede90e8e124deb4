/** A function's help in Chinese: what it gives, and what each parameter takes. */
export interface ChineseHelp {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The help of every function in Chinese, by id and by the English names of parameters; their Chinese names stand in the
 * catalogue (`parameter.NAME`). A test fails where a function or a parameter lacks its text.
 */
export const chinese: Readonly<Record<string, ChineseHelp>> = {
  ABC: {
    description: "按累计占比分类：A 贡献前 70%，B 其后 20%，C 为其余；相等的数值同属一类。",
    parameters: {
      values: "每位客户的金额、利润或其他指标：一列或任意区域。",
      a: "A 类所占的累计份额，0 到 1；省略为 0.7。",
      b: "A 与 B 合计所占的份额，不小于 a、不大于 1；省略为 0.9。",
    },
  },
  ACTIVITY: {
    description: "由最近一次购买的日期判断客户是活跃、沉默还是流失。",
    parameters: {
      last: "最近一次购买的日期：一个日期或一列。空白结果为空白。",
      as_of: "基准日；省略为 last 中最晚的日期。只有一位客户时请务必给出。",
      gap: "两次购买之间的通常天数：全部客户一个数，或高度相同的一列；省略或空白为 90。",
      rules: "与默认不同的规则：两列区域，每行为名称（如 churned_days）及其数值。",
      language: '结果的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  CLV: {
    description: "预测每位客户将带来的金额；数据不足以预测时给出其累计金额，并予以注明。",
    parameters: {
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；负数为退款。",
      as_of: "基准日；省略为数据中最晚的日期。",
      months: "预测期，整数月；省略为 12。",
      discount_per_year: "一年后的钱折价多少：0.1 为九折计；省略为 0。",
      headers: "FALSE 表示不要表格上方的表头；省略为 TRUE。",
      language: '表头与文字的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  CUTOFFS: {
    description: "给出将数值分档的切分点，按升序排成一列，便于把标准保存在单元格中。",
    parameters: {
      values: "要切分的数值：一列或任意区域。非数字的单元格不计入。",
      bins: "切分点所形成的档数，2 到 100；省略为 5。",
      method:
        '切分方法："quantile"（等频，省略时采用）、"breaks"（自然断点）、"mean"（均值，两档）或 "share"（累计占比 70% 与 90%，同 ABC）。',
    },
  },
  EXPECTEDORDERS: {
    description: "给出每位客户预期的购买次数。数据看不出哪些客户已流失时，改为说明原因。",
    parameters: {
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；只有退款的日子不算购买。",
      as_of: "基准日；省略为数据中最晚的日期。",
      months: "预测期，整数月；省略为 12。",
      headers: "FALSE 表示不要表格上方的表头；省略为 TRUE。",
      language: '表头的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  GRADE: {
    description: "按多项指标的加权平均为客户评分，0 到 100 分。",
    parameters: {
      measures: "并排的各项指标：每列一项指标，每行一位客户。",
      weights: "各项指标的权重，与列的顺序一致；合计不必为 1。",
      directions: '越高越好为 "higher"，越低越好为 "lower"；每项一个，或全部共用一个；省略为 "higher"。',
      normalise:
        '各项指标的标准化方法："score"（五分位得分，省略时采用）、"minmax"、"zscore" 或 "percentile"；每项一个，或全部共用一个。',
      thresholds: '除最低层级外各层级的最低分，升序；或模板名，如 "weighted"；省略时直接给出评分。',
      labels: "各层级名称，从最低到最高，比阈值多一个；省略为字母，A 最好。",
      language: '模板标签的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  LIFECYCLE: {
    description: "由首次购买、最近购买和购买次数判断客户所处的生命周期阶段。",
    parameters: {
      first: "首次购买的日期：一个日期或一列；空白表示未知。",
      last: "最近一次购买的日期：一个日期或高度相同的一列。",
      count: "购买次数：一个数或高度相同的一列；0 为潜在客户。",
      as_of: "基准日；省略为 last 中最晚的日期。只有一位客户时请务必给出。",
      rules: "与默认不同的规则：两列区域，每行为名称（如 churned_days）及其数值。",
      language: '阶段名称的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  MATRIX: {
    description: "按两项指标（如价值与潜力）把客户放入客户矩阵的单元格。",
    parameters: {
      x: "第一项指标，如金额：一个值或一列。",
      y: "第二项指标，如潜力：一个值或高度相同的一列。",
      x_cuts:
        'x 的一个或两个切分点，升序，等于切分点的归入较低一类；或 "share"（累计占比 70% 与 90%，省略时采用）、"mean"、"halves"、"thirds"。',
      y_cuts: 'y 的一个或两个切分点，或其求法，同 x；省略为 "mean"。',
      labels:
        '各层级：每行为 x 的一类，每列为 y 的一类，从低到高。省略时，若适用则采用模板 "strategic" 的层级，否则为两个类别，如“高·低”。',
      language: '标签的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  PALIVE: {
    description: "给出每位客户仍为客户的概率（活跃概率）。数据看不出哪些客户已流失时，改为说明原因。",
    parameters: {
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；只有退款的日子不算购买。",
      as_of: "基准日；省略为数据中最晚的日期。",
      headers: "FALSE 表示不要表格上方的表头；省略为 TRUE。",
      language: '表头的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  PLAYBOOK: {
    description: "给出某一层级（及阶段）客户的服务标准：服务承诺、联系节奏与优惠权益。",
    parameters: {
      tier: "层级，如 A、VIP、战略；或客户群，如“冠军客户”：一个或一列。",
      stage: "生命周期阶段，如“沉默”：全部共用一个，或高度相同的一列；省略表示不区分阶段。",
      field:
        '要给出的内容："承诺"、"节奏" 或 "权益"；一行中可写多项，如 {"承诺","权益"}，每项一列；省略时三项合为一行文字。',
      policy:
        "层级所属的分级标准，其中可含自己的服务标准：模板名，或存有其 JSON 的单元格；省略时可识别全部模板的层级。",
      language: '文字的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  RFM: {
    description: "由购买明细计算每位客户的最近购买、购买频次与消费金额并打分，给出所属客户群。",
    parameters: {
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；负数为退款。",
      as_of: "基准日；省略为数据中最晚的日期。",
      orders: "订单号所在列：同一订单的各行算一次购买。省略时，同一客户同一天的各行算一次。",
      bins: "R、F、M 的档数，2 到 9；省略为 5。仅 5 档与 3 档给出客户群名称。",
      headers: "FALSE 表示不要表格上方的表头；省略为 TRUE。",
      language: '表头与客户群的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  SCORE: {
    description: "为每个数值打分，最低为 1，最高为档数；相等的数值得分必相同。",
    parameters: {
      values: "要打分的数值：一列或任意区域。空白单元格结果为空白。",
      bins: "分数的档数，2 到 100；省略为 5。",
      lower_is_better: "数值越低越好、最低者得最高分时为 TRUE，如距上次购买的天数；省略为 FALSE。",
      cutoffs:
        '打分所用的切分点，升序，比档数少一个，可由 CUTOFFS 得出；或其求法："quantile"（省略时采用）、"breaks"、"mean"、"share"。',
    },
  },
  SEGMENT: {
    description: "由最近购买、购买频次、消费金额的得分给出客户群名称。",
    parameters: {
      r: "R 分（最近购买），1 为最低：一个分数或一列。",
      f: "F 分（购买频次），一个或高度相同的一列。",
      m: "M 分（消费金额），一个或高度相同的一列。",
      grid: '分群规则："classic"（省略时采用）、"rf-grid"、"rfm-r"、"klaviyo"（1–3 分）或 "eight-types"（八类，1–2 分）；或一个规则区域，每行为客户群及其编码，如 5[4-5]5。',
      language: '客户群名称的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  TIER: {
    description: "按阈值或模板把每个数值归入层级。",
    parameters: {
      values: "要归入层级的数值：一个、一列或任意区域。",
      thresholds:
        '除最低层级外各层级的最低值，升序；或模板："abc"（省略时采用）、"vip"、"eight-types"（由全部数值相互比较切分）、"rfm"（1–5 分）或 "weighted"（0–100 评分）。',
      labels: "各层级名称，从最低到最高，比阈值多一个；省略为字母，A 最好。",
      language: '模板标签的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  VALUEFIT: {
    description: "拟合购买模型与金额模型，给出参数、对数似然、留出期检验结果以及是否可信。",
    parameters: {
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；负数为退款。",
      as_of: "基准日；省略为数据中最晚的日期。",
      model: '购买模型："bg-nbd"、"mbg-nbd"、"pareto-nbd"，或 "auto"（其中第一个可信的，省略时采用）。',
      unit: '时间单位："day" 日、"week" 周（省略时采用）或 "month" 月。',
      language: '文字的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  VALUEFROM: {
    description: "由购买历史和保存在单元格中的拟合结果预测：活跃概率、预期购买次数与生命周期价值。",
    parameters: {
      repeats: "首次之后的购买次数（x）：一个数或一列。",
      last_age: "首次购买到末次购买的时间（t_x），单位与拟合相同；没有复购时为 0。",
      age: "首次购买到基准日的时间（T），单位相同。",
      parameters:
        "VALUEFIT 的结果表；或以周为单位的 BG/NBD 参数 r、alpha、a、b，其后可接金额模型的 p、q、gamma。",
      spend: "首次之后各次购买的平均金额；省略时不给出生命周期价值。",
      months: "预测期，整数月；省略为 12。",
      discount_per_year: "一年后的钱折价多少：0.1 为九折计；省略为 0。",
      headers: "FALSE 表示不要表格上方的表头；省略为 TRUE。",
      language: '表头的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
  WHYTIER: {
    description: "用一行文字说明客户为何属于其层级：各项得分及所处的切分区间，以及最容易改变层级的变化。",
    parameters: {
      customer: "要说明的客户：一个或一列。",
      customers: "每笔购买的客户所在列。区域中可含数据上方的表头。",
      dates: "购买日期所在列，高度相同。",
      amounts: "金额所在列，高度相同；负数为退款。",
      as_of: "基准日；省略为数据中最晚的日期。",
      policy:
        '分级标准：模板名，如 "rfm"（省略时采用）、"abc"、"vip"、"strategic"、"adc"、"eight-types"、"weighted"；或存有其 JSON 的单元格。',
      language: '文字的语言，"zh" 或 "en"；省略时随 Excel。',
    },
  },
};
