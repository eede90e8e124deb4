import type { ReactNode } from "react";
import type { Message } from "../../../src/core/language/message";
import { Details } from "../../controls/Details";
import { useSay } from "../../language/language-context";
import { troublesAt } from "../../policy/policy-draft";
import type { PolicyPath } from "../../policy/policy-path";
import { useDraft } from "./draft-context";
import styles from "./policy.module.css";

/** A part of the policy, folded away: what its rules in effect say, then the fields that change them. */
export function Section(props: {
  readonly title: string;
  /** In a word or two, what is chosen. */
  readonly more?: string;
  readonly words: readonly Message[];
  /** The paths whose troubles are mended here. */
  readonly paths: readonly PolicyPath[];
  readonly children: ReactNode;
}) {
  const { title, more, words, paths, children } = props;
  const say = useSay();
  const { draft, sought } = useDraft();
  const here = sought !== null && paths.includes(sought);
  const wrong = troublesAt(draft, ...paths).length > 0;
  return (
    <Details
      className={styles["section"]}
      open={here}
      sought={here}
      title={title}
      more={wrong ? <strong className={styles["wrong"]}>{say("policy-editor.mend")}</strong> : more}
    >
      {words.length > 0 && (
        <ul className={styles["words"]}>
          {words.map((sentence, at) => (
            <li key={at}>{say(sentence)}</li>
          ))}
        </ul>
      )}
      {children}
    </Details>
  );
}
