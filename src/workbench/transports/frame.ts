import { byteLength, type Host } from "../host/host";
import type { RequestRefusal } from "../host/faults";
import type { HostMessage, RequestBody } from "../host/protocol";
import type { CommandOutcome } from "../host/ribbon-commands";

/** How a pane is shown. */
export interface PaneOptions {
  /** The task pane's page. office.js takes only a host page of the same host name, over https. */
  readonly address: string;
  /** `Office.context.displayLanguage`; the workbook's culture unless given. */
  readonly displayLanguage?: string;
  /** The page that shows the frame, as an origin; this page's unless given. */
  readonly origin?: string;
}

/** A pane that talks with a host. */
export interface PaneConnection {
  /** True once the add-in's office.js asked for its context. */
  readonly ready: Promise<void>;
  /**
   * Presses a button of the ribbon that runs a function: its name and the button's id in the manifest. Waits for the
   * add-in to be ready, and for `event.completed()`; `patience` in milliseconds.
   */
  press(functionName: string, control: string, patience?: number): Promise<CommandOutcome>;
  /** Ends it; the frame keeps its page, which nobody answers any more. */
  stop(): void;
}

/** A message of office.js on the web, as JSON text. */
interface PaneMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: unknown;
}

interface ExecuteMethod {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly ArrayData?: readonly unknown[];
  /** What other calls are told has the number of each argument for a name. */
  readonly [argument: number]: unknown;
}

const REQUEST = 0;
const RESPONSE = 1;
const EVENT = 1;
const REGISTER = 1;
/** The call that carries a request of the Excel API. */
const RICH_API = 93;
/** The call by which the client tells that a command is done: id, status, event as JSON. */
const COMMAND_COMPLETED = 94;
/** The bits of `_host_Info` that make Excel on the web start custom functions in the pane (a shared runtime). */
const SHARED_RUNTIME = 2;
/** The event of old that is told by its own name. */
const WORKBOOK_SELECTION = 2;
/** A call of old that this host doesn't answer. */
const NOT_SUPPORTED = 5000;

/**
 * Shows an add-in's task pane in a frame and answers it, as Excel on the web does: measured with office.js 1.1.110.
 * Framework-free; needs only `window` messages.
 */
export function connectPane(frame: HTMLIFrameElement, host: Host, options: PaneOptions): PaneConnection {
  const conversation = `workbench-${crypto.randomUUID()}`;
  const origin = options.origin ?? window.location.origin;
  const paneOrigin = new URL(options.address, window.location.href).origin;
  const registered = new Set<string>();
  let tellReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (tellReady = resolve));

  const post = (message: object) => frame.contentWindow?.postMessage(JSON.stringify(message), paneOrigin);
  const reply = ({ _actionName, _correlationId }: PaneMessage, data: unknown) =>
    post({
      _messageType: RESPONSE,
      _actionName,
      _conversationId: conversation,
      _correlationId,
      _origin: origin,
      _responseType: 0,
      _errorCode: 0,
      _data: data,
      _serializerVersion: 1,
    });
  const tell = (name: string, data: unknown) =>
    post({
      _messageType: RESPONSE,
      _actionName: name,
      _conversationId: conversation,
      _correlationId: 0,
      _origin: origin,
      _responseType: EVENT,
      _errorCode: 0,
      _data: data,
      _serializerVersion: 1,
    });

  const receive = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || typeof data !== "string") return;
    const message = parsed(data);
    if (message?._conversationId !== conversation || message._messageType !== REQUEST) return;
    if (message._actionName === "ContextActivationManager_getAppContextAsync") {
      // The pane was loaded, perhaps again: its handlers are still to come.
      registered.clear();
      host.commands.restarted();
      reply(message, appContext(host, options, conversation));
      return tellReady();
    }
    if (message._actionName === "executeMethod") {
      const call = (message._data ?? {}) as ExecuteMethod;
      const { DdaMethod, ArrayData } = call;
      if (DdaMethod?.DispatchId === COMMAND_COMPLETED) {
        host.commands.completed(String(call[0]), Number(call[1]));
        return reply(message, { Error: 0, Version: 1 });
      }
      if (DdaMethod?.DispatchId !== RICH_API) return reply(message, { Error: NOT_SUPPORTED, Version: 1 });
      return void executed(host, ArrayData ?? []).then((data) => reply(message, data));
    }
    if (message._actionType === REGISTER) registered.add(message._actionName);
    reply(message, { Error: 0 });
  };

  const stopListening = host.listen((messages) => {
    const rich = messages.filter(
      ({ category, type, targetId }) => category === 1 || type !== WORKBOOK_SELECTION || targetId !== "",
    );
    if (rich.length > 0) {
      tell(nameOf(registered, /richApiMessage/i) ?? "richApiMessage", { ArrayData: rich.map(entryOf) });
    }
    const selection = nameOf(registered, /documentSelection/i);
    if (selection !== undefined && messages.length > rich.length) tell(selection, {});
  });
  window.addEventListener("message", receive);
  frame.src = paneAddress(options, host, origin, conversation);

  return {
    ready,
    press: (functionName, control, patience) =>
      host.commands.press(
        functionName,
        control,
        (call) => tell(nameOf(registered, /appCommandInvoked/i) ?? "appCommandInvoked", call),
        patience,
      ),
    stop: () => {
      window.removeEventListener("message", receive);
      stopListening();
    },
  };
}

/** The address of a pane with what office.js looks for in it; `_xdm_Info` stands last and isn't encoded. */
function paneAddress(options: PaneOptions, host: Host, origin: string, conversation: string): string {
  const { displayLanguage = host.workbook.culture } = options;
  const address = new URL(options.address, origin);
  address.hash = "";
  const join = address.search === "" ? "?" : "&";
  const info = `_host_Info=Excel$Web$16.01$${displayLanguage}$${conversation}$$$${SHARED_RUNTIME}`;
  return `${address.href}${join}${info}#&_serializer_version=1&_xdm_Info=${conversation}|${APP_ID}|${origin}`;
}

const APP_ID = "workbench";

/** What Excel tells an add-in of itself and of the document. */
function appContext(host: Host, { displayLanguage }: PaneOptions, conversation: string) {
  const { workbook, profile } = host;
  return {
    _id: APP_ID,
    _appName: 16,
    _appVersion: "16.01",
    _appUILocale: displayLanguage ?? workbook.culture,
    _dataLocale: workbook.culture,
    _docUrl: workbook.name,
    _clientMode: 0,
    _settings: {},
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: conversation,
    _appInstanceId: conversation,
    _requirementMatrix: JSON.stringify(profile.sets),
  };
}

async function executed(host: Host, message: readonly unknown[]): Promise<unknown> {
  const text = String(message[4]);
  const outcome = await host.answer(JSON.parse(text) as RequestBody, byteLength(text), Number(message[6]));
  return "body" in outcome
    ? { Error: 0, Version: 1, Data: [200, [], outcome.body] }
    : { Error: (outcome.refusal satisfies RequestRefusal).officeCode, Version: 1 };
}

const entryOf = ({ category, type, targetId, message }: HostMessage, index: number) => [
  category,
  type,
  targetId,
  JSON.stringify(message),
  index,
  false,
];

const nameOf = (registered: ReadonlySet<string>, pattern: RegExp): string | undefined =>
  [...registered].find((name) => pattern.test(name));

function parsed(text: string): PaneMessage | undefined {
  try {
    return JSON.parse(text) as PaneMessage;
  } catch {
    return undefined;
  }
}
