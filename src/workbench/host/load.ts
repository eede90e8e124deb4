import type { HostObject } from "./arguments";
import { HostObject as Behind } from "./arguments";
import type { ClassMembers, HostClasses } from "./class-members";
import { HostError, invalidArgument, notSimulated } from "./host-error";
import { supportsSince } from "./profile";
import type { QueryInfo } from "./protocol";
import type { Run } from "./run";

interface LoadSurroundings {
  readonly classes: HostClasses;
  readonly run: Run;
  /** Told which member is being read: "Range.values". */
  at(location: string): void;
}

/** Names to load, as a tree: "format/fill/color" is { format: { fill: { color: {} } } }. */
type Wanted = Map<string, Wanted>;

/**
 * What a `load` answers: values under the host's names, objects nested, a collection's items under `_Items`. Without a
 * list all scalar properties are loaded: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#load
 */
export function loadedValue(
  object: HostObject,
  query: QueryInfo,
  around: LoadSurroundings,
): Record<string, unknown> {
  const wanted = wantedOf(query);
  const members = membersOf(object, around);
  return members.table.collection
    ? collectionValue(object, members, wanted, query, around)
    : objectValue(object.target, members, wanted, around);
}

function wantedOf({ Select, Expand }: QueryInfo): Wanted {
  const wanted: Wanted = new Map();
  // "$all" stands for all scalar properties, "$none" for none of them.
  for (const path of Select ?? [])
    if (path !== "$none") add(wanted, path.replace(/\$all$/, "*").split(/[/.]/));
  if (!Select || Select.length === 0) wanted.set("*", new Map());
  for (const path of Expand ?? []) add(wanted, path.split(/[/.]/));
  return wanted;
}

function add(wanted: Wanted, [first, ...rest]: readonly string[]): void {
  if (first === undefined || first === "") return;
  const key = first.toLowerCase();
  const within = wanted.get(key) ?? new Map();
  wanted.set(key, within);
  add(within, rest);
}

function membersOf(object: { readonly className: string }, around: LoadSurroundings): ClassMembers {
  const members = around.classes.get(object.className);
  if (!members) throw notSimulated(`the class ${object.className}`);
  return members;
}

function collectionValue(
  object: HostObject,
  members: ClassMembers,
  wanted: Wanted,
  query: QueryInfo,
  around: LoadSurroundings,
): Record<string, unknown> {
  const { collection } = members.table;
  const own: Wanted = new Map();
  const ofItems: Wanted = new Map();
  for (const [name, within] of wanted) {
    if (name === "items")
      for (const [inner, rest] of within.size > 0 ? within : allNames()) ofItems.set(inner, rest);
    else if (members.properties.has(name)) own.set(name, within);
    else ofItems.set(name, within);
  }
  if (wanted.has("*")) own.set("*", new Map());
  const value = own.size > 0 ? objectValue(object.target, members, own, around) : {};
  if (ofItems.size === 0) return value;
  around.at(`${members.table.name}.items`);
  const all = collection!.items(object.target as never, around.run);
  const skip = query.Skip ?? 0;
  if (skip < 0 || (query.Top ?? 0) < 0) throw invalidArgument("$skip and $top count from 0");
  const items = all.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  const ofClass = membersOf({ className: collection!.of }, around);
  return {
    ...value,
    _Items: items.map((item, index) => ({
      ...identity(ofClass, item, skip + index),
      ...nestedValue(new Behind(collection!.of, item), ofClass, ofItems, around),
    })),
  };
}

const allNames = (): Wanted => new Map([["*", new Map()]]);

/** What the client finds an item again by: its id, or its place. */
function identity(members: ClassMembers, target: unknown, index: number): Record<string, unknown> {
  const id = members.table.identity?.(target as never);
  return id === undefined ? { _Index: index } : { _Id: id };
}

function nestedValue(
  object: HostObject,
  members: ClassMembers,
  wanted: Wanted,
  around: LoadSurroundings,
): Record<string, unknown> {
  return members.table.collection
    ? collectionValue(object, members, wanted.size > 0 ? wanted : allNames(), {}, around)
    : objectValue(object.target, members, wanted.size > 0 ? wanted : allNames(), around);
}

function objectValue(
  target: unknown,
  members: ClassMembers,
  wanted: Wanted,
  around: LoadSurroundings,
): Record<string, unknown> {
  const { run } = around;
  const value: Record<string, unknown> = {};
  const names = wanted.has("*") ? new Set([...namesOfAll(members, run), ...wanted.keys()]) : wanted.keys();
  for (const name of names) {
    if (name === "*") continue;
    const property = members.properties.get(name);
    if (property) {
      around.at(`${members.table.name}.${property.name}`);
      refuseNewer(property.member.since, `${members.table.name}.${property.name}`, run);
      value[property.wireName] = property.member.get(target, run) ?? null;
      continue;
    }
    const navigation = members.navigations.get(name);
    if (!navigation) {
      around.at(`${members.table.name}.${name}`);
      throw notSimulated(`${members.table.name}.${name}`);
    }
    around.at(`${members.table.name}.${navigation.name}`);
    refuseNewer(navigation.member.since, `${members.table.name}.${navigation.name}`, run);
    const inner = new Behind(navigation.member.class, navigation.member.get(target, run));
    value[navigation.wireName] =
      inner.target === null
        ? null
        : nestedValue(inner, membersOf(inner, around), wanted.get(name) ?? new Map(), around);
  }
  return value;
}

/** What `load()` without a list loads: the scalar properties that the played Excel has. */
function namesOfAll(members: ClassMembers, run: Run): string[] {
  return [...members.properties]
    .filter(([, { member }]) => !member.onlyWhenNamed && supportsSince(run.profile, member.since))
    .map(([name]) => name);
}

function refuseNewer(since: string, location: string, run: Run): void {
  if (!supportsSince(run.profile, since)) {
    throw new HostError(
      "ApiNotFound",
      `The API you are trying to use could not be found. (${location}, ${since})`,
    );
  }
}
