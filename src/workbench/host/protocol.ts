/**
 * What the office.js client sends for one `context.sync()` and what it understands as the answer: measured with
 * @microsoft/office-js 1.1.110.
 */
export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Types of an action: instantiate, load, call, set a property, trace, …, update some properties. */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** Types of an object path: the workbook, a service, what a method answers, a property, an indexer, a kept object. */
export const ObjectPathType = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument: the id of the object path it stands for, 0 for a plain value, a list for a list. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  /** The host's name of a method or property: "GetRange", "Values". */
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

/** What a `load` asks for: property names in camelCase, nested ones with slashes; of a collection, those of its items. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** The answer to one request. */
export interface ReplyBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode?: number;
  };
}

/** A message from the host to the add-in: an event of the workbook, or a call of a custom function. */
export interface HostMessage {
  /** 65536 for events, 1 for custom functions. */
  readonly category: number;
  readonly type: number;
  /** The sheet's or table's id; "Workbook" for events of the whole workbook. */
  readonly targetId: string;
  /** The event's or call's data, plain JSON. */
  readonly message: unknown;
}
