export { readSheetRows } from "./read-xlsx";
