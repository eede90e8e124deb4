import { Field, Select } from "@fluentui/react-components";
import { templates } from "../../src/core/policy/templates";
import { useLanguage, useSay } from "../language/language-context";

/** Which grade standard is used. */
export function PolicyChoice(props: {
  readonly policy: string;
  readonly onChoose: (policy: string) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Field label={say("pane.policy")}>
      <Select value={props.policy} onChange={(_, { value }) => props.onChoose(value)}>
        {templates.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
