import type { TierBasis } from "../../../src/core/policy/policy";
import { Button } from "../../controls/Button";
import { useSay } from "../../language/language-context";
import { useDraft } from "./draft-context";
import { ChoiceAt, NumberAt } from "./fields";
import { useMeasures } from "./measures";
import { ENTRIES, MoveButtons } from "./MoveButtons";
import styles from "./policy.module.css";

const DIRECTIONS = ["higher", "lower"] as const;
const WAYS = ["score", "minmax", "zscore", "percentile"] as const;

/** The measures of the weighted grade. */
export function GradeMeasures({ by }: { readonly by: Extract<TierBasis, { readonly kind: "grade" }> }) {
  const say = useSay();
  const { put } = useDraft();
  const measures = useMeasures();
  const path = "/tiers/by/measures" as const;
  const used = by.measures.map(({ measure }) => measure);
  const next = measures.find(({ value }) => !used.includes(value))?.value ?? "monetary";
  return (
    <fieldset {...ENTRIES} className={styles["group"]}>
      <legend>{say("policy-editor.grade")}</legend>
      {by.measures.map(({ measure }, at) => {
        const place = say("policy-editor.measure", { place: at + 1 });
        const here = `${path}/${at}` as const;
        const known = measures.some(({ value }) => value === measure);
        return (
          <div key={at} className={styles["entry"]} role="group" aria-label={place}>
            <div className={styles["pair"]}>
              <ChoiceAt
                path={`${here}/measure`}
                label={place}
                options={known ? measures : [...measures, { value: measure, label: measure }]}
              />
              <NumberAt path={`${here}/weight`} label={say("policy-editor.weight")} />
              <ChoiceAt
                path={`${here}/direction`}
                label={say("policy-editor.direction")}
                options={DIRECTIONS.map((value) => ({
                  value,
                  label: say(`policy-editor.direction.${value}`),
                }))}
              />
              <ChoiceAt
                path={`${here}/normalise`}
                label={say("policy-editor.normalise")}
                options={WAYS.map((value) => ({ value, label: say(`policy-editor.normalise.${value}`) }))}
              />
            </div>
            <MoveButtons
              name={place}
              at={at}
              of={by.measures.length}
              fewest={1}
              onRemove={() =>
                put(
                  path,
                  by.measures.filter((_, i) => i !== at),
                )
              }
            />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          onClick={() =>
            put(`${path}/${by.measures.length}`, {
              measure: next,
              weight: 1,
              direction: next === "recency" ? "lower" : "higher",
              normalise: "percentile",
            })
          }
        >
          {say("policy-editor.measure.add")}
        </Button>
      </div>
    </fieldset>
  );
}
