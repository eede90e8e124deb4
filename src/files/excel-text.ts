/** The most characters (UTF-16 units) an Excel cell holds. */
export const LONGEST_CELL = 32_767;

// eslint-disable-next-line no-control-regex -- the controls that XML 1.0 cannot hold, and CR, which parsers turn into LF
const UNFIT_FOR_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A text as a workbook's XML holds it (ST_Xstring, ECMA-376-1, 22.9.2.19): characters that XML cannot hold as
 * `_x0001_`, what looks like such an escape with its underscore escaped. A text longer than a cell holds ends in an
 * ellipsis; half of a surrogate pair becomes U+FFFD. Angle brackets and ampersands are left to who writes the XML.
 */
export function excelText(text: string): string {
  return withinCell(text)
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(LOOKS_ESCAPED, "_x005F_")
    .replace(UNFIT_FOR_XML, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The same, escaped for the text of an XML element. */
export function xmlText(text: string): string {
  const excel = excelText(text);
  return /[&<>]/.test(excel)
    ? excel.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : excel;
}

/** The same, escaped for an XML attribute, whose line breaks and tabs a reader would otherwise take for spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

function withinCell(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const cut = text.slice(0, LONGEST_CELL - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * True of a text that Excel would take for a formula or a number if a reader typed it: its cell keeps the quote prefix
 * (the leading apostrophe of the formula bar), so that it is still text after someone has edited it.
 */
export function looksTyped(text: string): boolean {
  return /^\s*[=+\-@'\d.,(¥￥$€£%＝＋－＠]/.test(text);
}
