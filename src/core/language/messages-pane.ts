import type { Bilingual } from "./language";

/** Texts of the page and task pane. */
export const paneMessages = {
  "pane.title": { en: "Tiersheet – classify customers", zh: "Tiersheet – 客户分层" },
  "pane.back": { en: "Back", zh: "返回" },
  "pane.done": { en: "Done", zh: "完成" },

  "pane.outside.heading": { en: "Tiersheet lives in Excel", zh: "Tiersheet 在 Excel 中使用" },
  "pane.outside.lead": {
    en: "It classifies customers beside your sheet: RFM, ABC, lifecycle and tiers, with a reason for each.",
    zh: "它在工作表旁为客户分级分层：RFM、ABC、生命周期与层级，并给出每一项的依据。",
  },
  "pane.outside.excel": {
    en: "In Excel, open it with Classify on the Home tab, once your organisation or you have added the add-in.",
    zh: "在 Excel 中，由您或所在组织添加此加载项后，从“开始”选项卡上的“客户分层”打开。",
  },
  "pane.outside.start": {
    en: "To try it in this browser, with a spreadsheet and sample orders, start the workbench:",
    zh: "想在浏览器中试用（带电子表格和示例订单），请启动工作台：",
  },

  "pane.start.heading": { en: "Classify your customers", zh: "为客户分级分层" },
  "pane.start.lead": {
    en: "From orders, or from a list with a customer a row. Nothing is written until you say so.",
    zh: "可使用交易明细，或每行一位客户的汇总表。在您确认之前不会写入任何内容。",
  },
  "pane.start.empty": {
    en: "This sheet holds no list yet. Go to the sheet with your orders or customers, or try it on sample orders.",
    zh: "此工作表还没有数据。请切换到订单或客户所在的工作表，或用示例订单试一试。",
  },
  "pane.start.go": { en: "Read and check", zh: "读取并核对" },
  "pane.start.sample": { en: "Make a sheet of sample orders", zh: "插入示例订单工作表" },
  "pane.start.file": { en: "From a text file (.csv, .txt) …", zh: "从文本文件（.csv、.txt）……" },
  "pane.start.private": {
    en: "Your data stays in this workbook. Nothing is sent anywhere.",
    zh: "数据不会离开此工作簿，不会上传到任何地方。",
  },
  "pane.start.tip.read": { en: "Columns are recognised", zh: "自动识别各列" },
  "pane.start.tip.read.more": {
    en: "Exports of shops and CRM systems as they come, in Chinese and English.",
    zh: "电商与 CRM 的导出数据可直接读取，支持中英文表头。",
  },
  "pane.start.tip.check": { en: "Every row is accounted for", zh: "每一行都对得上" },
  "pane.start.tip.check.more": {
    en: "Rows and money read = used + set aside, to the cent.",
    zh: "读入的行数与金额 = 采用 + 剔除，精确到分。",
  },
  "pane.start.tip.tier": { en: "Every tier has its reason", zh: "每个层级都有依据" },
  "pane.start.tip.tier.more": {
    en: "See what made a customer's tier, and what would change it.",
    zh: "查看层级由何得来，以及怎样才会改变。",
  },
  "pane.open-in-excel": {
    en: "{file} is a workbook. Open it in Excel, then classify its sheet there. Text files are read here, because Excel spoils ids when it opens them.",
    zh: "{file} 是工作簿。请在 Excel 中打开它，再对其中的工作表分层。此处只读取文本文件，因为 Excel 打开文本文件时会改变编号。",
  },

  "pane.place": { en: "What to classify", zh: "要分层的数据" },
  "pane.place.table": { en: "Table {name}", zh: "表格 {name}" },
  "pane.place.selection": { en: "Selection {name}", zh: "所选区域 {name}" },
  "pane.place.block": { en: "Range {name}", zh: "区域 {name}" },
  "pane.place.sheet": { en: "Sheet {name}", zh: "工作表 {name}" },
  "pane.place.size": {
    en: "{rows} {rows|row|rows}, {columns} {columns|column|columns}",
    zh: "{rows} 行，{columns} 列",
  },

  "pane.steps": { en: "Steps", zh: "步骤" },
  "pane.step.what": { en: "What", zh: "数据" },
  "pane.step.check": { en: "Check", zh: "核对" },
  "pane.step.how": { en: "How", zh: "规则" },
  "pane.step.write": { en: "Classify", zh: "分层" },
  "pane.step.after": { en: "After", zh: "结果" },
  "pane.step.what.heading": { en: "What to classify", zh: "要分层的数据" },
  "pane.step.check.heading": { en: "Check", zh: "核对" },
  "pane.step.how.heading": { en: "How to classify", zh: "分层规则" },
  "pane.step.write.heading": { en: "What is written", zh: "写入内容" },
  "pane.step.after.heading": { en: "After", zh: "结果与后续" },
  "pane.step.state.open": { en: "Step {number}: {step}", zh: "第 {number} 步：{step}" },
  "pane.step.state.done": { en: "Step {number}: {step}, done", zh: "第 {number} 步：{step}，已完成" },
  "pane.step.state.stuck": {
    en: "Step {number}: {step}, needs something",
    zh: "第 {number} 步：{step}，需要处理",
  },
  "pane.step.waits": {
    en: "This shows once the columns are clear.",
    zh: "确认各列之后显示。",
  },

  "pane.what.transactions": {
    en: "{rows} {rows|row|rows} of orders.",
    zh: "{rows} 行交易明细。",
  },
  "pane.what.customers": {
    en: "{rows} {rows|row|rows}, a customer each.",
    zh: "{rows} 行，每行一位客户。",
  },
  "pane.what.found": {
    en: "{customers} {customers|customer|customers} found.",
    zh: "共 {customers} 位客户。",
  },
  "pane.what.other": { en: "Classify something else", zh: "换一份数据" },
  "pane.what.other.more": {
    en: "Go to another sheet in Excel, then take the active one.",
    zh: "先在 Excel 中切换到其他工作表，再选择当前工作表。",
  },
  "pane.what.active": { en: "The active sheet", zh: "当前工作表" },
  "pane.preview": { en: "First rows", zh: "前几行" },
  "pane.preview.rows": { en: "{rows}", zh: "{rows} 行" },
  "pane.columns.used": { en: "{used} of {columns}", zh: "{used} / {columns}" },

  "pane.changed": {
    en: "The sheet changed since it was read. Read again to see what comes of it.",
    zh: "读取之后工作表已有改动。请重新读取以查看最新结果。",
  },
  "pane.check.again": { en: "Check again", zh: "重新核对" },
  "pane.check.read": { en: "Read", zh: "读入" },
  "pane.check.used": { en: "Used", zh: "采用" },
  "pane.check.set-aside": { en: "Set aside", zh: "剔除" },
  "pane.check.select": { en: "Select the cells", zh: "选中单元格" },
  "pane.selected": { en: "{rows} {rows|row|rows} selected.", zh: "已选中 {rows} 行。" },
  "pane.selected-in-part": {
    en: "The first {rows} of {of} rows are selected: Excel selects only so many at once. Mend them, then check again.",
    zh: "已选中 {of} 行中的前 {rows} 行（Excel 一次能选中的数量有限）。修改后请重新核对。",
  },

  "pane.policy.own": { en: "{policy} (changed)", zh: "{policy}（已修改）" },
  "pane.policy.edit": { en: "Edit the rules …", zh: "编辑规则……" },
  "pane.policy.files": { en: "Save, import, export", zh: "保存、导入、导出" },
  "pane.policy.comes-of-it": { en: "What comes of it", zh: "按此规则的结果" },
  "pane.policy-screen": { en: "Rules", zh: "规则" },
  "pane.policy-saved": {
    en: "The policy is kept with this workbook.",
    zh: "分级标准已保存在此工作簿中。",
  },
  "pane.policy-unreadable": {
    en: "The policy kept with this workbook can't be read, so the default one is used. It is replaced when you classify.",
    zh: "无法读取此工作簿中保存的分级标准，已改用默认标准。分层时会将其替换。",
  },
  "pane.not-remembered": {
    en: "The result is written, but the workbook couldn't keep the rules and choices it was made with. Classify again to have them kept; until then Refresh doesn't know them.",
    zh: "结果已写入，但未能在工作簿中保存所用的分级标准和选项。请再次分层以保存；在此之前，“刷新”不会采用它们。",
  },
  "pane.newer": {
    en: "A newer Tiersheet keeps its policy or choices in this workbook, and this version can't read them. They stay as they are; this version begins with its own.",
    zh: "此工作簿中保存着较新版本 Tiersheet 的分级标准或选项，此版本无法读取。它们会保持原样，此版本使用自己的默认设置。",
  },
  "pane.newer.replace": { en: "Replace them when I save", zh: "下次保存时替换" },
  "pane.newer.policy": {
    en: "The policy wasn't kept, because a newer Tiersheet's stands in its place. Choose “Replace them when I save” above, or export the policy as a file.",
    zh: "未保存分级标准，因为该处是较新版本 Tiersheet 的分级标准。请先选择上方的“下次保存时替换”，或将分级标准导出为文件。",
  },
  "pane.how.more": { en: "As-of date and customer value", zh: "基准日与客户价值" },
  "pane.as-of": { en: "As-of date", zh: "基准日" },
  "pane.as-of.last": { en: "The last date in the data", zh: "数据中最晚的日期" },
  "pane.as-of.today": { en: "Today", zh: "今天" },
  "pane.as-of.month-end": { en: "The end of last month", zh: "上月月末" },
  "pane.as-of.date": { en: "A certain date", zh: "指定日期" },
  "pane.as-of.used": { en: "Now {asOf}", zh: "当前为 {asOf}" },

  "pane.write.transactions": {
    en: "A sheet with a row for each customer, and sheets with the tiers, the check and the policy.",
    zh: "新建每位客户一行的工作表，以及层级、核对、分级标准等工作表。",
  },
  "pane.write.customers": {
    en: "Columns beside your data on “{sheet}”, and sheets with the tiers, the check and the policy.",
    zh: "在“{sheet}”的数据旁添加列，并新建层级、核对、分级标准等工作表。",
  },
  "pane.write.beside": { en: "Tier and stage beside each order", zh: "在每笔交易旁写上层级和阶段" },
  "pane.write.beside.more": { en: "two columns at the right of “{sheet}”", zh: "“{sheet}”右侧两列" },
  "pane.write.safe": {
    en: "Your cells stay as they are. All of it can be taken back.",
    zh: "您的单元格保持不变，写入的内容可以全部撤回。",
  },
  "pane.result-columns": { en: "Columns", zh: "写入的列" },
  "pane.result-columns.more": {
    en: "What the data can't tell is left out by itself.",
    zh: "数据无法得出的列会自动省略。",
  },
  "pane.result-columns.result": { en: "Result", zh: "结果" },
  "pane.result-columns.lifecycle": { en: "Purchases", zh: "购买情况" },
  "pane.result-columns.scores": { en: "Scores", zh: "评分" },
  "pane.result-columns.value": { en: "Value", zh: "价值" },
  "pane.result-columns.why": { en: "Why, and what next", zh: "依据与行动" },
  "pane.result-columns.all": { en: "All", zh: "全部" },
  "pane.result-columns.few": { en: "Only the result", zh: "仅结果" },

  "pane.action.classify": { en: "Classify", zh: "开始分层" },
  "pane.action.customers": {
    en: "{customers} {customers|customer|customers}",
    zh: "{customers} 位客户",
  },
  "pane.action.tiers": { en: "{tiers} tiers · as of {asOf}", zh: "{tiers} 个层级 · 基准日 {asOf}" },
  "pane.action.not-yet": { en: "Something is to be decided first", zh: "请先处理上面的问题" },
  "pane.action.reads-first": { en: "The sheet is read again first", zh: "会先重新读取工作表" },
  "pane.again": { en: "Classify again", zh: "再次分层" },

  "pane.excel.again": { en: "Read again", zh: "重新读取" },
  "pane.excel.take-back": { en: "Take back", zh: "撤回" },
  "pane.written": { en: "In this workbook from Tiersheet", zh: "Tiersheet 已写入此工作簿" },
  "pane.written.beside": {
    en: "{columns} {columns|column|columns} on {sheet}",
    zh: "{sheet}：{columns} 列",
  },
  "pane.unfinished": {
    en: "An earlier run ended before it had written everything ({sheets}). Finish it by classifying again, or take it back.",
    zh: "上一次写入未完成（{sheets}）。请再次分层以完成写入，或撤回。",
  },
  "pane.unfinished.finish": { en: "Finish it", zh: "继续完成" },
  "pane.nothing-to-refresh": {
    en: "Nothing has been classified in this workbook yet. Choose what to classify first.",
    zh: "此工作簿尚未分层。请先选择要分层的数据。",
  },
  "pane.filled": { en: "Classified. Written: {sheets}.", zh: "分层完成。已写入：{sheets}。" },
  "pane.filled-beside": {
    en: "Classified. {columns} {columns|column|columns} added to {sheet}. Written: {sheets}.",
    zh: "分层完成。已在“{sheet}”中添加 {columns} 列，并写入：{sheets}。",
  },
  "pane.taken-back": {
    en: "{removed} {removed|sheet was|sheets were} taken back.",
    zh: "已撤回 {removed} 个工作表。",
  },
  "pane.taken-back-columns": {
    en: "{removed} {removed|sheet|sheets} and {columns} {columns|column|columns} were taken back.",
    zh: "已撤回 {removed} 个工作表和 {columns} 列。",
  },
  "pane.taken-back-in-part": {
    en: "{removed} {removed|sheet was|sheets were} taken back. Kept because you wrote there too, without Tiersheet's results: {kept}.",
    zh: "已撤回 {removed} 个工作表。以下工作表中有您写入的内容，因此保留，仅清除了 Tiersheet 的结果：{kept}。",
  },
  "pane.sample-added": {
    en: "{sheet} is ready. Choose “Read and check”.",
    zh: "“{sheet}”已就绪，请选择“读取并核对”。",
  },
  "pane.after.nothing": { en: "Nothing has been written yet.", zh: "尚未写入任何内容。" },
  "pane.after.refresh": { en: "Refresh", zh: "刷新" },
  "pane.after.take-back": {
    en: "Refresh reads the data again and writes in the same place. Take back removes what Tiersheet wrote, and nothing else.",
    zh: "“刷新”会重新读取数据并写在原处；“撤回”只删除 Tiersheet 写入的内容。",
  },
  "pane.after.summaries": { en: "Add a Summary and PivotTables", zh: "添加概览与透视表" },
  "pane.after.summaries.more": {
    en: "A page for managers to read and print, and PivotTables by tier. Refresh and Classify again keep them up to date.",
    zh: "供管理者阅读和打印的一页，以及按层级的数据透视表；以后刷新或再次分层时随之更新。",
  },
  "pane.after.freeze": { en: "Freeze formulas to values", zh: "将公式固定为值" },
  "pane.after.freeze.more": {
    en: "For cells with functions such as =RFM(), before the workbook goes to somebody without the add-in.",
    zh: "适用于含 =RFM() 等函数的单元格；把工作簿发给没有此加载项的人之前使用。",
  },
  "pane.frozen": {
    en: "{frozen} {frozen|cell holds|cells hold} values now.",
    zh: "{frozen} 个单元格已固定为值。",
  },
  "pane.frozen-none": {
    en: "No cell calls a function of Tiersheet.",
    zh: "没有单元格使用 Tiersheet 的函数。",
  },
  "pane.frozen-in-part": {
    en: "{frozen} {frozen|cell holds|cells hold} values now. {left} {left|formula was|formulas were} left as {left|it is|they are}.",
    zh: "{frozen} 个单元格已固定为值；{left} 个公式保持不变。",
  },
  "pane.after.repair": { en: "Repair formulas that show #NAME?", zh: "修复显示 #NAME? 的公式" },
  "pane.after.repair.more": {
    en: "For functions that still show #NAME? here, since the workbook was calculated without the add-in: their formulas are entered again.",
    zh: "工作簿曾在没有此加载项时计算，函数因而仍显示 #NAME? 时使用：会重新输入这些公式。",
  },
  "pane.repaired": {
    en: "{repaired} {repaired|formula was|formulas were} entered again.",
    zh: "已重新输入 {repaired} 个公式。",
  },
  "pane.repaired-none": {
    en: "No formula with a function of Tiersheet shows #NAME?.",
    zh: "使用 Tiersheet 函数的公式都没有显示 #NAME?。",
  },
  "pane.picked": { en: "The customer picked in the sheet", zh: "工作表中选中的客户" },
  "pane.picked.unknown": {
    en: "Not in this result: no row of this customer was used, or the data has changed. Check again to see.",
    zh: "不在本次结果中：该客户没有可用的行，或数据已变化。请重新核对。",
  },
  "pane.picked.changed": {
    en: "From before the sheet was changed. Classify again to see it anew.",
    zh: "以下是工作表改动之前的结果。请再次分层以查看最新结果。",
  },

  "pane.settings": { en: "Settings", zh: "设置" },
  "pane.settings.language": { en: "Language", zh: "语言" },
  "pane.settings.language.label": {
    en: "Language of the pane and of what it writes",
    zh: "窗格及写入内容的语言",
  },
  "pane.settings.language.host": { en: "As Excel", zh: "与 Excel 一致" },
  "pane.settings.run": { en: "How a run begins", zh: "默认选项" },
  "pane.settings.as-of.more": {
    en: "For workbooks that haven't been classified before.",
    zh: "用于尚未分层过的工作簿。",
  },
  "pane.settings.kept": {
    en: "Settings are yours and kept on this computer. Each workbook remembers its own choices besides.",
    zh: "设置保存在这台电脑上，仅供您使用；每个工作簿另外记住各自的选项。",
  },
  "pane.help": { en: "Help", zh: "帮助" },

  "pane.groups": { en: "Groups", zh: "分组方式" },
  "pane.nothing-open": { en: "Choose what to classify first.", zh: "请先选择要分层的数据。" },
  "pane.bug": {
    en: "Tiersheet ran into a bug of its own ({problem}). Nothing was changed. Close the pane and open it again, and please report what you did.",
    zh: "Tiersheet 遇到自身的错误（{problem}）。未作任何更改。请关闭窗格后重新打开，并把操作步骤反馈给我们。",
  },
  "pane.working.freezing": { en: "Freezing formulas…", zh: "正在固定公式…" },
  "pane.working.repairing": { en: "Repairing formulas…", zh: "正在修复公式…" },

  "pane.source.sample": { en: "Sample orders", zh: "示例订单" },
  "pane.source.rows": { en: "{rows} {rows|row|rows}", zh: "{rows} 行" },
  "pane.source.encoding": { en: "Text encoding", zh: "文字编码" },
  "pane.source.encoding.found": { en: "{encoding} (as found)", zh: "{encoding}（自动识别）" },
  "pane.source.encoding.auto": { en: "Find out", zh: "自动识别" },

  "pane.policy": { en: "Policy", zh: "分级标准" },
  "pane.date-order": { en: "Order of dates", zh: "日期写法" },
  "pane.date-order.auto": { en: "As the column decides", zh: "由该列数据判断" },
  "pane.date-order.dmy": { en: "Day/month/year", zh: "日/月/年" },
  "pane.date-order.mdy": { en: "Month/day/year", zh: "月/日/年" },
  "pane.date-order.ymd": { en: "Year/month/day", zh: "年/月/日" },

  "pane.decimal": { en: "Decimal mark", zh: "小数点写法" },
  "pane.decimal.auto": { en: "As the column decides", zh: "由该列数据判断" },
  "pane.decimal.point": { en: "Point: 1,234.50", zh: "小数点：1,234.50" },
  "pane.decimal.comma": { en: "Comma: 1.234,50", zh: "逗号：1.234,50" },

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

  "pane.groups.tiers": { en: "Tiers", zh: "层级" },
  "pane.groups.segments": { en: "Segments", zh: "分群" },
  "pane.groups.stages": { en: "Stages", zh: "阶段" },
  "pane.groups.legend.money": { en: "share of money", zh: "金额占比" },
  "pane.groups.legend.customers": { en: "share of customers", zh: "客户占比" },

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
  "pane.notes.rule": { en: "Go to the rule", zh: "查看该规则" },

  "pane.working.reading": { en: "Reading {file} …", zh: "正在读取 {file}……" },
  "pane.working.classifying": { en: "Classifying …", zh: "正在分级分层……" },
  "pane.working.filling": { en: "Writing into the workbook…", zh: "正在写入工作簿…" },
  "pane.working.taking-back": { en: "Taking back…", zh: "正在撤回…" },
  "pane.working.sampling": { en: "Adding sample orders…", zh: "正在插入示例订单…" },
  "pane.working.reading-sheet": { en: "Reading the sheet…", zh: "正在读取工作表…" },
  "pane.working.done": {
    en: "{customers} {customers|customer was|customers were} read and can be looked at in this pane. Nothing of this has been written to the workbook yet.",
    zh: "已读取 {customers} 位客户，可在窗格中查看。这些结果尚未写入工作簿。",
  },
  "pane.cancel": { en: "Cancel", zh: "取消" },
  "pane.close": { en: "Close", zh: "关闭" },

  "pane.trouble.heading": { en: "This needs a hand", zh: "需要您处理" },
  "pane.cancelled": { en: "Cancelled. Nothing was changed.", zh: "已取消，未作任何更改。" },
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
  "pane.duplicates-kept": {
    en: "{rows} {rows|row equals|rows equal} an earlier one in every column; {rows|it is|they are} kept. To drop such rows, edit the rules.",
    zh: "{rows} 行与前面的行在所有列上完全相同，已保留。如需剔除，请编辑规则。",
  },
  "pane.statuses-unknown": {
    en: "Statuses that Tiersheet doesn't know are used: {statuses}. To leave one out, edit the rules.",
    zh: "以下状态不在已知列表中，按有效计入：{statuses}。如需剔除，请编辑规则。",
  },
  "pane.column-unclear-category": {
    en: "Not used: it may sort the orders or the products rather than the customers. Choose Attribute if it is about the customer.",
    zh: "未使用：可能是订单或商品的分类，而不是客户的分类。如果是客户属性，请选择“属性”。",
  },
} satisfies Record<string, Bilingual>;
