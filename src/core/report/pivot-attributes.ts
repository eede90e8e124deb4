import { alikeKey } from "../ledger/customers-alike";
import { foldText } from "../ledger/folding";
import { itemKey } from "./pivot-grid";
import type { ReportTable } from "./report";

/** A pivot of more lines than this isn't read. */
const MOST_VALUES = 50;
/** So many pivots of attributes beside the two that are always there. */
const MOST_ATTRIBUTES = 6;

/** Headers of what names or reaches a person or a company, which is no dimension. */
const PERSONAL =
  /name|phone|mobile|\btel\b|e-?mail|address|contact|fax|wechat|\bqq\b|\bid\b|姓名|名称|名字|全称|简称|电话|手机|邮箱|邮件|地址|联系|微信|身份证|税号/i;

/** Headers of who looks after customers: worth a pivot, and nothing for a copy that is to name nobody. */
const STAFF = /manager|owner|\brep\b|agent|经理|负责人|业务员|销售员/i;

/** Headers of what customers are sorted by: all that leaves in a copy which is to name nobody. */
const DIMENSION =
  /\b(region|area|zone|territory|country|nation|state|province|city|county|district|continent|market|industry|sector|vertical|branch|channel|source|medium|campaign|segment|category|class|type|kind|size|scale|level|grade|status|plan|product|brand|model|currency|language|gender|age|year|quarter|season|membership|loyalty|priority|payment|delivery|shipping|department)\b|地区|区域|大区|片区|省份|城市|市场|国家|行业|渠道|来源|类型|类别|分类|规模|等级|级别|状态|产品|品类|品牌|币种|语言|性别|年龄|季度|会员|付款|支付|配送|部门/i;

/** What a dimension's values don't have: an address of mail, or so many digits that they are a number of somebody's. */
const REACHES = /@|\d[\d\s-]{4,}\d/;

/** Whether a value has a customer's name in it, however it is written, with or without its legal form: Harbour Ltd, Leeds. */
function holdsNames(values: readonly string[], customers: ReadonlySet<string>): boolean {
  const keys = values.map(alikeKey);
  for (const customer of customers) {
    const name = alikeKey(customer);
    // Of a letter or two, a name is in many a word; of two Chinese characters, it is one.
    if (name.length < (/[\u4E00-\u9FFF]/.test(name) ? 2 : 3)) continue;
    if (keys.some((key) => key.includes(name))) return true;
  }
  return false;
}

/** The attributes that get a pivot, by column ids, and the headers of those that don't though they might have been looked for. */
export interface PivotAttributes {
  readonly ids: readonly string[];
  /** Of too many values. */
  readonly tooMany: readonly string[];
  /** Whose values may name somebody: only of a copy that is to name nobody. */
  readonly mayName: readonly string[];
}

/**
 * The attribute columns worth a pivot: of 2 to 50 values, each held by two customers on average at least, not names,
 * addresses and the like, and none of them a customer's id. The first six.
 *
 * @param naming false for a copy that names nobody: only what is known to be a dimension by its header, and has no value
 * that reaches somebody
 */
export function pivotAttributes(customers: ReportTable, naming = true): PivotAttributes {
  const customerIds = customers.columns.find(({ id }) => id === "customer");
  const known = new Set(
    customerIds
      ? Array.from({ length: customers.rowCount }, (_, row) => itemKey(customerIds.values[row]))
      : [],
  );
  const ids: string[] = [];
  const tooMany: string[] = [];
  const mayName: string[] = [];
  for (const { id, header, values } of customers.columns) {
    if (!id.startsWith("attribute:") || PERSONAL.test(foldText(header))) continue;
    const found = new Set<string>();
    let names = false;
    let reaches = false;
    for (let row = 0; row < customers.rowCount; row++) {
      const key = itemKey(values[row]);
      if (key === "" || found.has(key)) continue;
      names ||= known.has(key);
      reaches ||= REACHES.test(key);
      found.add(key);
    }
    // Values of single customers are no dimension.
    if (names || found.size < 2 || found.size * 2 > customers.rowCount) continue;
    const own = foldText(header);
    if (!naming && (reaches || STAFF.test(own) || !DIMENSION.test(own))) mayName.push(header);
    else if (found.size > MOST_VALUES) tooMany.push(header);
    else if (!naming && holdsNames([...found], known)) mayName.push(header);
    else ids.push(id);
  }
  return { ids: ids.slice(0, MOST_ATTRIBUTES), tooMany, mayName };
}
