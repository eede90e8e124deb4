import Papa from "papaparse";
import { no, ok, type Param, type Result } from "../core/language/message";

/** A row longer than this many characters has a quote that is never closed, or is none. */
const LONGEST_RECORD = 8 * 1024 * 1024;

/** Cuts a delimited text into rows as it comes. */
export interface CsvRows {
  /** The rows that the text so far completes. Newlines are `\n`. With `last` the rest is a row too. */
  readonly push: (text: string, last: boolean) => Result<readonly (readonly string[])[]>;
  /** Rows so far. */
  readonly count: () => number;
  /** Row numbers, from 1, in which text follows a closing quote: `"5" nail`. */
  readonly strayQuotes: () => readonly number[];
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Rows by Papa Parse's parser, a piece at a time as its own streams use it (they take a Node stream or a browser file,
 * and we have neither). Refuses a quote that is never closed, naming the row it opens in: the rest of the file would
 * be its cell. A quote closed too early is read as part of its cell and remembered, unless rows went into that cell.
 */
export function csvRows(delimiter: string, file: Param): CsvRows {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  const stray: number[] = [];
  let rest = "";
  let count = 0;
  let started = false;
  return {
    push(text, last) {
      const whole = rest === "" ? text : rest + text;
      // A newline at the very end of the file ends its last row; it does not begin an empty one.
      if (last && whole === "" && started) return ok([]);
      started = true;
      const parsed = parser.parse(whole, 0, !last) as Parsed;
      rest = last ? "" : whole.slice(parsed.meta.cursor);
      for (const { code, row } of parsed.errors) {
        if (row >= parsed.data.length) continue;
        const cells = parsed.data[row] ?? [];
        if (
          code === "MissingQuotes" ||
          (code === "InvalidQuotes" && cells.some((cell) => cell.includes("\n")))
        ) {
          return no("file-open-quote", { file, row: count + row + 1 });
        }
        if (code === "InvalidQuotes" && stray.at(-1) !== count + row + 1) stray.push(count + row + 1);
      }
      count += parsed.data.length;
      if (rest.length > LONGEST_RECORD) {
        return no(rest.includes('"') ? "file-open-quote" : "file-endless-row", { file, row: count + 1 });
      }
      return ok(parsed.data);
    },
    count: () => count,
    strayQuotes: () => stray,
  };
}
