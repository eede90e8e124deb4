import { columnLetters } from "../files/headers";
import type { PlannedPage } from "./dressing";

/** Points of an inch. */
const INCH = 72;

/** Queues a look at whether a page has not been set up yet, which its footer tells. Call what comes back after a sync. */
export function lookAtPage(sheet: Excel.Worksheet): () => boolean {
  const { defaultForAllPages: pages } = sheet.pageLayout.headersFooters;
  pages.load("leftFooter");
  return () => pages.leftFooter === "";
}

/**
 * Queues how a sheet prints: landscape unless said, on the paper that the reader's Excel has (A4 or Letter), the sheet's name and page
 * numbers at the foot. Asks for ExcelApi 1.9.
 * https://learn.microsoft.com/javascript/api/excel/excel.pagelayout
 */
export function dressPage(sheet: Excel.Worksheet, page: PlannedPage): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.portrait ? "Portrait" : "Landscape";
  // Any number of pages down: only the width is asked for.
  pageLayout.zoom = page.fit === "width" ? { horizontalFitToPages: 1 } : { scale: page.fit.scale };
  const pages = pageLayout.headersFooters.defaultForAllPages;
  pages.rightFooter = "&P / &N";
  if (page.titleRows) {
    const { from, count } = page.titleRows;
    pageLayout.setPrintTitleRows(`$${from + 1}:$${from + count}`);
  }
  if (page.titleColumns > 0) {
    pageLayout.setPrintTitleColumns(`$A:$${columnLetters(page.titleColumns - 1)}`);
    // The pages of one row lie together.
    pageLayout.printOrder = "OverThenDown";
  }
  if (page.header !== null || page.titleColumns > 0) littleMargin(pageLayout);
  if (page.header !== null) dressReport(pageLayout, page.header, page.fit === "width");
  // Last, as it tells that all of it has been done.
  pages.leftFooter = "&A";
}

function littleMargin(pageLayout: Excel.PageLayout): void {
  pageLayout.setPrintMargins("Points", {
    left: 0.4 * INCH,
    right: 0.4 * INCH,
    top: 0.6 * INCH,
    bottom: 0.6 * INCH,
    header: 0.3 * INCH,
    footer: 0.3 * INCH,
  });
}

/** A page made to be read has a header. */
function dressReport(pageLayout: Excel.PageLayout, header: string, centred: boolean): void {
  const pages = pageLayout.headersFooters.defaultForAllPages;
  pageLayout.centerHorizontally = centred;
  // An ampersand begins a code.
  pages.leftHeader = header.replaceAll("&", "&&");
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
