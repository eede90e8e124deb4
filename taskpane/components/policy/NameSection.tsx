import { useSay } from "../../language/language-context";
import { useDraft } from "./draft-context";
import { TextAt } from "./fields";
import styles from "./policy.module.css";
import { Section } from "./Section";

/** What the policy is called, and which version of it this is. */
export function NameSection() {
  const say = useSay();
  const { name, version } = useDraft().draft.policy;
  return (
    <Section
      title={say("policy-editor.name-section")}
      more={`${name} ${version}`}
      words={[]}
      paths={["/name", "/version", "/title"]}
    >
      <div className={styles["pair"]}>
        <TextAt path="/name" label={say("policy-editor.name")} />
        <TextAt path="/version" label={say("policy-editor.version")} />
      </div>
      <TextAt path="/title/en" lang="en" label={say("policy-editor.title.en")} />
      <TextAt path="/title/zh" lang="zh-CN" label={say("policy-editor.title.zh")} />
    </Section>
  );
}
