import type { Culture } from "../workbook/workbook";
import { deferPivots, settlePivots } from "../workbook/pivot-settle";
import { Workbook } from "../workbook/workbook";
import { HostObject } from "./arguments";
import { AddInRuntime } from "./add-in-runtime";
import { allClasses } from "./all-classes";
import type { HostClasses } from "./class-members";
import { runRequest, troubleOf } from "./engine";
import { EventSource } from "./event-source";
import { faultsOf, REFUSALS, type Fault, type RequestRefusal } from "./faults";
import { granted, HostError } from "./host-error";
import { Meter } from "./meter";
import { profileOf, type Profile, type ProfileName } from "./profile";
import type { HostMessage, ReplyBody, RequestBody } from "./protocol";
import { keepReferencesInPlace } from "./kept-ranges";
import { References } from "./references";
import { ProtectionGuard } from "./protection-guard";
import { RibbonCommands } from "./ribbon-commands";
import type { Run } from "./run";
import { CustomFunctionsService } from "./custom-functions-service";

export interface HostOptions {
  readonly workbook?: Workbook;
  /** The Excel to play; "web" unless given. */
  readonly profile?: ProfileName;
  readonly culture?: Culture;
  readonly faults?: readonly Fault[];
}

/** The answer to a request: a reply as JSON text, or the refusal of the whole request. */
export type HostAnswer = { readonly body: string } | { readonly refusal: RequestRefusal };

/** What Excel reads at once: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins */
const CELLS_A_READ = 5_000_000;

const DELAY_FOR_CELL_EDIT = 64;

/**
 * Excel as the office.js client sees it: answers requests on a workbook in memory. A transport carries the messages
 * (transports/node.ts, transports/frame.ts).
 */
export class Host {
  readonly workbook: Workbook;
  readonly profile: Profile;
  readonly meter = new Meter();
  /** The calls of custom functions and their answers. */
  readonly customFunctions: CustomFunctionsService;
  /** The add-in's shared runtime: whether its pane is shown. */
  readonly runtime = new AddInRuntime((messages) => this.#send(messages));
  /** The presses of the ribbon's buttons. */
  readonly commands = new RibbonCommands();
  /** The files of workbooks that the add-in had opened beside this one; undefined for a blank one. */
  readonly openedWorkbooks: (Uint8Array | undefined)[] = [];
  readonly #classes: HostClasses = allClasses();
  readonly #references = new References();
  readonly #events: EventSource;
  readonly #listeners = new Set<(messages: readonly HostMessage[]) => void>();
  readonly #bookListeners = new Set<(file: Uint8Array | undefined) => void>();
  readonly #ends: (() => void)[] = [];
  readonly #session = { enableEvents: true, calculationSuspended: false };
  #faults: readonly Fault[] = [];
  #sync = 0;
  #last: Promise<unknown> = Promise.resolve();
  #editing = false;
  #editingEnds: (() => void)[] = [];

  constructor({ workbook, profile = "web", culture, faults = [] }: HostOptions = {}) {
    this.workbook = workbook ?? new Workbook();
    if (culture) this.workbook.culture = culture;
    this.profile = profileOf(profile);
    this.#faults = faults;
    this.customFunctions = new CustomFunctionsService(this.workbook, (messages) => this.#send(messages));
    this.#events = new EventSource(this.workbook, this.#session, (messages) => this.#send(messages));
    this.#ends.push(keepReferencesInPlace(this.workbook, this.#references), () => this.#events.stop());
  }

  /**
   * Whether the user is typing into a cell: until it is false again requests are refused, those made with
   * `Excel.run({ delayForCellEdit: true }, …)` wait.
   */
  get cellEditMode(): boolean {
    return this.#editing;
  }

  set cellEditMode(editing: boolean) {
    this.#editing = editing;
    if (!editing) for (const end of this.#editingEnds.splice(0)) end();
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Sets other faults; syncs are counted from 1 again. */
  set faults(faults: readonly Fault[]) {
    this.#faults = faults;
    this.#sync = 0;
  }

  /** How many objects the add-in keeps: grows without end in an add-in that forgets to untrack. */
  get keptObjects(): number {
    return this.#references.size;
  }

  /** Tells a listener the events and custom-function calls for the add-in. The result ends it. */
  listen(listener: (messages: readonly HostMessage[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells a listener each workbook that the add-in opens beside this one. The result ends it. */
  listenToWorkbooks(listener: (file: Uint8Array | undefined) => void): () => void {
    this.#bookListeners.add(listener);
    return () => void this.#bookListeners.delete(listener);
  }

  /** Ends listening to the workbook; a stopped host answers nothing any more. */
  stop(): void {
    for (const end of this.#ends.splice(0)) end();
    this.customFunctions.stop();
    this.commands.stop();
    this.#listeners.clear();
    this.#bookListeners.clear();
    this.#references.clear();
  }

  /**
   * Answers one request of the client, after those before it. `bytes`: its size in UTF-8; `flags`: how the client wants
   * it run, of which this host knows one: 64 waits for the end of cell editing.
   */
  answer(body: RequestBody, bytes: number, flags = 0): Promise<HostAnswer> {
    const answer = this.#last.then(async () => {
      if (this.#editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) {
        await new Promise<void>((end) => this.#editingEnds.push(end));
      }
      return this.#answer(body, bytes);
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #answer(body: RequestBody, bytes: number): Promise<HostAnswer> {
    const ours = isHousekeeping(body);
    const sync = ours ? 0 : ++this.#sync;
    const faults = faultsOf(this.#faults, sync);
    for (const fault of faults) {
      if (fault.fault === "slow") await new Promise((done) => setTimeout(done, fault.milliseconds));
    }
    this.meter.count({ syncs: ours ? 0 : 1, bytesIn: bytes });
    const refusal = this.#refusal(faults, bytes);
    if (refusal) return { refusal };
    const reply = this.#reply(body, faults);
    const size = byteLength(reply);
    this.meter.count({ bytesOut: size });
    const limit = this.profile.payloadBytes;
    const tooMuch = limit !== undefined && size > limit;
    if (tooMuch || faults.some((fault) => fault.fault === "payload" && fault.way === "response")) {
      return { refusal: REFUSALS.response };
    }
    return { body: reply };
  }

  /** What the co-author does first, then the request. Whatever fails in us is told: the client must not wait for ever. */
  #reply(body: RequestBody, faults: readonly Fault[]): string {
    try {
      for (const fault of faults) {
        if (fault.fault === "co-author") this.workbook.batch("co-author", () => fault.act(this.workbook));
      }
      return JSON.stringify(this.#run(body, faults));
    } catch (error) {
      const failed: ReplyBody = {
        Results: [],
        Error: { ...troubleOf(error), Location: "", ActionIndex: -1 },
      };
      return JSON.stringify(failed);
    }
  }

  #refusal(faults: readonly Fault[], bytes: number): RequestRefusal | undefined {
    if (this.#editing) return REFUSALS["cell-edit"];
    const limit = this.profile.payloadBytes;
    if (limit !== undefined && bytes > limit) return REFUSALS.request;
    for (const fault of faults) {
      if (fault.fault === "throttled" || fault.fault === "cell-edit" || fault.fault === "session-lost") {
        return REFUSALS[fault.fault];
      }
      if (fault.fault === "payload" && fault.way === "request") return REFUSALS.request;
    }
    return undefined;
  }

  #run(body: RequestBody, faults: readonly Fault[]): ReplyBody {
    const { calculation } = this.workbook;
    const session = this.#session;
    session.calculationSuspended = false;
    const run: Run = {
      workbook: this.workbook,
      profile: this.profile,
      session,
      range: (sheet, area) => ({ sheet, area }),
      settle: () => {
        granted(settlePivots(this.workbook));
        if (!session.calculationSuspended) calculation.settle();
      },
      readCells: (count) => {
        if (count > CELLS_A_READ) {
          throw new HostError(
            "RangeExceedsLimit",
            "The cell count in the range has exceeded the maximum supported number.",
          );
        }
        this.meter.count({ cellsRead: count });
      },
      wroteCells: (count) => this.meter.count({ cellsWritten: count }),
      openWorkbook: (file) => {
        this.openedWorkbooks.push(file);
        for (const listener of [...this.#bookListeners]) listener(file);
      },
      mayWrite: (sheet, area, allowed) => ProtectionGuard.mayWrite(sheet, area, allowed),
    };
    const request = () =>
      runRequest(body, {
        classes: this.#classes,
        references: this.#references,
        run,
        service: (name) => this.#service(name),
        listen: (object, event, start) => this.#events.listen(object, event, start),
        afterActions: () => granted(settlePivots(this.workbook)),
        beforeAction: (index) => {
          for (const fault of faults) {
            if (fault.fault !== "failing-action") continue;
            const at = fault.action < 0 ? body.Actions.length + fault.action : fault.action;
            if (at === index) throw new HostError(fault.code, fault.message ?? fault.code);
          }
        },
      });
    return this.workbook.batch("add-in", () => deferPivots(this.workbook, request));
  }

  /** The services the client makes by name, besides the workbook. */
  #service(name: string): HostObject | undefined {
    switch (name) {
      case "Microsoft.ExcelServices.CustomFunctions":
        return new HostObject("CustomFunctions", this.customFunctions);
      case "Microsoft.InternalService.AddinInternalService":
        return new HostObject("AddinInternalService", this.commands);
      case "Microsoft.AppRuntime.AppRuntimeService":
        return new HostObject("AppRuntimeService", this.runtime);
      default:
        return undefined;
    }
  }

  #send(messages: readonly HostMessage[]): void {
    // After the reply to the request that is being run: a handler it adds is there only then.
    setTimeout(() => {
      for (const listener of [...this.#listeners]) listener(messages);
    }, 0);
  }
}

/** Whether a request is none of the add-in's: Excel.run freeing what it kept, or answers of custom functions. */
function isHousekeeping(body: RequestBody): boolean {
  const services = Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === 2);
  return (
    services || body.Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === "_RemoveReference")
  );
}

const encoder = new TextEncoder();

/** The size of a text in UTF-8. */
export const byteLength = (text: string): number => encoder.encode(text).length;
