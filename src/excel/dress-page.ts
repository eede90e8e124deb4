import type { PlannedPage } from "./dressing";

/** Points of an inch. */
const INCH = 72;

/** Queues a look at whether a page is as Excel makes one: nobody has set it up, we neither. Call what comes back after a sync. */
export function lookAtPage(sheet: Excel.Worksheet): () => boolean {
  const { pageLayout } = sheet;
  const { defaultForAllPages: pages } = pageLayout.headersFooters;
  pageLayout.load("orientation");
  pages.load("leftFooter,rightFooter");
  return () => pageLayout.orientation === "Portrait" && pages.leftFooter === "" && pages.rightFooter === "";
}

/**
 * Queues how a sheet prints: landscape, on the paper that the reader's Excel has (A4 or Letter), the sheet's name and page
 * numbers at the foot. Asks for ExcelApi 1.9.
 * https://learn.microsoft.com/javascript/api/excel/excel.pagelayout
 */
export function dressPage(sheet: Excel.Worksheet, page: PlannedPage): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  // Any number of pages down: only the width is asked for.
  pageLayout.zoom = page.fit === "width" ? { horizontalFitToPages: 1 } : { scale: page.fit.scale };
  const pages = pageLayout.headersFooters.defaultForAllPages;
  pages.leftFooter = "&A";
  pages.rightFooter = "&P / &N";
  if (page.titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${page.titleRows}`);
  if (page.header === null) return;
  pageLayout.centerHorizontally = page.fit === "width";
  pageLayout.setPrintMargins("Points", {
    left: 0.4 * INCH,
    right: 0.4 * INCH,
    top: 0.6 * INCH,
    bottom: 0.6 * INCH,
    header: 0.3 * INCH,
    footer: 0.3 * INCH,
  });
  // An ampersand begins a code.
  pages.leftHeader = page.header.replaceAll("&", "&&");
  pages.rightHeader = "&D";
}

/** Queues where pages end; those of an earlier run, and only on a page of Tiersheet's, go first. */
export function breakPages(sheet: Excel.Worksheet, { rowBreaks, columnBreaks }: PlannedPage): void {
  const { horizontalPageBreaks, verticalPageBreaks } = sheet;
  horizontalPageBreaks.removePageBreaks();
  verticalPageBreaks.removePageBreaks();
  for (const row of rowBreaks) horizontalPageBreaks.add(sheet.getCell(row, 0));
  for (const column of columnBreaks) verticalPageBreaks.add(sheet.getCell(0, column));
}
