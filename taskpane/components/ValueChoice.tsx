import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import type { Choices } from "../classifier/protocol";
import { useSay } from "../language/language-context";

const MODELS = ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"] as const;
const NONE = "";

/** Whether customer value is forecast, and by which model. */
export function ValueChoice(props: {
  readonly model: Choices["value"];
  readonly onChoose: (model: Choices["value"]) => void;
}) {
  const say = useSay();
  return (
    <Field label={say("pane.value")}>
      <Select
        value={props.model ?? NONE}
        onChange={(_, { value }) => props.onChoose(MODELS.find((model) => model === value) ?? null)}
      >
        <option value={NONE}>{say("pane.value.none")}</option>
        {MODELS.map((model) => (
          <option key={model} value={model}>
            {say(model === "auto" ? "pane.value.auto" : `label.model.${model}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
