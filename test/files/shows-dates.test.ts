import { isDateFormat } from "hucre";
import { describe, expect, it } from "vitest";
import { showsDates } from "../../src/files/shows-dates";

const DATES = [
  ...["yyyy-mm-dd", "m/d/yyyy", "dd.mm.yy", "d-mmm-yy", "mmm-yy", "h:mm AM/PM", "hh:mm:ss", "[h]:mm:ss"],
  ...[
    "[$-804]yyyy年m月d日",
    'yyyy"年"m"月"d"日"',
    "[$-F800]dddd, mmmm dd, yyyy",
    "yyyy/m/d h:mm;@",
    "[Red]m/d;@",
  ],
];
const OTHERS = [
  ...[
    "",
    "General",
    "@",
    "0",
    "0.00",
    "#,##0.00",
    "0%",
    "0.00E+00",
    "# ?/?",
    "[Red]-0.00",
    '0 "days"',
    "0\\d",
  ],
  ...[
    '#,##0.00 "US$";[Red]-#,##0.00',
    "_-* #,##0.00_-",
    '[>=1000]0.0,"k";0',
    "[$¥-804]#,##0",
    "¥#,##0",
    '0"h"',
  ],
];

describe("showsDates(format)", () => {
  it.each(DATES)("%s shows dates", (format) => expect(showsDates(format)).toBe(true));
  it.each(OTHERS)("%s does not", (format) => expect(showsDates(format)).toBe(false));

  it("says what the reader of files says, so that a sheet and its file are read alike", () => {
    for (const format of [...DATES, ...OTHERS]) {
      expect([format, showsDates(format)]).toEqual([format, isDateFormat(format)]);
    }
  });
});
