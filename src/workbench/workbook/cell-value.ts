/** Errors a cell can show: https://learn.microsoft.com/javascript/api/excel/excel.errorcellvaluetype */
export type ErrorCode =
  | "#N/A"
  | "#VALUE!"
  | "#REF!"
  | "#DIV/0!"
  | "#NUM!"
  | "#NAME?"
  | "#NULL!"
  | "#SPILL!"
  | "#CALC!"
  | "#BUSY!"
  | "#FIELD!";

/** An error in a cell, with the sentence a custom function gave for it, if any. */
export interface CellError {
  readonly error: ErrorCode;
  readonly message?: string;
}

/** What a cell holds or shows; null is blank, "" the empty text that a formula may give. Dates are serial numbers. */
export type CellValue = null | string | number | boolean | CellError;

export const ERROR_CODES: readonly ErrorCode[] = [
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NUM!",
  "#NAME?",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#FIELD!",
];

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/** Whether a text is the code of an error, in capitals as Excel shows it. */
export const isErrorCode = (text: string): text is ErrorCode => CODES.has(text);

/** Whether a cell's value, or whatever else a formula computes with, is an error. */
export const isCellError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

const PLAIN = new Map<ErrorCode, CellError>(ERROR_CODES.map((error) => [error, { error }]));

/** The error of a code; without a message always the same object. */
export const cellError = (error: ErrorCode, message?: string): CellError =>
  message === undefined || message === "" ? PLAIN.get(error)! : { error, message };
