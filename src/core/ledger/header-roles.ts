import type { MessageCode } from "../language/catalogue";
import { type Candidate, PART_OF_MONEY, type Spoken } from "./candidate";
import { ofAmount, ofPrice, ofQuantity, ofTimes } from "./header-money";
import { type HeaderWords, readHeaderWords } from "./header-words";
import type { SenseWord } from "./synonyms";

/** What a header speaks for, or why it speaks for nothing. */
export interface HeaderRoles {
  readonly words: HeaderWords;
  readonly candidates: readonly Candidate[];
  /** Why the column has no role if it gets none; null where the header says nothing we know. */
  readonly otherwise: MessageCode | null;
}

/** Reads a header for the roles it speaks for. No cell is looked at; recognise.ts does that. */
export function rolesOfHeader(header: string): HeaderRoles {
  const words = readHeaderWords(header);
  const spoken = candidatesOf(words);
  return Array.isArray(spoken)
    ? { words, candidates: spoken as readonly Candidate[], otherwise: null }
    : { words, candidates: [], otherwise: spoken as MessageCode | null };
}

/** Senses that make a column something else than the purchase, its day or its money. */
const NOT_PURCHASE_DAY: readonly SenseWord[] = [
  "birth",
  "due",
  "update",
  "register",
  "follow",
  "plan",
  "refund",
  "cancel",
];

function candidatesOf(words: HeaderWords): Spoken {
  const { kind, subject, senses, text } = words;
  // WooCommerce's name for the price of a line.
  if (/^item cost$/i.test(text)) return [{ role: "price", rank: 4 }];
  if (senses.has("system")) return "column-system";
  if (senses.has("flag")) return "column-flag";
  if (senses.has("firm")) return "column-company-figure";
  const measure = measureOf(words);
  if (measure !== null) return measure;
  switch (kind) {
    case "date":
      return ofDate(words);
    case "days":
      if (senses.has("follow") || senses.has("ship") || senses.has("due")) return "column-other-number";
      return senses.has("last") || senses.has("since") || senses.has("purchase")
        ? [{ role: "recency", rank: 1, telling: true }]
        : "column-other-number";
    case "period":
      return "column-period";
    case "id":
      return ofId(words);
    case "nick":
      if (subject === "seller" || subject === "shop") return "column-personal";
      if (PART_OF_MONEY.some((sense) => senses.has(sense))) return "column-part";
      return [{ role: "customer", rank: senses.has("wallet") ? 3 : 1 }];
    case "name":
      return ofName(words);
    case "amount":
      return ofAmount(words);
    case "price":
      return ofPrice(words);
    case "quantity":
      return ofQuantity(words);
    case "times":
      return ofTimes(words);
    case "status":
      return ofStatus(words);
    case "contact":
      return ofContact(words);
    case "person":
      if (subject === "product") return "column-product";
      if (words.subjects.has("customer")) return [{ role: "customer", rank: 5 }];
      return /^(?:first|last|given|family|middle|sur)|称谓|salutation/i.test(text)
        ? "column-personal"
        : [{ role: "customer", rank: 9 }];
    case "rate":
      return "column-rate";
    case "score":
      return "column-other-number";
    case "method":
      return "column-order-property";
    case "text":
      return subject === "product" ? "column-product" : "column-text";
    case "region":
    case "attribute":
      if (subject === "product") return "column-product";
      // The states of a country and the state of an order share a word; the cells tell them apart.
      if (/^(?:order |payment )?state$/i.test(text))
        return [
          { role: "attribute", rank: 1 },
          { role: "status", rank: 3 },
        ];
      return [{ role: "attribute", rank: 1 }];
    case "generic":
      if (subject === "customer" || subject === "company") return [{ role: "attribute", rank: 1 }];
      if (subject === "product") return "column-product";
      return subject === null && !senses.has("pay") && !senses.has("ship")
        ? [{ role: "attribute", rank: 2 }]
        : "column-order-property";
    case null:
      return ofSubject(words);
  }
}

function measureOf({ kind, senses, text }: HeaderWords): Spoken {
  const value =
    kind === null || kind === "amount" || kind === "score" || kind === "attribute" || kind === "rate";
  if (senses.has("satisfaction"))
    return value || kind === "generic" ? [{ role: "measure:satisfaction", rank: 1 }] : null;
  if (senses.has("plan") || senses.has("last") || senses.has("average")) return null;
  if (senses.has("profit")) {
    if (kind === "rate") return "column-rate";
    return value ? [{ role: "measure:profit", rank: /净|net/i.test(text) ? 0 : 1 }] : null;
  }
  return senses.has("potential") && value ? [{ role: "measure:potential", rank: 1 }] : null;
}

function ofDate({ senses, subject }: HeaderWords): Spoken {
  if (subject === "seller" || subject === "product") return "column-other-date";
  if (NOT_PURCHASE_DAY.some((sense) => senses.has(sense))) return "column-other-date";
  if (senses.has("first")) return [{ role: "first", rank: 1, telling: true }];
  if (senses.has("last"))
    return senses.has("ship") ? "column-other-date" : [{ role: "recency", rank: 0, telling: true }];
  const bought = senses.has("purchase") || subject === "order";
  if (senses.has("pay")) return day(0);
  if (senses.has("collected")) return day(1.7);
  if (senses.has("ship")) return [{ role: "date", rank: 5 }];
  if (senses.has("close")) return day(1.5);
  if (senses.has("complete")) return [{ role: "date", rank: 4 }];
  if (senses.has("create")) return bought ? day(1.6) : [{ role: "date", rank: 3 }];
  if (bought) return day(1);
  return subject === null ? day(2) : [{ role: "date", rank: 3 }];
}

/** A day of purchase; in a table of customers it can only be that of the last one. */
function day(rank: number): readonly Candidate[] {
  return [
    { role: "date", rank },
    { role: "recency", rank: 5 + rank },
  ];
}

function ofId({ senses, subject, subjects }: HeaderWords): Spoken {
  if (subject === "line") return "column-line";
  if (subject === "product") return "column-product";
  if (subject === "seller" || subject === "shop") return "column-system";
  if (senses.has("ship") && !subjects.has("order")) return "column-other-id";
  if (senses.has("refund") || senses.has("ship") || senses.has("tax") || senses.has("discount"))
    return "column-other-id";
  if (subject === "customer") return [{ role: "customer", rank: senses.has("wallet") ? 3 : 0 }];
  if (subject === "company") return [{ role: "customer", rank: 0.5 }];
  if (senses.has("purchase") && subject === null)
    return [{ role: subjects.has("customer") ? "customer" : "order", rank: 1 }];
  if (senses.has("pay") || senses.has("wallet"))
    return subject === "order" ? [{ role: "order", rank: 4 }] : "column-other-id";
  if (subject === "order") return [{ role: "order", rank: 1 }];
  return [
    { role: "customer", rank: 7 },
    { role: "order", rank: 7 },
  ];
}

function ofName({ senses, subject, subjects }: HeaderWords): Spoken {
  if (subject === "product" || subject === "line" || subjects.has("line")) return "column-product";
  if (subject === "seller") return [{ role: "attribute", rank: 1 }];
  if (subject === "shop") return [{ role: "attribute", rank: 2 }];
  if (subject === "order") return "column-text";
  if (subject === "customer") return [{ role: "customer", rank: senses.has("wallet") ? 3 : 2 }];
  if (subject === "company") return [{ role: "customer", rank: 3 }];
  return senses.has("ship") ? "column-personal" : [{ role: "customer", rank: 8 }];
}

function ofStatus({ senses, subject }: HeaderWords): Spoken {
  if (subject === "product" || subject === "line") return "column-product";
  if (subject === "customer" || subject === "company") return [{ role: "attribute", rank: 2 }];
  if (senses.has("follow") || senses.has("tax")) return "column-order-property";
  if (subject === "order" && !senses.has("ship")) return [{ role: "status", rank: 0 }];
  if (senses.has("ship")) return [{ role: "status", rank: 4 }];
  if (senses.has("refund")) return [{ role: "status", rank: 2 }];
  return [{ role: "status", rank: 1 }];
}

/** A way to reach someone is personal, and no attribute; failing a better column it tells customers apart. */
function ofContact({ text, subjects, senses }: HeaderWords): Spoken {
  if (subjects.has("seller") || subjects.has("shop") || senses.has("ship")) return "column-personal";
  const own = subjects.has("customer") ? 0 : 1;
  if (/mail|邮箱|邮件/i.test(text)) return [{ role: "customer", rank: 4 + own / 2 }];
  if (/phone|mobile|手机/i.test(text)) return [{ role: "customer", rank: 6 + own / 2 }];
  return "column-personal";
}

/** A header without a kind: Customer, 订单, Buyer; or a last purchase of which only the cells say if it is a day. */
function ofSubject({ subject, senses, subjects }: HeaderWords): Spoken {
  if (subject === "product") return "column-product";
  if (subject === "line") return "column-line";
  const bought = senses.has("purchase") || subject === "order";
  if (senses.has("first") && bought) return [{ role: "first", rank: 2, telling: true }];
  if ((senses.has("last") && bought) || senses.has("since"))
    return [{ role: "recency", rank: 2, telling: true }];
  if (subject === "seller" || subject === "shop") return [{ role: "attribute", rank: 1 }];
  if (NOT_PURCHASE_DAY.slice(0, 6).some((sense) => senses.has(sense))) return "column-other-date";
  if (senses.has("average")) return "column-average";
  if (senses.has("points")) return "column-part";
  if (PART_OF_MONEY.some((sense) => senses.has(sense)) && !senses.has("cleared")) return "column-part";
  if (senses.has("ship")) return "column-order-property";
  if (senses.has("lifetime") && bought) return [{ role: "monetary", rank: 1, telling: true }];
  if (senses.has("pay") || senses.has("net"))
    return [
      { role: "amount", rank: 1 },
      { role: "monetary", rank: 2 },
      { role: "date", rank: 1.8 },
    ];
  if (subject === "customer" && !subjects.has("order")) return [{ role: "customer", rank: 1.5 }];
  if (subject === "company") return [{ role: "customer", rank: 3 }];
  if (subject === "order") return [{ role: "order", rank: 2 }];
  if (senses.has("wallet")) return "column-other-id";
  if (senses.has("create") || senses.has("purchase") || senses.has("close"))
    return [{ role: "date", rank: 3.5 }];
  return senses.has("total") || senses.has("list") ? [{ role: "amount", rank: 3 }] : null;
}
