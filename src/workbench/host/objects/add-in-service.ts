import { hostClass } from "../host-class";
import type { RibbonCommands } from "../ribbon-commands";

declare module "../host-class" {
  interface HostTargets {
    AddinInternalService: RibbonCommands;
  }
}

/** What the client tells a host of itself when it starts; not part of the public API. */
export const addInServiceClass = hostClass("AddinInternalService", {
  methods: {
    // Buttons of the ribbon can be pressed from now on.
    NotifyActionHandlerReady: { since: "1.1", call: (commands) => commands.handlersReady() },
  },
});
