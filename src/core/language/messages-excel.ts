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
} satisfies Record<string, Bilingual>;
