import { gridOf } from "../../../src/core/policy/check-policy";
import { abcWords, scoreWords } from "../../../src/core/report/policy-words";
import { type CutoffRule } from "../../../src/core/scoring/cutoffs";
import type { Ruler } from "../../../src/core/tiers/ruler";
import { Checkbox } from "../../controls/Input";
import { useSay } from "../../language/language-context";
import { ruleOf, SCORED, withScoreCount, type Scored } from "../../policy/score-edits";
import { useDraft } from "./draft-context";
import { ChoiceAt, NumberAt, NumbersAt } from "./fields";
import { useMeasures } from "./measures";
import styles from "./policy.module.css";
import { Section } from "./Section";

const COUNTS = ["2", "3", "4", "5", "6", "7", "8", "9"];

const SHORT: Readonly<Record<Scored, string>> = { recency: "R", frequency: "F", monetary: "M" };

/** How R, F and M are made, and ABC. */
export function ScoresSection({ ruler }: { readonly ruler: Ruler | null }) {
  const say = useSay();
  const { draft, edit, put } = useDraft();
  const measures = useMeasures(draft.policy.abc.measure);
  const { policy } = draft;
  const { scores } = gridOf(policy);
  const boundaries = ["upper", "lower"] as const;
  return (
    <Section
      title={say("policy-editor.scores")}
      more={`1–${scores}`}
      words={[...scoreWords(draft.inEffect), abcWords(draft.inEffect)]}
      paths={["/scores", "/abc"]}
    >
      <ChoiceAt
        path="/grid/scores"
        label={say("policy-editor.score-count")}
        value={String(scores)}
        options={COUNTS.map((value) => ({ value, label: value }))}
        onChoose={(count) => edit("/", withScoreCount(policy, Number(count)))}
      />
      {SCORED.map((measure) => (
        <MeasureFields key={measure} measure={measure} scores={scores} known={ruler?.[measure]} />
      ))}
      <ChoiceAt
        path="/scores/boundary"
        label={say("policy-editor.boundary")}
        options={boundaries.map((value) => ({ value, label: say(`policy-editor.boundary.${value}`) }))}
      />
      <Checkbox
        label={say("policy-editor.nested")}
        checked={policy.scores.nested}
        onChange={(_, { checked }) => put("/scores/nested", checked)}
      />
      <fieldset className={styles["group"]}>
        <legend>{say("policy-editor.weights")}</legend>
        <div className={styles["thirds"]}>
          {SCORED.map((measure) => (
            <NumberAt
              key={measure}
              path={`/scores/weights/${measure}`}
              label={SHORT[measure]}
              also={draft.troubles.filter(({ where }) => where === "/scores/weights")}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles["group"]}>
        <legend>{say("policy-editor.abc")}</legend>
        <div className={styles["pair"]}>
          <ChoiceAt path="/abc/measure" label={say("policy-editor.abc.measure")} options={measures} />
          <NumbersAt path="/abc/shares" label={say("policy-editor.abc.shares")} scale={100} />
        </div>
      </fieldset>
    </Section>
  );
}

/** How one measure is cut into scores. */
function MeasureFields(props: {
  readonly measure: Scored;
  readonly scores: number;
  readonly known?: readonly number[];
}) {
  const { measure, scores, known } = props;
  const say = useSay();
  const { draft, put } = useDraft();
  const path = `/scores/${measure}` as const;
  const rule = draft.policy.scores[measure];
  const wrong = draft.troubles.filter(({ where }) => where === path);
  const methods: readonly CutoffRule["method"][] = [
    "quantile",
    "breaks",
    "fixed",
    // A share of the total of days says nothing, and the mean makes two classes.
    ...(measure !== "recency" || rule.method === "share" ? (["share"] as const) : []),
    ...(scores === 2 || rule.method === "mean" ? (["mean"] as const) : []),
  ];
  const listed = rule.method === "fixed" || rule.method === "share" ? rule.method : null;
  return (
    <>
      <ChoiceAt
        path={`${path}/method`}
        label={say(`column.${measure}`)}
        also={listed ? [] : wrong}
        options={methods.map((value) => ({ value, label: say(`policy-editor.method.${value}`) }))}
        onChoose={(method) => put(path, ruleOf(method as CutoffRule["method"], scores, measure, known))}
      />
      {listed && (
        <NumbersAt
          key={listed}
          path={`${path}/at`}
          label={say("policy-editor.cutoffs", { measure: say(`measure.${measure}`) })}
          hint={say(`policy-editor.cutoffs.${listed}`)}
          scale={listed === "share" ? 100 : 1}
          also={wrong}
        />
      )}
    </>
  );
}
