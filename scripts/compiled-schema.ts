import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import standaloneCode from "ajv/dist/standalone";
import type { Plugin } from "vite";

const QUERY = "?validator";

/**
 * `import validate from "./policy.schema.json?validator"` gives the schema as a function compiled by Ajv while
 * building, so that nothing is compiled with eval where the pane's Content-Security-Policy forbids it.
 */
export function compiledSchema(): Plugin {
  return {
    name: "compiled-schema",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      const ajv = new Ajv2020({
        allErrors: true,
        verbose: true,
        inlineRefs: false,
        messages: false,
        code: { source: true, esm: true },
        allowUnionTypes: true,
      });
      const code = standaloneCode(ajv, ajv.compile(JSON.parse(readFileSync(file, "utf8"))));
      const imports: string[] = [];
      const body = code.replace(/require\("([^"]+)"\)\.default/g, (_, path: string) => {
        const name = `runtime${imports.length}`;
        imports.push(
          `import ${name}Module from "${path}"; const ${name} = ${name}Module.default ?? ${name}Module;`,
        );
        return name;
      });
      return { code: `${imports.join("\n")}\n${body}`, moduleType: "js" };
    },
  };
}
