/** The nodes in (−1, 1) and the weights of a Gauss–Legendre rule (DLMF 3.5(v)). */
export interface GaussLegendre {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** A Gauss–Legendre rule of n nodes: exact for polynomials up to degree 2n − 1. Found by Newton's method. */
export function gaussLegendre(n: number): GaussLegendre {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 20; round++) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
