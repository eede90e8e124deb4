import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import { sayMoney, sayNumber } from "../../src/core/language/message";
import type { ValueSummary } from "../classifier/outcome";
import { useSay } from "../language/language-context";
import { Card } from "./Card";
import { TrackingChart } from "./TrackingChart";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** What customers are worth, whether the forecast may be believed, and how it did when some of the data was held out. */
export function ValueCard({ value }: { readonly value: ValueSummary }) {
  const styles = useStyles();
  const say = useSay();
  const { model, unit, verdict, notes, worth, worthIs, expectedPurchases, months, tracking } = value;
  return (
    <Card title={say("title.value")}>
      <Body1>
        {say("text.model", {
          model: { code: `label.model.${model}` },
          unit: { code: `label.unit.${unit}s` },
          verdict: { code: `label.verdict.${verdict}` },
        })}
      </Body1>
      <Body1>
        {say(worthIs === "model" ? "pane.value.forecast" : "pane.value.history", {
          worth: sayMoney(Math.round(worth)),
          months,
        })}
        {expectedPurchases !== null &&
          ` ${say("pane.value.purchases", { purchases: sayNumber(expectedPurchases, 0), months })}`}
      </Body1>
      {notes.map((note, at) => (
        <p key={at} className={styles.quiet}>
          {say(note)}
        </p>
      ))}
      {tracking && <TrackingChart tracking={tracking} />}
    </Card>
  );
}
