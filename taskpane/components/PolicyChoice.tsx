import type { Policy } from "../../src/core/policy/policy";
import { templateNamed, templates } from "../../src/core/policy/templates";
import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import { useLanguage, useSay } from "../language/language-context";

const OWN = "own";

/** Which grade standard is used: a template, or what the reader made of one. */
export function PolicyChoice(props: {
  readonly policy: Policy;
  readonly onChoose: (policy: Policy) => void;
}) {
  const { policy, onChoose } = props;
  const say = useSay();
  const { language } = useLanguage();
  const template = templates.find((each) => isSame(each, policy));
  return (
    <Field label={say("pane.policy")}>
      <Select
        value={template?.name ?? OWN}
        onChange={(_, { value }) => onChoose(templateNamed(value) ?? policy)}
      >
        {!template && (
          <option value={OWN}>{say("pane.policy.own", { policy: policy.title[language] })}</option>
        )}
        {templates.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A policy that comes from the workbook or the worker is the same as its template without being it. */
function isSame(template: Policy, policy: Policy): boolean {
  return template === policy || JSON.stringify(template) === JSON.stringify(policy);
}
