import { xmlText } from "./excel-text";

/** The colour of gridlines. */
export const GRID = "D9D9D9";

/**
 * The XML of a chart that hucre wrote with what it leaves out: the values of its cells (`c:numCache`, `c:strCache`;
 * ECMA-376-1, 21.2.2.122 and 21.2.2.201), which a viewer that only shows files draws, straight lines, light gridlines.
 * `valuesOf` gives the values of a range as the chart has it, with its sheet.
 */
export function completedChart(
  xml: string,
  valuesOf: (range: string) => readonly (string | number | boolean | null)[] | undefined,
): string {
  return lightGrid(withoutCurves(xml)).replace(
    /<c:(num|str)Ref>\s*<c:f>([^<]*)<\/c:f>\s*<\/c:(?:num|str)Ref>/g,
    (whole: string, kind: string, range: string) => {
      const values = valuesOf(plainText(range));
      if (!values) return whole;
      const points = values.map((value, idx) =>
        value === null ? "" : `<c:pt idx="${idx}"><c:v>${xmlText(String(value))}</c:v></c:pt>`,
      );
      const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
      const cache = `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
      return `<c:${kind}Ref><c:f>${range}</c:f>${cache}</c:${kind}Ref>`;
    },
  );
}

function plainText(xml: string): string {
  return xml
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Gridlines that keep behind the data: hucre gives them no line, which readers draw in black. */
function lightGrid(xml: string): string {
  const line = `<a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln>`;
  return xml.replaceAll(
    "<c:majorGridlines/>",
    `<c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>`,
  );
}

/** Straight lines between the points of a scatter chart: hucre leaves the choice out, which some readers take for curves. */
function withoutCurves(xml: string): string {
  if (!xml.includes("<c:scatterChart>") || xml.includes("<c:smooth")) return xml;
  return xml.replaceAll("</c:ser>", '<c:smooth val="0"/></c:ser>');
}
