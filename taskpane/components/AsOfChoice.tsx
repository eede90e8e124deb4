import { useState } from "react";
import type { AsOfRule } from "../classifier/protocol";
import { Field } from "../controls/Field";
import { Input } from "../controls/Input";
import { Select } from "../controls/Select";
import { useSay } from "../language/language-context";

const RULES = ["last", "today", "month-end"] as const;

/** From which day recency is counted: by a rule that holds next month too, or a date. */
export function AsOfChoice(props: {
  readonly asOf: AsOfRule;
  /** The day in use, yyyy-mm-dd. */
  readonly used: string | null;
  readonly onChoose: (asOf: AsOfRule) => void;
}) {
  const { asOf, used, onChoose } = props;
  const say = useSay();
  // A year typed digit by digit is a date of the first century for a while: only whole ones are used.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <Field label={say("pane.as-of")} hint={used !== null && say("pane.as-of.used", { asOf: used })}>
        <Select
          value={asOf.rule}
          onChange={(_, { value }) => {
            const rule = RULES.find((each) => each === value);
            onChoose(rule ? { rule } : { rule: "date", date: used ?? "" });
          }}
        >
          {[...RULES, "date" as const].map((rule) => (
            <option key={rule} value={rule}>
              {say(`pane.as-of.${rule}`)}
            </option>
          ))}
        </Select>
      </Field>
      {asOf.rule === "date" && (
        <Field label={say("pane.as-of.date")}>
          <Input
            type="date"
            min="1900-03-01"
            max="9999-12-31"
            value={typed ?? asOf.date}
            onBlur={() => setTyped(null)}
            onChange={(_, { value }) => {
              const whole = /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(value);
              setTyped(whole ? null : value);
              if (whole && value !== asOf.date) onChoose({ rule: "date", date: value });
            }}
          />
        </Field>
      )}
    </>
  );
}
