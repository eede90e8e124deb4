/**
 * What is left of a customer's name or id where names are masked: the first character and, of a longer one, the last.
 * It is short of the whole for any name, and not unique. Punctuation at the end doesn't count.
 */
export function maskedName(name: string): string {
  // What a name ends with says nothing of it where it is punctuation, as of S.A.
  const characters = [...name.replace(/[^\p{L}\p{N}\p{S}]+$/u, "")];
  const [first = ""] = characters;
  if (characters.length < 2) return "*";
  return characters.length < 5 ? `${first}***` : `${first}***${characters[characters.length - 1] ?? ""}`;
}
