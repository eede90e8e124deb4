import type { Message } from "../../../src/core/language/message";
import { gridOf } from "../../../src/core/policy/check-policy";
import type { Policy } from "../../../src/core/policy/policy";
import { policyCautions } from "../../../src/core/policy/policy-cautions";
import {
  abcWords,
  gradeWords,
  lifecycleWords,
  rowWords,
  scoreWords,
  tierWords,
  warningWords,
} from "../../../src/core/report/policy-words";
import { segmentLabel } from "../../../src/core/tiers/labels";
import type { Ruler } from "../../../src/core/tiers/ruler";
import { Details } from "../../controls/Details";
import { useLanguage, useSay } from "../../language/language-context";
import { NoteList } from "../NoteList";
import styles from "./policy.module.css";

/** A policy in a few sentences; with the ruler of a run a matrix says the values of its classes. */
export function PolicyInWords(props: { readonly policy: Policy; readonly ruler?: Ruler | null }) {
  const { policy, ruler } = props;
  const say = useSay();
  const { language } = useLanguage();
  const grid = gridOf(policy);
  const rest = grid.rest ? [grid.rest] : [];
  const segments = [...new Set([...grid.rules.map(({ segment }) => segment), ...rest])];
  const gridSentence: Message = {
    code: "policy-words.grid",
    params: { segments: segments.map((segment) => segmentLabel(segment, policy, language)) },
  };
  const parts = [
    ["scores", [...scoreWords(policy), gridSentence, abcWords(policy)]],
    ["lifecycle", [...lifecycleWords(policy), ...warningWords(policy)]],
    ["rows", rowWords(policy, null)],
  ] as const;
  return (
    <div className={styles["inWords"]}>
      <dl>
        {tierWords(policy, ruler?.axes ?? null, language).map(([tier, how], at) => (
          <div key={at}>
            <dt>{tier}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      {gradeWords(policy).map((sentence) => (
        <p key={sentence.code}>{say(sentence)}</p>
      ))}
      <NoteList notes={policyCautions(policy, language)} warning />
      {parts.map(([part, sentences]) => (
        <Details key={part} title={say(`policy-words.${part}`)}>
          <ul className={styles["words"]}>
            {sentences.map((sentence, at) => (
              <li key={at}>{say(sentence)}</li>
            ))}
          </ul>
        </Details>
      ))}
    </div>
  );
}
