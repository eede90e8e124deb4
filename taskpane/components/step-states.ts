import type { MessageCode } from "../../src/core/language/catalogue";
import type { WorkspaceState } from "../classifier/workspace-state";
import type { StepName, StepState } from "./Step";

/** Refusals that are mended among the rules, not among the columns. */
const OF_RULES: readonly MessageCode[] = [
  "pane.as-of-malformed",
  "as-of-before-data",
  "policy-measure-missing",
];

/** How far each step is. */
export function stepStates({ work, excel }: WorkspaceState): Readonly<Record<StepName, StepState>> {
  const summary = work?.outcome?.summary;
  const ofRules = summary && !summary.ok && summary.troubles.every(({ code }) => OF_RULES.includes(code));
  const ready: StepState = summary?.ok ? "done" : "open";
  const written = excel !== null && excel.complete && (excel.sheets.length > 0 || excel.beside.length > 0);
  return {
    what: !summary || summary.ok || ofRules ? "done" : "stuck",
    check: ready,
    how: ofRules ? "stuck" : ready,
    write: written && summary?.ok ? "done" : "open",
    after: excel !== null && !excel.complete ? "stuck" : "open",
  };
}
