/** A JSON Schema compiled while building (scripts/compiled-schema.ts). */
declare module "*.schema.json?validator" {
  /** One thing that the schema refuses, as Ajv gives it. */
  export interface SchemaError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
    readonly parentSchema?: Readonly<Record<string, unknown>>;
  }
  interface Validate {
    (document: unknown): boolean;
    errors?: readonly SchemaError[] | null;
  }
  const validate: Validate;
  export default validate;
}
