import { ok, type Result } from "../src/core/language/message";
import type { Language } from "../src/core/language/language";
import { cellAt, isErrorCell, type Cell } from "../src/core/ledger/cells";
import type { PlaybookField, Policy } from "../src/core/policy/policy";
import {
  fieldNamed,
  playbookLine,
  playbookSubject,
  playbookText,
  stageNamed,
  type PlaybookSubject,
} from "../src/core/tiers/playbook";
import { cellsOf } from "./cells";
import { rowError, spill, type Answer } from "./column";
import { listOf } from "./list";
import { policyOf } from "./policy-argument";
import { asRange, isScalar, oneColumn, rangeOf, shapeOf } from "./range";
import { answer } from "./refusal";

/**
 * Says how customers of a tier are served: the promise, the rhythm of contacts and the offer, for their stage where it is given.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/playbook.html
 * @param tier The tier, such as A, VIP or 战略, or a segment, such as Champions: one, or a column.
 * @param stage The stage in the lifecycle, such as Dormant: one for all, or a column of the same height; none if left out.
 * @param field What to say: "promise", "rhythm" or "offer"; or several in a row, such as {"promise","offer"}, a column each; all three in one line if left out.
 * @param policy The policy that the tier belongs to and that may have a playbook of its own: a template's name, or a cell with its JSON; if left out, the tiers of all templates are known.
 * @param language The language of the lines, "en" or "zh"; that of Excel if left out.
 * @returns A line for each tier.
 */
export function PLAYBOOK(
  tier: unknown[][],
  stage?: unknown[][],
  field?: unknown[][],
  policy?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const tiers = asRange("tier", tier);
    const stages = rangeOf("stage", stage);
    const shape = shapeOf(stages ? [tiers, stages] : [tiers]);
    if (!shape.ok) return shape;
    const fields = fieldsOf(field);
    if (!fields.ok) return fields;
    if (fields.value.length > 1) {
      const one = oneColumn({ ...tiers, columns: shape.value.columns });
      if (!one.ok) return one;
    }
    const from = policyOf(policy);
    if (!from.ok) return from;
    const { columns, filled } = shape.value;
    const size = filled * columns;
    const cellIn = (range: typeof tiers): ((at: number) => Cell) => {
      const cells = cellsOf(range.cells, Math.min(range.rows, filled), range.columns);
      return (at) => (isScalar(range) ? cellAt(cells, 0) : cellAt(cells, at));
    };
    const tierAt = cellIn(tiers);
    const stageAt = stages ? cellIn(stages) : () => null;
    const wide = { ...shape.value, columns: columns * fields.value.length };
    const known = new Map<string, readonly Answer[]>();
    const answers: Answer[] = [];
    for (let at = 0; at < size; at++) {
      const [tierCell, stageCell] = [tierAt(at), stageAt(at)];
      const key = JSON.stringify([tierCell, stageCell]);
      let line = known.get(key);
      if (!line) {
        line = lineOf(tierCell, stageCell, fields.value, from.value, spoken);
        known.set(key, line);
      }
      answers.push(...line);
    }
    return ok(spill(answers, wide, spoken));
  });
}

/** The fields asked for, in order; null in one place for all of them in one line. */
function fieldsOf(argument: unknown): Result<readonly (PlaybookField | null)[]> {
  const list = listOf("field", argument);
  if (!list.ok) return list;
  const fields: (PlaybookField | null)[] = [];
  for (const cell of list.value ?? []) {
    if (cell === null || cell === 0 || String(cell).trim() === "") continue;
    const field = fieldNamed(String(cell));
    if (!field.ok) return field;
    fields.push(field.value);
  }
  return ok(fields.length > 0 ? fields : [null]);
}

function lineOf(
  tier: Cell,
  stage: Cell,
  fields: readonly (PlaybookField | null)[],
  policy: Policy | null,
  language: Language,
): readonly Answer[] {
  const all = (one: Answer) => fields.map(() => one);
  const error = [tier, stage].find(isErrorCell);
  if (error !== undefined) return all(rowError(error));
  if (isBlank(tier)) return all("");
  const subject = playbookSubject(String(tier), policy);
  if (!subject.ok) return all(subject.troubles[0] ?? "");
  const served = staged(subject.value, stage);
  if (!served.ok) return all(served.troubles[0] ?? "");
  return fields.map((field) =>
    field
      ? playbookText(served.value, field, policy, language)
      : playbookLine(served.value, policy, language),
  );
}

/** A stage in the next cell stands before the one that a segment implies; some hosts hand over a blank as 0. */
function staged(subject: PlaybookSubject, cell: Cell): Result<PlaybookSubject> {
  if (isBlank(cell) || cell === 0) return ok(subject);
  const stage = stageNamed(String(cell));
  return stage.ok ? ok({ ...subject, stage: stage.value }) : stage;
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}
