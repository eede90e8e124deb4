import type { CustomFunctionsService } from "../custom-functions-service";
import { hostClass } from "../host-class";

declare module "../host-class" {
  interface HostTargets {
    CustomFunctions: CustomFunctionsService;
  }
}

/** What the runtime of custom functions calls; not part of the public API. */
export const customFunctionsClass = hostClass("CustomFunctions", {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: {
      since: "CustomFunctions 1.1",
      call: (service) => service.ready(),
    },
    // 1 results over the payload limit are sent in slices, 2 and 4 shorter waits between answers.
    _GetEnabledFeatures: { since: "CustomFunctions 1.1", call: () => [1, 2, 4] },
    SetInvocationArrayResults: {
      since: "CustomFunctions 1.1",
      call: (service, args) => service.answers(args.list(0)),
    },
    SetInvocationResults: {
      since: "CustomFunctions 1.1",
      call: (service, args) =>
        service.answers(
          args.list(0).map((result) => {
            const { id, value, failed, errorCode } = result as Record<string, unknown>;
            return [id, failed !== true, value, errorCode];
          }),
        ),
    },
  },
});
