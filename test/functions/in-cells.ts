import { later } from "../../functions/later";
import { library as atOnce } from "../../functions/library";
import type { CustomFunction } from "../../functions/loading";
import { memo } from "../../functions/memo";
import { functionsMetadata } from "../../scripts/functions-metadata";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { addressOf } from "../../src/workbench/workbook/area";
import { isCellError } from "../../src/workbench/workbook/cell-value";

/** All custom functions, to be called directly. */
const functions: Readonly<Record<string, CustomFunction>> = { ...atOnce, ...later };

/** A cell that holds an error: how it is typed, and its code. */
export class ErrorCell {
  constructor(
    readonly formula: string,
    readonly code: string,
  ) {}
}

/** Cells that stand on a sheet, as an argument: their address there and what they hold, null for a blank. */
export interface Cells {
  readonly address: string;
  readonly values: readonly (readonly unknown[])[];
}

/** A constant as it is written into a formula, such as `"en"`, `{1;2}`, and what the function is given. */
export interface Constant {
  readonly written: string;
  readonly value: unknown;
}

/** An argument of a formula; null where it is left out. */
export type Argument = Cells | Constant | null;

/** A constant: one value, or rows of them. */
export function constant(value: string | number | boolean | readonly (readonly unknown[])[]): Constant {
  const one = (cell: unknown) => (typeof cell === "string" ? `"${cell}"` : String(cell).toUpperCase());
  const written = Array.isArray(value)
    ? `{${value.map((row: readonly unknown[]) => row.map(one).join(",")).join(";")}}`
    : one(value);
  return { written, value };
}

export function formulaOf(id: string, args: readonly Argument[]): string {
  const written = args.map((one) => (one === null ? "" : "address" in one ? one.address : one.written));
  return `=${id}(${written.join(",")})`;
}

/** What Excel shows: in each cell its value, an error's code; and the sentences of errors by address. */
export interface Shown {
  readonly values: readonly (readonly unknown[])[];
  readonly sentences: Readonly<Record<string, string>>;
}

/**
 * What a direct call of a function gives, as Excel is to show it. Fails where it gives what Excel can't show as it is:
 * null (which it shows as 0), a number that is none, rows of unequal length.
 *
 * @param blank how the host hands over a blank cell: null on the web, 0 on the desktop (office-js#4702)
 */
export function called(id: string, args: readonly Argument[], blank: null | 0): Shown {
  memo.forget();
  const matrices = (functionMetadata.get(id)?.parameters ?? []).map(
    ({ dimensionality }) => dimensionality === "matrix",
  );
  const given = matrices.map((matrix, at) => {
    const arg = args[at] ?? null;
    if (arg === null) return null;
    const rows =
      "address" in arg ? arg.values.map((row) => row.map((cell) => handed(cell, blank))) : arg.value;
    if (matrix) return Array.isArray(rows) ? rows : [[rows]];
    return Array.isArray(rows) ? (rows as unknown[][])[0]?.[0] : rows;
  });
  try {
    return shown(functions[id]!(...(given as never[])) as unknown[][]);
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return shown([[error]]);
  }
}

function handed(cell: unknown, blank: null | 0): unknown {
  if (cell instanceof ErrorCell) return new CustomFunctions.Error(cell.code as CustomFunctions.ErrorCode);
  return cell ?? blank;
}

function shown(matrix: readonly (readonly unknown[])[]): Shown {
  const sentences: Record<string, string> = {};
  const values = matrix.map((line, row) =>
    line.map((cell, column) => {
      if (cell instanceof CustomFunctions.Error) {
        // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors: these two carry a text.
        if (cell.message && (cell.code === "#VALUE!" || cell.code === "#N/A"))
          sentences[addressOf({ top: row, bottom: row, left: column, right: column })] = cell.message;
        return cell.code;
      }
      if (typeof cell === "string" || Number.isFinite(cell)) return cell;
      throw new Error(`Excel can't show ${String(cell)} as it is.`);
    }),
  );
  if (values.some((row) => row.length !== values[0]?.length))
    throw new Error("The rows are of unequal length.");
  return { values, sentences };
}

/** Metadata of the functions by id; there once `startExcel` has been called. */
export const functionMetadata = new Map<
  string,
  Awaited<ReturnType<typeof functionsMetadata>>["en"]["functions"][number]
>();

/** Excel with the add-in's functions. */
export interface ExcelInCells extends OfficeInNode {
  /** Writes cells as the workbook holds them on a sheet, which is added where it isn't there. */
  fill(sheet: string, columns: readonly Cells[]): Promise<void>;
  /** Types formulas, the first cell's address in front (`Sheet1!A1`), and waits until no cell is busy. */
  type(formulas: Readonly<Record<string, unknown>>): Promise<void>;
  /** What a sheet shows from A1 to its last cell. */
  sheet(name: string): Promise<Shown>;
  /** The values of a range, once no cell is busy. */
  values(address: string): Promise<unknown[][]>;
  settled(): Promise<void>;
}

/**
 * Starts Microsoft's office.js in this process on the stand-in for Excel, registers the functions that the build
 * describes in functions.json, and associates the add-in's own as its page does.
 */
export async function startExcel(
  options: Parameters<typeof startOfficeInNode>[0] = {},
): Promise<ExcelInCells> {
  const office = await startOfficeInNode(options);
  // The script that the page loads; loaded once, its functions stay associated.
  await import("../../functions/functions");
  const { en } = await functionsMetadata(process.cwd());
  for (const one of en.functions) functionMetadata.set(one.id, one);
  const { workbook } = office.host;
  const { customFunctions } = workbook.calculation;
  customFunctions.register(en as never);
  const settled = async () => {
    while (customFunctions.waiting > 0) await new Promise((done) => setTimeout(done, 10));
  };
  const excel: ExcelInCells = {
    ...office,
    settled,
    fill: (name, columns) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        await context.sync();
        const there = sheet.isNullObject ? context.workbook.worksheets.add(name) : sheet;
        // An apostrophe keeps a text a text.
        const typed = (cell: unknown) =>
          cell instanceof ErrorCell ? cell.formula : typeof cell === "string" ? `'${cell}` : (cell ?? "");
        for (const { address, values } of columns)
          there.getRange(address.split("!")[1]).formulas = values.map((row) => row.map(typed));
        await context.sync();
      }),
    type: async (formulas) => {
      await Excel.run(async (context) => {
        for (const [address, formula] of Object.entries(formulas)) {
          const [name = "", cell = ""] = address.split("!");
          const sheet = context.workbook.worksheets.getItemOrNullObject(name);
          await context.sync();
          const there = sheet.isNullObject ? context.workbook.worksheets.add(name) : sheet;
          there.getRange(cell).formulas = [[formula]];
        }
        await context.sync();
      });
      await settled();
    },
    values: async (address) => {
      await settled();
      const [name = "", cells = ""] = address.split("!");
      return Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(cells);
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      });
    },
    sheet: async (name) => {
      await settled();
      const values = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getUsedRange(false);
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      });
      const sentences: Record<string, string> = {};
      const cells = workbook.sheet(name);
      for (const [row, line] of values.entries())
        for (const column of line.keys()) {
          const value = cells?.value(row, column);
          if (isCellError(value) && value.message !== undefined)
            sentences[addressOf({ top: row, bottom: row, left: column, right: column })] = value.message;
        }
      return { values, sentences };
    },
  };
  return excel;
}
