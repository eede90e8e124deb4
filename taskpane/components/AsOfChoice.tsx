import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useSay } from "../language/language-context";

/** The day from which recency is counted. Blank: the last date in the data. */
export function AsOfChoice(props: {
  readonly asOf: string;
  /** The last date in the data, or the one in use. */
  readonly latest: string | null;
  readonly onChoose: (asOf: string) => void;
}) {
  const { asOf, latest, onChoose } = props;
  const say = useSay();
  // A year typed digit by digit is a date of the first century for a while: only whole ones are used.
  const [typed, setTyped] = useState<string | null>(null);
  const hint =
    asOf === "" && latest !== null ? say("pane.as-of.latest", { asOf: latest }) : say("pane.as-of.blank");
  return (
    <Field label={say("pane.as-of")} hint={hint}>
      <Input
        type="date"
        min="1900-03-01"
        max="9999-12-31"
        value={typed ?? asOf}
        onBlur={() => setTyped(null)}
        onChange={(_, { value }) => {
          const whole = value === "" || /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(value);
          setTyped(whole ? null : value);
          if (whole && value !== asOf) onChoose(value);
        }}
      />
    </Field>
  );
}
