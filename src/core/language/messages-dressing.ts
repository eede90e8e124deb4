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
  "excel-dressing-refused": {
    en: "Excel refused {what} ({problem}). All results are there. To try again, refresh.",
    zh: "Excel 未接受{what}（{problem}）。结果都已写入。可刷新以重试。",
  },
  "excel-no-slicers": {
    en: "This version of Excel doesn't let add-ins make slicers. Insert them from PivotTable Analyze › Insert Slicer.",
    zh: "此版本的 Excel 不支持由加载项创建切片器。可在“数据透视表分析 › 插入切片器”中自行插入。",
  },
} satisfies Record<string, Bilingual>;
