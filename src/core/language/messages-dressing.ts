import type { Bilingual } from "./language";

/** What is said of what sheets in Excel have besides their cells. */
export const dressingMessages = {
  "dressing.looks": { en: "the layout of the pages", zh: "页面版式" },
  "dressing.print": { en: "the print settings", zh: "打印设置" },
  "dressing.formats": { en: "the conditional formats", zh: "条件格式" },
  "dressing.charts": { en: "the charts", zh: "图表" },
  "dressing.pivots": { en: "the PivotTables", zh: "数据透视表" },
  "dressing.shares": { en: "the shares in the PivotTables", zh: "数据透视表中的占比" },
  "dressing.slicers": { en: "the slicers", zh: "切片器" },
  "dressing.pivot-filters": {
    en: "the filters that leave empty lines out of the PivotTables",
    zh: "数据透视表中隐藏空行的筛选",
  },
  "excel-pivot-stale.in-the-way": {
    en: "The PivotTable “{pivot}” on {sheet} shows the numbers of an earlier run: it has grown, and other cells are in its way. Move what stands below it or beside it, then refresh.",
    zh: "{sheet} 上的数据透视表“{pivot}”仍是之前的数字：它需要更多行，但被其他单元格挡住。请移开其下方或旁边的内容，然后刷新。",
  },
  "excel-pivot-stale": {
    en: "The PivotTable “{pivot}” on {sheet} shows the numbers of an earlier run, for Excel didn't refresh it ({problem}). To try again, refresh.",
    zh: "{sheet} 上的数据透视表“{pivot}”仍是之前的数字，因为 Excel 未能刷新它（{problem}）。可刷新以重试。",
  },
  "excel-pivot-not-made.in-the-way": {
    en: "The PivotTable “{pivot}” couldn't be made on {sheet}: other cells are in its way. Move what stands at its place or below it, then refresh.",
    zh: "无法在 {sheet} 上生成数据透视表“{pivot}”：其位置被其他单元格占用。请移开该处或其下方的内容，然后刷新。",
  },
  "excel-pivot-not-made": {
    en: "The PivotTable “{pivot}” couldn't be made on {sheet} ({problem}). To try again, refresh.",
    zh: "无法在 {sheet} 上生成数据透视表“{pivot}”（{problem}）。可刷新以重试。",
  },
  "excel-dressing-refused": {
    en: "Excel refused {what} ({problem}). All results are there. To try again, refresh.",
    zh: "Excel 未接受{what}（{problem}）。结果都已写入。可刷新以重试。",
  },
  "excel-no-pivot-source": {
    en: "No PivotTables were made: among the columns of the customers is one without a header, or the rows are gone.",
    zh: "未生成数据透视表：客户数据中有列缺少标题，或相应的行已不存在。",
  },
  "excel-no-slicers": {
    en: "This version of Excel doesn't let add-ins make slicers. Insert them from PivotTable Analyze › Insert Slicer.",
    zh: "此版本的 Excel 不支持由加载项创建切片器。可在“数据透视表分析 › 插入切片器”中自行插入。",
  },
  "pane.managers-copy": { en: "Copy for managers", zh: "管理层副本" },
  "pane.managers-copy.more": {
    en: "A new workbook with the summary and the pivots' results, without the rows of customers. It is yours to save.",
    zh: "新建工作簿，含概览和透视结果，不含客户明细。请自行保存。",
  },
  "pane.managers-copy.names": { en: "Single customers are shown", zh: "单个客户显示为" },
  "pane.managers-copy.names.out": { en: "without names, as 1, 2, 3", zh: "序号（不含名称）" },
  "pane.managers-copy.names.mask": { en: "with masked names", zh: "部分遮盖的名称" },
  "pane.managers-copy.names.keep": { en: "by name", zh: "完整名称" },
  "pane.managers-copy.open": { en: "Open the copy", zh: "打开副本" },
  "pane.managers-copy.done": { en: "The copy is open in a new workbook.", zh: "副本已在新工作簿中打开。" },
  "pane.working.copying": { en: "Making the copy…", zh: "正在生成副本…" },
} satisfies Record<string, Bilingual>;
