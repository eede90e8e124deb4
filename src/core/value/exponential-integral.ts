import { gaussLegendre } from "./quadrature";

const RULE = gaussLegendre(16);
/** The most that the exponent of the integrand may fall over one panel of 16 nodes. */
const PANEL_FALL = 12;
const NEGLIGIBLE = 1e-17;

/**
 * e^y E_s(y) = ∫₀^∞ (1 + v)^(−s) e^(−y v) dv for s ≥ 0, y > 0: the generalised exponential integral, scaled so that it
 * neither over- nor underflows (DLMF 8.19.3). Summed over panels of ln(1 + v), in which the integrand is entire.
 */
export function scaledExponentialIntegral(s: number, y: number): number {
  let sum = 0;
  let from = 0;
  for (let panel = 0; panel < 10_000; panel++) {
    let width = 1;
    while (width * (s + y * Math.exp(from + width)) > PANEL_FALL) width *= 0.5;
    let part = 0;
    for (let i = 0; i < RULE.nodes.length; i++) {
      const at = from + 0.5 * width * (1 + (RULE.nodes[i] ?? 0));
      part += (RULE.weights[i] ?? 0) * Math.exp((1 - s) * at - y * Math.expm1(at));
    }
    part *= 0.5 * width;
    sum += part;
    from += width;
    if (part <= NEGLIGIBLE * sum) break;
  }
  return sum;
}
