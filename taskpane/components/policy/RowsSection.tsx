import { rowWords } from "../../../src/core/report/policy-words";
import { classes } from "../../controls/classes";
import { useSay } from "../../language/language-context";
import { useDraft } from "./draft-context";
import { ChoiceAt, TextsAt } from "./fields";
import styles from "./policy.module.css";
import { Section } from "./Section";

const UNITS = ["auto", "order", "day", "row"] as const;
const REFUNDS = ["net", "set-aside"] as const;
const DUPLICATES = ["keep", "drop"] as const;

/** What a row is: a purchase, a refund, a copy, something that is to be left out. */
export function RowsSection() {
  const say = useSay();
  const { draft } = useDraft();
  return (
    <Section title={say("policy-editor.rows")} words={rowWords(draft.inEffect, null)} paths={["/rows"]}>
      <ChoiceAt
        path="/rows/unit"
        label={say("policy-editor.unit")}
        options={UNITS.map((value) => ({ value, label: say(`policy-editor.unit.${value}`) }))}
      />
      <div className={classes(styles["pair"], styles["roomy"])}>
        <ChoiceAt
          path="/rows/refunds"
          label={say("policy-editor.refunds")}
          options={REFUNDS.map((value) => ({ value, label: say(`policy-editor.refunds.${value}`) }))}
        />
        <ChoiceAt
          path="/rows/duplicates"
          label={say("policy-editor.duplicates")}
          options={DUPLICATES.map((value) => ({ value, label: say(`policy-editor.duplicates.${value}`) }))}
        />
      </div>
      <TextsAt
        path="/rows/statuses/exclude"
        label={say("policy-editor.exclude")}
        hint={say("policy-editor.statuses")}
      />
      <TextsAt
        path="/rows/statuses/count"
        label={say("policy-editor.count")}
        hint={say("policy-editor.statuses")}
      />
    </Section>
  );
}
