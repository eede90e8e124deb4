/** A JSON Schema (draft 2020-12), in the keywords that policy.schema.json uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
}

/** One thing that a schema refuses: the path in the document, the keyword, and what it asks for. */
export interface SchemaError {
  /** A JSON pointer; empty for the whole document. */
  readonly path: string;
  readonly keyword: keyof Schema;
  /** The keyword's limit, type or choices; the key that is missing or unknown. */
  readonly asked: unknown;
  readonly value: unknown;
  /** The keys known where one isn't. */
  readonly known?: readonly string[];
}

type Limit = readonly [
  keyword: "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum",
  holds: (value: number, limit: number) => boolean,
];

const LIMITS: readonly Limit[] = [
  ["minimum", (value, limit) => value >= limit],
  ["maximum", (value, limit) => value <= limit],
  ["exclusiveMinimum", (value, limit) => value > limit],
  ["exclusiveMaximum", (value, limit) => value < limit],
];

/**
 * All that a schema refuses in a JSON value. An interpreter of the few keywords that are used: the code that Ajv makes
 * of the same schema is eight times as long, and both the pane and the functions would load it. Interpreters that are
 * published were looked at: @cfworker/json-schema 4.1.6 is 7 KB gzipped, tells neither the limit nor the value, which
 * this length of code would have to find again from its pointers, and throws on a key with half a surrogate pair. What
 * is refused here is held to be what Ajv refuses by test/core/policy/schema-errors.test.ts.
 */
export function schemaErrors(
  value: unknown,
  schema: Schema,
  root: Schema = schema,
  path = "",
): SchemaError[] {
  const errors: SchemaError[] = [];
  const refuse = (keyword: keyof Schema, asked: unknown, at = path, known?: readonly string[]) => {
    errors.push({ path: at, keyword, asked, value, ...(known ? { known } : {}) });
  };
  const within = (part: unknown, by: Schema, at = path) => {
    errors.push(...schemaErrors(part, by, root, at));
  };

  if (schema.$ref !== undefined) {
    const named = root.$defs?.[schema.$ref.replace("#/$defs/", "")];
    if (!named) throw new Error(`The schema has no ${schema.$ref}.`);
    within(value, named);
  }
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(type, value))) {
    refuse("type", schema.type);
  }
  if (schema.enum && !schema.enum.includes(value)) refuse("enum", schema.enum);
  if (schema.const !== undefined && value !== schema.const) refuse("const", schema.const);

  if (isOf("number", value)) {
    for (const [keyword, holds] of LIMITS) {
      const limit = schema[keyword];
      if (limit !== undefined && !holds(value as number, limit)) refuse(keyword, limit);
    }
  } else if (typeof value === "string") {
    // Characters, and not halves of those beyond the first plane.
    const { length } = [...value];
    if (length < (schema.minLength ?? 0)) refuse("minLength", schema.minLength);
    if (length > (schema.maxLength ?? Infinity)) refuse("maxLength", schema.maxLength);
  } else if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (list.length < (schema.minItems ?? 0)) refuse("minItems", schema.minItems);
    if (list.length > (schema.maxItems ?? Infinity)) refuse("maxItems", schema.maxItems);
    // Only lists of texts are to be unique.
    const texts = list.filter((item) => typeof item === "string");
    if (schema.uniqueItems && new Set(texts).size < texts.length) refuse("uniqueItems", true);
    const { items } = schema;
    if (items) list.forEach((item, at) => within(item, items, `${path}/${at}`));
  } else if (isOf("object", value)) {
    const record = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(record);
    if (keys.length < (schema.minProperties ?? 0)) refuse("minProperties", schema.minProperties);
    for (const key of schema.required ?? []) if (!has(record, key)) refuse("required", key);
    const properties = schema.properties ?? {};
    for (const key of keys) {
      const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const own = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
      // As JSON.stringify has it, a known key that is undefined isn't there.
      if (own !== false && record[key] === undefined) continue;
      if (own === false) refuse("additionalProperties", key, path, Object.keys(properties));
      else if (typeof own === "object") within(record[key], own, at);
    }
  }

  for (const part of schema.allOf ?? []) within(value, part);
  if (schema.if) {
    const branch = schemaErrors(value, schema.if, root).length === 0 ? schema.then : schema.else;
    if (branch) within(value, branch);
  }
  return errors;
}

function has(record: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(record, key) && record[key] !== undefined;
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "array":
      return Array.isArray(value);
    case "number":
      return Number.isFinite(value);
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    default:
      return typeof value === type;
  }
}
