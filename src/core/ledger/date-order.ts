import type { OpenDate } from "./date-text";
import { firstText } from "./folding";
import type { DateOrder } from "./roles";

/** What a column of open dates says about the order of day, month and year. */
export interface DecidedOrder {
  readonly order: DateOrder | null;
  readonly undecided: boolean;
  readonly contradictory: boolean;
  readonly example: string | null;
  /** The order of dates with a four-digit year at the end, where `order` is ymd and can't apply to them. */
  readonly longOrder: DateOrder | null;
  /** True where y/m/d has to be reckoned with, so that a date is only read if that order agrees, too. */
  readonly yearMayLead: boolean;
}

/**
 * Decides the order from all open dates of a column, each text once; the order of the texts doesn't matter.
 *
 * A text that is a real day in d/m/y and not in m/d/y decides d/m/y, and the other way round; texts of both kinds
 * contradict. A text that is no real day in either (31/04/2011) has no say. Two-digit y/m/d is decided by a first
 * number that can be no day (99/12/31); where every year is short, every text would also be a y/m/d, and the first
 * numbers spread less than the last ones (24/3/15, 24/3/28), the years seem to stand first and nobody can be sure:
 * undecided.
 */
export function decideOrder(open: readonly OpenDate[], given: DateOrder | null): DecidedOrder {
  if (given === "ymd") {
    const long = decideOrder(
      open.filter((date) => !date.shortYear),
      null,
    );
    return { ...long, order: "ymd", longOrder: long.order };
  }
  const settled = {
    undecided: false,
    contradictory: false,
    example: null,
    longOrder: given,
    yearMayLead: false,
  };
  if (given !== null || open.length === 0) return { ...settled, order: given };

  const dmyOnly = open.some((date) => date.dmy > 0 && date.mdy === 0);
  const mdyOnly = open.some((date) => date.mdy > 0 && date.dmy === 0);
  const yearFirst = open.some((date) => date.ymd > 0 && (date.first > 31 || date.first === 0));
  if (yearFirst) {
    const others = open.filter((date) => date.ymd === 0);
    if (others.length === 0) return { ...settled, order: "ymd", longOrder: null };
    return { ...refusal(others, true), contradictory: true };
  }
  if (dmyOnly && mdyOnly) return { ...refusal(open.filter(isTwofold), false, open), contradictory: true };
  const yearMayLead = !mdyOnly && yearsSeemToLead(open);
  if (dmyOnly && !yearMayLead) return { ...settled, order: "dmy", longOrder: "dmy" };
  if (mdyOnly) return { ...settled, order: "mdy", longOrder: "mdy" };
  const unsure = open.filter((date) => isTwofold(date) || (yearMayLead && date.ymd !== date.dmy));
  if (unsure.length === 0) return { ...settled, order: null };
  return { ...refusal(unsure, yearMayLead), undecided: true };
}

function refusal(
  unsure: readonly OpenDate[],
  yearMayLead: boolean,
  all: readonly OpenDate[] = unsure,
): DecidedOrder {
  const shown = unsure.length > 0 ? unsure : all;
  const example = shown.reduce<string | null>((first, date) => firstText(first, date.text), null);
  return { order: null, undecided: false, contradictory: false, example, longOrder: null, yearMayLead };
}

function isTwofold(date: OpenDate): boolean {
  return date.dmy > 0 && date.mdy > 0 && date.dmy !== date.mdy;
}

function yearsSeemToLead(open: readonly OpenDate[]): boolean {
  if (!open.every((date) => date.ymd > 0)) return false;
  let [lowFirst, highFirst, lowLast, highLast] = [99, 0, 99, 0];
  for (const { first, last } of open) {
    lowFirst = Math.min(lowFirst, first);
    highFirst = Math.max(highFirst, first);
    lowLast = Math.min(lowLast, last);
    highLast = Math.max(highLast, last);
  }
  return highFirst - lowFirst < highLast - lowLast;
}

/** The day of an open date under what was decided: in the order, else the one day on which all possible orders agree; else 0. */
export function dayIn(date: OpenDate, decided: DecidedOrder): number {
  const order = date.shortYear ? decided.order : (decided.longOrder ?? decided.order);
  if (order !== null && (date.shortYear || order !== "ymd")) return date[order];
  const days = [date.dmy, date.mdy, decided.yearMayLead ? date.ymd : 0].filter((day) => day > 0);
  return days.every((day) => day === days[0]) ? (days[0] ?? 0) : 0;
}
