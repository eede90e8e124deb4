import { isDateFormat } from "hucre";
import { no, ok, type Param, type Result } from "../core/language/message";
import { attribute, scanXmlText } from "./xml-scan";
import { type ZipDirectory } from "./zip-directory";
import { zipText } from "./zip-part";

/** A worksheet of a workbook and the part its cells are in. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What a workbook says of itself before any cell is read. */
export interface WorkbookParts {
  /** Worksheets in the order of their tabs; chart sheets are left out. */
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: 1900 | 1904;
  /** By cell style: whether its number format shows dates. */
  readonly dateStyles: readonly boolean[];
  /** The part with the shared strings, or null. */
  readonly strings: string | null;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/**
 * The sheets, date system and date styles of a workbook. hucre tells them only after it has read all shared strings,
 * and its row stream tells neither the date system nor which numbers are dates but by turning those into Date objects,
 * which moves serial numbers (60 becomes 59, times lose their last digits).
 */
export async function workbookParts(
  bytes: Uint8Array,
  directory: ZipDirectory,
  file: Param,
): Promise<Result<WorkbookParts>> {
  const read = (name: string) => zipText(bytes, directory, name, file);
  const rootRelations = await read("_rels/.rels");
  if (!rootRelations.ok) return rootRelations;
  const root = relationships(rootRelations.value ?? "", "").find(({ type }) => type === "officeDocument");
  const workbook = root ? await read(root.target) : ok(null);
  if (!workbook.ok) return workbook;
  if (!root || workbook.value === null) return no("file-no-workbook", { file });
  const folder = root.target.slice(0, root.target.lastIndexOf("/") + 1);
  const relationsPart = `${folder}_rels/${root.target.slice(folder.length)}.rels`;
  const relationsText = await read(relationsPart);
  if (!relationsText.ok) return relationsText;
  const relations = relationships(relationsText.value ?? "", folder);
  const styles = await read(relations.find(({ type }) => type === "styles")?.target ?? "");
  if (!styles.ok) return styles;
  const { sheets, dateSystem } = sheetsOf(workbook.value, relations);
  return ok({
    sheets: sheets.filter(({ part }) => directory.has(part)),
    dateSystem,
    dateStyles: dateStylesOf(styles.value ?? ""),
    strings: relations.find(({ type }) => type === "sharedStrings")?.target ?? null,
  });
}

/** A part's relationships; targets are the names of parts, types without the address before them. */
function relationships(xml: string, folder: string): readonly Relationship[] {
  const found: Relationship[] = [];
  scanXmlText(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const type = attribute(attributes, "Type") ?? "";
      const target = attribute(attributes, "Target") ?? "";
      found.push({
        id: attribute(attributes, "Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        target: target.startsWith("/") ? target.slice(1) : resolved(folder + target),
      });
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function sheetsOf(
  xml: string,
  relations: readonly Relationship[],
): Pick<WorkbookParts, "sheets" | "dateSystem"> {
  const sheets: SheetPart[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  scanXmlText(xml, {
    open(name, attributes) {
      if (name === "workbookPr" && /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? ""))
        dateSystem = 1904;
      if (name !== "sheet") return;
      // The prefix of the relationships' namespace is `r` nearly always.
      const prefixed = /\s([\w.-]+:id)\s*=/.exec(attributes)?.[1] ?? "r:id";
      const id = attribute(attributes, prefixed);
      const relation = relations.find((candidate) => candidate.id === id && candidate.type === "worksheet");
      if (!relation) return;
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        hidden: /hidden/i.test(attribute(attributes, "state") ?? ""),
        part: relation.target,
      });
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, dateSystem };
}

function dateStylesOf(xml: string): readonly boolean[] {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  scanXmlText(xml, {
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      else if (name === "numFmt") {
        formats.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "");
      } else if (name === "xf" && inCells) {
        const id = attribute(attributes, "numFmtId") ?? "0";
        styles.push(isDateFormat(formats.get(id) ?? id));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text: () => {},
  });
  return styles;
}
