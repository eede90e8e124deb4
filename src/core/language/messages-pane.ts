import type { Bilingual } from "./language";

/** Texts of the page and task pane. */
export const paneMessages = {
  "pane.title": { en: "Tiersheet – classify customers", zh: "Tiersheet – 客户分层" },
  "pane.tagline": { en: "Customer tiers you can explain", zh: "每一层级都有依据" },
  "pane.other-language": { en: "中文", zh: "English" },

  "pane.start.heading": { en: "Classify your customers", zh: "为客户分级分层" },
  "pane.start.lead": {
    en: "Choose an export of orders, or a list of customers. Tiersheet accounts for every row, scores every customer and says why each has its tier.",
    zh: "选择订单导出文件或客户汇总表。Tiersheet 会核对每一行数据，为每位客户评分分层，并说明依据。",
  },
  "pane.start.choose": { en: "Choose a file", zh: "选择文件" },
  "pane.start.drop": {
    en: "or drop it here: .xlsx, .csv, .tsv, .csv.gz",
    zh: "或拖放到此处：.xlsx、.csv、.tsv、.csv.gz",
  },
  "pane.start.sample": { en: "Try it with sample orders", zh: "用示例订单试一试" },
  "pane.start.private": {
    en: "Your data stays on this computer. The file is read in this window; nothing is sent anywhere.",
    zh: "数据不会离开这台电脑。文件只在本窗口内读取，不会上传到任何地方。",
  },
  "pane.start.step.read": { en: "Columns are recognised", zh: "自动识别各列" },
  "pane.start.step.read.more": {
    en: "Exports of shops and CRM systems are read as they come, in Chinese and English.",
    zh: "电商与 CRM 的导出文件可直接读取，支持中英文表头。",
  },
  "pane.start.step.check": { en: "Every row is accounted for", zh: "每一行都对得上" },
  "pane.start.step.check.more": {
    en: "Rows and money in equal rows and money used and set aside, to the cent.",
    zh: "读入的行数与金额 = 采用 + 剔除，精确到分。",
  },
  "pane.start.step.tier": { en: "Every tier has its reason", zh: "每个层级都有依据" },
  "pane.start.step.tier.more": {
    en: "See the numbers behind a customer's tier, and what would change it.",
    zh: "查看客户层级背后的数据，以及怎样才会改变。",
  },
  "pane.drop-here": { en: "Drop the file to classify it", zh: "松开鼠标即可读取文件" },

  "pane.source.sample": { en: "Sample orders", zh: "示例订单" },
  "pane.source.rows": { en: "{rows} {rows|row|rows}", zh: "{rows} 行" },
  "pane.source.other": { en: "Choose another file", zh: "换一个文件" },
  "pane.source.sheet": { en: "Sheet", zh: "工作表" },
  "pane.source.encoding": { en: "Text encoding", zh: "文字编码" },
  "pane.source.encoding.found": { en: "{encoding} (as found)", zh: "{encoding}（自动识别）" },
  "pane.source.encoding.auto": { en: "Find out", zh: "自动识别" },

  "pane.settings": { en: "Settings", zh: "设置" },
  "pane.policy": { en: "Policy", zh: "分级标准" },
  "pane.as-of": { en: "As-of date", zh: "基准日" },
  "pane.as-of.latest": {
    en: "Blank: the last date in the data ({asOf})",
    zh: "留空：数据中最晚的日期（{asOf}）",
  },
  "pane.as-of.blank": { en: "Blank: the last date in the data", zh: "留空：数据中最晚的日期" },
  "pane.date-order": { en: "Order of dates", zh: "日期写法" },
  "pane.date-order.auto": { en: "As the column decides", zh: "由该列数据判断" },
  "pane.date-order.dmy": { en: "Day/month/year", zh: "日/月/年" },
  "pane.date-order.mdy": { en: "Month/day/year", zh: "月/日/年" },
  "pane.date-order.ymd": { en: "Year/month/day", zh: "年/月/日" },

  "pane.decimal": { en: "Decimal mark", zh: "小数点写法" },
  "pane.decimal.auto": { en: "As the column decides", zh: "由该列数据判断" },
  "pane.decimal.point": { en: "Point: 1,234.50", zh: "小数点：1,234.50" },
  "pane.decimal.comma": { en: "Comma: 1.234,50", zh: "逗号：1.234,50" },

  "pane.excel.heading": { en: "Classify this workbook’s customers", zh: "为此工作簿中的客户分层" },
  "pane.excel.lead": {
    en: "Go to the sheet with your orders, or with a customer a row. Tiersheet reads it, accounts for every row, and changes nothing until you write the result.",
    zh: "切换到订单或客户汇总所在的工作表。Tiersheet 会读取并核对每一行数据，在您写入结果之前不作任何更改。",
  },
  "pane.excel.classify": { en: "Classify this sheet", zh: "为本工作表分层" },
  "pane.excel.sample": { en: "Add a sheet of sample orders", zh: "插入示例订单工作表" },
  "pane.excel.file": { en: "Choose a file instead", zh: "改为选择文件" },
  "pane.excel.private": {
    en: "Your data stays in this workbook. Nothing is sent anywhere.",
    zh: "数据不会离开此工作簿，不会上传到任何地方。",
  },
  "pane.excel.again": { en: "Read again", zh: "重新读取" },
  "pane.excel.other": { en: "Classify the active sheet", zh: "为当前工作表分层" },
  "pane.excel.fill": { en: "Write into the workbook", zh: "写入工作簿" },
  "pane.excel.written": {
    en: "In this workbook from Tiersheet: {sheets}.",
    zh: "Tiersheet 已写入此工作簿：{sheets}。",
  },
  "pane.excel.unfinished": {
    en: "An earlier run ended before it had written everything: {sheets}. Take it back, then write again.",
    zh: "上一次写入未完成：{sheets}。请先撤回，再重新写入。",
  },
  "pane.excel.take-back": { en: "Take back", zh: "撤回" },
  "pane.filled": { en: "Written: {sheets}.", zh: "已写入：{sheets}。" },
  "pane.taken-back": {
    en: "{removed} {removed|sheet was|sheets were} taken back.",
    zh: "已撤回 {removed} 个工作表。",
  },
  "pane.taken-back-in-part": {
    en: "{removed} {removed|sheet was|sheets were} taken back. Kept because you wrote there too, without Tiersheet’s cells: {kept}.",
    zh: "已撤回 {removed} 个工作表。以下工作表中有您写入的内容，因此保留，仅清除了 Tiersheet 的单元格：{kept}。",
  },
  "pane.sample-added": {
    en: "{sheet} is ready. Choose “Classify this sheet”.",
    zh: "“{sheet}”已就绪，请选择“为本工作表分层”。",
  },

  "pane.value": { en: "Customer value", zh: "客户价值" },
  "pane.value.none": { en: "No forecast", zh: "不预测" },
  "pane.value.auto": { en: "Forecast, if the data can tell", zh: "数据足以判断时预测" },
  "pane.value.forecast": {
    en: "Lifetime value of all customers in the next {months} {months|month|months}: {worth}.",
    zh: "全部客户未来 {months} 个月的生命周期价值：{worth}。",
  },
  "pane.value.history": {
    en: "Spent by all customers so far: {worth}.",
    zh: "全部客户迄今累计消费：{worth}。",
  },
  "pane.value.purchases": {
    en: "Purchases expected in that time: {purchases}.",
    zh: "预期购买次数：{purchases}。",
  },
  "pane.value.chart": {
    en: "Shaded: held out since {from}. By the end {expected} repeat purchases were expected, {actual} were made.",
    zh: "阴影部分为 {from} 起的留出期。期末预期复购 {expected} 次，实际 {actual} 次。",
  },

  "pane.download": { en: "Download workbook", zh: "下载分层工作簿" },
  "pane.download.name": { en: "{name} – tiers.xlsx", zh: "{name} – 分层.xlsx" },
  "pane.download.done": { en: "{file} is in your downloads.", zh: "{file} 已保存到下载文件夹。" },

  "pane.figure.customers": { en: "Customers", zh: "客户数" },
  "pane.figure.money": { en: "Money", zh: "金额" },
  "pane.figure.repeat": { en: "Repeat rate", zh: "复购率" },
  "pane.figure.repeat.more": { en: "bought at least twice", zh: "至少购买两次" },
  "pane.figure.risk": { en: "Revenue at risk", zh: "风险金额" },
  "pane.figure.risk.more": {
    en: "{customers} {customers|customer|customers} dormant or warned of",
    zh: "{customers} 位客户沉默或被预警",
  },
  "pane.figure.as-of": { en: "as of {asOf}", zh: "基准日 {asOf}" },
  "pane.figure.purchases": { en: "{purchases} {purchases|purchase|purchases}", zh: "{purchases} 次购买" },

  "pane.groups.tiers": { en: "Tiers", zh: "层级" },
  "pane.groups.segments": { en: "Segments", zh: "分群" },
  "pane.groups.stages": { en: "Stages", zh: "阶段" },
  "pane.groups.headline": {
    en: "{kind} {group}: {customers} of the customers bring {money} of the money.",
    zh: "{kind}“{group}”：{customers} 的客户贡献了 {money} 的金额。",
  },
  "pane.groups.legend.money": { en: "share of money", zh: "金额占比" },
  "pane.groups.legend.customers": { en: "share of customers", zh: "客户占比" },

  "pane.customers": { en: "Customers", zh: "客户" },
  "pane.customers.search": { en: "Find a customer", zh: "查找客户" },
  "pane.customers.found": {
    en: "{found} {found|customer|customers}, by money",
    zh: "{found} 位客户，按金额排列",
  },
  "pane.customers.shown": {
    en: "{found} customers; the {shown} with the most money are shown",
    zh: "{found} 位客户，显示金额最高的 {shown} 位",
  },
  "pane.customers.none": {
    en: "No customer's name holds “{text}”.",
    zh: "没有名称包含“{text}”的客户。",
  },
  "pane.customers.why": { en: "Why {customer} is in this tier", zh: "{customer} 的分层依据" },
  "pane.customers.explaining": { en: "Looking for what would change it …", zh: "正在查找会改变层级的情况……" },

  "pane.check": { en: "Check", zh: "核对" },
  "pane.check.ties": { en: "Every row and every cent is accounted for", zh: "每一行、每一分钱都对得上" },
  "pane.check.examples": { en: "row {rows}", zh: "第 {rows} 行" },
  "pane.check.examples.more": { en: "row {rows} …", zh: "第 {rows} 行……" },

  "pane.columns": { en: "Columns", zh: "列" },
  "pane.columns.transactions": {
    en: "Taken as orders: a row is a purchase or a line of one.",
    zh: "识别为交易明细：每行是一笔购买或订单中的一行。",
  },
  "pane.columns.customers": {
    en: "Taken as customers: a row is a customer, already summed.",
    zh: "识别为客户汇总表：每行是一位已汇总的客户。",
  },
  "pane.columns.role": { en: "What “{column}” is", zh: "“{column}”列的用途" },
  "pane.columns.unused": {
    en: "{columns} {columns|column|columns} not used",
    zh: "{columns} 列未使用",
  },
  "pane.columns.reset": { en: "Recognise anew", zh: "重新识别" },
  "pane.columns.example": { en: "such as {examples}", zh: "例如 {examples}" },

  "pane.role.none": { en: "Not used", zh: "不使用" },
  "pane.role.customer": { en: "Customer", zh: "客户" },
  "pane.role.date": { en: "Date of purchase", zh: "购买日期" },
  "pane.role.order": { en: "Order number", zh: "订单号" },
  "pane.role.amount": { en: "Amount", zh: "金额" },
  "pane.role.quantity": { en: "Quantity", zh: "数量" },
  "pane.role.price": { en: "Unit price", zh: "单价" },
  "pane.role.status": { en: "Status", zh: "状态" },
  "pane.role.recency": { en: "Last purchase (date or days)", zh: "最近购买（日期或天数）" },
  "pane.role.frequency": { en: "Number of purchases", zh: "购买次数" },
  "pane.role.monetary": { en: "Total spent", zh: "累计金额" },
  "pane.role.first": { en: "First purchase", zh: "首次购买" },
  "pane.role.attribute": { en: "Attribute", zh: "属性" },
  "pane.role.measure": { en: "Other measure", zh: "其他指标" },
  "pane.role.profit": { en: "Profit", zh: "利润" },
  "pane.role.satisfaction": { en: "Satisfaction", zh: "满意度" },
  "pane.role.potential": { en: "Potential", zh: "潜力" },
  "pane.role.orders": { en: "For a list of orders", zh: "用于交易明细" },
  "pane.role.sums": { en: "For a list of customers", zh: "用于客户汇总表" },
  "pane.role.both": { en: "For both", zh: "通用" },

  "pane.notes": { en: "Notes", zh: "说明" },

  "pane.working.reading": { en: "Reading {file} …", zh: "正在读取 {file}……" },
  "pane.working.classifying": { en: "Classifying …", zh: "正在分级分层……" },
  "pane.working.filling": { en: "Writing into the workbook…", zh: "正在写入工作簿…" },
  "pane.working.taking-back": { en: "Taking back…", zh: "正在撤回…" },
  "pane.working.sampling": { en: "Adding sample orders…", zh: "正在插入示例订单…" },
  "pane.working.reading-sheet": { en: "Reading the sheet…", zh: "正在读取工作表…" },
  "pane.working.writing": { en: "Writing the workbook …", zh: "正在生成工作簿……" },
  "pane.working.done": {
    en: "Done: {customers} {customers|customer|customers} classified.",
    zh: "完成：已为 {customers} 位客户分层。",
  },
  "pane.cancel": { en: "Cancel", zh: "取消" },
  "pane.close": { en: "Close", zh: "关闭" },

  "pane.trouble.heading": { en: "This needs a hand", zh: "需要您处理" },
  "pane.cancelled": { en: "Cancelled. Nothing was changed.", zh: "已取消，未作任何更改。" },
  "pane.one-file": {
    en: "{count} files were dropped, and Tiersheet reads one at a time. Drop one.",
    zh: "一次拖入了 {count} 个文件，而 Tiersheet 每次读取一个。请只拖放一个文件。",
  },
  "pane.nothing-open": { en: "Choose a file first.", zh: "请先选择文件。" },
  "pane.bug": {
    en: "Tiersheet ran into a bug of its own ({problem}). Your file is unchanged. Reload the page, and please report what you did.",
    zh: "Tiersheet 遇到自身的错误（{problem}）。您的文件没有变化。请刷新页面，并把操作步骤反馈给我们。",
  },
  "pane.worker-lost": {
    en: "The work broke off, most likely for lack of memory. Close other tabs, or keep only the columns that are needed, and try again.",
    zh: "处理中断，很可能是内存不足。请关闭其他标签页，或只保留需要的列，然后重试。",
  },

  // What the command says with its flags, said for people who look at a page.
  "pane.role-missing": {
    en: "No column was found for the {role}. Choose it under Columns.",
    zh: "没有找到“{role}”列。请在“列”中选择。",
  },
  "pane.date-order-undecided": {
    en: "The dates in “{column}” can be read as day/month or month/day, such as {example}, and none decides it. Choose the order of dates.",
    zh: "“{column}”列的日期（如 {example}）既可读作日/月，也可读作月/日，列中没有日期能判定。请选择日期写法。",
  },
  "pane.date-order-contradictory": {
    en: "The column “{column}” mixes day/month and month/day dates: some fit only one order, some only the other. Mend the column, or choose the order to trust.",
    zh: "“{column}”列混有日/月和月/日两种写法：有的日期只符合前者，有的只符合后者。请先整理该列，或选择以哪种写法为准。",
  },
  "pane.decimal-mark-undecided": {
    en: "Nothing in “{column}” decides whether {example} has a decimal mark or one that groups thousands. Choose the decimal mark.",
    zh: "“{column}”列无法判断 {example} 中的符号是小数点还是千位分隔符。请选择小数点写法。",
  },
  "pane.decimal-mark-mixed": {
    en: "“{column}” mixes decimal points and decimal commas, such as {example}. Mend the column, or choose which to read; the others are then set aside.",
    zh: "“{column}”列混用了小数点和小数逗号（如 {example}）。请先整理该列，或选择按哪种读取，其余将被剔除。",
  },
  "pane.no-customer-at-all": {
    en: "The customer column “{column}” is blank in every row. Choose another one under Columns.",
    zh: "客户列“{column}”在每一行都是空的。请在“列”中另选一列。",
  },
  "pane.no-date-at-all": {
    en: "No cell of “{column}” can be read as a date. Choose another column under Columns.",
    zh: "“{column}”列没有一个单元格能识别为日期。请在“列”中另选一列。",
  },
  "pane.as-of-before-data": {
    en: "The as-of date {asOf} is before all data, which begins on {earliest}. Choose a later one.",
    zh: "基准日 {asOf} 早于全部数据（数据始于 {earliest}）。请选择更晚的日期。",
  },
  "pane.no-row-used": {
    en: "None of the {rows} {rows|row|rows} can be used: each is set aside. See under Columns what each one was taken for.",
    zh: "{rows} 行中没有一行可用，全部被剔除。请在“列”中检查各列的识别结果。",
  },
  "pane.order-unit-without-order": {
    en: "The policy counts purchases by order, and there is no column for the {role}. Choose it under Columns.",
    zh: "分级标准按订单计购买次数，但没有“{role}”列。请在“列”中选择。",
  },
  "pane.policy-measure-missing": {
    en: "The policy “{policy}” needs {measure}, and the data has no such column. Choose it under Columns, or take another policy.",
    zh: "分级标准“{policy}”需要“{measure}”，而数据中没有该列。请在“列”中选择，或换一种分级标准。",
  },
  "pane.file-undecodable": {
    en: "{file} isn't {encoding} throughout: in row {row} stands the byte {value}, byte {byte} of the text. Choose the text encoding it was saved in.",
    zh: "{file} 并非全部采用 {encoding} 编码：第 {row} 行（文本的第 {byte} 个字节）出现 {value}。请选择保存时的文字编码。",
  },
  "pane.file-encoding-guessed": {
    en: "The file doesn't say how its text is encoded; it was read as {encoding}. If names look wrong, choose another text encoding.",
    zh: "文件没有标明文字编码，已按 {encoding} 读取。如果名称显示为乱码，请选择其他文字编码。",
  },
  "pane.file-several-sheets": {
    en: "The sheet “{sheet}” was read; there are cells on {others} too.",
    zh: "已读取工作表“{sheet}”；{others} 中也有内容。",
  },
  "pane.column-unclear-category": {
    en: "Not used: it may sort the orders or the products rather than the customers. Choose Attribute if it is about the customer.",
    zh: "未使用：可能是订单或商品的分类，而不是客户的分类。如果是客户属性，请选择“属性”。",
  },
} satisfies Record<string, Bilingual>;
