import type { ConditionalRule } from "hucre/xlsx";
import { blockRange, bodyRanges } from "./cell-ranges";
import type { PlacedSheet } from "./sheet-layout";

/** The conditional formats of a sheet's tables. */
export function conditionalRules({ blocks }: PlacedSheet): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  const add = (rule: Omit<ConditionalRule, "priority">) =>
    rules.push({ ...rule, priority: rules.length + 1 });
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    for (const format of block.table.formats ?? []) {
      const range = bodyRanges(block, format.columns);
      if (range === "") continue;
      switch (format.kind) {
        case "labels":
          for (const { label, fill, text } of format.labels) {
            // A formula holds no longer text; such a label goes without its colour.
            if (label === "" || label.length > 255) continue;
            add({
              type: "cellIs",
              operator: "equal",
              formula: `"${label.replaceAll('"', '""')}"`,
              range,
              style: {
                font: { color: { rgb: text } },
                // The colour of a conditional fill is its background's (ECMA-376-1, 18.8.14).
                fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill }, bgColor: { rgb: fill } },
              },
            });
          }
          break;
        case "bars": {
          // Without the sum, which would be longer than all others.
          const sums = block.table.sums?.length ?? 0;
          const rows = Math.max(block.count - sums, 1);
          const bars = block.columns.flatMap(({ id }, c) =>
            format.columns.includes(id) ? [blockRange(block.row + 1, block.at[c] ?? 0, rows, 1)] : [],
          );
          const ends = [{ type: "num" as const, value: "0" }, { type: "max" as const }];
          add({
            type: "dataBar",
            range: bars.join(" "),
            dataBar: { cfvo: ends, color: `FF${format.colour}` },
          });
          break;
        }
        case "scale":
          add({
            type: "colorScale",
            range: joined(range),
            colorScale: {
              // Money is heaped on few cells: half of the way is where four fifths of them end.
              cfvo: [{ type: "num", value: "0" }, { type: "percentile", value: "80" }, { type: "max" }],
              colors: ["FFFFFFFF", `FF${halfWhite(format.colour)}`, `FF${format.colour}`],
            },
          });
      }
    }
  }
  return rules;
}

/** Columns side by side as one block: `B2:B6 C2:C6` → `B2:C6`. */
function joined(ranges: string): string {
  const parts = ranges.split(" ");
  const [from] = (parts[0] ?? "").split(":");
  const [, to] = (parts.at(-1) ?? "").split(":");
  return `${from}:${to}`;
}

/** A colour mixed with as much white. */
export function halfWhite(colour: string): string {
  return [0, 2, 4]
    .map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) + 255) / 2))
    .map((channel) => channel.toString(16).padStart(2, "0").toUpperCase())
    .join("");
}
