import type { PivotField, PivotLabelFilter, PivotTable, PivotValueFilter } from "../../workbook/pivot";
import { chooseItems, sortByLabels } from "../../workbook/pivot-edit";
import { itemsOf } from "../../workbook/pivot-source";
import { Refusal } from "../../workbook/refusal";
import { booleanValue, HostObject, textValue } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument, notSimulated } from "../host-error";
import type { PivotFieldTarget, PivotItemTarget } from "./analysis-targets";
import { change } from "./pivot-table";
import { fieldsOfHierarchy, renameField } from "./pivot-hierarchy";

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotfieldcollection: a hierarchy has exactly one field. */
const pivotFieldCollectionClass = hostClass("PivotFieldCollection", {
  collection: {
    of: "PivotField",
    items: (target) => [target],
    find: (target, key) =>
      [target.field.name, target.field.source].some(
        (name) => name.toLowerCase() === String(key).toLowerCase(),
      )
        ? target
        : undefined,
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
});

const itemTargets = ({ pivot, field }: PivotFieldTarget): PivotItemTarget[] =>
  itemsOf(pivot, field)
    .items.filter(({ present }) => present)
    .map((item) => ({ pivot, field, item }));

/** Excel refuses filters of a field that is on no axis: excel-add-ins-pivottables#filter-with-pivotfilters. */
const isPlaced = (pivot: PivotTable, field: PivotField): boolean => fieldsOfHierarchy(pivot).includes(field);

const FILTERS = ["Manual", "Label", "Value", "Date"] as const;

function clear(field: PivotField, filter: (typeof FILTERS)[number] | undefined): void {
  if (!filter || filter === "Manual") field.manual = undefined;
  if (!filter || filter === "Label") field.label = undefined;
  if (!filter || filter === "Value") field.valueFilter = undefined;
}

const isOn = (field: PivotField, filter: (typeof FILTERS)[number] | undefined): boolean =>
  ((!filter || filter === "Manual") && field.manual !== undefined) ||
  ((!filter || filter === "Label") && field.label !== undefined) ||
  ((!filter || filter === "Value") && field.valueFilter !== undefined);

/** The name of an item given as text or object. */
const itemName = (item: unknown): string => {
  if (item instanceof HostObject) return (item.target as PivotItemTarget).item.name;
  if (typeof item !== "string") throw invalidArgument("an item or its name");
  return item;
};

const word = (condition: unknown): string => {
  if (typeof condition !== "string" || condition === "") throw invalidArgument("a condition");
  return condition[0]!.toUpperCase() + condition.slice(1);
};

/** Puts filters on a field; one kind replaces another unless the PivotTable allows several a field. */
function applyFilters(
  pivot: PivotTable,
  field: PivotField,
  filters: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  if (!isPlaced(pivot, field)) {
    return new Refusal(
      "InvalidOperation",
      "A field must be in a hierarchy of the PivotTable before it can be filtered.",
    );
  }
  if (filters["dateFilter"]) return new Refusal("NotImplemented", "not simulated: PivotFilters.dateFilter");
  if (!pivot.options.allowMultipleFiltersPerField) clear(field, undefined);
  const manual = filters["manualFilter"] as { selectedItems?: unknown[] } | undefined;
  if (manual) {
    const refused = chooseItems(pivot, field, (manual.selectedItems ?? []).map(itemName));
    if (refused) return refused;
  }
  const label = filters["labelFilter"] as PivotLabelFilter | undefined;
  if (label) field.label = { ...label, condition: word(label.condition) };
  const value = filters["valueFilter"] as PivotValueFilter | undefined;
  if (value) {
    const data = pivot.data.find(({ name }) => name.toLowerCase() === String(value.value).toLowerCase());
    if (!data) return new Refusal("InvalidArgument", "The filter's value must name a data hierarchy.");
    field.valueFilter = { ...value, condition: word(value.condition), value: data.name };
  }
  return undefined;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotfield */
const pivotFieldClass = hostClass("PivotField", {
  identity: ({ field }) => field.source,
  properties: {
    id: { since: "1.8", get: ({ field }) => field.source },
    name: { since: "1.8", get: ({ field }) => field.name, set: renameField },
    showAllItems: {
      since: "1.8",
      get: ({ field }) => field.showAllItems,
      set: (_, value) => {
        if (booleanValue(value)) throw notSimulated("PivotField.showAllItems = true");
      },
    },
    subtotals: {
      since: "1.8",
      get: ({ field }) => ({ automatic: field.subtotals === "Automatic" }),
      set: ({ pivot, field }, value, run) => {
        const given = (value ?? {}) as Readonly<Record<string, unknown>>;
        const own = Object.keys(given).find((name) => name !== "automatic" && given[name] === true);
        if (own) throw notSimulated(`PivotField.subtotals.${own}`);
        return change(
          pivot,
          run,
          () => void (field.subtotals = given["automatic"] === true ? "Automatic" : "Off"),
        );
      },
    },
  },
  navigations: {
    items: {
      since: "1.8",
      class: "PivotItemCollection",
      get: (target) => ({ pivot: target.pivot, items: itemTargets(target) }),
    },
  },
  methods: {
    applyFilter: {
      since: "1.12",
      call: ({ pivot, field }, args, run) => {
        const filters = args.options(0);
        return change(pivot, run, () => applyFilters(pivot, field, filters));
      },
    },
    clearAllFilters: {
      since: "1.12",
      call: ({ pivot, field }, _, run) => change(pivot, run, () => clear(field, undefined)),
    },
    clearFilter: {
      since: "1.12",
      call: ({ pivot, field }, args, run) => {
        const kind = args.oneOf(0, FILTERS);
        return change(pivot, run, () => clear(field, kind));
      },
    },
    getFilters: {
      since: "1.12",
      call: ({ field }) => ({
        ...(field.manual && { manualFilter: { selectedItems: [...field.manual] } }),
        ...(field.label && { labelFilter: field.label }),
        ...(field.valueFilter && { valueFilter: field.valueFilter }),
      }),
    },
    isFiltered: {
      since: "1.12",
      call: ({ field }, args) => isOn(field, args.has(0) ? args.oneOf(0, FILTERS) : undefined),
    },
    sortByLabels: {
      since: "1.8",
      call: ({ pivot, field }, args, run) => {
        // The client makes true of "Ascending" and false of "Descending".
        const given = args.raw(0);
        const descending =
          typeof given === "boolean" ? !given : args.oneOf(0, ["Ascending", "Descending"]) === "Descending";
        return change(pivot, run, () => sortByLabels(pivot, field, descending));
      },
    },
    sortByValues: {
      since: "1.9",
      call: ({ pivot, field }, args, run) => {
        const descending = args.oneOf(0, ["Ascending", "Descending"]) === "Descending";
        const { data } = args.object(1, "DataPivotHierarchy");
        if (args.has(2) && args.list(2).length > 0)
          throw notSimulated("PivotField.sortByValues with pivotItemScope");
        return change(
          pivot,
          run,
          () => void (field.sort = { by: "values", descending, hierarchy: data.name }),
        );
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotitemcollection */
const pivotItemCollectionClass = hostClass("PivotItemCollection", {
  collection: {
    of: "PivotItem",
    items: ({ items }) => items,
    find: ({ items }, key) => items.find(({ item }) => item.name.toLowerCase() === String(key).toLowerCase()),
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotitem */
const pivotItemClass = hostClass("PivotItem", {
  identity: ({ item }) => item.name,
  properties: {
    id: { since: "1.8", get: ({ item }) => item.name },
    isExpanded: {
      since: "1.8",
      get: ({ item }) => item.expanded,
      set: ({ pivot, item }, value, run) => {
        const expanded = booleanValue(value);
        return change(pivot, run, () => void (item.expanded = expanded));
      },
    },
    name: {
      since: "1.8",
      get: ({ item }) => item.name,
      set: ({ pivot, field, item }, value, run) => {
        const name = textValue(value);
        const taken = itemsOf(pivot, field).items.some(
          (one) => one !== item && one.name.toLowerCase() === name.toLowerCase(),
        );
        if (name === "" || taken) throw invalidArgument("the field has another item of that name");
        return change(pivot, run, () => void (item.name = name));
      },
    },
    visible: {
      since: "1.8",
      get: ({ field, item }) => field.manual?.has(item.name) ?? true,
      set: ({ pivot, field, item }, value, run) => {
        const visible = booleanValue(value);
        return change(pivot, run, () => {
          const seen = new Set(field.manual ?? itemsOf(pivot, field).items.map(({ name }) => name));
          if (visible) seen.add(item.name);
          else seen.delete(item.name);
          return chooseItems(pivot, field, [...seen]);
        });
      },
    },
  },
});

export const pivotFieldClasses = [
  pivotFieldCollectionClass,
  pivotFieldClass,
  pivotItemCollectionClass,
  pivotItemClass,
] as unknown as readonly HostClass[];
