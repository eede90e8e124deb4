import type { Bilingual } from "./language";

/** Texts about a run in the pane: what it can't go on with. */
export const runMessages = {
  "pane.as-of-malformed": {
    en: "“{value}” is no date yet. Give the as-of date with year, month and day, such as 2024-12-31.",
    zh: "“{value}”还不是完整的日期。请填写年、月、日，如 2024-12-31。",
  },
  "pane.beside-no-header": {
    en: "“{sheet}” has no row for headers above its data, so no columns can be added beside it. Insert a row at the top and name the columns, then read the sheet again.",
    zh: "“{sheet}”的数据上方没有标题行，无法在旁边添加列。请在顶端插入一行并写上列名，然后重新读取。",
  },
} satisfies Record<string, Bilingual>;
