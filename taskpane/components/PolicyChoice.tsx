import { Field, Select } from "@fluentui/react-components";
import type { Policy } from "../../src/core/policy/policy";
import { templateNamed, templates } from "../../src/core/policy/templates";
import { useLanguage, useSay } from "../language/language-context";

/** Which grade standard is used. */
export function PolicyChoice(props: {
  readonly policy: Policy;
  readonly onChoose: (policy: Policy) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Field label={say("pane.policy")}>
      <Select
        value={props.policy.name}
        onChange={(_, { value }) => props.onChoose(templateNamed(value) ?? props.policy)}
      >
        {templates.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
