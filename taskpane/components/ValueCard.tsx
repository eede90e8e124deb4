import { sayMoney, sayNumber } from "../../src/core/language/message";
import type { ValueSummary } from "../classifier/outcome";
import { classes } from "../controls/classes";
import { useSay } from "../language/language-context";
import styles from "./content.module.css";
import { TrackingChart } from "./TrackingChart";

/** What customers are worth, whether the forecast may be believed, and how it did when some of the data was held out. */
export function ValueCard({ value }: { readonly value: ValueSummary }) {
  const say = useSay();
  const { model, unit, verdict, notes, worth, worthIs, expectedPurchases, months, tracking } = value;
  return (
    <div className={styles["card"]}>
      <div className={styles["strong"]}>
        {say("text.model", {
          model: { code: `label.model.${model}` },
          unit: { code: `label.unit.${unit}s` },
          verdict: { code: `label.verdict.${verdict}` },
        })}
      </div>
      <div>
        {say(worthIs === "model" ? "pane.value.forecast" : "pane.value.history", {
          worth: sayMoney(Math.round(worth)),
          months,
        })}
        {expectedPurchases !== null &&
          ` ${say("pane.value.purchases", { purchases: sayNumber(expectedPurchases, 0), months })}`}
      </div>
      {notes.map((note, at) => (
        <p key={at} className={classes(styles["quiet"], styles["small"])}>
          {say(note)}
        </p>
      ))}
      {tracking && <TrackingChart tracking={tracking} />}
    </div>
  );
}
