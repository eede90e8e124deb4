import stringWidth from "string-width";

/** Lines of a table in plain text, columns aligned (a Chinese character is two wide): numbers right, the rest left. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
          return right.includes(column) ? space + cell : cell + space;
        })
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
