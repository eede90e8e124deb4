import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A member of the Excel namespace that some code uses: "Range.values", and where. */
export interface UsedMember {
  readonly member: string;
  readonly where: string;
}

/** Members every proxy has from the client, not from Excel. */
const OF_THE_CLIENT = new Set([
  "context",
  "isNullObject",
  "items",
  "load",
  "set",
  "toJSON",
  "track",
  "untrack",
]);

/**
 * Every member of a class of `Excel` that some sources use: by name, in the texts of `load` ("items/name,rowCount") and
 * in the objects given to `set`. Found by types, so a destructured or renamed one counts too.
 */
export function usedMembers(root: string, folders: readonly string[]): readonly UsedMember[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(root, folder, file)),
  );
  const program = ts.createProgram(files, { ...config.options, types: ["office-js", "node"] });
  const checker = program.getTypeChecker();
  const found = new Map<string, UsedMember>();

  for (const file of files) {
    const source = program.getSourceFile(file)!;
    const visit = (node: ts.Node): void => {
      const note = (member: string | undefined) => {
        if (member === undefined || found.has(member)) return;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.set(member, { member, where: `${file.slice(root.length + 1)}:${line + 1}` });
      };
      if (ts.isPropertyAccessExpression(node)) note(memberOf(checker.getSymbolAtLocation(node.name)));
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText(source);
        note(memberOf(checker.getTypeAtLocation(node.parent).getProperty(name)));
      }
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const { expression, name } = node.expression;
        const type = checker.getTypeAtLocation(expression);
        const [argument] = node.arguments;
        if (argument && name.text === "load" && classOf(type) !== undefined) {
          for (const path of textsOf(argument) ?? pathsOf(argument, source))
            for (const member of membersOn(type, path)) note(member);
        }
        if (
          argument &&
          name.text === "set" &&
          classOf(type) !== undefined &&
          ts.isObjectLiteralExpression(argument)
        ) {
          for (const property of argument.properties) {
            note(memberOf(type.getProperty(property.name?.getText(source) ?? "")));
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found.values()].sort((a, b) => (a.member < b.member ? -1 : 1));

  /** What a constant, or one of several, says: its type names the text. */
  function textsOf(argument: ts.Expression): string[] | undefined {
    if (ts.isStringLiteralLike(argument)) return undefined;
    const type = checker.getTypeAtLocation(argument);
    const texts = type.isUnion() ? type.types : [type];
    return texts.every((each) => each.isStringLiteral())
      ? texts.flatMap((each) => (each as ts.StringLiteralType).value.split(","))
      : undefined;
  }

  /** Members along a path of `load`: "format/fill/color" is three; of a collection, those of its items. */
  function membersOn(type: ts.Type, path: string): (string | undefined)[] {
    const members: (string | undefined)[] = [];
    let at = type;
    for (const name of path.split("/").filter((part) => part !== "" && part !== "items" && part !== "*")) {
      const symbol = propertyOf(at, name);
      members.push(symbol ? memberOf(symbol) : `${classOf(at) ?? "?"}.${name}`);
      if (!symbol) break;
      at = checker.getTypeOfSymbol(symbol);
    }
    return members;
  }

  function propertyOf(type: ts.Type, name: string): ts.Symbol | undefined {
    const items = type.getProperty("items");
    const item = items && checker.getTypeArguments(checker.getTypeOfSymbol(items) as ts.TypeReference)[0];
    return item?.getProperty(name) ?? type.getProperty(name);
  }
}

function pathsOf(argument: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(argument)) return argument.text.split(",").map((path) => path.trim());
  if (ts.isArrayLiteralExpression(argument))
    return argument.elements.flatMap((element) => pathsOf(element, source));
  if (ts.isObjectLiteralExpression(argument)) {
    return argument.properties.flatMap((property) => {
      const name = property.name?.getText(source) ?? "";
      if (name.startsWith("$")) return [];
      const inner =
        ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer)
          ? pathsOf(property.initializer, source)
          : [];
      return inner.length > 0 ? inner.map((path) => `${name}/${path}`) : [name];
    });
  }
  // A text made elsewhere can't be followed: better a failing test than a member nobody looked for.
  return [`(not a text: ${argument.getText(source)})`];
}

/** "Range.values" for a member declared in a class of the namespace Excel. */
function memberOf(symbol: ts.Symbol | undefined): string | undefined {
  const declaration = symbol?.declarations?.[0];
  const owner = declaration?.parent;
  if (!owner || !ts.isClassDeclaration(owner) || !owner.name || !isInExcel(owner)) return undefined;
  if (owner.name.text === "RequestContext" || OF_THE_CLIENT.has(symbol!.name)) return undefined;
  return `${owner.name.text}.${symbol!.name}`;
}

function classOf(type: ts.Type): string | undefined {
  const declaration = type.symbol?.declarations?.[0];
  return declaration && ts.isClassDeclaration(declaration) && isInExcel(declaration)
    ? type.symbol.name
    : undefined;
}

function isInExcel(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isModuleDeclaration(at) && at.name.text === "Excel") return true;
  }
  return false;
}
