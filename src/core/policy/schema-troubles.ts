import type { Trouble } from "../language/message";
import validate, { type SchemaError } from "./policy.schema.json?validator";

/** All that the schema refuses in a document, each with its path. Empty when it is a policy. */
export function schemaTroubles(document: unknown): Trouble[] {
  if (validate(document)) return [];
  const troubles = (validate.errors ?? []).flatMap(troubleOf);
  const seen = new Set<string>();
  return troubles.filter((trouble) => {
    const key = JSON.stringify(trouble);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

function troubleOf(error: SchemaError): Trouble[] {
  const where = error.instancePath || "/";
  const text = (name: string) => String(error.params[name]);
  switch (error.keyword) {
    case "if":
      return [];
    case "required":
      return [{ code: "policy-key-missing", params: { key: text("missingProperty") }, where }];
    case "additionalProperties": {
      const key = text("additionalProperty");
      const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      return [{ code: "policy-key-unknown", params: { key, known }, where: `${error.instancePath}/${key}` }];
    }
    case "type":
      return [
        { code: "policy-type", params: { type: `${error.params["type"]}`, value: shown(error.data) }, where },
      ];
    case "enum":
      return [
        {
          code: "policy-choice",
          params: {
            value: shown(error.data),
            choices: (error.params["allowedValues"] as unknown[]).map(String),
          },
          where,
        },
      ];
    case "const":
      return [
        {
          code: "policy-choice",
          params: { value: shown(error.data), choices: [text("allowedValue")] },
          where,
        },
      ];
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return [
        {
          code: "policy-number",
          params: { value: shown(error.data), limit: `${text("comparison")} ${text("limit")}` },
          where,
        },
      ];
    case "minItems":
    case "maxItems":
    case "minLength":
    case "maxLength":
    case "minProperties":
      return [
        {
          code: "policy-length",
          params: { rule: error.keyword, limit: Number(error.params["limit"]) },
          where,
        },
      ];
    case "uniqueItems":
      return [{ code: "policy-repeated", where }];
    default:
      return [{ code: "policy-invalid", params: { rule: error.keyword }, where }];
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
