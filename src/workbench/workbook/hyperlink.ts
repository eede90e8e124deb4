import type { Area } from "./area";
import { contains } from "./area";
import type { Shift } from "./change";
import { shiftedArea } from "./shifted-area";

/** Where a click on cells leads: https://learn.microsoft.com/javascript/api/excel/excel.rangehyperlink */
export interface Hyperlink {
  readonly area: Area;
  /** An address of the web or of a file. */
  readonly address?: string;
  /** A place in this workbook: "Summary!A1". */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

/** The links after cells were inserted or deleted. */
export function movedLinks(links: readonly Hyperlink[], shift: Shift): Hyperlink[] {
  return links.flatMap((link) => {
    const area = shiftedArea(link.area, shift);
    return area ? [{ ...link, area }] : [];
  });
}

/** The links without those inside an area. */
export const linksWithout = (links: readonly Hyperlink[], area: Area): Hyperlink[] =>
  links.filter((link) => !contains(area, link.area));
