/** How the press of a button of the ribbon ended. */
export type CommandOutcome =
  /** The add-in's function called `event.completed()`. */
  | "completed"
  /** The runtime knows no function of this name: `Office.actions.associate` wasn't called with it. */
  | "not-associated"
  /** The client couldn't call it. */
  | "failed"
  /** `event.completed()` wasn't called in time; Excel gives up and lets the person press again. */
  | "timed-out";

/** What the client is told of a press: the id it completes it by, the function's name, the event as JSON. */
export type CommandCall = readonly [id: string, functionName: string, event: string];

/**
 * How long Excel waits for a command, in milliseconds: five minutes.
 * https://learn.microsoft.com/javascript/api/manifest/action#xsitype
 */
const COMMAND_PATIENCE = 300_000;

/** The client's code for a function that it doesn't find: ooeInvalidCallback. */
const INVALID_CALLBACK = 11101;

/**
 * The presses of the ribbon's buttons that run functions. A transport carries the calls to the client, which calls the
 * function given to `Office.actions.associate` and answers when that calls `event.completed()`.
 */
export class RibbonCommands {
  readonly #waiting = new Map<string, (outcome: CommandOutcome) => void>();
  readonly #carried = new Set<string>();
  #ready = false;
  #readyWaiting: (() => void)[] = [];
  #pressed = 0;

  /** The client has handlers for commands: buttons pressed before wait for this. */
  handlersReady(): void {
    this.#ready = true;
    for (const press of this.#readyWaiting.splice(0)) press();
  }

  /**
   * Presses a button that runs a function. `control`: the button's id in the manifest; `carry` takes the call to the
   * client, once it is ready.
   */
  press(
    functionName: string,
    control: string,
    carry: (call: CommandCall) => void,
    patience = COMMAND_PATIENCE,
  ): Promise<CommandOutcome> {
    const id = `command-${(this.#pressed += 1)}`;
    const call: CommandCall = [id, functionName, JSON.stringify({ source: { id: control } })];
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#end(id, "timed-out"), patience);
      this.#waiting.set(id, (outcome) => {
        clearTimeout(late);
        resolve(outcome);
      });
      const carried = () => {
        if (!this.#waiting.has(id)) return;
        this.#carried.add(id);
        carry(call);
      };
      if (this.#ready) carried();
      else this.#readyWaiting.push(carried);
    });
  }

  /** The client's answer to a call. An answer after the time was up, and a second one, are passed over. */
  completed(id: string, status: number): void {
    this.#end(id, status === 0 ? "completed" : status === INVALID_CALLBACK ? "not-associated" : "failed");
  }

  /** The runtime begins anew: what it was called for is lost, and what waits for it goes on waiting. */
  restarted(): void {
    this.#ready = false;
    for (const id of [...this.#carried]) this.#end(id, "failed");
  }

  /** Nobody answers any more. */
  stop(): void {
    for (const id of [...this.#waiting.keys()]) this.#end(id, "failed");
    this.#readyWaiting = [];
  }

  #end(id: string, outcome: CommandOutcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
    this.#carried.delete(id);
  }
}
