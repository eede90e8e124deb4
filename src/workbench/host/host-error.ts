import { isRefusal, type Refusal } from "../workbook/refusal";

/**
 * The errors Excel answers with. Codes and their meanings:
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 * and the enumeration https://learn.microsoft.com/javascript/api/excel/excel.errorcodes.
 */
export type HostErrorCode =
  | "AccessDenied"
  | "ActivityLimitReached"
  | "ApiNotFound"
  | "Conflict"
  | "FilteredRangeConflict"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidBinding"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NonBlankCellOffSheet"
  | "NotImplemented"
  | "PivotTableRangeConflict"
  | "RangeExceedsLimit"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UnsupportedOperation"
  | "UnsupportedSheet";

/** What Excel refuses, thrown by a member of a host class; the engine makes the reply of it. */
export class HostError extends Error {
  override readonly name = "HostError";
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** "The argument is invalid or missing or has an incorrect format." — with what was wrong, which Excel doesn't say. */
export const invalidArgument = (detail?: string): HostError =>
  new HostError(
    "InvalidArgument",
    "The argument is invalid or missing or has an incorrect format." + (detail ? ` (${detail})` : ""),
  );

/** "The requested resource doesn't exist." */
export const itemNotFound = (): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.");

/** "The resource being created already exists." */
export const itemAlreadyExists = (): HostError =>
  new HostError("ItemAlreadyExists", "The resource being created already exists.");

/** "You cannot perform the requested operation." — a protected sheet or workbook. */
export const accessDenied = (): HostError =>
  new HostError("AccessDenied", "You cannot perform the requested operation.");

/** "The operation attempted is invalid on the object." */
export const invalidOperation = (detail?: string): HostError =>
  new HostError(
    "InvalidOperation",
    "The operation attempted is invalid on the object." + (detail ? ` (${detail})` : ""),
  );

/** "This reference is not valid for the current operation." — a kept object that is gone. */
export const invalidReference = (): HostError =>
  new HostError("InvalidReference", "This reference is not valid for the current operation.");

/** What this host has no model of: it fails loudly and names itself, e.g. `not simulated: Range.getSpecialCells`. */
export const notSimulated = (what: string): HostError =>
  new HostError("NotImplemented", `not simulated: ${what}`);

/** What the workbook gave, or its refusal thrown as Excel's error. */
export function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new HostError(outcome.code, outcome.message);
  return outcome;
}

/** "The current selection is invalid for this operation." */
export const invalidSelection = (): HostError =>
  new HostError("InvalidSelection", "The current selection is invalid for this operation.");
