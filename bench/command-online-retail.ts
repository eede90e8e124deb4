import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone, type Benchmark } from "./benchmark";
import { runChild } from "./child";
import { sharedData } from "./shared-data";

const COMMAND = fileURLToPath(new URL("tiersheet.js", import.meta.url));
const INPUT = "online_retail.csv.gz";
const MAP = "customer=CustomerID,date=InvoiceDate,order=InvoiceNo,quantity=Quantity,price=UnitPrice";

/** The command on the 541,909 rows of Online Retail, gzipped CSV in, JSON and workbook out, in a process of its own. */
export const commandOnlineRetail: Benchmark = {
  name: "command-online-retail",
  async run(tell) {
    const input = sharedData(INPUT);
    if (input === null) {
      tell(`command-online-retail is skipped: ../shared/data/${INPUT} is not there.`);
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "tiersheet-bench-"));
    try {
      const args = ["classify", input, "--map", MAP, "--as-of", "2011-12-10", "--quiet"];
      const json = await runChild(COMMAND, [...args, "--json", join(folder, "result.json")]);
      const workbook = await runChild(COMMAND, [...args, "--out", join(folder, "tiered.xlsx")]);
      return [
        alone("tiersheet classify online_retail.csv.gz --json, from start to end", json.seconds, null, "s"),
        alone("tiersheet classify online_retail.csv.gz --json, peak memory", json.megabytes, 400, "MB"),
        alone(
          "tiersheet classify online_retail.csv.gz --out, from start to end",
          workbook.seconds,
          null,
          "s",
        ),
        alone("tiersheet classify online_retail.csv.gz --out, peak memory", workbook.megabytes, 400, "MB"),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
