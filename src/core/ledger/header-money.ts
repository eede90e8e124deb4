import { PART_OF_MONEY, type Spoken } from "./candidate";
import type { HeaderWords } from "./header-words";
import type { SenseWord } from "./synonyms";

/** Money: the amount of a purchase, what a customer spent so far, or neither. */
export function ofAmount({ senses, subject, subjects }: HeaderWords): Spoken {
  if (senses.has("potential")) return "column-plan";
  if (senses.has("plan")) return "column-plan";
  if (senses.has("average")) return "column-average";
  if (senses.has("points")) return "column-part";
  if (!senses.has("cleared") && PART_OF_MONEY.some((sense) => senses.has(sense))) return "column-part";
  if (senses.has("ship") && !subjects.has("order")) return "column-part";
  if (senses.has("last") || senses.has("first")) return "column-one-purchase";
  if (senses.has("unit")) return [{ role: "price", rank: 1 }];
  let rank = 2;
  if (senses.has("net") || senses.has("pay")) rank = 0;
  else if (senses.has("list")) rank = 4;
  else if (senses.has("collected")) rank = 1.7;
  else if (subject === "product" || subject === "line") rank = 3;
  else if (senses.has("total") || subject === "order") rank = 1;
  if (subject === "customer" && senses.has("create")) return "column-other-number";
  const soFar = senses.has("lifetime") || (senses.has("total") && senses.has("purchase"));
  return [
    { role: "amount", rank },
    soFar ? { role: "monetary", rank: 0, telling: true } : { role: "monetary", rank: 1 + rank },
  ];
}

/** The price of one piece, or of all (总价). */
export function ofPrice({ senses, subject, subjects }: HeaderWords): Spoken {
  if (senses.has("average")) return "column-average";
  if (senses.has("cost") || senses.has("fee") || senses.has("tax") || senses.has("balance"))
    return "column-part";
  if (senses.has("total"))
    return [
      { role: "amount", rank: 1 },
      { role: "monetary", rank: 2 },
    ];
  if (senses.has("last") || senses.has("first")) return "column-one-purchase";
  if (subject === "order" && !subjects.has("product")) return [{ role: "amount", rank: 2 }];
  return [{ role: "price", rank: senses.has("list") ? 3 : senses.has("net") || senses.has("pay") ? 0 : 1 }];
}

/** Pieces of a purchase; of orders (订单数量) either their pieces or how many there are. */
export function ofQuantity({ senses, subject, subjects }: HeaderWords): Spoken {
  if (subjects.has("customer") && !senses.has("purchase") && !subjects.has("product"))
    return "column-other-number";
  if (
    ["refund", "ship", "plan", "cancel", "points", "discount"].some((sense) => senses.has(sense as SenseWord))
  )
    return "column-other-number";
  if (/库存|stock|inventory/i.test([...subjects].join(" ")) || senses.has("balance"))
    return "column-other-number";
  const orders = subjects.has("order") && subject !== "product";
  return [
    { role: "quantity", rank: subject === "product" || subject === "line" ? 0 : orders ? 2 : 1 },
    { role: "frequency", rank: orders ? 1 : senses.has("purchase") ? 2 : 4 },
  ];
}

/** How often: the number of a customer's purchases. */
export function ofTimes({ senses, subjects }: HeaderWords): Spoken {
  const others: readonly SenseWord[] = [
    "refund",
    "ship",
    "plan",
    "cancel",
    "follow",
    "discount",
    "points",
    "average",
  ];
  if (others.some((sense) => senses.has(sense))) return "column-other-number";
  if (subjects.has("product") || subjects.has("line")) return [{ role: "quantity", rank: 2 }];
  if (subjects.has("seller") || subjects.has("shop")) return "column-other-number";
  return [
    { role: "frequency", rank: senses.has("purchase") || subjects.has("order") ? 0 : 1, telling: true },
  ];
}
