import { moved, type Begin } from "./dress-cells";
import type { PlannedSlicer } from "./dressing";
import { rangeOf } from "./own-cells";
import { slicerName } from "./own-things";
import type { PivotSource } from "./pivot-source";

/** A slicer with the cells that it is to cover, whose place in points is known after a sync. */
interface SlicerToAdd {
  readonly pivot: string;
  readonly name: string;
  readonly header: string;
  readonly descending: boolean;
  readonly place: Excel.Range;
}

/** Queues a look at where the slicers of PivotTables are to be; call what comes back after a sync, to queue the slicers. */
export function placeSlicers(
  sheet: Excel.Worksheet,
  planned: readonly (PlannedSlicer & { readonly pivot: string })[],
  source: PivotSource,
  taken: ReadonlySet<string>,
  begin: Begin,
): () => void {
  const slicers = planned.flatMap(({ pivot, name, column, area, descending }): SlicerToAdd[] => {
    const header = source.header(column);
    if (header === null) return [];
    const place = rangeOf(sheet, moved(area, begin));
    place.load("left,top,width,height");
    return [{ pivot, name: slicerName(name, taken), header, descending, place }];
  });
  return () => {
    for (const { pivot, name, header, descending, place } of slicers) {
      const slicer = sheet.slicers.add(sheet.pivotTables.getItem(pivot), header, sheet);
      slicer.name = name;
      slicer.caption = header;
      if (descending) slicer.sortBy = "Descending";
      slicer.left = place.left;
      slicer.top = place.top;
      slicer.width = place.width - GAP;
      slicer.height = place.height;
    }
  };
}

/** Points between slicers. */
const GAP = 6;
