import { overlap, type Area } from "./area";
import { isCellError, type CellValue } from "./cell-value";
import type { Sheet } from "./sheet";
import type { Table, TableColumn } from "./table";

/** The text a header cell shows. */
const headerText = (value: CellValue): string =>
  value === null
    ? ""
    : isCellError(value)
      ? value.error
      : typeof value === "boolean"
        ? String(value).toUpperCase()
        : String(value);

/**
 * Names as Excel makes them of what stands in a header row: text, none of it blank ("Column1"; 列1 in a Chinese Excel), a
 * name met again numbered ("Name2"), capitals aside.
 */
export function uniqueHeaders(texts: readonly string[], culture: string): string[] {
  const word = culture === "zh-CN" ? "列" : "Column";
  const taken = new Set(texts.filter((text) => text !== "").map((text) => text.toLowerCase()));
  const seen = new Set<string>();
  return texts.map((text) => {
    let name = text;
    if (name === "")
      for (let number = 1; name === "" || taken.has(name.toLowerCase()); number += 1) name = word + number;
    else
      for (let number = 2; seen.has(name.toLowerCase()); number += 1)
        name = taken.has((text + number).toLowerCase()) ? name : text + number;
    seen.add(name.toLowerCase());
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Makes the header cells of a table what Excel makes of them, and the columns know their names. */
export function settleHeaders(table: Table): void {
  const { sheet, area, columns } = table;
  if (!table.showHeaders) return;
  const values = sheet.values({ ...area, bottom: area.top })[0]!;
  const names = uniqueHeaders(
    values.map((value, index) => headerText(value) || (columns[index]?.fallback ?? "")),
    sheet.book.culture,
  );
  names.forEach((name, index) => {
    columns[index]!.label = name;
    if (values[index] === name && sheet.formula(area.top, area.left + index) === undefined) return;
    const column = area.left + index;
    sheet.write({ top: area.top, bottom: area.top, left: column, right: column }, [[name]]);
  });
}

/** Writes a column's name into its header cell; a name another column has is numbered. */
export function renameColumn(column: TableColumn, name: string): void {
  const { table } = column;
  if (!table.showHeaders) {
    column.label = name;
    return;
  }
  const at = table.area.left + column.index;
  table.sheet.write({ top: table.area.top, bottom: table.area.top, left: at, right: at }, [[name]]);
  column.label = "";
  settleHeaders(table);
}

/** To be called after cells were written: header rows among them are settled. */
export function headersWritten(sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders || !overlap(area, { ...table.area, bottom: table.area.top })) continue;
    settleHeaders(table);
    sheet.book.calculation.tablesChanged();
  }
}
