import { existsSync } from "node:fs";
import { join } from "node:path";

/** The path of a file of reference data beside the repository; null where it isn't there. */
export function sharedData(name: string): string | null {
  const path = join(process.cwd(), "../shared/data", name);
  return existsSync(path) ? path : null;
}
