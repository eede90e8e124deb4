/** Money in a table: thousands grouped, without cents where it is large enough for them not to matter. */
export function moneyText(value: number): string {
  const decimals = Math.abs(value) >= 10_000 ? 0 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Money to the cent, for what has to tie. */
export function centsText(value: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A count. */
export function countText(value: number): string {
  return value.toLocaleString("en-US");
}

/** A share of 0–1 as a percentage, with one decimal unless told otherwise. */
export function shareText(share: number, decimals = 1): string {
  const percent = (share * 100).toFixed(decimals);
  return `${/^-0\.?0*$/.test(percent) ? percent.slice(1) : percent}%`;
}
