import { gridOf } from "../../../src/core/policy/check-policy";
import type { TierCondition } from "../../../src/core/policy/policy";
import { STAGES, type Activity, type Stage } from "../../../src/core/lifecycle/stages";
import { activityLabel, segmentLabel, stageLabel } from "../../../src/core/tiers/labels";
import { Checkbox } from "../../controls/Input";
import { useLanguage, useSay } from "../../language/language-context";
import { segmentsOf } from "../../policy/grid-edits";
import { FACTS, ticked, type Fact } from "../../policy/tier-edits";
import { useDraft } from "./draft-context";
import styles from "./policy.module.css";

const ACTIVITIES: readonly Activity[] = ["active", "dormant", "churned"];

/** The facts that a rule may ask for, with a box for each value. */
export function ConditionBoxes(props: {
  readonly condition: TierCondition;
  readonly onChange: (condition: TierCondition) => void;
}) {
  const { condition, onChange } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { policy } = useDraft().draft;
  const grid = gridOf(policy);
  const scores = Array.from({ length: grid.scores }, (_, at) => at + 1);
  const values: Readonly<Record<Fact, readonly (string | number)[]>> = {
    abc: ["A", "B", "C"],
    // What the grid doesn't know any more can still be unticked.
    segment: [...new Set([...segmentsOf(grid), ...(condition.segment ?? [])])],
    stage: STAGES,
    activity: ACTIVITIES,
    r: scores,
    f: scores,
    m: scores,
  };
  const labels: Partial<Record<Fact, (value: string) => string>> = {
    segment: (id) => segmentLabel(id, policy, language),
    stage: (id) => stageLabel(id as Stage, language),
    activity: (id) => activityLabel(id as Activity, language),
  };
  return FACTS.map((fact) => (
    <fieldset key={fact} className={styles["boxes"]}>
      <legend>{say(`column.${fact}`)}</legend>
      {values[fact].map((value) => (
        <Checkbox
          key={value}
          label={labels[fact]?.(String(value)) ?? value}
          checked={((condition[fact] ?? []) as readonly unknown[]).includes(value)}
          onChange={(_, { checked }) => onChange(ticked(condition, fact, value, checked))}
        />
      ))}
    </fieldset>
  ));
}
