import type { Classification } from "../classify";
import { say, sayMoney, type Message } from "../language/message";
import type { Language } from "../language/language";
import { gridOf } from "../policy/check-policy";
import { segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import { pivotAttributes } from "./pivot-attributes";
import { scaleToFit } from "./paper";
import { textWidth } from "./row-lines";
import { saySentences } from "./summary-section";
import { itemKey, pivotCells } from "./pivot-grid";
import type {
  PivotField,
  PivotValue,
  ReportColumn,
  ReportHeading,
  ReportPivot,
  ReportSheet,
  ReportTable,
} from "./report";
import { orderedTierLabels } from "./tier-order";
import { FUNNEL } from "./summary-lifecycle";
import { totalMoney } from "./total-money";

/** The row of the pivots' headers; their names stand over them. */
const TOP = 4;
/** Rows of slicers over live pivots, with the blank one below them. */
export const SLICER_ROWS = 12;
const LABEL_WIDTH = 24;
/** The first values are counts; some viewers put the second field's labels into their column. */
const FIRST_VALUE_WIDTH = 18;
const VALUE_WIDTH = 13;
const GAP_WIDTH = 2;
/** Columns of live pivots are written so much wider, with room for other fonts (pointsOf in src/excel/lay-out.ts). */
const LIVE_WIDTH = 8 / 7;
/** A pivot of few columns isn't printed larger than this, in percent, so that more of its lines are on a page. */
const MOST_SCALE = 90;

/**
 * Tier × stage, tier × segment and tier × each attribute, side by side, so that each has room to grow downward when it
 * is refreshed. Null where there is nobody.
 *
 * @param as `pivots` on the Customers table; `live` ones, which Excel makes: lower, to make room for slicers, and without
 * ratios, for Office.js has no calculated fields; or their results as `values`, for a copy without its rows
 * @param naming false where no attribute may stand whose values could name a customer
 */
export function pivotsSheet(
  customers: ReportTable,
  result: Classification,
  language: Language,
  as: "pivots" | "live" | "values",
  naming = true,
): ReportSheet | null {
  if (customers.rowCount === 0) return null;
  const t = (message: Message) => say(message, language);
  const live = as === "live";
  const values = valuesOn(customers, language).filter(({ of }) => !live || of.kind !== "ratio");
  const top = live ? TOP + SLICER_ROWS : TOP;
  // Compact form has one column of labels, but some viewers lay pivots out anew with one a field: room for both.
  const stride = 1 + values.length + 2;
  // Excel can't be told of the order of single items: it sorts labels, with their places before them where it has to.
  const numbered = live ? fieldOf(customers, "tierOrder", orderedTierLabels(result.policy, language)) : null;
  const tier = numbered ?? fieldOf(customers, "tier", tierOrder(result, language));
  if (!tier) return null;
  const attributes = pivotAttributes(customers, naming);
  const seconds = [
    fieldOf(
      customers,
      "stage",
      FUNNEL.map((stage) => stageLabel(stage, language)),
    ),
    fieldOf(customers, "segment", segmentOrder(result, language)),
    ...attributes.ids.map((id) => fieldOf(customers, id, [])),
  ].filter((field) => field !== null);
  const headerOf = (id: string) => customers.columns.find((column) => column.id === id)?.header ?? id;
  const pivots = seconds.map((second, at): ReportPivot => {
    const params = { first: headerOf("tier"), second: headerOf(second.column) };
    return {
      id: `tier-${second.column}`,
      name: `Tiers_${at + 1}`,
      caption: t({ code: "pivots.by", params }),
      table: customers.name,
      rows: [tier, second],
      values,
      grandTotal: t({ code: "pivots.grand-total" }),
      blank: t({ code: "pivots.blank" }),
      place: { row: top, column: at * stride },
    };
  });
  const headings = pivots.map(({ caption, place }): ReportHeading => ({
    kind: "heading",
    level: 2,
    text: caption,
    place: { row: top - 1, column: place.column },
  }));
  // A total of 1,234,567.89 needs room for its digits and some.
  const wide = Math.max(VALUE_WIDTH, sayMoney(totalMoney(result)).length + 2);
  const widths = [
    LABEL_WIDTH,
    // The bold captions of PivotTables don't wrap.
    ...values.map(({ caption }, at) =>
      Math.max(at === 0 ? FIRST_VALUE_WIDTH : wide, as === "values" ? 0 : textWidth(caption) * 1.1 + 1),
    ),
    // Such viewers drop ratios, and so have room for the second field's column; without ratios it takes this one.
    live ? wide : GAP_WIDTH,
    GAP_WIDTH,
  ];
  const onPaper = live ? widths.map((width) => width * LIVE_WIDTH) : widths;
  const note: Message = {
    code: live ? "pivots.note-live" : as === "pivots" ? "pivots.note" : "pivots.note-values",
  };
  const { tooMany, mayName } = attributes;
  const notes: Message[] = [note];
  if (tooMany.length > 0) notes.push({ code: "pivots.too-many", params: { columns: tooMany } });
  if (mayName.length > 0) notes.push({ code: "pivots.may-name", params: { columns: mayName } });
  const told = saySentences(notes, language);
  const title = t({ code: "pivots.title" });
  return {
    id: "pivots",
    name: t({ code: "sheet.pivots" }),
    blocks: [
      { kind: "heading", level: 1, text: title, place: { row: 0, column: 0 } },
      { kind: "heading", level: 0, text: told, place: { row: 1, column: 0 }, span: stride - 2 },
      ...headings,
      ...(as === "values" ? pivots.map((pivot) => pivotCells(pivot, customers)) : []),
    ],
    pivots: as === "values" ? [] : pivots,
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    widths: pivots.flatMap(() => widths),
    // A page each, upright, with its name and headers over what doesn't fit one.
    print: {
      portrait: true,
      fit: {
        breaks: pivots.slice(1).map(({ place }) => place.column),
        scale: Math.min(MOST_SCALE, scaleToFit(onPaper, "portrait")),
      },
      titleRows: { from: top - 1, count: 2 },
      header: title,
    },
  };
}

/** Customers, revenue, its share, average order and revenue at risk, as far as the table has their columns. */
function valuesOn(customers: ReportTable, language: Language): PivotValue[] {
  const has = (id: string) => customers.columns.some((column) => column.id === id);
  const value = (
    id: PivotValue["id"],
    header: Message,
    format: PivotValue["format"],
    of: PivotValue["of"],
  ) => ({
    id,
    caption: say(header, language),
    format,
    of,
  });
  const money = "monetary";
  const all: (PivotValue | false)[] = [
    value("customers", { code: "summary.figure.customers" }, "integer", {
      kind: "count",
      column: countedColumn(customers),
    }),
    has(money) &&
      value("revenue", { code: "summary.figure.revenue" }, "money", { kind: "sum", column: money }),
    has(money) &&
      value("share", { code: "summary.column.revenue-share" }, "share", { kind: "share", column: money }),
    has(money) &&
      has("frequency") &&
      value("averageOrder", { code: "summary.figure.average-order" }, "money", {
        kind: "ratio",
        column: money,
        by: "frequency",
      }),
    has("revenueAtRisk") &&
      value("revenueAtRisk", { code: "summary.figure.revenue-at-risk" }, "money", {
        kind: "sum",
        column: "revenueAtRisk",
      }),
  ];
  return all.filter((one) => one !== false);
}

/**
 * The column whose cells are counted as customers: one that says something of each of them, and nothing in a row whose
 * customer is no longer in the data, which keeps its name. Not the tier, if it can be helped: a PivotTable groups by it,
 * and an Excel may take a field off one axis that is put on another.
 */
function countedColumn({ columns, rowCount }: ReportTable): string {
  const isFull = (id: string) => {
    const values = columns.find((column) => column.id === id)?.values;
    return (
      values && Array.from({ length: rowCount }, (_, row) => values[row] ?? "").every((cell) => cell !== "")
    );
  };
  return COUNTABLE.find(isFull) ?? "tier";
}

/** Result columns that mostly say something of everybody, and that no PivotTable groups by. */
const COUNTABLE: readonly string[] = [
  "abc",
  "monetary",
  "frequency",
  "recency",
  "rfm",
  "r",
  "f",
  "m",
  "lastPurchase",
  "activity",
  "nextAction",
];

function tierOrder({ policy }: Classification, language: Language): string[] {
  return [...policy.tiers.list.map(({ id }) => id), null].map((id) => tierLabel(id, policy, language));
}

function segmentOrder({ policy }: Classification, language: Language): string[] {
  const { rules, rest } = gridOf(policy);
  return [...rules.map(({ segment }) => segment), ...(rest === null ? [] : [rest])].map((id) =>
    segmentLabel(id, policy, language),
  );
}

/** A field with the items that occur: those of `order` in its order, then others with the most customers first. */
function fieldOf(table: ReportTable, id: string, order: readonly string[]): PivotField | null {
  const column = table.columns.find((one) => one.id === id);
  if (!column) return null;
  const found = itemsOf(column, table.rowCount);
  const ranks = new Map(
    [...order].reverse().map((label, at) => [itemKey(label), order.length - at] as const),
  );
  const rank = (item: string | null) =>
    item === null ? Infinity : (ranks.get(itemKey(item)) ?? order.length + 1);
  const items = [...found.values()]
    .sort(
      (a, b) =>
        rank(a.item) - rank(b.item) || b.count - a.count || (String(a.item) < String(b.item) ? -1 : 1),
    )
    .map(({ item }) => item);
  return {
    column: id,
    items,
    ...(order.length > 0 ? { labels: [...new Set([...order, ...texts(items)])] } : {}),
  };
}

const texts = (items: readonly (string | null)[]) => items.filter((item) => item !== null);

/** The items of a column, told apart as Excel does, each in its first spelling. */
function itemsOf({ values }: ReportColumn, rowCount: number) {
  const found = new Map<string, { readonly item: string | null; count: number }>();
  for (let row = 0; row < rowCount; row++) {
    const cell = values[row] ?? null;
    const key = itemKey(cell);
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { item: key === "" ? null : String(cell), count: 1 });
  }
  return found;
}
