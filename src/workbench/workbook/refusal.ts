/**
 * What Excel answers when it will not do what is asked: its error code and a sentence.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export class Refusal {
  constructor(
    readonly code: RefusalCode,
    readonly message: string,
  ) {}
}

export type RefusalCode =
  | "AccessDenied"
  | "FilteredRangeConflict"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NotImplemented"
  | "PivotTableRangeConflict"
  | "UnsupportedOperation";

/** Whether what came back is a refusal and not the thing asked for. */
export const isRefusal = (outcome: unknown): outcome is Refusal => outcome instanceof Refusal;
