import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ALL_TABLES } from "../../../src/workbench/host/all-classes";
import { hostClassesOf } from "../../../src/workbench/host/class-members";
import { usedMembers } from "./used-members";

const used = usedMembers(resolve("."), ["src/excel", "functions", "taskpane"]);
const classes = hostClassesOf(ALL_TABLES);

describe("every member of Excel that the add-in uses is simulated", () => {
  test("the sources were understood", () => {
    const members = used.map(({ member }) => member);
    expect(members).toContain("Workbook.worksheets");
    expect(members).toContain("Range.values");
    // Only named in the text of a `load`.
    expect(members).toContain("Range.rowHidden");
  });

  test.each(used.map(({ member, where }) => [member, where]))("%s (%s)", (member) => {
    const [className, name] = member.split(".") as [string, string];
    const members = classes.get(className);
    const key = name.toLowerCase();
    const known =
      members?.properties.has(key) ||
      members?.navigations.has(key) ||
      members?.methods.has(key) ||
      name in (members?.table.events ?? {});
    expect(known, `${member} has no table in src/workbench/host`).toBe(true);
  });
});
