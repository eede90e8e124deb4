import { errorCell } from "./runtime";
import { describe, expect, it } from "vitest";
import { cellOf, cellsOf, holdsSame } from "../../functions/cells";

describe("cellOf(value)", () => {
  it("is null for a blank of any host, and for a number that is none", () => {
    expect([null, undefined, "", NaN].map(cellOf)).toEqual([null, null, null, null]);
  });
  it("is the text of an error cell, as an object of the runtime or as a data type", () => {
    const error = { type: "Error", errorType: "NotAvailable", basicType: "Error", basicValue: "#N/A" };
    expect([errorCell("#DIV/0!"), error, { code: "#NUM!" }].map(cellOf)).toEqual([
      "#DIV/0!",
      "#N/A",
      "#NUM!",
    ]);
  });
  it("is the basic value of a formatted number, the text of an entity, nothing for an empty one", () => {
    // https://learn.microsoft.com/office/dev/add-ins/excel/excel-data-types-concepts
    const values = [
      { type: "FormattedNumber", basicValue: 45_000, numberFormat: "yyyy-mm-dd" },
      { type: "String", basicValue: "Ann" },
      { type: "Entity", text: "Contoso", basicType: "Error", basicValue: "#VALUE!", properties: {} },
      { type: "Empty", basicValue: "" },
      { type: "Array", elements: [[1]], basicValue: "#VALUE!" },
      {},
    ];
    expect(values.map(cellOf)).toEqual([45_000, "Ann", "Contoso", null, "#VALUE!", "#VALUE!"]);
  });
});

describe("cellsOf(range, rows, columns) and holdsSame(range, columns, kept)", () => {
  it("reads numbers and blanks as a Float64Array, all else as cells", () => {
    expect(cellsOf([[1], [null], [""], [2.5]], 4, 1)).toEqual(Float64Array.of(1, NaN, NaN, 2.5));
    expect(
      cellsOf(
        [
          [1, null],
          ["x", true],
        ],
        2,
        2,
      ),
    ).toEqual([1, null, "x", true]);
  });
  it.each([
    [[[1], [null], [2]], [[1], [""], [2]], true],
    [[[1], [2]], [[1], ["2"]], false],
    [[[1], [null]], [[1], [0]], false],
    [[[0], [2]], [[null], [2]], false],
    [[["a"], [errorCell("#N/A")]], [["a"], [errorCell("#N/A")]], true],
    [[["a"], [true]], [["a"], [1]], false],
    [
      [
        [1, "a"],
        [null, 2],
      ],
      [
        [1, "a"],
        [undefined, 2],
      ],
      true,
    ],
    [
      [
        [1, "a"],
        [null, 2],
      ],
      [
        [1, "a"],
        [undefined, 3],
      ],
      false,
    ],
  ])("tells %j from %j: same is %s", (before, after, same) => {
    const columns = before[0]?.length ?? 1;
    expect(holdsSame(after, columns, cellsOf(before, before.length, columns) as never)).toBe(same);
  });
});
