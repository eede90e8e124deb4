import type { Message, Result } from "../../src/core/language/message";
import type { Cell, Table } from "../../src/core/ledger/cells";
import { headerRowOf } from "../../src/core/ledger/recognise";
import type { SheetLook, SheetRead, SheetRows } from "../../src/excel/read-sheet";
import { showsDates } from "../../src/files/shows-dates";
import { tableBuilder } from "../../src/files/table-builder";

/** Takes the rows of a sheet as Excel gives them and makes a table of them. */
export interface SheetIntake {
  readonly take: (rows: SheetRows) => void;
  readonly finish: (read: SheetRead) => Result<{ readonly table: Table; readonly notes: readonly Message[] }>;
}

/**
 * An intake for a sheet that looks as told: a column holds dates where one of its first cells is formatted as a date.
 * Rows keep their numbers and columns their letters. The headers are looked for, unless Excel says where they are.
 */
export function sheetIntake({ sheet, left, formats, headers }: SheetLook): SheetIntake {
  const builder = tableBuilder(
    sheet,
    headers === "first" ? () => 0 : headers === "none" ? () => -1 : headerRowOf,
  );
  const width = formats[0]?.length ?? 0;
  const dated = Array.from(
    { length: left + width },
    (_, c) => c >= left && formats.some((row) => showsDates(row[c - left] ?? "")),
  );
  const margin: null[] = Array.from({ length: left }, () => null);
  return {
    take: ({ index, rows }) => {
      rows.forEach((row, i) => {
        const cells = (row as readonly Cell[]).map((cell) => (cell === "" ? null : cell));
        builder.row(index + i, left > 0 ? [...margin, ...cells] : cells, dated);
      });
    },
    finish: ({ dateSystem, notes: told }) => {
      const built = builder.finish(dateSystem);
      if (!built.ok || told.length === 0) return built;
      const { table, notes } = built.value;
      return { ok: true, value: { table, notes: [...notes, ...told] } };
    },
  };
}
