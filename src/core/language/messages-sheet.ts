import type { Bilingual } from "./language";

/** What is said of a sheet of the open workbook that is read, watched or changed at the analyst's wish. */
export const sheetMessages = {
  "sheet-filtered": {
    en: "A filter hides some rows. They are classified like all others. Columns can only be written beside them once the filter is cleared.",
    zh: "筛选隐藏了部分行。它们与其他行一样参与分层；清除筛选后才能在旁边写入列。",
  },
  "sheet-hidden-columns": {
    en: "{columns|Column|Columns} {names} {columns|is|are} hidden and read like the others.",
    zh: "{names} 列已隐藏，仍与其他列一样读取。",
  },
  "sheet-own-columns": {
    en: "{columns|Column|Columns} {names} {columns|was|were} written by Tiersheet and {columns|is|are} not read as data.",
    zh: "{names} 列由 Tiersheet 写入，不作为数据读取。",
  },
  "sheet-hidden": {
    en: "The sheet “{sheet}” is hidden. It was read like any other.",
    zh: "工作表“{sheet}”是隐藏的，仍照常读取。",
  },
  "sheet-hidden-not-shown": {
    en: "The sheet “{sheet}” is hidden. Right-click a sheet tab and choose Unhide to see it.",
    zh: "工作表“{sheet}”是隐藏的。请右键单击工作表标签，选择“取消隐藏”。",
  },
  "sheet-merged-header": {
    en: "The header cells {cells} are merged. “{header}” is taken for column {column} alone; {count|column|columns} {others} {count|has|have} no header.",
    zh: "标题单元格 {cells} 已合并。“{header}”只作为 {column} 列的标题，{others} 列没有标题。",
  },
  "sheet-merged-above-headers": {
    en: "The merged cells {cells} stand over the headers in row {row} and are left out.",
    zh: "合并单元格 {cells} 位于第 {row} 行标题之上，未使用。",
  },
  "sheet-merged-cells": {
    en: "{count} merged {count|area|areas} below the headers ({cells}): the value counts for the first row and column only, the rest is blank.",
    zh: "标题下方有 {count} 处合并单元格（{cells}）：其值只算在首行首列，其余视为空白。",
  },
  "sheet-formulas": {
    en: "{columns|Column|Columns} {names} {columns|is|are} calculated by formulas. What they show now is classified.",
    zh: "{names} 列由公式计算得出，按当前显示的值分层。",
  },
  "sheet-more-below": {
    en: "The cells below {area} are filled too and are not read. Choose the list again to take them in.",
    zh: "{area} 下方还有数据，未读取。如需包含，请重新选择列表。",
  },
  "sheet-totals-left-out": {
    en: "The totals row of the table “{table}” is left out.",
    zh: "表格“{table}”的汇总行未计入。",
  },
  "sheet-changed-meanwhile": {
    en: "The sheet was changed while it was read. Read it again to be sure.",
    zh: "读取期间工作表有改动。为确保无误，请重新读取。",
  },
  "sheet-table-gone": {
    en: "The table that was classified is no longer on the sheet “{sheet}”. Choose again what to classify.",
    zh: "工作表“{sheet}”上已没有要分层的表格。请重新选择要分层的内容。",
  },
  "sheet-area-empty": {
    en: "{area} of the sheet “{sheet}” is empty. Choose again what to classify.",
    zh: "工作表“{sheet}”的 {area} 没有数据。请重新选择要分层的内容。",
  },
  "sheet-only-pivot": {
    en: "The sheet “{sheet}” holds a PivotTable only. Go to the sheet with its data, then try again.",
    zh: "工作表“{sheet}”只有数据透视表。请切换到其数据所在的工作表，再试一次。",
  },
  "sheet-several-lists": {
    en: "There are several lists on this sheet ({lists}). Read as one, their rows and columns would be mixed.",
    zh: "此工作表上有多个列表（{lists}）。合在一起读取会混淆行和列。",
  },
  "sheet-more-lists": {
    en: "There are more blocks of cells on this sheet than were looked at. Select one to classify it.",
    zh: "此工作表上的单元格区域过多，未全部查看。请选中其中一个再分层。",
  },
  "sheet-own": {
    en: "Tiersheet wrote this. It holds results, not orders or customers to classify.",
    zh: "这是 Tiersheet 写入的结果，不是待分层的订单或客户。",
  },
  "sheet-frozen-errors": {
    en: "{count} {count|formula|formulas} with an error or without a result yet {count|was|were} left as {count|it is|they are}: {cells}.",
    zh: "{count} 个公式显示错误或尚无结果，保持不变：{cells}。",
  },
  "sheet-frozen-protected": {
    en: "{count} {count|formula|formulas} on protected sheets {count|was|were} left as {count|it is|they are}: {sheets}. Unprotect them under Review, then try again.",
    zh: "受保护的工作表上有 {count} 个公式保持不变：{sheets}。请在“审阅”中取消保护后重试。",
  },
  "sheet-frozen-refused": {
    en: "{count} {count|formula|formulas} that Excel does not let change {count|was|were} left as {count|it is|they are}: {cells}.",
    zh: "{count} 个公式 Excel 不允许更改，保持不变：{cells}。",
  },
  "sheet-frozen-filtered": {
    en: "{count} {count|formula|formulas} on sheets with a filter {count|was|were} left as {count|it is|they are}: {sheets}. Clear the filter, then try again.",
    zh: "有筛选的工作表上有 {count} 个公式保持不变：{sheets}。请清除筛选后重试。",
  },
  "sheet-frozen-changed": {
    en: "{count} {count|formula|formulas} changed meanwhile and {count|was|were} left as {count|it is|they are}: {cells}. Try again.",
    zh: "{count} 个公式在此期间有改动，保持不变：{cells}。请重试。",
  },
  "state-policy-unreadable": {
    en: "The policy kept in this workbook is damaged and can't be read. A template is used instead; the kept one stays until another is saved.",
    zh: "此工作簿中保存的分级标准已损坏，无法读取。已改用模板；原有内容会保留到保存新的分级标准为止。",
  },
  "state-layout-unreadable": {
    en: "The settings kept in this workbook are damaged and can't be read. Settings begin anew.",
    zh: "此工作簿中保存的设置已损坏，无法读取。设置已重新开始。",
  },
  "state-too-long": {
    en: "The policy takes {size} KB; a workbook keeps at most {most} KB. Export it as a file instead.",
    zh: "分级标准有 {size} KB，工作簿最多保存 {most} KB。请改为导出为文件。",
  },
} satisfies Record<string, Bilingual>;
