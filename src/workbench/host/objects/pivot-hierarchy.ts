import {
  AGGREGATIONS,
  SHOW_AS,
  type DataHierarchy,
  type PivotField,
  type PivotTable,
  type ShowAs,
} from "../../workbook/pivot";
import { addData, fieldNamed, moveField, placeField, renameData, summarize } from "../../workbook/pivot-edit";
import { Refusal } from "../../workbook/refusal";
import { booleanValue, enumerated, numberValue, textValue, wordOf } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { granted, invalidArgument, notSimulated } from "../host-error";
import type { Run } from "../run";
import type { DataHierarchyTarget, PivotFieldTarget } from "./analysis-targets";
import { change } from "./pivot-table";

const targets = (pivot: PivotTable, fields: readonly PivotField[]): PivotFieldTarget[] =>
  fields.map((field) => ({ pivot, field }));

const named = (
  pivot: PivotTable,
  fields: readonly PivotField[],
  key: string | number,
): PivotFieldTarget | undefined => {
  const folded = String(key).toLowerCase();
  const field =
    fields.find(({ name }) => name.toLowerCase() === folded) ??
    fields.find(({ source }) => source.toLowerCase() === folded);
  return field && { pivot, field };
};

/** Gives a field another caption; one that another field or data hierarchy has is refused. */
export function renameField(target: PivotFieldTarget, value: unknown, run: Run): unknown {
  const { pivot, field } = target;
  const name = textValue(value);
  const other = fieldNamed(pivot, name);
  const taken =
    name === "" ||
    (other && other !== field) ||
    pivot.data.some((one) => one.name.toLowerCase() === name.toLowerCase());
  if (taken) return new Refusal("InvalidArgument", "PivotTable field name already exists.");
  return change(pivot, run, () => void (field.name = name));
}

const fieldName: Property<PivotFieldTarget> = {
  since: "1.8",
  get: ({ field }) => field.name,
  set: renameField,
};

const fieldId: Property<PivotFieldTarget> = { since: "1.8", get: ({ field }) => field.source };

/** https://learn.microsoft.com/javascript/api/excel/excel.pivothierarchycollection */
const pivotHierarchyCollectionClass = hostClass("PivotHierarchyCollection", {
  collection: {
    of: "PivotHierarchy",
    items: (pivot) => targets(pivot, pivot.fields),
    find: (pivot, key) => named(pivot, pivot.fields, key),
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pivothierarchy */
const pivotHierarchyClass = hostClass("PivotHierarchy", {
  identity: ({ field }) => field.source,
  properties: { id: fieldId, name: fieldName },
  navigations: { fields: { since: "1.8", class: "PivotFieldCollection", get: (target) => target } },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rowcolumnpivothierarchycollection */
const rowColumnCollectionClass = hostClass("RowColumnPivotHierarchyCollection", {
  collection: {
    of: "RowColumnPivotHierarchy",
    items: ({ pivot, axis }) => targets(pivot, pivot[axis]),
    find: ({ pivot, axis }, key) => named(pivot, pivot[axis], key),
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
  methods: {
    add: {
      since: "1.8",
      returns: "RowColumnPivotHierarchy",
      call: ({ pivot, axis }, args, run) => {
        const { field } = own(pivot, args.object(0, "PivotHierarchy"));
        granted(change(pivot, run, () => placeField(pivot, field, axis)));
        return { pivot, field };
      },
    },
    remove: {
      since: "1.8",
      call: ({ pivot, axis }, args, run) => {
        const { field } = own(pivot, args.object(0, "RowColumnPivotHierarchy"));
        if (!pivot[axis].includes(field)) throw invalidArgument("the hierarchy is not on this axis");
        return change(pivot, run, () => void (pivot[axis] = pivot[axis].filter((one) => one !== field)));
      },
    },
  },
});

/** The hierarchy of an argument, which must be of the same PivotTable. */
function own<T extends { readonly pivot: PivotTable }>(pivot: PivotTable, target: T): T {
  if (target.pivot !== pivot) throw invalidArgument("the hierarchy is of another PivotTable");
  return target;
}

const axisOf = ({ pivot, field }: PivotFieldTarget): PivotField[] =>
  [pivot.rows, pivot.columns, pivot.filters].find((fields) => fields.includes(field)) ?? [];

const position: Property<PivotFieldTarget> = {
  since: "1.8",
  get: (target) => axisOf(target).indexOf(target.field),
  set: (target, value, run) => {
    const place = numberValue(value);
    return change(target.pivot, run, () => moveField(axisOf(target), target.field, place));
  },
};

/** What a field is when nobody has changed it. */
function toDefault(field: PivotField): void {
  field.name = field.source;
  field.earlier = [];
  field.interned = undefined;
  field.sort = { by: "none" };
  field.subtotals = "Automatic";
  field.manual = undefined;
  field.label = undefined;
  field.valueFilter = undefined;
  field.severalItems = false;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rowcolumnpivothierarchy */
const rowColumnClass = hostClass("RowColumnPivotHierarchy", {
  identity: ({ field }) => field.source,
  properties: { id: fieldId, name: fieldName, position },
  navigations: { fields: { since: "1.8", class: "PivotFieldCollection", get: (target) => target } },
  methods: {
    setToDefault: {
      since: "1.8",
      call: ({ pivot, field }, _, run) => change(pivot, run, () => toDefault(field)),
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.filterpivothierarchycollection */
const filterCollectionClass = hostClass("FilterPivotHierarchyCollection", {
  collection: {
    of: "FilterPivotHierarchy",
    items: (pivot) => targets(pivot, pivot.filters),
    find: (pivot, key) => named(pivot, pivot.filters, key),
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
  methods: {
    add: {
      since: "1.8",
      returns: "FilterPivotHierarchy",
      call: (pivot, args, run) => {
        const { field } = own(pivot, args.object(0, "PivotHierarchy"));
        granted(change(pivot, run, () => placeField(pivot, field, "filters")));
        return { pivot, field };
      },
    },
    remove: {
      since: "1.8",
      call: (pivot, args, run) => {
        const { field } = own(pivot, args.object(0, "FilterPivotHierarchy"));
        return change(pivot, run, () => void (pivot.filters = pivot.filters.filter((one) => one !== field)));
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.filterpivothierarchy */
const filterClass = hostClass("FilterPivotHierarchy", {
  identity: ({ field }) => field.source,
  properties: {
    id: fieldId,
    name: fieldName,
    position,
    enableMultipleFilterItems: {
      since: "1.8",
      get: ({ field }) => field.severalItems,
      set: ({ pivot, field }, value, run) => {
        const several = booleanValue(value);
        return change(pivot, run, () => void (field.severalItems = several));
      },
    },
  },
  navigations: { fields: { since: "1.8", class: "PivotFieldCollection", get: (target) => target } },
  methods: {
    setToDefault: {
      since: "1.8",
      call: ({ pivot, field }, _, run) => change(pivot, run, () => toDefault(field)),
    },
  },
});

/** All fields that are on an axis or are data. */
export const fieldsOfHierarchy = (pivot: PivotTable): PivotField[] => [
  ...pivot.rows,
  ...pivot.columns,
  ...pivot.filters,
  ...pivot.data.map(({ field }) => field),
];

const dataTargets = (pivot: PivotTable): DataHierarchyTarget[] => pivot.data.map((data) => ({ pivot, data }));

/** https://learn.microsoft.com/javascript/api/excel/excel.datapivothierarchycollection */
const dataCollectionClass = hostClass("DataPivotHierarchyCollection", {
  collection: {
    of: "DataPivotHierarchy",
    items: dataTargets,
    find: (pivot, key) =>
      dataTargets(pivot).find(
        ({ data }) => data.id === key || data.name.toLowerCase() === String(key).toLowerCase(),
      ),
    getItem: "1.8",
    getItemOrNullObject: "1.8",
    getCount: "1.8",
  },
  methods: {
    add: {
      since: "1.8",
      returns: "DataPivotHierarchy",
      call: (pivot, args, run) => {
        const { field } = own(pivot, args.object(0, "PivotHierarchy"));
        let data: DataHierarchy | undefined;
        granted(change(pivot, run, () => void (data = addData(pivot, field))));
        return { pivot, data: data! };
      },
    },
    remove: {
      since: "1.8",
      call: (pivot, args, run) => {
        const { data } = own(pivot, args.object(0, "DataPivotHierarchy"));
        return change(pivot, run, () => void (pivot.data = pivot.data.filter((one) => one !== data)));
      },
    },
  },
});

/** A rule of how to show a summary; ways that aren't computed here fail by name. */
function showAsOf(value: unknown): ShowAs {
  const calculation = (value as { calculation?: unknown } | null)?.calculation;
  if (typeof calculation !== "string") throw invalidArgument("a rule with its calculation");
  const word = wordOf(calculation, SHOW_AS);
  if (word === undefined) throw notSimulated(`DataPivotHierarchy.showAs ${calculation}`);
  return word;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datapivothierarchy */
const dataClass = hostClass("DataPivotHierarchy", {
  identity: ({ data }) => data.id,
  properties: {
    id: { since: "1.8", get: ({ data }) => data.id },
    name: {
      since: "1.8",
      get: ({ data }) => data.name,
      set: ({ pivot, data }, value, run) => {
        const name = textValue(value);
        return change(pivot, run, () => renameData(pivot, data, name));
      },
    },
    numberFormat: {
      since: "1.8",
      get: ({ data }) => data.numberFormat || (data.showAs === "None" ? "General" : "0.00%"),
      set: ({ pivot, data }, value, run) => {
        const format = textValue(value);
        return change(pivot, run, () => void (data.numberFormat = format));
      },
    },
    position: {
      since: "1.8",
      get: ({ pivot, data }) => pivot.data.indexOf(data),
      set: ({ pivot, data }, value, run) => {
        const place = numberValue(value);
        return change(pivot, run, () => moveField(pivot.data, data, place));
      },
    },
    showAs: {
      since: "1.8",
      get: ({ data }) => ({ calculation: data.showAs }),
      set: ({ pivot, data }, value, run) => {
        const showAs = showAsOf(value);
        return change(pivot, run, () => void (data.showAs = showAs));
      },
    },
    summarizeBy: {
      since: "1.8",
      get: ({ data }) => data.summarizeBy,
      set: ({ pivot, data }, value, run) => {
        const word = enumerated(value, ["Automatic", ...AGGREGATIONS]);
        const numbers = data.field.values.every((one) => typeof one === "number");
        const by = word === "Automatic" ? (numbers ? "Sum" : "Count") : word;
        return change(pivot, run, () => summarize(pivot, data, by));
      },
    },
  },
  navigations: {
    field: { since: "1.8", class: "PivotField", get: ({ pivot, data }) => ({ pivot, field: data.field }) },
  },
  methods: {
    setToDefault: {
      since: "1.8",
      call: ({ pivot, data }, _, run) =>
        change(pivot, run, () => {
          data.showAs = "None";
          data.numberFormat = "";
          data.automaticName = true;
          summarize(pivot, data, data.field.values.every((one) => typeof one === "number") ? "Sum" : "Count");
        }),
    },
  },
});

export const pivotHierarchyClasses = [
  pivotHierarchyCollectionClass,
  pivotHierarchyClass,
  rowColumnCollectionClass,
  rowColumnClass,
  filterCollectionClass,
  filterClass,
  dataCollectionClass,
  dataClass,
] as unknown as readonly HostClass[];
