import type { Message } from "../core/language/message";

/** A sheet of Tiersheet's in the open workbook. */
export interface OwnSheet {
  /** Excel's id of the sheet, which stays when it is renamed. */
  readonly id: string;
  /** Its name as it is now. */
  readonly name: string;
  /** The stable id of the plan: `customers`, `tiers`. */
  readonly plan: string;
}

/** A sheet that was written, under the name it has. */
export interface SheetWritten extends OwnSheet {
  readonly hidden: boolean;
}

/** Columns of Tiersheet's beside cells of the analyst's. */
export interface BesideWritten {
  /** Excel's id of the sheet, and its name as it is now. */
  readonly sheet: string;
  readonly sheetName: string;
  /** Of the columns with their headers, several areas where something stands between them: `I1:K3001,M1:M3001`. */
  readonly address: string;
  readonly headers: readonly string[];
}

/** What a run wrote and where. */
export interface Tiered {
  readonly sheets: readonly SheetWritten[];
  readonly beside: BesideWritten | null;
  /** What the reader has to know of it: a sheet that got another name, customers that are no longer in the data. */
  readonly told: readonly Message[];
}

/** What of the workbook is Tiersheet's. */
export interface Written {
  /** Its sheets; without those that only a later run reads, unless there are no others. */
  readonly sheets: readonly OwnSheet[];
  readonly beside: readonly BesideWritten[];
  /** False where a run ended in the middle: it can be finished by writing again, or taken back. */
  readonly complete: boolean;
}

/** What was taken back. */
export interface TakenBack {
  /** Sheets that could be seen and were deleted (all, where none could), and columns that were removed from others. */
  readonly removed: number;
  readonly columns: number;
  /** Names of the sheets that were kept, because someone else has written there too. */
  readonly kept: readonly string[];
}
