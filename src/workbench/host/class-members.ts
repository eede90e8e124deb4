import type { Arguments } from "./arguments";
import { invalidArgument, itemNotFound } from "./host-error";
import type { Run } from "./run";
import type { ClassName, HostClass, Method, Navigation, Property } from "./host-class";

/** The members of one class under the host's names, in any case: "GetItem" and "getItem" are one. */
export interface ClassMembers {
  readonly table: HostClass;
  readonly properties: ReadonlyMap<string, NamedMember<Property<unknown>>>;
  readonly navigations: ReadonlyMap<string, NamedMember<Navigation<unknown>>>;
  readonly methods: ReadonlyMap<string, NamedMember<Method<unknown>>>;
  /** What the client calls to start and stop listening to an event, and which. */
  readonly eventCalls: ReadonlyMap<
    string,
    { readonly event: string; readonly start: boolean; readonly since: string }
  >;
}

/** A member with its name as documented ("rowIndex") and as the reply has it ("RowIndex"). */
export interface NamedMember<M> {
  readonly name: string;
  readonly wireName: string;
  readonly member: M;
}

/** Every class the host models, by name. */
export type HostClasses = ReadonlyMap<string, ClassMembers>;

/**
 * Makes what the engine looks members up in. A class may stand in several tables (a file about tables adds
 * `Worksheet.tables`); refuses (our own bug) one member in two of them.
 */
export function hostClassesOf(tables: readonly HostClass[]): HostClasses {
  const merged = new Map<string, HostClass>();
  for (const table of tables) {
    const known = merged.get(table.name);
    merged.set(table.name, known ? mergedTables(known, table) : table);
  }
  return new Map([...merged].map(([name, table]) => [name, membersOf(table)]));
}

function mergedTables(one: HostClass, other: HostClass): HostClass {
  const names = (table: HostClass) =>
    [table.properties, table.navigations, table.methods, table.events ?? {}].flatMap((members) =>
      Object.keys(members),
    );
  const both = names(one).filter((name) => names(other).includes(name));
  if (both.length > 0) throw new Error(`Two tables for ${one.name}.${both.join(", ")}`);
  return {
    ...one,
    ...other,
    identity: (other.identity ?? one.identity) as HostClass["identity"],
    collection: (other.collection ?? one.collection) as HostClass["collection"],
    properties: { ...one.properties, ...other.properties },
    navigations: { ...one.navigations, ...other.navigations },
    methods: { ...one.methods, ...other.methods },
    events: { ...one.events, ...other.events },
  } as HostClass;
}

function membersOf(table: HostClass): ClassMembers {
  const eventCalls = new Map<string, { event: string; start: boolean; since: string }>();
  for (const [event, { since, register, unregister }] of Object.entries(table.events ?? {})) {
    eventCalls.set(register.toLowerCase(), { event, start: true, since });
    eventCalls.set(unregister.toLowerCase(), { event, start: false, since });
  }
  return {
    table,
    properties: named(table.properties as Record<string, Property<unknown>>),
    navigations: named(table.navigations as Record<string, Navigation<unknown>>),
    methods: named({ ...collectionMethods(table), ...(table.methods as Record<string, Method<unknown>>) }),
    eventCalls,
  };
}

/** The methods every collection has, made of its items. */
function collectionMethods(table: HostClass): Record<string, Method<unknown>> {
  const { collection } = table;
  if (!collection) return {};
  const of = collection.of as ClassName;
  const items = (target: unknown, run: Parameters<typeof collection.items>[1]) =>
    collection.items(target as never, run);
  const methods: Record<string, Method<unknown>> = {};
  const add = (name: string, member: unknown) => {
    methods[name] = member as Method<unknown>;
  };
  if (collection.getItem) {
    // Some collections' items are found again by `_GetItem` with their id.
    for (const name of ["getItem", "_GetItem"])
      add(
        name,
        method(collection.getItem, of, (target, args, run) => {
          const found = collection.find(target as never, args.key(0), run);
          if (found === undefined) throw itemNotFound();
          return found;
        }),
      );
  }
  if (collection.getItemOrNullObject) {
    add(
      "getItemOrNullObject",
      method(
        collection.getItemOrNullObject,
        of,
        (target, args, run) => collection.find(target as never, args.key(0), run) ?? null,
      ),
    );
  }
  if (collection.getItemAt) {
    add(
      "getItemAt",
      method(collection.getItemAt, of, (target, args, run) => {
        const found = items(target, run)[args.whole(0)];
        if (found === undefined) throw invalidArgument(`${args.method}: no item ${String(args.raw(0))}`);
        return found;
      }),
    );
  }
  if (collection.getCount) {
    add("getCount", {
      since: collection.getCount,
      call: (target: unknown, _: unknown, run: never) => items(target, run).length,
    });
  }
  return methods;
}

const method = (
  since: string,
  returns: ClassName,
  call: (target: unknown, args: Arguments, run: Run) => unknown,
) => ({
  since,
  returns,
  call,
});

function named<M>(members: Readonly<Record<string, M>>): Map<string, NamedMember<M>> {
  return new Map(
    Object.entries(members).map(([name, member]) => [
      name.toLowerCase(),
      { name, wireName: name[0]!.toUpperCase() + name.slice(1), member },
    ]),
  );
}
