/** The number that was typed, in full-width digits too and with thousands grouped; NaN for anything else. */
export function numberOf(text: string): number {
  const plain = text.normalize("NFKC").trim();
  const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain);
  const digits = grouped ? plain.replaceAll(",", "") : plain;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
}

/** The numbers of a list that was typed, apart by spaces, commas or semicolons of either width. */
export function numbersOf(text: string): number[] {
  const parts = text.normalize("NFKC").split(/[\s,;、]+/);
  return parts.filter((part) => part !== "").map(numberOf);
}

/** A number as it is typed: no grouping, and not the last digit that halves and thirds leave. */
export function typedNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : "";
}
