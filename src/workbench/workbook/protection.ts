/** A protected sheet. Keeping to it is the host's business: the workbook itself lets everything through. */
export interface SheetProtection {
  /** Undefined where no password was given. */
  readonly password: string | undefined;
  /** `Excel.WorksheetProtectionOptions`, with Excel's defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A protected workbook: sheets can't be added, renamed, moved, hidden or deleted. */
export interface WorkbookProtection {
  readonly password: string | undefined;
}
