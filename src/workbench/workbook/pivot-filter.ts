import type { CellValue } from "./cell-value";
import type { PivotField, PivotItem, PivotLabelFilter, PivotTable, PivotValueFilter } from "./pivot";
import { itemsOf } from "./pivot-source";

/**
 * Which items of a field its manual and label filters let through, by place; undefined where it has none. A filter works
 * whether or not its field is on the PivotTable: a slicer's field often isn't.
 */
export function allowedItems(pivot: PivotTable, field: PivotField): readonly boolean[] | undefined {
  if (!field.manual && !field.label) return undefined;
  return itemsOf(pivot, field).items.map(
    (item) => (field.manual?.has(item.name) ?? true) && (!field.label || matchesLabel(item, field.label)),
  );
}

/** Which records may be counted; undefined where all are. */
export function allowedRecords(pivot: PivotTable): ((record: number) => boolean) | undefined {
  const tests = pivot.fields.flatMap((field) => {
    const items = allowedItems(pivot, field);
    return items ? [{ items, records: itemsOf(pivot, field).records }] : [];
  });
  if (tests.length === 0) return undefined;
  return (record) => tests.every(({ items, records }) => items[records[record]!]);
}

const same = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: "accent" }) === 0;

/** Numbers are compared as numbers, anything else as text in any case. */
function compare(item: PivotItem, bound: string): number {
  const number = Number(bound);
  if (typeof item.value === "number" && bound.trim() !== "" && Number.isFinite(number))
    return item.value - number;
  return item.name.localeCompare(bound, undefined, { sensitivity: "accent" });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.labelfiltercondition */
function matchesLabel(item: PivotItem, filter: PivotLabelFilter): boolean {
  const name = item.name.toLowerCase();
  const part = (filter.substring ?? filter.comparator ?? "").toLowerCase();
  const comparator = filter.comparator ?? "";
  const passes = (): boolean => {
    switch (filter.condition) {
      case "Equals":
        return same(item.name, comparator);
      case "BeginsWith":
        return name.startsWith(part);
      case "EndsWith":
        return name.endsWith(part);
      case "Contains":
        return name.includes(part);
      case "GreaterThan":
        return compare(item, comparator) > 0;
      case "GreaterThanOrEqualTo":
        return compare(item, comparator) >= 0;
      case "LessThan":
        return compare(item, comparator) < 0;
      case "LessThanOrEqualTo":
        return compare(item, comparator) <= 0;
      default:
        return compare(item, filter.lowerBound ?? "") >= 0 && compare(item, filter.upperBound ?? "") <= 0;
    }
  };
  return passes() !== (filter.exclusive === true);
}

/**
 * Which of the items beside each other a value filter lets through, from the total of each.
 * https://learn.microsoft.com/javascript/api/excel/excel.valuefiltercondition
 */
export function passValues(totals: readonly CellValue[], filter: PivotValueFilter): boolean[] {
  const numbers = totals.map((total) => (typeof total === "number" ? total : 0));
  const exclusive = filter.exclusive === true;
  if (filter.condition === "TopN" || filter.condition === "BottomN") {
    const chosen = extreme(numbers, filter);
    return numbers.map((_, index) => chosen.has(index) !== exclusive);
  }
  const comparator = filter.comparator ?? 0;
  return numbers.map((number) => {
    switch (filter.condition) {
      case "Equals":
        return (number === comparator) !== exclusive;
      case "GreaterThan":
        return number > comparator !== exclusive;
      case "GreaterThanOrEqualTo":
        return number >= comparator !== exclusive;
      case "LessThan":
        return number < comparator !== exclusive;
      case "LessThanOrEqualTo":
        return number <= comparator !== exclusive;
      default:
        return (
          (number >= (filter.lowerBound ?? -Infinity) && number <= (filter.upperBound ?? Infinity)) !==
          exclusive
        );
    }
  });
}

/** The first so many items, so many percent of them, or as many as it takes to reach a sum; ties with the last stay in. */
function extreme(numbers: readonly number[], filter: PivotValueFilter): Set<number> {
  const sign = filter.condition === "TopN" ? -1 : 1;
  const order = numbers.map((_, index) => index).sort((a, b) => sign * (numbers[a]! - numbers[b]!) || a - b);
  const threshold = filter.threshold ?? 0;
  let count = 0;
  if (filter.selectionType === "Sum") {
    for (let sum = 0; count < order.length && sum < threshold; count += 1) sum += numbers[order[count]!]!;
  } else if (filter.selectionType === "Percent") {
    const all = numbers.reduce((sum, number) => sum + number, 0);
    for (let sum = 0; count < order.length && sum < (threshold / 100) * all; count += 1)
      sum += numbers[order[count]!]!;
  } else count = Math.min(threshold, order.length);
  const last = numbers[order[count - 1] ?? -1];
  while (count > 0 && count < order.length && numbers[order[count]!] === last) count += 1;
  return new Set(order.slice(0, count));
}
