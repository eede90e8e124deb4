import { readFileSync } from "node:fs";
import ts from "typescript";

/** The requirement sets a member names: "[Api set: ExcelApi 1.1 for get, 1.8 for set]" is "1.1 for get, 1.8 for set". */
export type ApiSets = ReadonlyMap<string, string>;

/** "Range.values" → its requirement set, as @types/office-js documents it; of overloads the first. */
export function documentedSets(): ApiSets {
  const file = "node_modules/@types/office-js/index.d.ts";
  const text = readFileSync(file, "utf8");
  const sets = new Map<string, string>();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const setOf = (node: ts.Node) =>
    /\[Api set: ([^\]]*)\]/.exec(text.slice(node.getFullStart(), node.getStart(source)))?.[1];
  const visit = (node: ts.Node, inExcel: boolean): void => {
    if (ts.isModuleDeclaration(node)) {
      const excel = inExcel || node.name.text === "Excel";
      if (node.body) ts.forEachChild(node.body, (child) => visit(child, excel));
      return;
    }
    if (!inExcel || !ts.isClassDeclaration(node) || !node.name) return;
    const own = setOf(node);
    for (const member of node.members) {
      const name = member.name?.getText(source);
      const set = name === undefined ? undefined : (setOf(member) ?? own);
      const key = `${node.name.text}.${name}`;
      if (set !== undefined && !sets.has(key)) sets.set(key, set.replace(/^ExcelApi (?=\d)/, ""));
    }
  };
  ts.forEachChild(source, (child) => visit(child, false));
  return sets;
}
