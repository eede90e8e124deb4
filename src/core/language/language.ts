/** The languages every text of Tiersheet exists in: Simplified Chinese and English. */
export type Language = "en" | "zh";

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}
