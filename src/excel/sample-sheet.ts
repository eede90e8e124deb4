import type { Language } from "../core/language/language";
import { say, type Result } from "../core/language/message";
import { cellAt } from "../core/ledger/cells";
import { sampleOrders } from "../core/sample/sample-orders";
import type { NewSheet } from "./new-sheet";
import { wait, type Wait } from "./patience";
import { writeSheets } from "./write-sheets";
import type { SheetWritten } from "./written";

/**
 * Writes a sheet of sample orders, as an export would have them: plain cells, with the usual mess as it came. The
 * sheet is the user's own from then on: it isn't taken back.
 */
export async function writeSampleSheet(
  language: Language,
  pause: Wait = wait,
): Promise<Result<readonly SheetWritten[]>> {
  return writeSheets([sampleSheet(language)], {}, pause);
}

const ROWS = 3000;
const WIDTHS = [14, 12, 26, 12, 14, 12, 12, 12];

function sampleSheet(language: Language): NewSheet {
  const { columns, rowCount } = sampleOrders({ language, rows: ROWS });
  return {
    id: "sample",
    name: say({ code: "excel-sample-name" }, language),
    hidden: false,
    frozenRows: 1,
    frozenColumns: 0,
    widths: WIDTHS.slice(0, columns.length),
    blocks: [
      {
        kind: "table",
        row: 0,
        name: null,
        headers: columns.map(({ header }) => header),
        formats: columns.map(({ dated }) => (dated ? "yyyy-mm-dd" : "General")),
        wrapped: [],
        count: rowCount,
        rows: async (from, count) =>
          Array.from({ length: count }, (_, i) => columns.map(({ cells }) => cellAt(cells, from + i))),
        rowsAt: null,
      },
    ],
  };
}
