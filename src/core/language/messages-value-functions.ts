import type { Bilingual } from "./language";

/** Texts of the custom functions of value, and of those whose code comes later. */
export const valueFunctionMessages = {
  "function-not-loaded": {
    en: "This function couldn't be loaded: check the connection and calculate again.",
    zh: "未能加载该函数：请检查网络连接后重新计算。",
  },
} satisfies Record<string, Bilingual>;
