import type { Workbook } from "../workbook/workbook";
import type { HostErrorCode } from "./host-error";

/**
 * Something that goes wrong on purpose. `on` says with which syncs: a number, a list of them, or "always"; syncs are
 * counted from 1 since the faults were set, without Excel.run's clean-up and without answers of custom functions.
 */
export type Fault = { readonly on: number | readonly number[] | "always" } & Mishap;

export type Mishap =
  /** ActivityLimitReached (5102): Excel on the web is asked too often. Nothing is done. */
  | { readonly fault: "throttled" }
  /** RequestPayloadSizeLimitExceeded (5103) or ResponsePayloadSizeLimitExceeded (5104), whatever the size. */
  | { readonly fault: "payload"; readonly way: "request" | "response" }
  /** InvalidOperationInCellEditMode (5004): the user is typing into a cell. Nothing is done. */
  | { readonly fault: "cell-edit" }
  /** InvalidOrTimedOutSession (5012), from this sync on; `host.faults = []` gives the session back. */
  | { readonly fault: "session-lost" }
  /** The answer comes late. */
  | { readonly fault: "slow"; readonly milliseconds: number }
  /** A co-author is quicker: what he does is in the workbook before this sync is run. */
  | { readonly fault: "co-author"; readonly act: (workbook: Workbook) => void }
  /** One action of the batch fails, what stands before it is done. `action` counts from 0; the last one is -1. */
  | {
      readonly fault: "failing-action";
      readonly action: number;
      readonly code: HostErrorCode;
      readonly message?: string;
    };

/** How Excel refuses a whole request: its code in office.js, the error's code, the HTTP status of the native bridge. */
export interface RequestRefusal {
  readonly officeCode: number;
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/**
 * Refusals of whole requests. Numbers as office.js maps them; sentences from
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export const REFUSALS = {
  throttled: {
    officeCode: 5102,
    code: "ActivityLimitReached",
    status: 429,
    message: "Activity limit has been reached.",
  },
  request: {
    officeCode: 5103,
    code: "RequestPayloadSizeLimitExceeded",
    status: 400,
    message: "The request payload size has exceeded the limit.",
  },
  response: {
    officeCode: 5104,
    code: "ResponsePayloadSizeLimitExceeded",
    status: 400,
    message: "The response payload size has exceeded the limit.",
  },
  "cell-edit": {
    officeCode: 5004,
    code: "InvalidOperationInCellEditMode",
    status: 400,
    message:
      "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  },
  "session-lost": {
    officeCode: 5012,
    code: "InvalidOrTimedOutSession",
    status: 408,
    message: "Your Office Online session has expired or is invalid. To continue, please refresh the page.",
  },
} as const satisfies Record<string, RequestRefusal>;

/** The faults that strike one sync. */
export function faultsOf(faults: readonly Fault[], sync: number): readonly Fault[] {
  return faults.filter((fault) => {
    if (fault.on === "always") return true;
    if (fault.fault === "session-lost") return sync >= Math.min(...[fault.on].flat());
    return [fault.on].flat().includes(sync);
  });
}
