import type { Workbook } from "../workbook/workbook";
import { partTexts } from "./zip-parts";

const PART = "xl/workbook.xml";
const NAME = /<definedName\b([^>]*)>/g;

/** Says in a file's parts which names people don't see; hucre, which wrote them, doesn't know of such. */
export function markHidden(texts: Map<string, string>, book: Workbook): void {
  const hidden = new Set(book.names.filter(({ visible }) => !visible).map((name) => keyOf(book, name)));
  const text = texts.get(PART);
  if (text === undefined) return;
  texts.set(
    PART,
    text.replaceAll(NAME, (whole, attributes: string) =>
      hidden.has(keyIn(attributes)) && !/\bhidden=/.test(attributes)
        ? `<definedName${attributes} hidden="1">`
        : whole,
    ),
  );
}

/** Hides the names that a file hides. */
export async function hideNames(bytes: Uint8Array, book: Workbook): Promise<void> {
  const texts = await partTexts(bytes, (name) => name === PART);
  const hidden = new Set<string>();
  for (const [, attributes = ""] of texts?.get(PART)?.matchAll(NAME) ?? []) {
    if (/\bhidden="(?:1|true)"/.test(attributes)) hidden.add(keyIn(attributes));
  }
  if (hidden.size === 0) return;
  book.batch("file", () => {
    for (const name of [...book.names]) {
      if (hidden.has(keyOf(book, name))) book.defineName({ ...name, visible: false });
    }
  });
}

const keyOf = (book: Workbook, { name, scope }: Workbook["names"][number]): string =>
  `${scope ? book.sheets.indexOf(scope) : ""} ${name.toLowerCase()}`;

function keyIn(attributes: string): string {
  const [, name = ""] = /\bname="([^"]*)"/.exec(attributes) ?? [];
  const [, scope = ""] = /\blocalSheetId="(\d+)"/.exec(attributes) ?? [];
  return `${scope} ${name.toLowerCase()}`;
}
