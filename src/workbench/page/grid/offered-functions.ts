import { addFunction, registries } from "@odoo/o-spreadsheet";
import type { CustomFunctionsMetadata, CustomParameter } from "../../formulas/custom-function";
import type { PageLanguage } from "../words";

/**
 * Fetches the description of the add-in's functions and has the formula bar offer them with their help. Undefined where
 * the server has none.
 */
export async function offerFunctions(language: PageLanguage): Promise<CustomFunctionsMetadata | undefined> {
  const file = language === "zh" ? "functions-zh-CN.json" : "functions.json";
  let metadata: CustomFunctionsMetadata;
  try {
    const answer = await fetch(`/${file}`);
    if (!answer.ok) return undefined;
    metadata = (await answer.json()) as CustomFunctionsMetadata;
  } catch {
    return undefined;
  }
  for (const { name, description = "", parameters } of metadata.functions) {
    const known = registries.functionRegistry.contains(name.toUpperCase());
    // A function of the spreadsheet itself goes before one of an add-in, as in Excel.
    if (known) continue;
    addFunction(name, {
      description,
      category: "Tiersheet",
      args: parameters.map(argument),
      isExported: true,
      // For the help only: the workbook calculates.
      compute: () => "",
    } as never);
  }
  return metadata;
}

function argument({ name, description = "", optional, repeating, type, dimensionality }: CustomParameter) {
  const kind = { number: "NUMBER", string: "STRING", boolean: "BOOLEAN" }[type ?? "any"];
  return {
    name,
    description,
    type: dimensionality === "matrix" ? ["RANGE"] : kind ? [kind] : ["ANY", "RANGE"],
    ...(optional ? { optional: true } : {}),
    ...(repeating ? { repeating: true } : {}),
  };
}
