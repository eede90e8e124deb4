import { hostClass } from "../host-class";

declare module "../host-class" {
  interface HostTargets {
    AddinInternalService: object;
  }
}

/** What the client tells a host of itself when it starts, on the web; not part of the public API. */
export const addInServiceClass = hostClass("AddinInternalService", {
  methods: {
    // Buttons of the ribbon could be pressed from now on: the workbench has none.
    NotifyActionHandlerReady: { since: "1.1", call: () => undefined },
  },
});
