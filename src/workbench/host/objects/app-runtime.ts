import type { AddInRuntime, RuntimeState } from "../add-in-runtime";
import { hostClass } from "../host-class";
import { invalidArgument } from "../host-error";

declare module "../host-class" {
  interface HostTargets {
    AppRuntimeService: AddInRuntime;
  }
}

const STATES: readonly string[] = ["Inactive", "Background", "Visible"] satisfies readonly RuntimeState[];

/** What `Office.addin.showAsTaskpane()`, `hide()` and `onVisibilityModeChanged()` call; not itself public. */
export const appRuntimeClass = hostClass("AppRuntimeService", {
  methods: {
    getAppRuntimeState: { since: "SharedRuntime 1.1", call: (runtime) => runtime.state },
    setAppRuntimeState: {
      since: "SharedRuntime 1.1",
      call: (runtime, args) => {
        const state = args.text(0);
        if (!STATES.includes(state)) throw invalidArgument(`no state of a runtime: ${state}`);
        runtime.state = state as RuntimeState;
      },
    },
  },
});
