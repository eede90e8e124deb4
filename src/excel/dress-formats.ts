import type { CellsFormat } from "./dressing";
import { moved, type Begin } from "./dress-cells";
import type { Sync } from "./joint-sync";
import { rangeOf } from "./own-cells";
import { columnName } from "./own-names";
import { sameArea } from "./sheet-area";

/** Characters of a text in a formula. */
const LONGEST_TEXT = 255;

/**
 * Queues the conditional formats of a sheet. On one that was there its areas lose theirs first: a table of an earlier run
 * that stayed has that run's.
 */
export function dressFormats(
  sheet: Excel.Worksheet,
  formats: readonly CellsFormat[],
  { added, begin }: { readonly added: boolean; readonly begin: Begin },
): void {
  const areas = added ? [] : formats.flatMap((format) => format.areas ?? []);
  const distinct = areas.filter((area, i) => areas.findIndex((other) => sameArea(other, area)) === i);
  for (const area of distinct) rangeOf(sheet, moved(area, begin)).conditionalFormats.clearAll();
  for (const format of formats) {
    for (const range of rangesOf(sheet, format, begin)) dressRange(range, format);
  }
}

function rangesOf(sheet: Excel.Worksheet, { areas, columns }: CellsFormat, begin: Begin): Excel.Range[] {
  return [
    ...(areas ?? []).map((area) => rangeOf(sheet, moved(area, begin))),
    ...(columns ?? []).map((id) => ownColumn(sheet, id)),
  ];
}

/** The rows of an own column, wherever it stands by now. */
function ownColumn(sheet: Excel.Worksheet, id: string): Excel.Range {
  const cells = sheet.names.getItem(columnName(id)).getRange();
  return cells.getOffsetRange(1, 0).getResizedRange(-1, 0);
}

function dressRange(range: Excel.Range, format: CellsFormat): void {
  const add = (type: "CellValue" | "DataBar" | "ColorScale") => range.conditionalFormats.add(type);
  switch (format.kind) {
    case "labels":
      for (const { label, fill, text } of format.labels) {
        if (label.length > LONGEST_TEXT) continue;
        const { cellValue } = add("CellValue");
        cellValue.format.font.color = text;
        cellValue.format.fill.color = fill;
        cellValue.rule = { operator: "EqualTo", formula1: `="${label.replaceAll('"', '""')}"` };
      }
      return;
    case "bars": {
      const { dataBar } = add("DataBar");
      dataBar.positiveFormat.fillColor = format.colour;
      dataBar.positiveFormat.gradientFill = false;
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      dataBar.upperBoundRule = { type: "HighestValue" };
      return;
    }
    case "scale":
      // Money is heaped on few cells: half of the way is where four fifths of them end.
      add("ColorScale").colorScale.criteria = {
        minimum: { type: "Number", formula: "0", color: "#FFFFFF" },
        midpoint: { type: "Percentile", formula: "80", color: format.half },
        maximum: { type: "HighestValue", color: format.colour },
      };
  }
}

/**
 * Looks in own columns for the conditional formats that an earlier run gave them; what comes back queues their removal, so
 * that none is doubled. The analyst's stay: ours are known by what they are, the fill of a label or the colour of a bar.
 * Two syncs, or none.
 */
export async function lookAtFormats(
  pages: readonly { readonly sheet: Excel.Worksheet; readonly formats: readonly CellsFormat[] }[],
  sync: Sync,
): Promise<() => void> {
  const columns = pages.flatMap(({ sheet, formats }) =>
    formats.flatMap((format) => (format.columns ?? []).map((id) => ({ sheet, format, id }))),
  );
  if (columns.length === 0) return () => {};
  const asked = await sync(() =>
    columns.map(({ sheet, format, id }) => {
      const { conditionalFormats } = ownColumn(sheet, id);
      conditionalFormats.load("items/type");
      return { format, conditionalFormats };
    }),
  );
  const known = await sync(() =>
    asked.flatMap(({ format, conditionalFormats }) =>
      conditionalFormats.items.flatMap((item) => {
        if (format.kind === "labels" && item.type === "CellValue") {
          const { fill } = item.cellValue.format;
          fill.load("color");
          return [{ item, isOurs: () => format.labels.some((label) => isSame(label.fill, fill.color)) }];
        }
        if (format.kind === "bars" && item.type === "DataBar") {
          const { positiveFormat } = item.dataBar;
          positiveFormat.load("fillColor");
          return [{ item, isOurs: () => isSame(format.colour, positiveFormat.fillColor) }];
        }
        return [];
      }),
    ),
  );
  const ours = known.filter(({ isOurs }) => isOurs());
  return () => ours.forEach(({ item }) => item.delete());
}

const isSame = (one: string, other: string) => one.toUpperCase() === other.toUpperCase();
