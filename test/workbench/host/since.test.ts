import { describe, expect, test } from "vitest";
import { ALL_TABLES } from "../../../src/workbench/host/all-classes";
import { hostClassesOf } from "../../../src/workbench/host/class-members";
import { documentedSets } from "./api-sets";

/** What the client calls for `Excel.createWorkbook`, `Worksheet.showGridlines` and `showHeadings`. */
const UNDER_OTHER_NAMES: ReadonlySet<string> = new Set([
  "Application.createWorkbook",
  "Workbook.createAndOpenWorkbook",
  "Worksheet.gridlines",
  "Worksheet.headings",
]);

/** Members of a class with the set each claims to have come with. */
const claims = [...hostClassesOf(ALL_TABLES).values()].flatMap(
  ({ table, properties, navigations, methods }) => {
    const members = [...properties.values(), ...navigations.values(), ...methods.values()].map(
      ({ name, member }) => [`${table.name}.${name}`, member.since] as const,
    );
    const events = Object.entries(table.events ?? {}).map(
      ([name, { since }]) => [`${table.name}.${name}`, since] as const,
    );
    // Those with an underscore are between client and host, and documented nowhere; so are the services between them.
    return [...members, ...events].filter(
      ([name]) =>
        !name.includes("._") &&
        !/^(CustomFunctions|AddinInternalService|AppRuntimeService|WorkbookCreated)\./.test(name) &&
        !UNDER_OTHER_NAMES.has(name),
    );
  },
);

describe("requirement sets of what is simulated", () => {
  const documented = documentedSets();

  test("the declarations were understood", () => {
    expect(documented.get("Range.values")).toBe("1.1");
    expect(documented.get("Worksheet.onChanged")).toBe("1.7");
    expect(documented.size).toBeGreaterThan(2000);
  });

  // "[Api set: ExcelApi x.y]" of @types/office-js.
  test.each(claims)("%s came with %s", (name, since) => {
    const set = documented.get(name);
    expect(set, `${name} is documented`).toBeDefined();
    // "1.7 for password": without one it came with its class.
    if (name === "WorksheetProtection.unprotect") return expect(set).toBe("1.7 for password");
    // "1.1 for reading visibility; 1.2 for setting it."
    expect(set).toMatch(new RegExp(String.raw`^${since.replace(".", String.raw`\.`)}\b`));
  });
});
