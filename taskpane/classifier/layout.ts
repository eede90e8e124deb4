import type { Role } from "../../src/core/ledger/roles";
import type { Layout } from "../../src/excel/workbook-state";
import type { Choices, Source } from "./protocol";

/** A sheet of the open workbook, or a part of it, that is classified. */
export type SheetSource = Source & { readonly kind: "sheet" };

const ORDERS: readonly Choices["dateOrder"][] = ["dmy", "mdy", "ymd"];
const MODELS: readonly Choices["value"][] = ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"];

/** What the workbook is to remember of a run. Columns are named by their headers, for they may move. */
export function layoutOf(choices: Choices, source: Source, headers: readonly string[]): Layout {
  const { columns, beside, asOf, value, dateOrder, decimalMark, roles } = choices;
  return {
    columns,
    beside,
    asOf,
    value,
    dateOrder,
    decimalMark,
    source:
      source.kind === "sheet" && source.id !== null
        ? {
            sheet: source.id,
            table: source.table ?? null,
            address: source.address ?? null,
            roles: Object.fromEntries(
              Object.entries(roles).flatMap(([column, role]) => {
                const header = headers[Number(column)];
                return header === undefined ? [] : [[header, role]];
              }),
            ),
          }
        : null,
  };
}

/** What a layout says of a run, but for the columns' roles. What this version doesn't know is left as it is by itself. */
export function choicesOf(layout: Layout): Partial<Choices> {
  const { columns, beside, asOf, value, dateOrder, decimalMark } = layout;
  return {
    columns,
    beside,
    asOf,
    value: MODELS.find((model) => model === value) ?? null,
    dateOrder: ORDERS.find((order) => order === dateOrder) ?? null,
    decimalMark,
  };
}

/** The roles that were given to columns, by their places now; headers that are gone are passed over. */
export function rolesOf(layout: Layout | null, source: Source, headers: readonly string[]): Choices["roles"] {
  const before = layout?.source;
  if (!before || !isSource(before, source)) return {};
  return Object.fromEntries(
    Object.entries(before.roles).flatMap(([header, role]) => {
      const column = headers.indexOf(header);
      return column < 0 ? [] : [[column, role as Role | null]];
    }),
  );
}

/**
 * The roles of columns that are read again, by their places now. Where the columns are others than they were, those that
 * were recognised keep their roles too: a new column takes none of a column that is still there.
 *
 * @param given by the reader, by places as they were
 * @param used what each column was taken for
 */
export function rolesAgain(
  given: Choices["roles"],
  used: readonly { readonly column: number; readonly role: Role | null }[],
  before: readonly string[],
  now: readonly string[],
): Choices["roles"] {
  if (before.length === now.length && before.every((header, at) => header === now[at])) return given;
  const recognised = used.flatMap(({ column, role }) => (role === null ? [] : [[column, role]]));
  const roles: Choices["roles"] = { ...Object.fromEntries(recognised), ...given };
  return Object.fromEntries(
    Object.entries(roles).flatMap(([place, role]) => {
      const column = Number(place);
      const header = before[column];
      const at = header === undefined || now[column] === header ? column : now.indexOf(header);
      if (at >= 0) return [[at, role]];
      // Its header has been written anew, and the column is where it was.
      return column in given && before.length === now.length ? [[column, role]] : [];
    }),
  );
}

/** Where the workbook says its data stood at the last run. */
export function sourceOf(layout: Layout | null): SheetSource | null {
  const before = layout?.source;
  return before ? { kind: "sheet", id: before.sheet, table: before.table, address: before.address } : null;
}

function isSource(before: NonNullable<Layout["source"]>, source: Source): boolean {
  return (
    source.kind === "sheet" &&
    source.id === before.sheet &&
    (source.table ?? null) === before.table &&
    (source.address ?? null) === before.address
  );
}
