import type { Trouble } from "../language/message";
import schema from "./policy.schema.json";
import { schemaErrors, type Schema, type SchemaError } from "./schema-errors";

/** All that the schema refuses in a document, each with its path. Empty when it is a policy. */
export function schemaTroubles(document: unknown): Trouble[] {
  const troubles = schemaErrors(document, schema as unknown as Schema).map(troubleOf);
  const seen = new Set<string>();
  return troubles.filter((trouble) => {
    const key = JSON.stringify(trouble);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

const COMPARISON: Readonly<Partial<Record<SchemaError["keyword"], string>>> = {
  minimum: ">=",
  maximum: "<=",
  exclusiveMinimum: ">",
  exclusiveMaximum: "<",
};

function troubleOf({ path, keyword, asked, value, known }: SchemaError): Trouble {
  const where = path || "/";
  const comparison = COMPARISON[keyword];
  if (comparison) {
    const limit = `${comparison} ${String(asked)}`;
    return { code: "policy-number", params: { value: shown(value), limit }, where };
  }
  switch (keyword) {
    case "required":
      return { code: "policy-key-missing", params: { key: String(asked) }, where };
    case "additionalProperties": {
      const key = String(asked);
      return { code: "policy-key-unknown", params: { key, known: known ?? [] }, where: `${path}/${key}` };
    }
    case "type":
      return { code: "policy-type", params: { type: String(asked), value: shown(value) }, where };
    case "enum":
    case "const": {
      const choices = [asked].flat().map(String);
      return { code: "policy-choice", params: { value: shown(value), choices }, where };
    }
    case "uniqueItems":
      return { code: "policy-repeated", where };
    default:
      return { code: "policy-length", params: { rule: keyword, limit: Number(asked) }, where };
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
