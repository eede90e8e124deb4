import type { Sheet } from "./sheet";

/** A defined name: a range, a constant or a formula under a word. */
export interface DefinedName {
  readonly name: string;
  /** The sheet it is known on; undefined for the whole workbook. */
  readonly scope: Sheet | undefined;
  /** "=Sheet1!$A$1:$B$2", "=12%". */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}

/** The name that a word means on a sheet: the sheet's own before the workbook's, capitals aside. */
export function nameOn(
  names: readonly DefinedName[],
  word: string,
  sheet: Sheet | undefined,
): DefinedName | undefined {
  const folded = word.toLowerCase();
  const same = names.filter((name) => name.name.toLowerCase() === folded);
  return same.find((name) => name.scope === sheet && sheet !== undefined) ?? same.find((name) => !name.scope);
}
