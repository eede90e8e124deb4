import { expect, test } from "vitest";
import { gaussLegendre } from "../../../src/core/value/quadrature";
import { near } from "./near";

test("gaussLegendre has the nodes and weights of DLMF table 3.5.2 (n = 5)", () => {
  const { nodes, weights } = gaussLegendre(5);
  near(nodes[4], 0.906179845938664, 1e-15);
  near(nodes[3], 0.5384693101056831, 1e-15);
  near(nodes[2], 0, 1e-15);
  near(weights[4], 0.2369268850561891, 1e-15);
  near(weights[3], 0.4786286704993665, 1e-15);
  near(weights[2], 0.5688888888888889, 1e-15);
});

test("gaussLegendre is exact for polynomials up to degree 2n − 1 and not above", () => {
  const { nodes, weights } = gaussLegendre(16);
  const integral = (power: number): number =>
    weights.reduce((sum, w, i) => sum + w * (nodes[i] ?? 0) ** power, 0);
  near(integral(0), 2, 1e-14);
  near(integral(30), 2 / 31, 1e-14);
  expect(Math.abs(integral(32) - 2 / 33)).toBeGreaterThan(1e-12);
});
