import { sampleOrders } from "../../core/sample/sample-orders";
import { fitColumns } from "../file/fit-columns";
import { cellError, isErrorCode, type CellValue } from "../workbook/cell-value";
import { Workbook } from "../workbook/workbook";
import { word, type PageLanguage } from "./words";

/** Rows of the sample, header not counted. */
const ROWS = 3000;

/** A workbook with one sheet of generated orders, with the mess that exports have. */
export function sampleBook(language: PageLanguage): Workbook {
  const { columns, rowCount } = sampleOrders({ language, rows: ROWS });
  const name = word(language, "sheet.orders");
  const book = new Workbook(name);
  book.name = `${name}.xlsx`;
  book.culture = language === "zh" ? "zh-CN" : "en-US";
  const sheet = book.activeSheet;
  const rows: CellValue[][] = [columns.map(({ header }) => header)];
  for (let row = 0; row < rowCount; row++)
    rows.push(columns.map(({ cells }) => plain((cells as readonly unknown[])[row])));
  book.batch("file", () => {
    sheet.write({ top: 0, left: 0, bottom: rowCount, right: columns.length - 1 }, rows);
    sheet.setStyle({ top: 0, left: 0, bottom: 0, right: columns.length - 1 }, { font: { bold: true } });
    columns.forEach(({ dated }, column) => {
      const body = { top: 1, bottom: rowCount, left: column, right: column };
      if (dated) sheet.setStyle(body, { numberFormat: "yyyy-mm-dd" });
    });
    fitColumns(sheet);
    sheet.freeze = { rows: 1, columns: 0 };
  });
  return book;
}

/** A cell of the sample; an error of the export is one in the workbook, as it is once Excel has opened the export. */
function plain(cell: unknown): CellValue {
  if (typeof cell === "string") return isErrorCode(cell) ? cellError(cell) : cell;
  return typeof cell === "number" || typeof cell === "boolean" ? cell : null;
}
