import { readFile } from "node:fs/promises";
import { no, ok, type Result } from "../core/language/message";
import type { Policy } from "../core/policy/policy";
import { parsePolicy } from "../core/policy/read-policy";
import { figuresFromJson, figuresFromSnapshot, type FiguresBefore } from "../core/report/figures-before";
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

/** An earlier run: the cut-offs to score with, and its figures to compare with, where they can be told. */
export interface EarlierRun {
  readonly ruler: Ruler;
  readonly figures: FiguresBefore | null;
}

/** An earlier run, from its JSON or from the Snapshot sheet of its workbook, in either language. */
export async function earlierRun(path: string): Promise<Result<EarlierRun>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const isZip = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  const run = isZip ? await fromWorkbook(bytes.value) : fromJson(new TextDecoder().decode(bytes.value));
  if (run.ok) return run;
  return { ok: false, troubles: run.troubles.map((trouble) => ({ ...trouble, where: path })) };
}

function fromJson(text: string): Result<EarlierRun> {
  const ruler = rulerFromJson(text);
  if (!ruler.ok) return ruler;
  return ok({ ruler: ruler.value, figures: figuresFromJson(JSON.parse(text.replace(/^\uFEFF/, ""))) });
}

async function fromWorkbook(bytes: Uint8Array): Promise<Result<EarlierRun>> {
  for (const name of ["Snapshot", "快照"]) {
    const rows = await readSheetRows(bytes, name);
    if (!rows.ok) continue;
    const ruler = rulerFromSnapshot(rows.value);
    if (!ruler.ok) return ruler;
    // A snapshot of more customers than a sheet has rows goes on in another: half of them make no figures.
    const goesOn = (await readSheetRows(bytes, `${name} (2)`)).ok;
    return ok({ ruler: ruler.value, figures: goesOn ? null : figuresFromSnapshot(rows.value) });
  }
  return no("ruler-unreadable");
}
