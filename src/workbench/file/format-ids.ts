import { xmlAttribute } from "../../files/excel-text";

const PART = "xl/styles.xml";

/** Number formats that every workbook has, by their ids (ECMA-376-1, 18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
]);

/** Finds the id of a number format in the styles of a file, which get it where they lack it. */
export function formatIds(texts: Map<string, string>): (format: string) => number {
  return (format) => {
    const known = BUILT_IN.get(format);
    if (known !== undefined) return known;
    const styles = texts.get(PART) ?? "";
    const ids = new Map<string, number>();
    let last = 163;
    for (const [, id = "", code = ""] of styles.matchAll(
      /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/g,
    )) {
      ids.set(code, Number(id));
      last = Math.max(last, Number(id));
    }
    const code = xmlAttribute(format);
    const found = ids.get(code);
    if (found !== undefined) return found;
    const added = `<numFmt numFmtId="${last + 1}" formatCode="${code}"/>`;
    const list = `<numFmts count="${ids.size + 1}">`;
    texts.set(
      PART,
      /<numFmts\b[^>]*>/.test(styles)
        ? styles.replace(/<numFmts\b[^>]*>/, () => list + added)
        : styles.replace(/<styleSheet\b[^>]*>/, (open) => `${open}${list}${added}</numFmts>`),
    );
    return last + 1;
  };
}
