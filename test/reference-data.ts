import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The folder of reference data beside the project. */
const FOLDER = resolve(import.meta.dirname, "../../shared/data");

/** True where the reference data stands beside the repository. */
export const referenceDataIsThere = existsSync(resolve(FOLDER, "rfm_data_orders.csv"));

/** For the name of a suite: says that it is skipped, and why. */
export const unlessThere = referenceDataIsThere ? "" : " (skipped: ../shared/data is absent)";

/** The path of a reference file. */
export function referenceFile(name: string): string {
  return resolve(FOLDER, name);
}
