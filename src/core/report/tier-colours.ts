import type { Stage } from "../lifecycle/stages";
import type { FillAndText } from "./report";

type Rgb = readonly [red: number, green: number, blue: number];

/**
 * From the best tier to the last: dark blue over teal to sand. Lightness rises all the way, so that tiers stay apart in
 * grey print; blue to yellow is what the common kinds of colour blindness tell apart.
 */
const RAMP: readonly Rgb[] = [
  [18, 53, 91],
  [42, 111, 151],
  [72, 166, 167],
  [239, 184, 95],
  [250, 230, 190],
];

/** Stops of the ramp for so few tiers that none has to lie between two; more are spread over all of it. */
const STOPS: readonly (readonly number[])[] = [[], [0], [0, 3], [0, 2, 3], [0, 1, 2, 3]];

/** Black: with white, it is the pair of which one can be read on any colour (4.58 : 1 at worst). */
const DARK = "000000";
const LIGHT = "FFFFFF";

/** The colours of so many tiers, best first: the same in charts, cells and the pane. */
export function tierColours(tiers: number): FillAndText[] {
  return Array.from({ length: tiers }, (_, at) => {
    const stop = STOPS[tiers]?.[at];
    const colour = onRamp(stop === undefined ? at / Math.max(tiers - 1, 1) : stop / (RAMP.length - 1));
    return { fill: hex(colour), text: luminance(colour) > 0.179 ? DARK : LIGHT };
  });
}

/** Customers in no tier. */
export const NO_TIER_COLOUR: FillAndText = { fill: "E3E3E3", text: DARK };

/** Light fills for stages; the label says which, the colour only helps to find it. */
export const STAGE_COLOURS: Readonly<Record<Stage, FillAndText>> = {
  prospect: { fill: "EDEDED", text: DARK },
  new: { fill: "D6ECF5", text: DARK },
  growing: { fill: "B5DDE0", text: DARK },
  mature: { fill: "9CC3DC", text: DARK },
  recovered: { fill: "DDE8C8", text: DARK },
  dormant: { fill: "FBE3B3", text: DARK },
  churned: { fill: "E9C6B4", text: DARK },
};

/** The one colour of charts and bars about all customers. */
export const PLAIN_COLOUR = "2A6F97";
/** What is lost or at risk. */
export const RISK_COLOUR = "C8782E";
/** Bars in cells: light, so that the number over them can be read. */
export const BAR_COLOUR = "A9CDE3";
/** The darkest of a heat map: light enough for dark numbers. */
export const HEAT_COLOUR = "6FAFD2";

function onRamp(place: number): Rgb {
  const scaled = place * (RAMP.length - 1);
  const before = Math.min(Math.floor(scaled), RAMP.length - 2);
  const [from, to] = [RAMP[before], RAMP[before + 1]];
  if (!from || !to) return [0, 0, 0];
  const mixed = from.map((channel, i) => Math.round(channel + ((to[i] ?? 0) - channel) * (scaled - before)));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

function hex(colour: Rgb): string {
  return colour.map((channel) => channel.toString(16).padStart(2, "0").toUpperCase()).join("");
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
