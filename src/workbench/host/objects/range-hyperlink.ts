import { cellArea, contains } from "../../workbook/area";
import { linksWithout, type Hyperlink } from "../../workbook/hyperlink";
import { textValue } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { textsOf } from "./range-values";
import { refusePivots } from "./range-write";

/** What Excel gives a cell that is linked. */
const LOOK = { color: "#0563C1", underline: "Single" } as const;

/** The link of the range's first cell; null where it has none. */
function linkOf({ sheet, area }: RangeTarget): Hyperlink | undefined {
  return sheet.hyperlinks.findLast((link) => contains(link.area, cellArea(area.top, area.left)));
}

/** Links the range as a whole, writes the text and gives it the look of a link; what was linked in it before goes. */
function setLink(range: RangeTarget, value: unknown, run: Run): void {
  const { sheet, area } = range;
  run.mayWrite(sheet, area, "allowInsertHyperlinks");
  refusePivots(sheet, area);
  if (typeof value !== "object" || value === null) throw invalidArgument("no hyperlink");
  const given = value as Readonly<Record<string, unknown>>;
  const part = (name: string) => {
    const found = given[name];
    return found === undefined || found === null || found === "" ? undefined : textValue(found);
  };
  const [address, documentReference, screenTip] = [
    part("address"),
    part("documentReference"),
    part("screenTip"),
  ];
  // "Represents the URL target", "… the document reference target": one of them leads somewhere.
  if ((address === undefined) === (documentReference === undefined)) {
    throw invalidArgument("a hyperlink has an address or a documentReference");
  }
  const link: Hyperlink = {
    area,
    ...(address !== undefined && { address }),
    ...(documentReference !== undefined && { documentReference }),
    ...(screenTip !== undefined && { screenTip }),
  };
  sheet.hyperlinks = [...linksWithout(sheet.hyperlinks, area), link];
  const text = part("textToDisplay");
  if (text !== undefined) sheet.write(cellArea(area.top, area.left), [[text]]);
  sheet.setStyle(area, { font: LOOK });
  run.wroteCells(1);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-hyperlink-member */
export const rangeHyperlinkClass = hostClass("Range", {
  properties: {
    hyperlink: {
      since: "1.7",
      onlyWhenNamed: true,
      get: (range, run) => {
        const link = linkOf(range);
        if (!link) return null;
        const { area: _, ...target } = link;
        const first = cellArea(range.area.top, range.area.left);
        return { ...target, textToDisplay: textsOf({ sheet: range.sheet, area: first }, run)?.[0]?.[0] };
      },
      set: setLink,
    },
  },
}) as unknown as HostClass;
