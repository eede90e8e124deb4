import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import type { Node } from "./formula";

/** The format that a cell still "General" takes over from the formula entered into it; undefined where it keeps it. */
export function formatOfResult(root: Node | undefined, book: Workbook, home: Sheet): string | undefined {
  const day = book.culture === "zh-CN" ? "yyyy/m/d" : "m/d/yyyy";
  if (root?.type === "call") {
    if (["TODAY", "DATE"].includes(root.name)) return day;
    if (root.name === "NOW") return `${day} h:mm`;
    return root.name === "TIME" ? "h:mm AM/PM" : undefined;
  }
  if (
    root?.type === "binary" &&
    (root.operator === "+" || root.operator === "-") &&
    root.right.type === "value"
  ) {
    return formatOfResult(root.left, book, home);
  }
  if (root?.type !== "reference") return undefined;
  const sheet = root.sheet === undefined ? home : book.sheet(root.sheet);
  const format = sheet?.style(root.area.top, root.area.left).numberFormat;
  return format === "General" || format === "@" ? undefined : format;
}
