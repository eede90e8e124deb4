/**
 * ABC's cut-offs as the customers of an earlier result show them: the largest money in C (0 where none is positive),
 * and the largest that is not A. Null where the result's customers carry no ABC.
 *
 * They are those of money: a result whose ABC is by another measure doesn't say them, and must be frozen from its
 * workbook.
 */
export function abcCutoffsOf(customers: unknown): readonly [number, number] | null {
  if (!Array.isArray(customers)) return null;
  let largestC = 0;
  let largestNotA = 0;
  let smallestA = Infinity;
  let smallestB = Infinity;
  for (const customer of customers as readonly unknown[]) {
    if (typeof customer !== "object" || customer === null) return null;
    const { abc, monetary } = customer as Readonly<Record<string, unknown>>;
    if (typeof monetary !== "number" || (abc !== "A" && abc !== "B" && abc !== "C")) return null;
    if (abc === "A") smallestA = Math.min(smallestA, monetary);
    if (abc === "B") smallestB = Math.min(smallestB, monetary);
    if (abc !== "A") largestNotA = Math.max(largestNotA, monetary);
    if (abc === "C") largestC = Math.max(largestC, monetary);
  }
  return largestNotA < smallestA && largestC < smallestB ? [largestC, largestNotA] : null;
}
