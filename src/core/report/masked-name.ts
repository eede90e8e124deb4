/**
 * What is left of a customer's name or id where names are masked: the first character and, of a longer one, the last.
 * It is short of the whole for any name, and not unique.
 */
export function maskedName(name: string): string {
  const characters = [...name];
  const [first = ""] = characters;
  if (characters.length < 2) return "*";
  return characters.length < 5 ? `${first}***` : `${first}***${characters[characters.length - 1] ?? ""}`;
}
