/** The language of the page. */
export type PageLanguage = "en" | "zh";

const en = {
  title: "Tiersheet workbench",
  subtitle: "Try the add-in without Excel",
  open: "Open…",
  "open.hint": "Open an .xlsx or .csv file, or drop one on the page",
  save: "Save as .xlsx",
  sample: "Sample",
  "sample.en": "Sample orders (English)",
  "sample.zh": "Sample orders (Chinese)",
  language: "中文",
  "language.hint": "切换为中文",
  "pane.show": "Show pane",
  "pane.hide": "Hide pane",
  "pane.title": "Tiersheet task pane",
  "pane.width": "Width of the task pane",
  drop: "Drop to open",
  ready: "Ready",
  calculating: "Calculating…",
  reading: "Reading {name}…",
  writing: "Writing {name}…",
  meter: "Syncs of the add-in: {syncs} · {in} in · {out} out",
  "meter.hint": "Requests of the add-in to the workbook since it was opened, and their bytes",
  unsaved: "What is on the page now has not been saved. Open another workbook all the same?",
  "file.unreadable": "{name} can't be opened: {reason}",
  "file.kind": "{name} is neither .xlsx nor .csv.",
  "file.empty": "the file is empty.",
  "file.damaged": "it isn't a workbook, or it is damaged or encrypted.",
  "file.left-out": "Not in the opened workbook: {things}.",
  "save.left-out": "Saved. Not in the file: {things}.",
  "save.failed": "The workbook can't be saved: {reason}",
  "thing.slicers": "slicers",
  "thing.pivots": "PivotTables (their cells are)",
  "thing.some-pivots": "some PivotTables (their cells are)",
  "thing.some-charts": "some charts",
  "thing.lambdas": "formulas with LET or LAMBDA (their values are kept)",
  "thing.filters": "what tables are filtered on (hidden rows stay hidden)",
  "thing.conditional-formats": "some conditional formats",
  "thing.validations": "some validation rules",
  "thing.images": "pictures and shapes",
  "slicer.clear": "Clear filter",
  "new-book.file": "The add-in made a new workbook. Excel would open it in a window of its own.",
  "new-book.blank": "The add-in asked for a new, blank workbook. Excel would open it in a window of its own.",
  "new-book.open": "Open in a new tab",
  "new-book.download": "Download",
  "new-book.name": "New workbook.xlsx",
  "command.not-associated": "{name}: the add-in has no function for this button (Office.actions.associate).",
  "command.failed": "{name}: the add-in's function could not be called.",
  "command.timed-out": "{name}: the add-in didn't say in time that it is done (event.completed).",
  protected: "This sheet is protected. Take the protection off before you change it.",
  "sheet.orders": "Orders",
  close: "Close",
  ok: "OK",
  cancel: "Cancel",
} as const;

const zh: Readonly<Record<keyof typeof en, string>> = {
  title: "Tiersheet 工作台",
  subtitle: "无需 Excel 即可试用加载项",
  open: "打开…",
  "open.hint": "打开 .xlsx 或 .csv 文件，也可以直接拖到页面上",
  save: "另存为 .xlsx",
  sample: "示例",
  "sample.en": "示例订单（英文）",
  "sample.zh": "示例订单（中文）",
  language: "English",
  "language.hint": "Switch to English",
  "pane.show": "显示窗格",
  "pane.hide": "隐藏窗格",
  "pane.title": "Tiersheet 任务窗格",
  "pane.width": "任务窗格的宽度",
  drop: "松开即可打开",
  ready: "就绪",
  calculating: "正在计算…",
  reading: "正在读取 {name}…",
  writing: "正在写入 {name}…",
  meter: "加载项：同步 {syncs} 次 · 收 {in} · 发 {out}",
  "meter.hint": "打开工作簿以来，加载项向工作簿发出的请求数及其字节数",
  unsaved: "页面上的内容尚未保存，仍要打开另一个工作簿吗？",
  "file.unreadable": "无法打开 {name}：{reason}",
  "file.kind": "{name} 不是 .xlsx，也不是 .csv。",
  "file.empty": "文件是空的。",
  "file.damaged": "它不是工作簿，或者已损坏、已加密。",
  "file.left-out": "打开的工作簿中不包含：{things}。",
  "save.left-out": "已保存。文件中不包含：{things}。",
  "save.failed": "无法保存工作簿：{reason}",
  "thing.slicers": "切片器",
  "thing.pivots": "数据透视表（单元格内容仍在）",
  "thing.some-pivots": "部分数据透视表（单元格内容仍在）",
  "thing.some-charts": "部分图表",
  "thing.lambdas": "含 LET 或 LAMBDA 的公式（已保留其值）",
  "thing.filters": "表格的筛选条件（隐藏的行仍隐藏）",
  "thing.conditional-formats": "部分条件格式",
  "thing.validations": "部分数据验证规则",
  "thing.images": "图片和形状",
  "slicer.clear": "清除筛选",
  "new-book.file": "加载项生成了一个新工作簿。Excel 会在单独的窗口中打开它。",
  "new-book.blank": "加载项请求新建空白工作簿。Excel 会在单独的窗口中打开它。",
  "new-book.open": "在新标签页中打开",
  "new-book.download": "下载",
  "new-book.name": "新工作簿.xlsx",
  "command.not-associated": "{name}：加载项没有为此按钮提供函数（Office.actions.associate）。",
  "command.failed": "{name}：无法调用加载项的函数。",
  "command.timed-out": "{name}：加载项未按时报告已完成（event.completed）。",
  protected: "此工作表受保护，请先取消保护再修改。",
  "sheet.orders": "订单",
  close: "关闭",
  ok: "确定",
  cancel: "取消",
};

/** The name of a text of the page. */
export type PageWord = keyof typeof en;

/** A text of the page, with what stands in its {places}. */
export function word(
  language: PageLanguage,
  name: PageWord,
  places: Readonly<Record<string, string>> = {},
): string {
  return (language === "zh" ? zh : en)[name].replaceAll(
    /\{(\w+)\}/g,
    (_, place: string) => places[place] ?? "",
  );
}

/** The page's language: what the address asks for, what was chosen before, else the browser's. */
export function pageLanguage(): PageLanguage {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "en" || asked === "zh") return asked;
  const kept = remembered();
  if (kept === "en" || kept === "zh") return kept;
  return /^zh\b/i.test(navigator.language) ? "zh" : "en";
}

const KEY = "tiersheet.workbench.language";

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. */
export function rememberLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}
