import { foldText } from "../ledger/folding";
import { itemKey } from "./pivot-grid";
import type { ReportTable } from "./report";

/** A pivot of more lines than this isn't read. */
const MOST_VALUES = 30;
/** So many pivots of attributes beside the two that are always there. */
const MOST_ATTRIBUTES = 6;

/** Headers of what names or reaches a person or a company, which is no dimension, and never leaves in a copy. */
const PERSONAL =
  /name|phone|mobile|\btel\b|e-?mail|address|contact|fax|wechat|\bqq\b|\bid\b|姓名|名称|名字|全称|简称|电话|手机|邮箱|邮件|地址|联系|微信|身份证|税号/i;

/**
 * The ids of the attribute columns worth a pivot: of 2 to 30 values, each held by two customers on average at least, not
 * names, addresses and the like, and none of them a customer's id. The first six.
 */
export function pivotAttributes(customers: ReportTable): string[] {
  const ids = customers.columns.find(({ id }) => id === "customer");
  const known = new Set(
    ids ? Array.from({ length: customers.rowCount }, (_, row) => itemKey(ids.values[row])) : [],
  );
  return customers.columns
    .filter(({ id, header, values }) => {
      if (!id.startsWith("attribute:") || PERSONAL.test(foldText(header))) return false;
      const found = new Set<string>();
      for (let row = 0; row < customers.rowCount; row++) {
        const key = itemKey(values[row]);
        if (key === "" || found.has(key)) continue;
        if (found.size === MOST_VALUES || known.has(key)) return false;
        found.add(key);
      }
      return found.size > 1 && found.size * 2 <= customers.rowCount;
    })
    .slice(0, MOST_ATTRIBUTES)
    .map(({ id }) => id);
}
