import { describe } from "vitest";
import { loaded, rows } from "../in-excel";

describe("how a sheet is printed and shown", () => {
  rows([
    {
      source: "excel.pagelayout#excel-excel-pagelayout-headersfooters-member",
      does: "keeps headers, footers and the zoom",
      run: async (context, { pageLayout }) => {
        const { defaultForAllPages } = pageLayout.headersFooters;
        defaultForAllPages.centerFooter = "&P / &N";
        pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
        await context.sync();
        pageLayout.load("zoom");
        const texts = await loaded(context, defaultForAllPages, "centerFooter,leftHeader");
        return { ...texts, zoom: pageLayout.zoom };
      },
      gives: {
        ...{ centerFooter: "&P / &N", leftHeader: "" },
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      },
    },
    {
      source: "excel.pagelayout#excel-excel-pagelayout-setprintmargins-member(1)",
      does: "keeps margins in points, whatever unit they were given in",
      run: async (context, { pageLayout }) => {
        pageLayout.setPrintMargins("Inches", { top: 1, left: 0.5 });
        pageLayout.setPrintMargins("Centimeters", { footer: 2.54 });
        return loaded(context, pageLayout, "topMargin,leftMargin,footerMargin,rightMargin");
      },
      gives: { topMargin: 72, leftMargin: 36, footerMargin: 72, rightMargin: 50.4 },
    },
    {
      source: "excel.pagelayout#excel-excel-pagelayout-getprintareaornullobject-member(1)",
      does: "keeps the print area and the rows on each page; columns none were set for are a null object",
      run: async (context, { pageLayout }) => {
        pageLayout.setPrintArea("A1:C30");
        pageLayout.setPrintTitleRows("$1:$2");
        const area = pageLayout.getPrintAreaOrNullObject();
        const top = pageLayout.getPrintTitleRows();
        const left = pageLayout.getPrintTitleColumnsOrNullObject();
        area.load("address");
        top.load("address");
        await context.sync();
        return [area.address, top.address, left.isNullObject];
      },
      gives: ["Sheet1!A1:C30", "Sheet1!1:2", true],
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-showgridlines-member",
      does: "hides gridlines and headings, under the names the client sets them by",
      run: async (context, sheet) => {
        sheet.showGridlines = false;
        sheet.showHeadings = false;
        await context.sync();
        sheet.load("showGridlines,showHeadings");
        await context.sync();
        return [sheet.showGridlines, sheet.showHeadings];
      },
      gives: [false, false],
    },
  ]);
});
