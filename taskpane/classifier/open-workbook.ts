import type { Language } from "../../src/core/language/language";
import type { Result } from "../../src/core/language/message";
import type { Frozen } from "../../src/excel/freeze-formulas";
import type { TieredPlan } from "../../src/excel/new-sheet";
import type { Place } from "../../src/excel/places-to-classify";
import type { Repaired } from "../../src/excel/repair-formulas";
import type { Selected } from "../../src/excel/select-cells";
import type { SheetChange } from "../../src/excel/watch-changes";
import type { CustomerRows, PickedRow, SelectionWatch } from "../../src/excel/watch-selection";
import type { Layout, WorkbookState } from "../../src/excel/workbook-state";
import type { SheetWritten, TakenBack, Tiered, Written } from "../../src/excel/written";

/** How a long job in the workbook goes on, and whether the reader has given up. */
export interface Going {
  /** 0–1. */
  readonly share?: (share: number) => void;
  readonly cancelled?: () => boolean;
}

/** What can be done in the open workbook: src/excel, which is loaded when Excel is there. */
export interface OpenWorkbook {
  readonly writeTiered: (plan: TieredPlan, going: Going) => Promise<Result<Tiered>>;
  readonly writeSampleSheet: (language: Language) => Promise<Result<readonly SheetWritten[]>>;
  /** Opens the bytes of an .xlsx file, in base64, as a new workbook. */
  readonly openAsWorkbook: (base64: string) => Promise<Result<null>>;
  readonly findWritten: () => Promise<Result<Written>>;
  /** Refuses with `excel-refers-to-ours` where the analyst's own formulas look at what would go, unless `anyway`. */
  readonly takeBack: (how: { readonly anyway: boolean }) => Promise<Result<TakenBack>>;
  readonly findPlaces: () => Promise<Result<readonly Place[]>>;
  readonly selectCells: (
    sheet: string,
    rows: readonly number[],
    columns: readonly number[],
  ) => Promise<Result<Selected>>;
  readonly goTo: (sheet: string, address?: string | null) => Promise<Result<null>>;
  readonly freezeFormulas: (functions: readonly string[]) => Promise<Result<Frozen>>;
  readonly repairFormulas: (functions: readonly string[]) => Promise<Result<Repaired>>;
  readonly watchSelection: (
    where: () => readonly CustomerRows[],
    listener: (picked: PickedRow | null) => void,
  ) => Promise<Result<SelectionWatch>>;
  readonly watchChanges: (listener: (change: SheetChange) => void) => Promise<Result<null>>;
  readonly loadState: () => Promise<Result<WorkbookState>>;
  readonly saveState: (change: {
    readonly policy?: unknown;
    readonly layout?: Layout | null;
  }) => Promise<Result<null>>;
}
