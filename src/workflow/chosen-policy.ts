import { readFile } from "node:fs/promises";
import { no, ok, type Result } from "../core/language/message";
import type { Policy } from "../core/policy/policy";
import { parsePolicy } from "../core/policy/read-policy";
import { templateNamed, templates } from "../core/policy/templates";
import { rulerFromJson, rulerFromSnapshot } from "../core/review/snapshot";
import type { Ruler } from "../core/tiers/ruler";
import { readSheetRows } from "../files/read-sheet-rows";
import { errorCode, fileTrouble, readBytes } from "./input-file";

/** A policy by a template's name, else from a file. */
export async function chosenPolicy(name: string): Promise<Result<Policy>> {
  const template = templateNamed(name);
  return template ? ok(template) : policyFromFile(name);
}

/** A policy from a JSON file; its problems are told with the file's name and their path. */
export async function policyFromFile(path: string): Promise<Result<Policy>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") {
      return no("policy-unknown", { policy: path, policies: templates.map(({ name }) => name) });
    }
    return { ok: false, troubles: [fileTrouble(path, error)] };
  }
  const policy = parsePolicy(text);
  if (policy.ok) return policy;
  return {
    ok: false,
    troubles: policy.troubles.map((trouble) => ({
      ...trouble,
      where: [path, trouble.where].filter(Boolean).join(" "),
    })),
  };
}

/** The ruler of an earlier run: from its JSON, or from the Snapshot sheet of its workbook, in either language. */
export async function frozenRuler(path: string): Promise<Result<Ruler>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const isZip = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  const ruler = isZip
    ? await fromWorkbook(bytes.value)
    : rulerFromJson(new TextDecoder().decode(bytes.value));
  if (ruler.ok) return ruler;
  return { ok: false, troubles: ruler.troubles.map((trouble) => ({ ...trouble, where: path })) };
}

async function fromWorkbook(bytes: Uint8Array): Promise<Result<Ruler>> {
  for (const name of ["Snapshot", "快照"]) {
    const rows = await readSheetRows(bytes, name);
    if (rows.ok) return rulerFromSnapshot(rows.value);
  }
  return no("ruler-unreadable");
}
