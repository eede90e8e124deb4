import type { Arguments } from "./arguments";
import type { Run } from "./run";

/**
 * What stands behind the proxy of each class: the target of a class's members. Every file of host/objects adds its own
 * by declaration merging:
 *
 *     declare module "../host-class" { interface HostTargets { Table: Table } }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface HostTargets {}

/** The name of an Office.js class as its documentation page has it: "Range", "TableColumnCollection". */
export type ClassName = keyof HostTargets;

/** The ExcelApi requirement set a member came with: "1.1" … "1.17", or the set's whole name: "ExcelApiDesktop 1.1". */
export type Since = string;

/** A scalar property. Without `set` it can't be written; `get` answers plain JSON. */
export interface Property<T> {
  readonly since: Since;
  get(target: T, run: Run): unknown;
  set?(target: T, value: unknown, run: Run): void;
  /** True where `load()` without a list leaves it out, since the client's class doesn't know it or it costs too much. */
  readonly onlyWhenNamed?: boolean;
}

/** A property that is another object. `null` makes its `isNullObject` true. */
export type Navigation<T> = {
  [C in ClassName]: {
    readonly since: Since;
    readonly class: C;
    get(target: T, run: Run): HostTargets[C] | null;
  };
}[ClassName];

/** A method: one that answers a plain value (or nothing), or one that answers an object of the class `returns`. */
export type Method<T> =
  | {
      readonly since: Since;
      readonly returns?: undefined;
      call(target: T, args: Arguments, run: Run): unknown;
    }
  | {
      [C in ClassName]: {
        readonly since: Since;
        readonly returns: C;
        /** `null` makes `isNullObject` of the result true: for methods …OrNullObject. Others throw `itemNotFound()`. */
        call(target: T, args: Arguments, run: Run): HostTargets[C] | null;
      };
    }[ClassName];

/**
 * The items of a collection class. From this the engine makes `items` (with every form of `load`: "items/name",
 * `$all`, `$top`, `$skip`), the indexer and the methods of which a `since` is given.
 */
export type Collection<T> = {
  [C in ClassName]: {
    readonly of: C;
    items(target: T, run: Run): readonly HostTargets[C][];
    /** The item of a name or id as `getItem` takes it; `undefined` where there is none. */
    find(target: T, key: string | number, run: Run): HostTargets[C] | undefined;
    readonly getItem?: Since;
    readonly getItemOrNullObject?: Since;
    readonly getItemAt?: Since;
    readonly getCount?: Since;
  };
}[ClassName];

/** One class of Office.js as a table of its members, in camelCase as its documentation page names them. */
export interface HostClass<C extends ClassName = ClassName> {
  readonly name: C;
  /**
   * What the client finds an item again by, through its collection's indexer: `find` must know it. Without it the client
   * counts (`getItemAt`). A sheet's id, a table's id, a setting's key.
   */
  identity?(target: HostTargets[C]): string | number;
  readonly properties: Readonly<Record<string, Property<HostTargets[C]>>>;
  readonly navigations: Readonly<Record<string, Navigation<HostTargets[C]>>>;
  readonly methods: Readonly<Record<string, Method<HostTargets[C]>>>;
  readonly collection?: Collection<HostTargets[C]>;
  /**
   * Events that can be listened to, by the name of the property ("onChanged") and what the client calls to start it
   * ("_RegisterDataChangedEvent"). See events.ts for how one is told.
   */
  readonly events?: Readonly<
    Record<string, { readonly since: Since; readonly register: string; readonly unregister: string }>
  >;
}

/**
 * Makes the table of one class, or of a part of its members: tables of the same class are put together, so the file of
 * tables has `hostClass("Worksheet", { navigations: { tables: … } })`. What isn't in any is refused as `not simulated: <class>.<member>`.
 *
 *     export const tableClass = hostClass("Table", {
 *       identity: (table) => table.id,
 *       properties: {
 *         name: { since: "1.1", get: (table) => table.name, set: (table, value, run) => … },
 *       },
 *       navigations: {
 *         columns: { since: "1.1", class: "TableColumnCollection", get: (table) => table },
 *       },
 *       methods: {
 *         getRange: { since: "1.1", returns: "Range", call: (table) => rangeOf(table.sheet, table.area) },
 *         delete: { since: "1.1", call: (table, args, run) => … },
 *       },
 *     });
 */
export function hostClass<C extends ClassName>(
  name: C,
  table: Partial<Omit<HostClass<C>, "name">>,
): HostClass<C> {
  return { properties: {}, navigations: {}, methods: {}, ...table, name };
}
