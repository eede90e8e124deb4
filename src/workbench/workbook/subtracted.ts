import { intersection, type Area } from "./area";

/** The cells of areas that are not in others, as areas. */
export function subtracted(areas: readonly Area[], without: readonly Area[]): Area[] {
  return without.reduce<Area[]>((rest, hole) => rest.flatMap((area) => around(area, hole)), [...areas]);
}

/** What is left of an area around a hole: above, below, left and right of it. */
function around(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  return [
    { ...area, bottom: cut.top - 1 },
    { ...area, top: cut.bottom + 1 },
    { ...cut, left: area.left, right: cut.left - 1 },
    { ...cut, left: cut.right + 1, right: area.right },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}
