import { expect, it } from "vitest";
import { cellOf, matrixCells } from "../../../src/core/scoring/matrix";

it("matrixCells counts from the lowest of both axes to the highest of both", () => {
  const value = { scores: Uint8Array.of(1, 1, 2, 3, 3), bins: 3 } as const;
  const potential = { scores: Uint8Array.of(1, 2, 1, 1, 2), bins: 2 } as const;
  expect([...matrixCells(value, potential)]).toEqual([0, 1, 2, 4, 5]);
});

it("cellOf gives each pair of classes a cell of its own", () => {
  const cells = [1, 2, 3].flatMap((up) => [1, 2, 3].map((across) => cellOf(up, across, 3)));
  expect(cells).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
