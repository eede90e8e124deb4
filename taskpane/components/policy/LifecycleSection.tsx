import { lifecycleWords, warningWords } from "../../../src/core/report/policy-words";
import { useSay } from "../../language/language-context";
import { useDraft } from "./draft-context";
import { ChoiceAt, NumberAt } from "./fields";
import { useMeasures } from "./measures";
import styles from "./policy.module.css";
import { Section } from "./Section";

/** When a customer is in which stage, and when it is warned of. */
export function LifecycleSection() {
  const say = useSay();
  const { draft } = useDraft();
  const { policy } = draft;
  const measures = useMeasures(policy.warnings.satisfaction);
  const { rhythm } = policy.lifecycle;
  const own = rhythm === "own";
  const rhythms = ["own", "fixed"] as const;
  const order = draft.troubles.filter(({ code }) => code === "policy-limits-order");
  return (
    <Section
      title={say("policy-editor.lifecycle")}
      words={[...lifecycleWords(draft.inEffect), ...warningWords(draft.inEffect)]}
      paths={["/lifecycle", "/warnings", "/atRiskDays", "/growthDays"]}
    >
      <ChoiceAt
        path="/lifecycle/rhythm"
        label={say("policy-editor.rhythm")}
        options={rhythms.map((value) => ({ value, label: say(`policy-editor.rhythm.${value}`) }))}
      />
      <div className={styles["pair"]}>
        <NumberAt path="/lifecycle/minGaps" label={say("policy-editor.min-gaps")} />
        <NumberAt path="/lifecycle/gap" label={say("policy-editor.gap")} />
        {own && <NumberAt path="/lifecycle/dormant/gaps" label={say("policy-editor.dormant.gaps")} />}
        <NumberAt path="/lifecycle/dormant/days" label={say("policy-editor.dormant.days")} />
        {own && <NumberAt path="/lifecycle/churned/gaps" label={say("policy-editor.churned.gaps")} />}
        <NumberAt path="/lifecycle/churned/days" label={say("policy-editor.churned.days")} also={order} />
        <NumberAt path="/lifecycle/recovered" label={say("policy-editor.recovered")} />
        <NumberAt path="/lifecycle/new" label={say("policy-editor.new")} />
        <NumberAt path="/lifecycle/mature/purchases" label={say("policy-editor.mature.purchases")} />
        <NumberAt path="/lifecycle/mature/days" label={say("policy-editor.mature.days")} />
      </div>
      <fieldset className={styles["group"]}>
        <legend>{say("policy-editor.warnings")}</legend>
        <div className={styles["pair"]}>
          <NumberAt path="/warnings/overdueGaps" label={say("policy-editor.overdue")} />
          <NumberAt path="/warnings/window" label={say("policy-editor.window")} />
          <NumberAt path="/warnings/drop" label={say("policy-editor.drop")} scale={100} />
          <NumberAt path="/warnings/minPurchases" label={say("policy-editor.min-purchases")} />
          <ChoiceAt
            path="/warnings/satisfaction"
            label={say("policy-editor.satisfaction")}
            options={measures}
          />
          <NumberAt path="/atRiskDays" label={say("policy-editor.at-risk")} />
          <NumberAt path="/growthDays" label={say("policy-editor.growth")} />
        </div>
      </fieldset>
    </Section>
  );
}
