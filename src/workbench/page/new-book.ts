import { element } from "./element";
import type { Notices } from "./notices";
import { word, type PageLanguage } from "./words";

/** The parameter of the page's address that names a file to open: made by this page, for a tab of its own. */
const OPEN = "open";
const NAME = "name";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Offers a workbook that the add-in made: to look at in a tab of its own, where Excel opens a window, and to download.
 * `file`: its .xlsx, undefined for a blank one.
 */
export function offerNewBook(notices: Notices, language: PageLanguage, file: Uint8Array | undefined): void {
  if (file === undefined) return notices.say(word(language, "new-book.blank"));
  // Kept as long as the page: the other tab asks for it.
  const blob = URL.createObjectURL(new Blob([file as Uint8Array<ArrayBuffer>], { type: TYPE }));
  const name = word(language, "new-book.name");
  const address = new URL(location.href);
  address.hash = "";
  address.search = new URLSearchParams({ lang: language, [OPEN]: blob, [NAME]: name }).toString();
  notices.offer(
    word(language, "new-book.file"),
    element("a", { href: address.href, target: "_blank", class: "main" }, word(language, "new-book.open")),
    element("a", { href: blob, download: name }, word(language, "new-book.download")),
  );
}

/** The file that this page was opened with; undefined without one. Only what a page of the workbench made is taken. */
export async function givenBook(): Promise<File | undefined> {
  const asked = new URLSearchParams(location.search);
  const blob = asked.get(OPEN);
  if (!blob?.startsWith(`blob:${location.origin}/`)) return undefined;
  try {
    const answer = await fetch(blob);
    return new File([await answer.arrayBuffer()], asked.get(NAME) ?? "Book.xlsx", { type: TYPE });
  } catch {
    // The tab it came from is closed.
    return undefined;
  }
}
