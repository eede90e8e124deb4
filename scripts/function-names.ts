import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * What is wrong with a name for a custom function, a sentence each; nothing where Excel takes it. `id` and `name` are
 * the same in Tiersheet, so the stricter rule of ids holds: a letter, then letters, digits, _ and ., in capitals, three
 * characters at least and 128 at most; no cell address in either style; no function of Excel's own, nor of its old
 * macro language. https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-naming
 */
export function nameProblems(name: string): readonly string[] {
  const problems: string[] = [];
  if (!/^[A-Z][A-Z0-9_.]{2,127}$/.test(name)) {
    problems.push(`“${name}” is no id: write 3 to 128 capitals, digits, _ and ., a letter first.`);
  }
  if (isCellAddress(name)) problems.push(`“${name}” is the address of a cell.`);
  if (/^(?:R\d*)?(?:C\d*)?$/.test(name)) problems.push(`“${name}” is an address in the style R1C1.`);
  if (excelFunctions().has(name)) problems.push(`“${name}” is a function of Excel.`);
  if (MACRO_FUNCTIONS.has(name)) problems.push(`“${name}” is a function of Excel 4 macros.`);
  return problems;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** A1 to XFD1048576: RFM2 is one. Letters alone (ABC) are none: a column is written ABC:ABC. */
function isCellAddress(name: string): boolean {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (letters === "") return false;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW;
}

let known: ReadonlySet<string> | null = null;

/**
 * The worksheet functions of Excel: those that Excel.Functions of office.js lists (read from @types/office-js), and
 * those of “Excel functions (alphabetical)”, https://support.microsoft.com/office/excel-functions-alphabetical, that it
 * lacks, which came later or which it can't call.
 */
export function excelFunctions(): ReadonlySet<string> {
  if (known) return known;
  const types = readFileSync(createRequire(import.meta.url).resolve("@types/office-js/index.d.ts"), "utf8");
  const from = types.indexOf("class Functions extends OfficeExtension.ClientObject");
  const methods = types.slice(from, types.indexOf("\n    }", from)).matchAll(/^ {8}(\w+)\(/gm);
  const listed = [...methods].map(([, method = ""]) => method.replaceAll("_", ".").toUpperCase());
  if (listed.length < 300) throw new Error("Excel.Functions was not found in @types/office-js.");
  return (known = new Set([...listed, ...LATER]));
}

const LATER = `
  AGGREGATE ANCHORARRAY ARRAYTOTEXT BYCOL BYROW CALL CELL CHOOSECOLS CHOOSEROWS COLUMN CONCAT COPILOT COVAR
  CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE DATEDIF DATESTRING
  DETECTLANGUAGE DROP EDATE ENCODEURL EOMONTH EUROCONVERT EXPAND EXPONDIST FILTER FILTERXML FORECAST.ETS
  FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FREQUENCY GETPIVOTDATA GROUPBY GROWTH
  HSTACK IFS IMAGE IMPORTCSV IMPORTTEXT INDEX INDIRECT INFO ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LINEST LOGEST
  MAKEARRAY MAP MAXIFS MDETERM MINIFS MINVERSE MMULT MODE MUNIT NUMBERSTRING OFFSET PERCENTOF PHONETIC PIVOTBY PY
  RANDARRAY RANK REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST REGISTER.ID ROW RTD SCAN SEQUENCE SHEET SHEETS SINGLE SORT
  SORTBY SQL.REQUEST STOCKHISTORY SUMPRODUCT SUMX2MY2 SUMX2PY2 SUMXMY2 SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN
  TEXTSPLIT TOCOL TODAY TOROW TRANSLATE TRANSPOSE TREND TRIMRANGE UNIQUE VALUETOTEXT VSTACK WEBSERVICE WRAPCOLS WRAPROWS
  XLOOKUP XMATCH`
  .trim()
  .split(/\s+/);

/** One-word functions of Excel 4 macros (“Excel 4.0 Macro Functions Reference”, Microsoft). */
const MACRO_FUNCTIONS: ReadonlySet<string> = new Set(
  `ABSREF ACTIVATE ALERT ARGUMENT BEEP BORDER BREAK CALCULATE CALLER CLEAR CLOSE COMBINATION CONSOLIDATE COPY CUT DEMOTE
  DEREF DIRECTORY DOCUMENTS DUPLICATE ECHO ELSE ERROR EVALUATE EXEC EXECUTE EXTRACT FCLOSE FILES FOPEN FOR FORMULA FPOS
  FREAD FREADLN FSIZE FULL FWRITE FWRITELN GALLERY GOTO GRIDLINES GROUP HALT HELP HIDE HLINE HPAGE HSCROLL INITIATE
  INPUT INSERT JUSTIFY LEGEND LINKS MESSAGE MOVE NAMES NEW NEXT NOTE OPEN OUTLINE OVERLAY PARSE PASTE PATTERNS PAUSE POKE
  PRECISION PRINT PROMOTE QUIT REFTEXT REGISTER RELREF REQUEST RESTART RESULT RESUME RETURN RUN SAVE SCALE SELECT
  SELECTION SEND SERIES SIZE SPELLING SPLIT STEP STYLE TERMINATE TEXTREF UNDO UNGROUP UNHIDE UNREGISTER VLINE VOLATILE
  VPAGE VSCROLL WAIT WHILE WINDOWS WORKSPACE ZOOM`.split(/\s+/),
);
