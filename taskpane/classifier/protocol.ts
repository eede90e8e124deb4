import type { Language } from "../../src/core/language/language";
import type { Result } from "../../src/core/language/message";
import type { DateOrder, Role } from "../../src/core/ledger/roles";
import type { ValueOptions } from "../../src/core/value/value";
import type { Stage } from "../../src/core/lifecycle/stages";
import type { NewSheet, SheetHeading, SheetTable, WrittenCell } from "../../src/excel/new-sheet";
import type { SheetLook, SheetRead, SheetRows } from "../../src/excel/read-sheet";
import type { Outcome } from "./outcome";

/** What is to be classified: a file that the reader chose, sample orders, or a sheet of the open workbook. */
export type Source =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "sample"; readonly language: Language }
  /** By its id; the active sheet where there is none. */
  | { readonly kind: "sheet"; readonly id: string | null };

/** A table that was read, before anything is made of it. */
export interface Opened {
  readonly rows: number;
  readonly columns: number;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Of a text file, as found or as asked for; null for a workbook and for the sample. */
  readonly encoding: string | null;
  /** Of a sheet of the open workbook: its id, by which it is read again. */
  readonly sheetId?: string;
}

/** What the reader decides about a run. */
export interface Choices {
  /** By column index; null says that the column is not to be used. Columns that aren't here are recognised. */
  readonly roles: Readonly<Record<number, Role | null>>;
  /** The name of a policy template. */
  readonly policy: string;
  /** yyyy-mm-dd, or empty for the last date in the data. */
  readonly asOf: string;
  readonly dateOrder: DateOrder | null;
  /** Of numbers written as text; null where the column decides. */
  readonly decimalMark: "." | "," | null;
  /** The model that forecasts customer value; null where nothing is to be forecast. */
  readonly value: ValueOptions["model"] | null;
}

/** A customer in a list. */
export interface CustomerLine {
  /** The customer's place in the result. */
  readonly at: number;
  readonly customer: string;
  /** The tier's place in the policy's list; -1 for none. */
  readonly tier: number;
  readonly stage: Stage | null;
  readonly monetary: number;
}

/** Customers whose name holds a text, the ones with most money first. */
export interface Found {
  readonly found: number;
  readonly lines: readonly CustomerLine[];
}

/** What can be asked of the classifier, and with what. A request stands on the ones before it: open, then classify. */
export interface Requests {
  /** What a sheet of the open workbook looks like, before its rows. */
  readonly look: SheetLook;
  readonly rows: SheetRows;
  /** For a sheet of the open workbook its rows were sent before, and `read` says what they are. */
  readonly open: {
    readonly source: Source;
    readonly sheet?: string;
    readonly encoding?: string;
    readonly read?: SheetRead;
  };
  readonly classify: { readonly choices: Choices };
  readonly customers: { readonly text: string; readonly limit: number };
  readonly explain: { readonly at: number; readonly language: Language };
  readonly workbook: { readonly language: Language };
  /** The sheets that a tiered workbook has besides the data, without their rows. */
  readonly sheets: { readonly language: Language };
  /** Rows of a table of those sheets, in the language they were asked for in. */
  readonly table: {
    readonly sheet: number;
    readonly block: number;
    readonly from: number;
    readonly count: number;
  };
}

/** A sheet to be written whose tables' rows are asked for one block after another. */
export type SheetPlan = Omit<NewSheet, "blocks"> & {
  readonly blocks: readonly (SheetHeading | Omit<SheetTable, "rows">)[];
};

/** What it answers. */
export interface Answers {
  readonly look: null;
  readonly rows: null;
  readonly open: Opened;
  readonly classify: Outcome;
  readonly customers: Found;
  /** Sentences, in their order. */
  readonly explain: readonly string[];
  readonly workbook: Blob;
  readonly sheets: readonly SheetPlan[];
  readonly table: readonly (readonly WrittenCell[])[];
}

export type RequestKind = keyof Requests;

/** A request on its way to the worker. */
export type Asked = {
  readonly [Kind in RequestKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly request: Requests[Kind];
  };
}[RequestKind];

/** What comes back: progress, a share of 0–1, any number of times, then the result. */
export type Told =
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly result: Result<Answers[RequestKind]> };
