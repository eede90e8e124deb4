import type { Language } from "../language/language";

/** The words that sample orders are made of, as exports of shops and CRMs in that language have them. */
export interface SampleWords {
  readonly headers: {
    readonly order: string;
    readonly date: string;
    readonly customer: string;
    readonly region: string;
    readonly industry: string;
    readonly rep: string;
    readonly amount: string;
    readonly status: string;
  };
  /** The letters before the number of an order. */
  readonly orderPrefix: string;
  readonly currency: string;
  /** The middle of the amounts, in the currency. */
  readonly typicalAmount: number;
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly reps: readonly string[];
  /** Statuses of orders that stand, the most frequent first. */
  readonly done: readonly string[];
  readonly cancelled: string;
  /** The status of a row that gives money back: a negative amount. */
  readonly refund: string;
  /** A date cell that is no date. */
  readonly noDate: string;
  /** The name of the customer with this number; every number gives another name. */
  readonly customerName: (number: number, industry: string, region: string) => string;
}

const english: SampleWords = {
  headers: {
    order: "Order no.",
    date: "Order date",
    customer: "Customer",
    region: "Region",
    industry: "Industry",
    rep: "Sales rep",
    amount: "Amount",
    status: "Status",
  },
  orderPrefix: "SO-",
  currency: "$",
  typicalAmount: 640,
  regions: ["North", "South", "East", "West", "Central"],
  industries: ["Retail", "Manufacturing", "Healthcare", "Education", "Hospitality", "Construction"],
  reps: ["A. Morgan", "J. Patel", "S. Larsen", "M. Okafor", "L. Rossi"],
  done: ["Completed", "Shipped", "Delivered", "Processing"],
  cancelled: "Cancelled",
  refund: "Refund",
  noDate: "2026-02-30",
  customerName: (number, industry) => {
    const first = pick(ENGLISH_FIRST, number * 29);
    const second = pick(ENGLISH_SECOND, Math.floor(number / ENGLISH_FIRST.length) * 7 + number);
    const form = pick(ENGLISH_FORMS[industry] ?? ["Group"], number);
    const round = Math.floor(number / (ENGLISH_FIRST.length * ENGLISH_SECOND.length));
    return `${first} ${second} ${form}${round > 0 ? ` ${round + 1}` : ""}`;
  },
};

const chinese: SampleWords = {
  headers: {
    order: "订单号",
    date: "付款日期",
    customer: "客户名称",
    region: "地区",
    industry: "行业",
    rep: "业务员",
    amount: "实付金额",
    status: "订单状态",
  },
  orderPrefix: "DD",
  currency: "¥",
  typicalAmount: 4200,
  regions: ["华东", "华南", "华北", "华中", "西南"],
  industries: ["零售", "制造", "医疗", "教育", "餐饮", "建筑"],
  reps: ["张伟", "李娜", "王芳", "刘洋", "陈静"],
  done: ["交易成功", "已发货", "已签收", "待发货"],
  cancelled: "交易关闭",
  refund: "退款单",
  noDate: "待定",
  customerName: (number, industry, region) => {
    const city = pick(CHINESE_CITIES[region] ?? ["上海"], number);
    const first = pick(CHINESE_FIRST, number * 11);
    const second = pick(CHINESE_SECOND, Math.floor(number / CHINESE_FIRST.length) * 8 + number);
    const form = pick(CHINESE_FORMS[industry] ?? ["贸易"], number);
    const round = Math.floor(number / (CHINESE_FIRST.length * CHINESE_SECOND.length));
    const branch = round > 0 ? `第${round + 1}分公司` : "";
    // Both orders are usual: 苏州恒途贸易有限公司 and 恒途贸易（苏州）有限公司.
    return number % 4 === 0
      ? `${first}${second}${form}（${city}）有限公司${branch}`
      : `${city}${first}${second}${form}有限公司${branch}`;
  },
};

/** The words of a language. */
export function sampleWords(language: Language): SampleWords {
  return language === "zh" ? chinese : english;
}

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? "";
}

/** 40 first and 29 second parts: 1,160 names before a number is added. Coprime steps make neighbours differ. */
const ENGLISH_FIRST =
  `Alder Amber Ashford Barley Beacon Birch Brook Cedar Clover Copper Dover Elm Falcon Fern Finch Flint Glen Harbor Hazel
  Heron Holly Iron Juniper Kestrel Larch Linden Maple Marlow Meadow Oak Orchard Osprey Pine Quill Raven Rowan Sable
  Thistle Willow Wren`.split(/\s+/);
const ENGLISH_SECOND =
  `Bay Bridge Cliff Coast Creek Crest Dale Field Ford Gate Grove Hill Hollow Isle Lake Lane Mill Moor Park Peak Point
  Ridge River Stone Vale View Wharf Wood Yard`.split(/\s+/);
const ENGLISH_FORMS: Readonly<Record<string, readonly string[]>> = {
  Retail: ["Stores", "Outfitters", "Trading Co.", "Market"],
  Manufacturing: ["Tools Inc.", "Works Ltd", "Components", "Industries"],
  Healthcare: ["Clinic", "Dental", "Medical Supply", "Pharmacy"],
  Education: ["College", "Academy", "School", "Training"],
  Hospitality: ["Hotel", "Catering", "Coffee", "Inn"],
  Construction: ["Builders", "Contractors LLC", "Roofing", "Joinery"],
};

/** 37 first and 32 second characters: 1,184 names before a branch number is added. */
const CHINESE_FIRST = [..."恒瑞青嘉云弘远松明晨启安博承德丰广浩华汇佳凯康朗联隆铭诺普荣盛泰欣信雅益卓"];
const CHINESE_SECOND = [..."禾途川岚屿泽帆樾辰邦创达鼎峰冠海景科立茂宁鹏奇润升拓旺祥阳元展舟"];
const CHINESE_CITIES: Readonly<Record<string, readonly string[]>> = {
  华东: ["上海", "苏州", "杭州", "宁波", "南京"],
  华南: ["广州", "深圳", "佛山", "厦门"],
  华北: ["北京", "天津", "石家庄", "太原"],
  华中: ["武汉", "长沙", "郑州", "合肥"],
  西南: ["成都", "重庆", "昆明", "贵阳"],
};
const CHINESE_FORMS: Readonly<Record<string, readonly string[]>> = {
  零售: ["商贸", "百货", "便利店连锁"],
  制造: ["机械制造", "精密仪器", "新材料"],
  医疗: ["医疗器械", "医药", "健康科技"],
  教育: ["教育科技", "文化传播", "培训"],
  餐饮: ["餐饮管理", "食品", "酒店管理"],
  建筑: ["建筑工程", "装饰材料", "建材"],
};
