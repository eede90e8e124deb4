import { describe, expect, it } from "vitest";
import { completedChart, GRID } from "../../src/files/chart-xml";

const series = (body: string) => `<c:ser><c:idx val="0"/>${body}</c:ser>`;
const nothing = () => undefined;

describe("completedChart(xml, valuesOf)", () => {
  it("has the values of each range, those of text as text, blanks left out, markup as text", () => {
    const xml = series(
      `<c:cat><c:strRef><c:f>'A &amp; B'!$A$2:$A$4</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>'A &amp; B'!$B$2:$B$4</c:f></c:numRef></c:val>`,
    );
    const values: Record<string, (string | number | null)[]> = {
      "'A & B'!$A$2:$A$4": ["<x>", null, "z"],
      "'A & B'!$B$2:$B$4": [1.5, null, 3],
    };
    expect(completedChart(xml, (range) => values[range])).toBe(
      series(
        `<c:cat><c:strRef><c:f>'A &amp; B'!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/>` +
          `<c:pt idx="0"><c:v>&lt;x&gt;</c:v></c:pt><c:pt idx="2"><c:v>z</c:v></c:pt></c:strCache></c:strRef></c:cat>` +
          `<c:val><c:numRef><c:f>'A &amp; B'!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
          `<c:ptCount val="3"/><c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="2"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val>`,
      ),
    );
  });

  it("leaves a range alone whose values nobody knows", () => {
    const xml = series(`<c:val><c:numRef><c:f>Gone!$B$2</c:f></c:numRef></c:val>`);
    expect(completedChart(xml, nothing)).toBe(xml);
  });

  it("draws straight lines in each series of a scatter chart that doesn't say, last in it, and no other chart's", () => {
    const two = series("") + series("");
    expect(completedChart(`<c:scatterChart>${two}</c:scatterChart>`, nothing)).toBe(
      `<c:scatterChart>${series('<c:smooth val="0"/>').repeat(2)}</c:scatterChart>`,
    );
    const curved = `<c:scatterChart>${series('<c:smooth val="1"/>')}</c:scatterChart>`;
    expect(completedChart(curved, nothing)).toBe(curved);
    expect(completedChart(`<c:barChart>${two}</c:barChart>`, nothing)).toBe(
      `<c:barChart>${two}</c:barChart>`,
    );
  });

  it("draws gridlines light that have no line of their own", () => {
    const styled = `<c:majorGridlines><c:spPr/></c:majorGridlines>`;
    expect(completedChart(`<c:valAx><c:majorGridlines/></c:valAx>${styled}`, nothing)).toBe(
      `<c:valAx><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines></c:valAx>${styled}`,
    );
  });
});
