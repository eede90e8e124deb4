import type { PivotField, PivotTable, PivotValueFilter } from "../workbook/pivot";

/** The operators of a file by the conditions of Office.js, with what each is when it is turned round. */
const OPERATORS: Readonly<Record<string, readonly [plain: string, exclusive: string]>> = {
  Equals: ["equal", "notEqual"],
  GreaterThan: ["greaterThan", "lessThanOrEqual"],
  GreaterThanOrEqualTo: ["greaterThanOrEqual", "lessThan"],
  LessThan: ["lessThan", "greaterThanOrEqual"],
  LessThanOrEqualTo: ["lessThanOrEqual", "greaterThan"],
};

const named = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const custom = (operator: string, value: number): string =>
  `<customFilter${operator === "equal" ? "" : ` operator="${operator}"`} val="${value}"/>`;

/** What a filter is called in a file and its comparisons; undefined for the first so many, which aren't written. */
function comparisons(filter: PivotValueFilter): { type: string; xml: string } | undefined {
  const out = filter.exclusive === true;
  if (filter.condition === "Between") {
    const { lowerBound = 0, upperBound = 0 } = filter;
    return out
      ? {
          type: "valueNotBetween",
          xml: `<customFilters>${custom("lessThan", lowerBound)}${custom("greaterThan", upperBound)}</customFilters>`,
        }
      : {
          type: "valueBetween",
          xml: `<customFilters and="1">${custom("greaterThanOrEqual", lowerBound)}${custom("lessThanOrEqual", upperBound)}</customFilters>`,
        };
  }
  const operator = OPERATORS[filter.condition]?.[out ? 1 : 0];
  if (operator === undefined) return undefined;
  return {
    type: `value${named(operator)}`,
    xml: `<customFilters>${custom(operator, filter.comparator ?? 0)}</customFilters>`,
  };
}

const measureOf = ({ data }: PivotTable, { value }: PivotValueFilter): number =>
  data.findIndex(({ name }) => name === value);

/** Whether a filter of a field by values can be written; a field without one has nothing to write. */
export function hasWritableFilter(pivot: PivotTable, { valueFilter }: PivotField): boolean {
  return !valueFilter || (comparisons(valueFilter) !== undefined && measureOf(pivot, valueFilter) >= 0);
}

/** The filters by values of a PivotTable (CT_PivotFilters, ECMA-376-1, 18.10.1.34). */
export function filtersXml(pivot: PivotTable): string {
  const filters = pivot.fields.flatMap(({ valueFilter }, at) => {
    const made = valueFilter && comparisons(valueFilter);
    return made ? [{ ...made, at, measure: measureOf(pivot, valueFilter) }] : [];
  });
  if (filters.length === 0) return "";
  const xml = filters.map(
    (one, id) =>
      `<filter fld="${one.at}" type="${one.type}" evalOrder="-1" id="${id + 1}" iMeasureFld="${one.measure}">` +
      `<autoFilter ref="A1"><filterColumn colId="0">${one.xml}</filterColumn></autoFilter></filter>`,
  );
  return `<filters count="${filters.length}">${xml.join("")}</filters>`;
}
