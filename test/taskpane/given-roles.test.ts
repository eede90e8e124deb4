import { describe, expect, test } from "vitest";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { recogniseAsChosen } from "../../taskpane/classifier/given-roles";

const table = sampleOrders({ language: "en", rows: 200 });
const rolesOf = (chosen: Parameters<typeof recogniseAsChosen>[1]) =>
  recogniseAsChosen(table, chosen).recognition.guesses.map(({ role }) => role);
const RECOGNISED = [
  "order",
  "date",
  "customer",
  "attribute:Region",
  "attribute:Industry",
  "attribute:Sales rep",
  "amount",
  "status",
];

describe("recogniseAsChosen", () => {
  test("recognises every column where the reader chose none", () => {
    expect(rolesOf({})).toEqual(RECOGNISED);
  });

  test("gives a role to the column that the reader chose, and takes it from the one that had it", () => {
    const roles = rolesOf({ 5: "customer" });
    expect(roles[5]).toBe("customer");
    expect(roles[2]).not.toBe("customer");
  });

  test.each(RECOGNISED.map((role, column) => [role, column] as const))(
    "lets no column be %s where that column is not to be used",
    (role, column) => {
      const roles = rolesOf({ [column]: null });
      expect(roles[column]).toBeNull();
      expect(roles).not.toContain(role);
      expect(roles.filter((_, at) => at !== column)).toEqual(RECOGNISED.filter((_, at) => at !== column));
    },
  );

  test("takes any number of choices at once", () => {
    expect(rolesOf({ 0: null, 5: null, 7: null, 3: "attribute:Area" })).toEqual([
      null,
      "date",
      "customer",
      "attribute:Area",
      "attribute:Industry",
      null,
      "amount",
      null,
    ]);
    expect(rolesOf(Object.fromEntries(RECOGNISED.map((_, at) => [at, null])))).toEqual(
      RECOGNISED.map(() => null),
    );
  });
});
