import type { HostMessage } from "./protocol";

/** As Excel names what a shared runtime is: not started, running with its pane closed, running with its pane shown. */
export type RuntimeState = "Inactive" | "Background" | "Visible";

/** The client's number of `Office.addin.onVisibilityModeChanged`, and the category of events. */
const VISIBILITY_CHANGED = 65539;
const EVENTS = 65536;

/**
 * The add-in's shared runtime as Excel keeps it: closing the pane hides it, and what runs in it runs on.
 * https://learn.microsoft.com/office/dev/add-ins/develop/show-hide-add-in
 */
export class AddInRuntime {
  #state: RuntimeState = "Visible";
  readonly #listeners = new Set<(state: RuntimeState) => void>();

  constructor(private readonly send: (messages: readonly HostMessage[]) => void) {}

  get state(): RuntimeState {
    return this.#state;
  }

  /** Shows or hides the pane, whoever asks for it: the person, or the add-in by `showAsTaskpane()` and `hide()`. */
  set state(state: RuntimeState) {
    if (state === this.#state) return;
    const before = this.#state;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
    if ((before === "Visible") === (state === "Visible")) return;
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    this.send([{ category: EVENTS, type: VISIBILITY_CHANGED, targetId: "", message: { visibility } }]);
  }

  /** Tells a listener each new state. The result ends it. */
  listen(listener: (state: RuntimeState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
