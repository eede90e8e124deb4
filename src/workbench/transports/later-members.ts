/**
 * Members of Excel that the add-in uses and that office.js on npm, older than the one Microsoft serves, doesn't have: a
 * script that gives them to the client after it is loaded, in the form of the client's own. Everything else of the
 * client is as it comes. RangeAreas.select is ExcelApi 1.18.
 * https://learn.microsoft.com/javascript/api/excel/excel.rangeareas#excel-excel-rangeareas-select-member(1)
 */
export const LATER_MEMBERS = `
(function () {
  var areas = typeof Excel === "object" && Excel.RangeAreas && Excel.RangeAreas.prototype;
  if (!areas || areas.select) return;
  areas.select = function () {
    OfficeExtension.BatchApiHelper.invokeMethod(this, "Select", 1, [], 4, 0);
  };
})();
`;
