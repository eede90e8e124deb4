import type { Language } from "../../src/core/language/language";
import type { Result } from "../../src/core/language/message";
import type { Reason } from "../../src/core/ledger/check";
import type { DateOrder, Role } from "../../src/core/ledger/roles";
import type { Policy } from "../../src/core/policy/policy";
import type { FiguresBefore } from "../../src/core/report/figures-before";
import type { Names } from "../../src/core/report/summary-section";
import type { ValueOptions } from "../../src/core/value/value";
import type { Stage } from "../../src/core/lifecycle/stages";
import type { Beside, NewSheet, SheetHeading, SheetTable, WrittenCell } from "../../src/excel/new-sheet";
import type { SheetLook, SheetRead, SheetRows } from "../../src/excel/read-sheet";
import type { Outcome } from "./outcome";

/** What is to be classified: a file that the reader chose, sample orders, or a sheet of the open workbook. */
export type Source =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "sample"; readonly language: Language }
  /** By the sheet's id, the active sheet where there is none; of it a native table, by its id, or an area. */
  | {
      readonly kind: "sheet";
      readonly id: string | null;
      readonly table?: string | null;
      readonly address?: string | null;
    };

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
  /** And the row of its headers, 0 for row 1; -1 where it has none. */
  readonly headerRow?: number;
  /** And the last column of its data, 0 for A. */
  readonly lastColumn?: number;
  /** The headers and the first rows, as text, for the reader to see what was read. */
  readonly preview: {
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** From which day a run looks back. */
export type AsOfRule =
  /** The last date in the data. */
  | { readonly rule: "last" }
  /** The day of the run. */
  | { readonly rule: "today" }
  /** The last day of the month before the day of the run. */
  | { readonly rule: "month-end" }
  /** yyyy-mm-dd; not a date yet while it is being typed, and refused then. */
  | { readonly rule: "date"; readonly date: string };

/** What the reader decides about a run. */
export interface Choices {
  /** By column index; null says that the column is not to be used. Columns that aren't here are recognised. */
  readonly roles: Readonly<Record<number, Role | null>>;
  /** A template, or what the reader made of one. */
  readonly policy: Policy;
  readonly asOf: AsOfRule;
  readonly dateOrder: DateOrder | null;
  /** Of numbers written as text; null where the column decides. */
  readonly decimalMark: "." | "," | null;
  /** The model that forecasts customer value; null where nothing is to be forecast. */
  readonly value: ValueOptions["model"] | null;
  /** Ids of the result columns to be written, see core/report/result-columns; null for all. */
  readonly columns: readonly string[] | null;
  /** True where each transaction is to get its customer's tier and stage beside it. */
  readonly beside: boolean;
}

/** Where the rows set aside for one reason stand in the sheet. */
export interface SetAsideCells {
  /** Row numbers, 1 for the first row of the sheet, ascending. */
  readonly rows: readonly number[];
  /** Columns whose cells are the reason, 0 for A. */
  readonly columns: readonly number[];
}

/** What is to be written beside the rows that were classified; rows are asked for by customer. */
export type BesidePlan = Omit<Beside, "sheet" | "table" | "rowsAt">;

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
  /** The places in the result of the customers that cells name; -1 for a cell that names none. */
  readonly places: { readonly cells: readonly unknown[] };
  readonly "set-aside": { readonly reason: Reason };
  /** What is to stand beside the rows that were classified. */
  readonly beside: { readonly language: Language };
  /** The cells of the columns of `beside` for customers by their places; blanks for -1. */
  readonly "beside-rows": { readonly at: readonly number[] };
  /** The sheets that a tiered workbook has besides the data, without their rows. */
  readonly sheets: {
    readonly language: Language;
    /** False leaves out what is for managers alone: the Summary and the Pivots. */
    readonly summaries?: boolean;
    /** What the Summary tells changes against. */
    readonly before?: FiguresBefore | null;
  };
  /** What a later run compares itself with. */
  readonly figures: Readonly<Record<string, never>>;
  /** A workbook to hand on, without the rows of customers. */
  readonly "managers-copy": {
    readonly language: Language;
    readonly names: Names;
    readonly before?: FiguresBefore | null;
  };
  /** Rows of a table of those sheets, in the language they were asked for in. */
  readonly table: {
    readonly sheet: number;
    readonly block: number;
    readonly from: number;
    readonly count: number;
  };
  /** The same of a table with a row a customer, for customers by their places. */
  readonly "table-at": { readonly sheet: number; readonly block: number; readonly at: readonly number[] };
}

/** A sheet to be written whose tables' rows are asked for one block after another, or by customer where it says so. */
export type SheetPlan = Omit<NewSheet, "blocks"> & {
  readonly blocks: readonly (
    | SheetHeading
    | (Omit<SheetTable, "rows" | "rowsAt"> & {
        /** True of a table with a row a customer, its name in the first column: `table-at` gives its rows. */
        readonly byCustomer: boolean;
      })
  )[];
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
  readonly places: readonly number[];
  readonly "set-aside": SetAsideCells;
  readonly beside: BesidePlan;
  readonly "beside-rows": readonly (readonly WrittenCell[])[];
  readonly sheets: readonly SheetPlan[];
  readonly figures: FiguresBefore;
  /** The bytes of an .xlsx file, in base64. */
  readonly "managers-copy": string;
  readonly table: readonly (readonly WrittenCell[])[];
  readonly "table-at": readonly (readonly WrittenCell[])[];
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
