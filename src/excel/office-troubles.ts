import { no, type Result, type Trouble } from "../core/language/message";

/** The code of an error that Office.js threw; null for anything else. Texts are localised, codes are not. */
export function officeCode(error: unknown): string | null {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

/** Excel didn't take so many bytes at once: half of them may do. */
export function isPayloadLimit(error: unknown): boolean {
  const code = officeCode(error);
  return code === "RequestPayloadSizeLimitExceeded" || code === "ResponsePayloadSizeLimitExceeded";
}

/** True where Excel doesn't know the session any more: whatever follows would fail too. */
export function isSessionLost(error: unknown): boolean {
  const code = officeCode(error);
  return code !== null && TROUBLES[code] === "excel-session-lost";
}

const TROUBLES: Readonly<Record<string, Trouble["code"]>> = {
  AccessDenied: "excel-protected",
  InvalidOperationInCellEditMode: "excel-cell-edit",
  ActivityLimitReached: "excel-busy",
  InvalidOrTimedOutSession: "excel-session-lost",
  SessionNotFound: "excel-session-lost",
  InvalidRequestContext: "excel-session-lost",
  ConnectionFailure: "excel-session-lost",
  RequestAborted: "excel-session-lost",
  ItemNotFound: "excel-item-gone",
  InvalidSheetName: "excel-item-gone",
  UnsupportedSheet: "excel-unsupported-sheet",
};

/**
 * What Excel refused, as trouble that its user can mend; by code, see "Error messages" in
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling. A code that isn't
 * known is told as it came, and so is a bug of our own.
 */
export function excelRefused(error: unknown): Result<never> {
  const code = officeCode(error);
  if (code === null)
    return no("pane.bug", { problem: error instanceof Error ? error.message : String(error) });
  const statement = (error as { readonly debugInfo?: { readonly errorLocation?: string } }).debugInfo
    ?.errorLocation;
  return no(TROUBLES[code] ?? "excel-refused", { problem: statement ? `${code} (${statement})` : code });
}
