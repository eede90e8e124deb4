import { sizeOf } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import { inGrid, rangeData, type Drawn } from "./drawn";
import type { GridSize } from "./draw-sheet";

/** The styles of tables that o-spreadsheet knows; others look like the one Excel takes by default. */
const KNOWN_STYLE = /^TableStyle(?:Light(?:[1-9]|1\d|2[01])|Medium(?:[1-9]|1\d|2[0-8])|Dark(?:[1-9]|1[01]))$/;

/** Tables with their bands and filter buttons, and the filter of a sheet. */
export function drawnTables(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  const tables = sheet.tables.map((table) => ({
    id: table.id,
    area: table.area,
    config: {
      hasFilters: table.showHeaders && table.showFilterButton,
      totalRow: table.showTotals,
      firstColumn: table.highlightFirstColumn,
      lastColumn: table.highlightLastColumn,
      numberOfHeaders: table.showHeaders ? 1 : 0,
      bandedRows: table.showBandedRows,
      bandedColumns: table.showBandedColumns,
      automaticAutofill: false,
      styleId: KNOWN_STYLE.test(table.style)
        ? table.style
        : table.style === ""
          ? "None"
          : "TableStyleMedium2",
    },
  }));
  if (sheet.filter) {
    tables.push({
      id: "filter",
      area: sheet.filter.area,
      config: {
        hasFilters: true,
        totalRow: false,
        firstColumn: false,
        lastColumn: false,
        numberOfHeaders: 1,
        bandedRows: false,
        bandedColumns: false,
        automaticAutofill: false,
        styleId: "None",
      },
    });
  }
  return tables.flatMap(({ id, area: whole, config }) => {
    const area = inGrid(whole, size);
    if (!area) return [];
    // One row can't have a header of its own in the grid.
    const shown = sizeOf(area).rows === 1 ? { ...config, numberOfHeaders: 0, hasFilters: false } : config;
    return [
      {
        id: `table ${id}`,
        print: JSON.stringify([area, shown]),
        put: [
          {
            type: "CREATE_TABLE",
            sheetId,
            tableType: "forceStatic",
            ranges: [rangeData(sheetId, area)],
            config: shown,
          },
        ],
        take: [{ type: "REMOVE_TABLE", sheetId, target: [area] }],
      },
    ];
  });
}
