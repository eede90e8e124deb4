import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import type { Choices } from "../classifier/protocol";
import { useSay } from "../language/language-context";

const MARKS = { point: ".", comma: "," } as const;
const NAMES = ["point", "comma"] as const;

/** Which mark in 1.234 or 1,234 is the decimal one, where the column itself doesn't tell. */
export function DecimalMarkChoice(props: {
  readonly mark: Choices["decimalMark"];
  readonly onChoose: (mark: Choices["decimalMark"]) => void;
}) {
  const say = useSay();
  return (
    <Field label={say("pane.decimal")}>
      <Select
        value={NAMES.find((name) => MARKS[name] === props.mark) ?? ""}
        onChange={(_, { value }) => {
          const name = NAMES.find((each) => each === value);
          props.onChoose(name === undefined ? null : MARKS[name]);
        }}
      >
        <option value="">{say("pane.decimal.auto")}</option>
        {NAMES.map((name) => (
          <option key={name} value={name}>
            {say(`pane.decimal.${name}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
