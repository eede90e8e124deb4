import { isRefusal } from "../workbook/refusal";
import { Arguments, HostObject } from "./arguments";
import type { ClassMembers, HostClasses, NamedMember } from "./class-members";
import type { Method } from "./host-class";
import { HostError, invalidReference, itemNotFound, notSimulated } from "./host-error";
import { loadedValue } from "./load";
import { supportsSince } from "./profile";
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type ReplyBody,
  type RequestBody,
} from "./protocol";
import type { References } from "./references";
import type { Run } from "./run";

/** What a request runs against. */
export interface EngineSurroundings {
  readonly classes: HostClasses;
  readonly references: References;
  readonly run: Run;
  /** The object behind a service the client makes by name; undefined for one that is not simulated. */
  service(name: string): HostObject | undefined;
  /** The client starts or stops listening to an event ("onChanged") of an object. */
  listen(object: HostObject, event: string, start: boolean): void;
  /** Called before each action with its place in the request: a fault may throw here. */
  beforeAction?(index: number): void;
  /** Called when all actions are done: what they left to do may be refused. */
  afterActions?(): void;
}

/** What an earlier sync told to be a null object: the client no longer says of which class. */
const NULL_OBJECT = new HostObject("Workbook", null);

/** The object behind a path: its class and target, and the path's kept reference, if any. */
interface Resolved extends HostObject {
  referenceId?: string;
}

/**
 * Runs the actions of one request in order, as Excel does: what stands before a failing action stays done, what stands
 * after it is left. Never throws for what an add-in can do wrong; the reply says it.
 */
export function runRequest(body: RequestBody, surroundings: EngineSurroundings): ReplyBody {
  const request = new Request(body, surroundings);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  const failed = (error: unknown, index: number): ReplyBody => ({
    Results: results,
    TraceIds: traceIds,
    Error: { ...troubleOf(error), Location: request.location, ActionIndex: index },
  });
  for (const [index, action] of body.Actions.entries()) {
    try {
      surroundings.beforeAction?.(index);
      if (action.ActionType === ActionType.trace) traceIds.push(action.Id);
      results.push({ ActionId: action.Id, Value: request.perform(action) });
    } catch (error) {
      return failed(error, index);
    }
  }
  try {
    surroundings.afterActions?.();
  } catch (error) {
    return failed(error, body.Actions.length - 1);
  }
  return { Results: results, TraceIds: traceIds };
}

/** What Excel refused; anything else is a bug of the workbench, told as loudly as the client lets us. */
export function troubleOf(error: unknown): { readonly Code: string; readonly Message: string } {
  if (error instanceof HostError) return { Code: error.code, Message: error.message };
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { Code: "GeneralException", Message: `the workbench itself failed: ${bug}` };
}

class Request {
  /** "Range.values": the member being worked on, for the error's location. */
  location = "";
  readonly #resolved = new Map<number, Resolved>();

  constructor(
    private readonly body: RequestBody,
    private readonly around: EngineSurroundings,
  ) {}

  perform(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.#identified(this.#resolve(action.ObjectPathId), "instantiate");
      case ActionType.query: {
        const object = this.#resolve(action.ObjectPathId);
        if (object.target === null) return null;
        const value = loadedValue(object, action.QueryInfo ?? {}, {
          classes: this.around.classes,
          run: this.around.run,
          at: (location) => (this.location = location),
        });
        return { ...this.#identified(object, "load"), ...value };
      }
      case ActionType.method:
        return this.#call(action);
      case ActionType.setProperty:
        this.#set(this.#resolve(action.ObjectPathId), action.Name, this.#arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update: {
        const object = this.#resolve(action.ObjectPathId);
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(object, name, value);
        return null;
      }
      case ActionType.trace:
        return null;
      default:
        throw notSimulated(`action of type ${action.ActionType}`);
    }
  }

  /**
   * What the client finds the object again by. Instantiated sheets and tables know their `id` without a load (their
   * events need it); a load that didn't ask for it doesn't bring it.
   */
  #identified(object: Resolved, by: "instantiate" | "load"): Record<string, unknown> | null {
    if (object.target === null) return null;
    const value: Record<string, unknown> = {};
    const { table, properties } = this.#members(object);
    if (object.referenceId !== undefined) value["_ReferenceId"] = object.referenceId;
    const id = table.identity?.(object.target as never);
    if (id !== undefined) value[by === "instantiate" && properties.has("id") ? "Id" : "_Id"] = id;
    return value;
  }

  #members(object: HostObject): ClassMembers {
    const members = this.around.classes.get(object.className);
    if (object === NULL_OBJECT)
      throw new HostError("ItemNotFound", "A null object was used: isNullObject wasn't looked at.");
    if (!members) throw notSimulated(`the class ${object.className}`);
    return members;
  }

  #resolve(id: number): Resolved {
    const known = this.#resolved.get(id);
    if (known) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError("InvalidArgument", `No object path ${id}`);
    const object = this.#objectAt(path);
    this.#resolved.set(id, object);
    return object;
  }

  #objectAt(path: ObjectPath): Resolved {
    const { run, references } = this.around;
    switch (path.ObjectPathType) {
      case ObjectPathType.root:
        return new HostObject("Workbook", run.workbook);
      case ObjectPathType.service: {
        const service = this.around.service(path.Name);
        if (!service) throw notSimulated(`the service ${path.Name}`);
        return service;
      }
      case ObjectPathType.null:
        return NULL_OBJECT;
      case ObjectPathType.reference: {
        this.location = "";
        const kept = references.get(path.Name);
        if (!kept) throw invalidReference();
        const resolved: Resolved = new HostObject(kept.className, kept.target);
        resolved.referenceId = path.Name;
        return resolved;
      }
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    const members = this.#members(parent);
    const name = path.ObjectPathType === ObjectPathType.indexer ? "getItem" : path.Name;
    if (path.ObjectPathType === ObjectPathType.property) {
      const navigation = members.navigations.get(name.toLowerCase());
      if (!navigation) throw this.#unknown(members, name);
      this.#at(members, navigation);
      const target = parent.target === null ? null : navigation.member.get(parent.target, run);
      return new HostObject(navigation.member.class, target);
    }
    if (path.ObjectPathType === ObjectPathType.indexer || path.ObjectPathType === ObjectPathType.method) {
      const method = members.methods.get(name.toLowerCase());
      if (!method) throw this.#unknown(members, name);
      this.#at(members, method);
      if (method.member.returns === undefined) throw this.#unknown(members, name);
      const target =
        parent.target === null ? null : this.#invoke(members, method, parent.target, path.ArgumentInfo);
      return new HostObject(method.member.returns, target);
    }
    throw notSimulated(`object path of type ${path.ObjectPathType}`);
  }

  #call(action: Action): unknown {
    const object = this.#resolve(action.ObjectPathId);
    const members = this.#members(object);
    const { references } = this.around;
    if (action.Name === "_KeepReference") {
      if (object.target !== null) object.referenceId ??= references.keep(object);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      references.remove(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    const eventCall = members.eventCalls.get(action.Name.toLowerCase());
    if (eventCall) {
      this.location = `${members.table.name}.${eventCall.event}`;
      this.#mustSupport(eventCall.since);
      if (object.target !== null) this.around.listen(object, eventCall.event, eventCall.start);
      return null;
    }
    const method = members.methods.get(action.Name.toLowerCase());
    if (!method) throw this.#unknown(members, action.Name);
    this.#at(members, method);
    if (object.target === null) return { _IsNull: true };
    return this.#invoke(members, method, object.target, action.ArgumentInfo) ?? null;
  }

  #invoke(
    members: ClassMembers,
    { name, member }: NamedMember<Method<unknown>>,
    target: unknown,
    info: ArgumentInfo | undefined,
  ): unknown {
    const location = `${members.table.name}.${name}`;
    const args = new Arguments(location, this.#arguments(info));
    this.location = location;
    const outcome: unknown = member.call(target, args, this.around.run);
    if (isRefusal(outcome)) throw new HostError(outcome.code, outcome.message);
    if (outcome === undefined && member.returns !== undefined) throw itemNotFound();
    return outcome;
  }

  #set(object: Resolved, name: string, value: unknown): void {
    const members = this.#members(object);
    const property = members.properties.get(name.toLowerCase());
    if (!property) throw this.#unknown(members, name);
    this.#at(members, property);
    if (!property.member.set) throw notSimulated(`setting ${this.location}`);
    if (object.target === null) return;
    const outcome: unknown = property.member.set(object.target, value, this.around.run);
    if (isRefusal(outcome)) throw new HostError(outcome.code, outcome.message);
  }

  /** The arguments with the objects they stand for in the place of path ids. */
  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const values = info?.Arguments ?? [];
    return withObjects(values, info?.ReferencedObjectPathIds, (id) => this.#resolve(id));
  }

  #at(members: ClassMembers, { name, member }: NamedMember<{ readonly since: string }>): void {
    this.location = `${members.table.name}.${name}`;
    this.#mustSupport(member.since);
  }

  /**
   * Refuses a member the played Excel doesn't have. The client refuses most itself (ApiNotFound) when it asks
   * `isSetSupported`; this is for those it lets through.
   */
  #mustSupport(since: string): void {
    if (!supportsSince(this.around.run.profile, since)) {
      throw new HostError(
        "ApiNotFound",
        `The API you are trying to use could not be found. (${this.location}, ${since})`,
      );
    }
  }

  #unknown(members: ClassMembers, name: string): HostError {
    const camel = name.startsWith("_") ? name : name[0]!.toLowerCase() + name.slice(1);
    this.location = `${members.table.name}.${camel}`;
    return notSimulated(this.location);
  }
}

/** Puts objects where the client put ids of paths, also inside lists and `{ _ObjectPathId }` in options. */
function withObjects(
  values: readonly unknown[],
  ids: readonly unknown[] | undefined,
  resolve: (id: number) => HostObject,
): unknown[] {
  return values.map((value, index) => {
    const id = ids?.[index];
    if (typeof id === "number" && id !== 0) return resolve(id);
    if (Array.isArray(id) && Array.isArray(value)) return withObjects(value, id, resolve);
    return inOptions(value, resolve);
  });
}

function inOptions(value: unknown, resolve: (id: number) => HostObject): unknown {
  if (typeof value !== "object" || value === null) return value;
  // Cells are lists of lists of plain values: no need to look into each.
  if (Array.isArray(value))
    return value.some(isPlainObject) ? value.map((item) => inOptions(item, resolve)) : value;
  const id = (value as { _ObjectPathId?: unknown })._ObjectPathId;
  if (typeof id === "number") return resolve(id);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inOptions(item, resolve)]));
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);
