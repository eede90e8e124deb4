import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import schema from "../../../src/core/policy/policy.schema.json";
import { schemaErrors, type Schema } from "../../../src/core/policy/schema-errors";
import { templates } from "../../../src/core/policy/templates";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

/** What Ajv refuses, as “path keyword”; `if` only says that its branch refused. */
function byAjv(document: unknown): string[] {
  if (validate(document)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return [...new Set(errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`))].sort();
}

function byUs(document: unknown): string[] {
  const errors = schemaErrors(document, schema as unknown as Schema);
  return [...new Set(errors.map(({ path, keyword }) => `${path} ${keyword}`))].sort();
}

/** Every path of a document, as keys. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))
      : [];
  return [[...path], ...inner];
}

/** A copy of a document with something else at a path, or nothing there. */
function spoilt(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = Array.isArray(document) ? [...(document as unknown[])] : { ...(document as object) };
  const record = copy as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete record[key];
  } else record[key] = spoilt(record[key], rest, value);
  return copy;
}

const nasty = fc.oneof(
  fc.constantFrom(undefined, null, true, "", "custom", "quantile", "fixed", "own", "😀".repeat(61), [], {}),
  fc.constantFrom(-1, 0, 0.5, 1, 1.5, 2, 9, 10, 1e7, NaN, Infinity, "5", ["A", "A"], [0.9, 0.7, 2]),
  fc.constantFrom({ method: "fixed", at: [1], bins: 2 }, { method: "mean", bins: 2 }, { kind: "scores" }),
  fc.constantFrom({ name: "g", scores: 9, rules: [{ segment: "a", codes: [] }] }, { "a/b~c": 1 }),
  fc.jsonValue(),
);

describe("the schema refuses what Ajv refuses, at the same paths", () => {
  test.each(templates.map((template) => [template.name, template] as const))(
    "nothing of %s",
    (_, template) => {
      expect(byUs(template)).toEqual([]);
      expect(byAjv(template)).toEqual([]);
    },
  );

  test("of templates spoilt anywhere, up to three times", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(fc.tuple(fc.nat(), nasty, fc.boolean()), { minLength: 1, maxLength: 3 }),
        (template, spoils) => {
          let document: unknown = template;
          for (const [at, value, added] of spoils) {
            const paths = pathsOf(document);
            const path = paths[at % paths.length] ?? [];
            document = spoilt(document, added ? [...path, "extra/key"] : path, value);
            if (typeof document !== "object" || document === null) break;
          }
          const errors = byUs(document);
          if (errors.length > 0) refused++;
          expect(errors).toEqual(byAjv(document));
        },
      ),
      { numRuns: 800 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  test("of any value at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(byUs(value)).toEqual(byAjv(value));
      }),
    );
  });
});

test("every keyword of the schema is known here", () => {
  const known = new Set(
    (
      "$schema $id title description type enum const required properties additionalProperties items allOf if then " +
      "else $ref $defs minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems " +
      "minProperties uniqueItems"
    ).split(" "),
  );
  const unknown: string[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (!known.has(key)) unknown.push(key);
      if (key === "properties" || key === "$defs") Object.values(value as object).forEach(look);
      else if (key === "allOf") (value as unknown[]).forEach(look);
      else if (["items", "if", "then", "else", "additionalProperties"].includes(key)) look(value);
    }
  };
  look(schema);
  expect(unknown).toEqual([]);
});
