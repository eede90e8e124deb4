import type { Workbook } from "../workbook/workbook";
import type { Sheet } from "../workbook/sheet";
import type { Area } from "../workbook/area";
import type { Profile } from "./profile";
import type { RangeTarget } from "./range-target";

/** What one request runs in: given to every member of a host class. */
export interface Run {
  readonly workbook: Workbook;
  readonly profile: Profile;
  /** A range, as methods that answer one give it. */
  range(sheet: Sheet, area: Area): RangeTarget;
  /** Computes what earlier actions of the batch left to compute; called before cells are read. */
  settle(): void;
  /** Counts cells for the meter; refuses reading more than Excel gives at once. */
  readCells(count: number): void;
  /** Counts cells for the meter. */
  wroteCells(count: number): void;
  /**
   * Refuses with AccessDenied where the sheet is protected and the area has a locked cell, as Excel does with writes by
   * an add-in. `allowed`: an option of the protection that permits this change all the same ("allowFormatCells").
   */
  mayWrite(sheet: Sheet, area: Area, allowed?: string): void;
  /** Opens another workbook, as a window of its own: the bytes of an .xlsx, undefined for a blank one. */
  openWorkbook(file: Uint8Array | undefined): void;
  /** What the session of this add-in keeps from request to request. */
  readonly session: SessionState;
}

/** What Excel remembers of one add-in's runtime. */
export interface SessionState {
  /** Excel.Runtime.enableEvents. */
  enableEvents: boolean;
  /** Set by suspendApiCalculationUntilNextSync until the request ends. */
  calculationSuspended: boolean;
}
