import type { Cell, Sheet as FileSheet } from "hucre";
import { cellArea } from "../workbook/area";
import type { Hyperlink } from "../workbook/hyperlink";
import type { Sheet } from "../workbook/sheet";

/** The links of a sheet by the cell they stand in, as a file has them; a link of several cells is one of each. */
export function fileLinks(sheet: Sheet): Map<string, NonNullable<Cell["hyperlink"]>> {
  const links = new Map<string, NonNullable<Cell["hyperlink"]>>();
  for (const { area, address, documentReference, screenTip } of sheet.hyperlinks) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        links.set(`${row},${column}`, {
          target: address ?? "",
          ...(documentReference !== undefined && { location: documentReference }),
          ...(screenTip !== undefined && { tooltip: screenTip }),
        });
      }
    }
  }
  return links;
}

/** Takes the links of a file's cells. */
export function readLinks(from: FileSheet, to: Sheet): void {
  const links: Hyperlink[] = [];
  for (const [key, { hyperlink }] of from.cells ?? []) {
    if (!hyperlink) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    const { target, location, tooltip } = hyperlink;
    // A place in the workbook is a location, or a target behind a #.
    const place = location ?? (target.startsWith("#") ? target.slice(1) : undefined);
    links.push({
      area: cellArea(row, column),
      ...(place !== undefined ? { documentReference: place } : { address: target }),
      ...(tooltip !== undefined && { screenTip: tooltip }),
    });
  }
  to.hyperlinks = links;
}
