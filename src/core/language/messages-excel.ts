import type { Bilingual } from "./language";

/** What is said of the open workbook, and what Excel refused. */
export const excelMessages = {
  "excel-sample-name": { en: "Sample orders", zh: "示例订单" },
  "excel-sheet-empty": {
    en: "The sheet “{sheet}” is empty. Go to the sheet with the orders or customers, then try again.",
    zh: "工作表“{sheet}”没有数据。请切换到订单或客户所在的工作表，再试一次。",
  },
  "excel-hidden-rows": {
    en: "Some rows of the sheet are hidden or filtered out. They are classified like all others.",
    zh: "工作表中有隐藏或被筛选掉的行。它们与其他行一样参与分层。",
  },
  "excel-protected": {
    en: "Excel refused the change because the sheet or workbook is protected. Unprotect it under Review, then try again. Nothing was changed.",
    zh: "工作表或工作簿受保护，Excel 拒绝了更改。请在“审阅”中取消保护后重试。未作任何更改。",
  },
  "excel-cell-edit": {
    en: "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
    zh: "有单元格正在编辑。请在工作表中按 Enter 或 Esc，再试一次。",
  },
  "excel-busy": {
    en: "Excel is too busy to answer. Wait a moment, then try again. Nothing was changed.",
    zh: "Excel 正忙，未能响应。请稍候再试。未作任何更改。",
  },
  "excel-session-lost": {
    en: "The connection to the workbook was lost. Open the workbook again; what was begun can be taken back there.",
    zh: "与工作簿的连接已中断。请重新打开工作簿，未完成的写入可在那里撤回。",
  },
  "excel-item-gone": {
    en: "A sheet that was being worked on is no longer there: it was deleted or renamed. Try again.",
    zh: "正在处理的工作表已被删除或重命名。请重试。",
  },
  "excel-unsupported-sheet": {
    en: "This kind of sheet holds no cells. Go to the sheet with the orders or customers, then try again.",
    zh: "此类工作表不含单元格。请切换到订单或客户所在的工作表，再试一次。",
  },
  "excel-refused": {
    en: "Excel refused the request: {problem}. Try again; if it happens again, save the workbook and open it anew.",
    zh: "Excel 拒绝了请求：{problem}。请重试；如再次出现，请保存工作簿后重新打开。",
  },
  "excel-sheet-protected": {
    en: "The sheet “{sheet}” is protected. Unprotect it under Review, then try again. Nothing was changed.",
    zh: "工作表“{sheet}”受保护。请在“审阅”中取消保护后重试。未作任何更改。",
  },
  "excel-table-beside": {
    en: "The table “{other}” on the sheet “{sheet}” stands at the right of “{table}” and shares only some of its rows, so Excel can't add or remove columns there. Move “{other}” below or to another sheet, then try again. Nothing was changed.",
    zh: "工作表“{sheet}”中的表格“{other}”位于“{table}”右侧且只与其部分行相同，Excel 无法在此添加或删除列。请将“{other}”移到下方或其他工作表后重试。未作任何更改。",
  },
  "excel-record-newer": {
    en: "A newer Tiersheet has written results into this workbook (record version {version}), which this one can neither find nor take back. Use the newer one. Nothing was changed.",
    zh: "较新版本的 Tiersheet 已在此工作簿中写入结果（记录版本 {version}），此版本无法找到或撤回这些结果。请使用较新的版本。未作任何更改。",
  },
  "excel-filtered": {
    en: "A filter hides rows of the sheet “{sheet}”. Clear it under Data > Clear, then try again: hidden rows would be left out or written over. Nothing was changed.",
    zh: "工作表“{sheet}”中有行被筛选隐藏。请在“数据”>“清除”中清除筛选后重试，以免漏写或误写隐藏的行。未作任何更改。",
  },
  "excel-merged": {
    en: "Cells {address} of the sheet “{sheet}” are merged where columns are to be written. Unmerge them, then try again. Nothing was changed.",
    zh: "工作表“{sheet}”中要写入列的位置有合并单元格 {address}。请取消合并后重试。未作任何更改。",
  },
  "excel-header-gone": {
    en: "The sheet “{sheet}” no longer has a column “{header}” in its header row. Read the sheet again, then write. Nothing was changed.",
    zh: "工作表“{sheet}”的标题行中已没有“{header}”列。请重新读取工作表后再写入。未作任何更改。",
  },
  "excel-header-doubled": {
    en: "Several columns of the sheet “{sheet}” have the header “{header}”, so it isn’t clear which one names the customers. Rename the others, then try again. Nothing was changed.",
    zh: "工作表“{sheet}”中有多列标题为“{header}”，无法确定哪一列是客户。请将其他列改名后重试。未作任何更改。",
  },
  "excel-refers-to-ours": {
    en: "{count} {count|formula, name, chart or PivotTable of yours looks|formulas, names, charts or PivotTables of yours look} at what Tiersheet wrote and would show #REF!, or nothing, without it: {places}. Make values of them or let them look elsewhere first, or take back anyway. Nothing was changed.",
    zh: "您的 {count} 处公式、名称、图表或数据透视表引用了 Tiersheet 写入的内容，撤回后将显示 #REF! 或空白：{places}。请先将其转为数值或改为引用别处，也可仍然撤回。未作任何更改。",
  },
  "excel-take-back-anyway": { en: "Take back anyway", zh: "仍然撤回" },
  "excel-below-taken": {
    en: "On “{sheet}” the results go on in {rows} new {rows|row|rows} below the earlier ones, but other cells stand there. Move them away from below the results, then try again. Nothing was changed.",
    zh: "工作表“{sheet}”中需在原有结果下方写入 {rows} 行新结果，但该处已有其他内容。请移开结果下方的内容后重试。未作任何更改。",
  },
  "excel-changed-meanwhile": {
    en: "The sheet “{sheet}” was changed by someone else while it was being written. What was written has been taken away again. Try again.",
    zh: "写入过程中，工作表“{sheet}”被他人更改。已写入的内容已撤回。请重试。",
  },
  "excel-sheet-beside": {
    en: "On “{sheet}” other cells stand where the result would go. They were left alone, and the result is on “{name}”.",
    zh: "工作表“{sheet}”中要写入结果的位置已有其他内容，未予改动；结果写入了“{name}”。",
  },
  "excel-customers-gone": {
    en: "{count} {count|customer|customers} on “{sheet}” {count|is|are} no longer in the data. {count|The row stays|The rows stay}, without results.",
    zh: "“{sheet}”中有 {count} 位客户已不在数据中，其所在行保留，结果留空。",
  },
  "excel-no-longer-in-data": {
    en: "No longer in the data of the latest run.",
    zh: "最近一次分层的数据中已没有该客户。",
  },
} satisfies Record<string, Bilingual>;
