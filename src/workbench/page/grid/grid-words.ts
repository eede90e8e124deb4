/** Chinese for the texts of o-spreadsheet that a person meets on the page. */
export const chinese: Readonly<Record<string, string>> = {
  Edit: "编辑",
};
