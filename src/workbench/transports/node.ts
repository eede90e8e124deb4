import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { byteLength, Host, type HostOptions } from "../host/host";
import type { Meter } from "../host/meter";
import type { HostMessage, RequestBody } from "../host/protocol";
import type { CommandCall, CommandOutcome } from "../host/ribbon-commands";
import { LATER_MEMBERS } from "./later-members";

/** What `startOfficeInNode` gives: the client's globals and the host behind them. */
export interface OfficeInNode {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly host: Host;
  readonly meter: Meter;
  /**
   * Presses a button of the ribbon that runs a function, and waits for its `event.completed()`; `patience` in
   * milliseconds.
   */
  invokeAction(functionName: string, patience?: number): Promise<CommandOutcome>;
  /** Ends the host. The globals stay, with nobody behind them. */
  stop(): void;
}

/** A request as the client hands it to a native bridge, and what it takes as the answer. */
interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly url: string; readonly body: RequestBody | string };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

/** What the client fills and would otherwise fill again at a second start. */
const CLIENT_NAMESPACES = [
  "Excel",
  "OfficeCore",
  "OfficeExt",
  "OfficeExtension",
  "OfficeExtensionBatch",
  "OfficeRuntime",
  "Microsoft",
];

const globals = globalThis as unknown as Record<string, unknown>;

/**
 * Starts the real office.js in this process with a host of ours behind it, and puts `Excel`, `Office`, `OfficeExtension`
 * and `CustomFunctions` where a task pane has them: an add-in's own modules run unchanged. Each start loads the client
 * anew (about 100 ms); functions associated before stay associated, as modules are loaded only once.
 *
 * One at a time in a process: a second start takes the globals over.
 */
export async function startOfficeInNode(options: HostOptions = {}): Promise<OfficeInNode> {
  const host = new Host(options);
  const bridge: Bridge = {
    sendMessageToHost: (text) => void answer(host, bridge, text),
  };
  const page: { context?: unknown } = {};
  preparePage(host, page);
  clientScript().runInThisContext();
  new Script(LATER_MEMBERS).runInThisContext();
  page.context = officeContext(host);
  const client = globals["OfficeExtension"] as { HostBridge: { init(bridge: Bridge): void } };
  client.HostBridge.init(bridge);
  const end = host.listen((messages) => bridge.onMessageFromHost?.(JSON.stringify(eventMessage(messages))));
  await (globals["Office"] as typeof Office).onReady();
  // The client would tell it by the page's messages of old.
  host.commands.handlersReady();
  return {
    Excel: globals["Excel"] as typeof Excel,
    Office: globals["Office"] as typeof Office,
    OfficeExtension: globals["OfficeExtension"] as typeof OfficeExtension,
    CustomFunctions: globals["CustomFunctions"] as typeof CustomFunctions,
    host,
    meter: host.meter,
    invokeAction: (functionName, patience) =>
      host.commands.press(functionName, `button of ${functionName}`, (call) => carry(host, call), patience),
    stop: () => {
      end();
      host.stop();
    },
  };
}

/** The client's own part that calls what a button of the ribbon runs. */
interface AppCommandManager {
  _pseudoDocument: { appCommandInvocationCompletedAsync(id: string, status: number, data: string): void };
  _processAppCommandInvocation(args: unknown): void;
}

/** Hands a press to the client, whose messages of old have no bridge in this process. */
function carry(host: Host, [id, functionName, event]: CommandCall): void {
  const { AppCommand } = globals["OfficeExt"] as {
    AppCommand: {
      AppCommandManager: { instance(): AppCommandManager };
      AppCommandInvokedEventArgs: new (id: string, functionName: string, event: string) => unknown;
    };
  };
  const manager = AppCommand.AppCommandManager.instance();
  manager._pseudoDocument = {
    appCommandInvocationCompletedAsync: (completed, status) => host.commands.completed(completed, status),
  };
  manager._processAppCommandInvocation(new AppCommand.AppCommandInvokedEventArgs(id, functionName, event));
}

async function answer(host: Host, bridge: Bridge, text: string): Promise<void> {
  const { id, type, flags, message } = JSON.parse(text) as BridgeMessage;
  const body = typeof message.body === "string" ? (JSON.parse(message.body) as RequestBody) : message.body;
  // The envelope of the bridge is no part of what Excel limits; it is some 80 bytes.
  const outcome = await host.answer(body, byteLength(text) - 80, flags);
  const reply =
    "body" in outcome
      ? { statusCode: 200, headers: {}, body: outcome.body }
      : {
          statusCode: outcome.refusal.status,
          headers: {},
          body: JSON.stringify({ error: { code: outcome.refusal.code, message: outcome.refusal.message } }),
        };
  bridge.onMessageFromHost?.(JSON.stringify({ id, type, flags: 0, message: reply }));
}

function eventMessage(messages: readonly HostMessage[]) {
  return {
    type: 3,
    flags: 0,
    message: {
      entries: messages.map(({ category, type, targetId, message }) => ({
        messageCategory: category,
        messageType: type,
        targetId,
        // Events are parsed by the client, calls of functions are taken as they are.
        message: category === 1 ? message : JSON.stringify(message),
      })),
    },
  };
}

/** `Office.context`: with the client's own requirement matrix, on the sets of the profile. */
function officeContext({ profile, workbook }: Host): unknown {
  const { sets, platform } = profile;
  const { Requirement } = globals["OfficeExt"] as {
    Requirement: { RequirementMatrix: new (sets: { _sets: Record<string, string> }) => unknown };
  };
  return {
    host: "Excel",
    platform,
    contentLanguage: workbook.culture,
    displayLanguage: workbook.culture,
    diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
    requirements: new Requirement.RequirementMatrix({
      _sets: Object.fromEntries(Object.entries(sets).map(([name, version]) => [name.toLowerCase(), version])),
    }),
    document: { url: workbook.name, mode: "readWrite" },
  };
}

/** What the client expects of a page. */
function preparePage(host: Host, page: { readonly context?: unknown }): void {
  const address = "https://localhost/taskpane.html";
  // What a script declared with `var` can be set but not defined anew.
  const define = (name: string, value: unknown) =>
    Object.getOwnPropertyDescriptor(globals, name)?.configurable === false
      ? (globals[name] = value)
      : Object.defineProperty(globals, name, { value, configurable: true, writable: true });
  for (const name of ["window", "self", "top", "parent"]) define(name, globalThis);
  define("navigator", { userAgent: "Node", appVersion: "", language: host.workbook.culture });
  define("document", {
    readyState: "complete",
    URL: address,
    cookie: "",
    getElementsByTagName: () => [],
    // The formulas' library measures one when it sees a document.
    createElement: () => ({
      style: {},
      setAttribute: () => undefined,
      getBoundingClientRect: () => ({ width: 20, height: 1 }),
    }),
    addEventListener: () => undefined,
    body: { appendChild: () => undefined, removeChild: () => undefined },
    head: { appendChild: () => undefined },
  });
  define("location", new URL(address));
  define("localStorage", pageStorage());
  define("sessionStorage", pageStorage());
  if (typeof globals["addEventListener"] !== "function") define("addEventListener", () => undefined);
  if (typeof globals["CustomFunctions"] !== "object") associationScript().runInThisContext();
  const { actions } = (globals["Office"] ?? {}) as { actions?: unknown };
  for (const name of CLIENT_NAMESPACES) define(name, undefined);
  define("OSF", {
    DDA: {},
    OUtil: {},
    _OfficeAppFactory: {
      getContext: () => page.context,
      // Flag 2: custom functions run in this page, as in a shared runtime.
      getHostInfo: () => ({ hostPlatform: "win32", hostType: "excel", flags: 2 }),
    },
  });
  const ready = { host: "Excel", platform: host.profile.platform };
  const office = {
    actions,
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" },
    onReady: (callback?: (info: typeof ready) => unknown) =>
      Promise.resolve(ready).then(async (info) => {
        await callback?.(info);
        return info;
      }),
  };
  define("Office", office);
  // The client makes this one the global Office.
  define("Microsoft", { Office: { WebExtension: office } });
}

function pageStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const clientFolder = () =>
  join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");

let client: Script | undefined;
let association: Script | undefined;

/** The client for Excel on Windows, unminified: compiled once, run at each start. */
function clientScript(): Script {
  const filename = join(clientFolder(), "excel-win32-16.01.debug.js");
  return (client ??= new Script(readFileSync(filename, "utf8"), { filename }));
}

/** `CustomFunctions.associate` and `Office.actions.associate` of Microsoft's loader, whose other parts need a browser. */
function associationScript(): Script {
  if (association) return association;
  const filename = join(clientFolder(), "office.debug.js");
  const loader = readFileSync(filename, "utf8");
  const middle = loader.indexOf("var Association = (function");
  const start = loader.lastIndexOf("(function (OfficeExt)", middle);
  const end = loader.indexOf("var g_isExpEnabled", middle);
  if (middle < 0 || start < 0 || end < 0)
    throw new Error("office.debug.js is not the one this was written for");
  const code = `var OfficeExt = OfficeExt || {}; var Office = Office || {};\n${loader.slice(start, end)}`;
  return (association = new Script(code, { filename }));
}
