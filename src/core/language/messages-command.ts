import type { Bilingual } from "./language";

/** Texts about the command line. */
export const commandMessages = {
  "command-usage": {
    en: `Tiersheet classifies the customers of a file.

  tiersheet classify INPUT   classify; prints the check and the tiers, writes --out and --json
  tiersheet columns INPUT    what each column was taken for, and why
  tiersheet explain INPUT CUSTOMER
                             why a customer has its scores, segment, stage and tier, and what would change it
  tiersheet policy list      the policies that come with Tiersheet
  tiersheet policy show NAME print one, to start your own from
  tiersheet policy check FILE
                             check a policy file

INPUT is a .csv, .tsv, .csv.gz or .xlsx file, or - for standard input.

Reading
  --sheet NAME               the sheet of a workbook (default: the first with cells)
  --map ROLE=COLUMN,…        what columns are; others are recognised. ROLE= (no column) says there is none. Roles:
                             customer, date, order, amount, quantity, price, status; for a table that is summed
                             already recency, frequency, monetary, first; in both measure:NAME, attribute:NAME
  --encoding NAME            of a text file, such as gb18030 (default: found out)
  --date-order ymd|dmy|mdy   how dates such as 03/04/2024 are to be read (default: found out, or asked)
  --decimal point|comma      the decimal mark of numbers such as 1.234 (default: found out, or asked)
Classifying
  --policy NAME|FILE         the policy (default: rfm)
  --as-of YYYY-MM-DD         the day to look back from (default: the last date in the data)
  --freeze FILE              score with the cut-offs of an earlier run: its --json or its workbook
Customer value
  --value auto|bg-nbd|mbg-nbd|pareto-nbd
                             lifetime value, expected purchases and P(alive), where the data can tell
  --unit day|week|month      time unit of the model (default: week)
  --months N                 horizon (default: 12)
  --discount RATE            a year, such as 0.1 (default: 0)
Writing
  --out FILE.xlsx            the tiered workbook: summary, PivotTables, customers, check, policy
  --managers-copy FILE.xlsx  the summary and the pivots' results as values, without the rows of customers
  --names out|mask|keep      how that copy tells single customers: not at all, by their first and last letter,
                             or as they are (default: out)
  --json FILE|-              the result as JSON, - for standard output
  --force                    replace files that are there
  --lang zh|en               language of messages and workbook (default: the system's)
  --quiet                    print nothing but trouble
  --help, --version

Exit codes: 0 done · 1 the input can't be classified · 2 wrong use · 3 a file can't be read or written · 70 a bug of ours`,
    zh: `Tiersheet 对文件中的客户进行分级分层。

  tiersheet classify 文件    分级：打印核对结果与层级，并写出 --out 和 --json
  tiersheet columns 文件     每一列被识别为什么，以及原因
  tiersheet explain 文件 客户
                             某客户的评分、分群、阶段、层级从何而来，怎样会改变
  tiersheet policy list      自带的分级标准
  tiersheet policy show 名称 打印一份，作为自定义的起点
  tiersheet policy check 文件
                             检查分级标准文件

文件可为 .csv、.tsv、.csv.gz 或 .xlsx；- 表示标准输入。

读取
  --sheet 名称               工作簿中的工作表（默认：第一个有内容的）
  --map 角色=列名,…          指定各列的角色，其余自动识别；“角色=”（不写列名）表示没有该列。角色有：
                             customer 客户、date 日期、order 订单号、amount 金额、quantity 数量、price 单价、
                             status 状态；已汇总的客户表用 recency 最近购买、frequency 次数、monetary 累计金额、
                             first 首次购买；两种表都可用 measure:名称、attribute:名称
  --encoding 名称            文本文件的编码，如 gb18030（默认自动判断）
  --date-order ymd|dmy|mdy   03/04/2024 这类日期的读法（默认自动判断，无法判断时会询问）
  --decimal point|comma      1.234 这类数字的小数点（默认自动判断，无法判断时会询问）
分级
  --policy 名称|文件         分级标准（默认 rfm）
  --as-of YYYY-MM-DD         基准日（默认为数据中最晚的日期）
  --freeze 文件              沿用先前运行的切分点：其 --json 或工作簿
客户价值
  --value auto|bg-nbd|mbg-nbd|pareto-nbd
                             生命周期价值、预期购买次数与活跃概率（数据足以判断时）
  --unit day|week|month      模型的时间单位（默认 week）
  --months 月数              预测期（默认 12）
  --discount 折现率          年折现率，如 0.1（默认 0）
写出
  --out 文件.xlsx            已分层的工作簿：概览、透视表、客户、核对、分级标准
  --managers-copy 文件.xlsx  供管理层传阅的副本：概览与透视结果（数值），不含客户明细
  --names out|mask|keep      副本中如何显示单个客户：不显示、只留首尾字符、原样显示（默认 out）
  --json 文件|-              JSON 结果，- 表示标准输出
  --force                    覆盖已有文件
  --lang zh|en               提示与工作簿的语言（默认随系统）
  --quiet                    除问题外不打印任何内容
  --help、--version

退出码：0 完成 · 1 数据无法分级 · 2 用法有误 · 3 文件无法读写 · 70 程序自身的错误`,
  },
  "command-unknown": {
    en: "There is no command “{command}”. “tiersheet --help” lists them.",
    zh: "没有“{command}”命令。“tiersheet --help”列出全部命令。",
  },
  "flag-unknown": {
    en: "“{command}” knows no flag “{flag}”. “tiersheet --help” lists the flags.",
    zh: "“{command}”没有“{flag}”这个选项。“tiersheet --help”列出全部选项。",
  },
  "flag-without-value": { en: "The flag “{flag}” needs a value.", zh: "选项“{flag}”需要一个值。" },
  "flag-with-value": { en: "The flag “{flag}” takes no value.", zh: "选项“{flag}”不带值。" },
  "flag-twice": { en: "The flag “{flag}” stands twice.", zh: "选项“{flag}”重复出现。" },
  "flag-choice": {
    en: "“{flag}” is one of {choices}, not “{value}”.",
    zh: "“{flag}”应为 {choices} 之一，而不是“{value}”。",
  },
  "flag-number": { en: "“{flag}” is a number, not “{value}”.", zh: "“{flag}”应为数字，而不是“{value}”。" },
  "flag-needs": { en: "“{flag}” goes with “{other}” only.", zh: "“{flag}”须与“{other}”一起使用。" },
  "argument-missing": { en: "{argument} is missing: {usage}", zh: "缺少{argument}：{usage}" },
  "argument-extra": {
    en: "“{argument}” is one argument too many: {usage}",
    zh: "多余的参数“{argument}”：{usage}",
  },
  "argument.input": { en: "The input file", zh: "输入文件" },
  "argument.customer": { en: "The customer", zh: "客户" },
  "argument.policy": { en: "The policy", zh: "分级标准" },
  "map-malformed": {
    en: "“{text}” is no ROLE=COLUMN. Write --map customer=COLUMN,date=COLUMN,…",
    zh: "“{text}”不是“角色=列名”的形式。请写成 --map customer=列名,date=列名,…",
  },
  "map-role-unknown": {
    en: "There is no role “{role}”. Roles: {roles}, measure:NAME, attribute:NAME.",
    zh: "没有“{role}”这个角色。可用：{roles}、measure:名称、attribute:名称。",
  },
  "map-role-twice": {
    en: "Two columns are given for the role “{role}”: “{first}” and “{second}”. Give one.",
    zh: "角色“{role}”指定了两列：“{first}”和“{second}”。请只指定一列。",
  },
  "map-column-missing": {
    en: "There is no column “{column}”. Columns: {columns}.",
    zh: "没有名为“{column}”的列。现有：{columns}。",
  },
  "as-of-malformed": {
    en: "“{value}” is no date. Write --as-of as YYYY-MM-DD, such as 2024-12-31.",
    zh: "“{value}”不是日期。请将 --as-of 写成 YYYY-MM-DD，如 2024-12-31。",
  },
  "policy-unknown": {
    en: "There is no policy and no file “{policy}”. Policies: {policies}.",
    zh: "没有名为“{policy}”的分级标准或文件。自带的有：{policies}。",
  },
  "policy-template-unknown": {
    en: "There is no policy “{policy}”. Policies: {policies}.",
    zh: "没有名为“{policy}”的分级标准。自带的有：{policies}。",
  },
  "policy-sound": {
    en: "{file}: the policy “{policy}” is sound.",
    zh: "{file}：分级标准“{policy}”没有问题。",
  },
  "sheet-of-text": {
    en: "{file} is a text file and has no sheets; leave --sheet out.",
    zh: "{file} 是文本文件，没有工作表；请去掉 --sheet。",
  },
  "file-missing": { en: "There is no file {file}.", zh: "找不到文件 {file}。" },
  "file-unreadable": { en: "{file} can't be read ({problem}).", zh: "无法读取 {file}（{problem}）。" },
  "file-is-folder": { en: "{file} is a folder; give a file.", zh: "{file} 是文件夹，请给出文件。" },
  "out-not-xlsx": {
    en: "{flag} writes a workbook, so its name ends with .xlsx, not {file}.",
    zh: "{flag} 写出工作簿，文件名应以 .xlsx 结尾，而不是 {file}。",
  },
  "out-no-file": {
    en: "{file} is no file but a device or a pipe; give a file's name, or --json - for standard output.",
    zh: "{file} 不是普通文件（而是设备或管道）；请给出文件名，或用 --json - 写到标准输出。",
  },
  "stdout-unwritable": {
    en: "Standard output can't be written ({problem}).",
    zh: "无法写入标准输出（{problem}）。",
  },
  "out-exists": {
    en: "{file} is there already and was left as it is. Replace it with --force, or give another name.",
    zh: "{file} 已存在，未作改动。如需覆盖请加 --force，或另取文件名。",
  },
  "out-is-input": {
    en: "{file} is the input, which Tiersheet never overwrites. Give another name.",
    zh: "{file} 是输入文件，Tiersheet 不会覆盖它。请另取文件名。",
  },
  "out-same": {
    en: "{flag} and {other} name the same file, {file}.",
    zh: "{flag} 与 {other} 指向同一个文件 {file}。",
  },
  "out-unwritable": { en: "{file} can't be written ({problem}).", zh: "无法写入 {file}（{problem}）。" },
  "command-bug": {
    en: "Tiersheet ran into a bug of its own ({problem}). Please report it with the command that you ran.",
    zh: "Tiersheet 遇到自身的错误（{problem}）。请附上所用命令反馈给我们。",
  },
  "command-written": { en: "Written: {file}", zh: "已写出：{file}" },
  "command-reading": { en: "Reading", zh: "读取中" },
  "command-read-as": {
    en: "{file}: {kind}, {rows} {rows|row|rows}, as of {asOf}, policy “{policy}”",
    zh: "{file}：{kind}，{rows} 行，基准日 {asOf}，分级标准“{policy}”",
  },
  "kind.transactions": { en: "transactions", zh: "交易明细" },
  "kind.customers": { en: "customers, summed", zh: "已汇总的客户表" },
  "column.taken-for": { en: "Taken for", zh: "识别为" },
  "column.column": { en: "Column", zh: "列" },
  "column.confidence": { en: "Sure", zh: "把握" },
  "column.why": { en: "Why", zh: "原因" },
  "column.name": { en: "Name", zh: "名称" },
  "column.title": { en: "What it is", zh: "内容" },
  "role-none": { en: "–", zh: "–" },
} satisfies Record<string, Bilingual>;
