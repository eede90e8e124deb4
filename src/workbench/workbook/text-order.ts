const CHINESE = /^\p{Script=Han}/u;

/**
 * Texts in the order of a language, as Excel on Windows sorts them: what begins with a Chinese character after all else,
 * where browsers put it first in Chinese.
 */
export function textOrder(
  culture: string,
  options?: Intl.CollatorOptions,
): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(culture, options);
  return (one, other) => Number(CHINESE.test(one)) - Number(CHINESE.test(other)) || compare(one, other);
}
