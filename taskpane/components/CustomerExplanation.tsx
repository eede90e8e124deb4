import { useEffect, useState } from "react";
import type { Result } from "../../src/core/language/message";
import type { Workspace } from "../classifier/workspace";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";
import styles from "./CustomerItem.module.css";
import { TroubleBar } from "./TroubleBar";

/** Why a customer has its scores, segment, stage and tier, and what would change the tier. */
export function CustomerExplanation(props: {
  /** The customer's place in the result. */
  readonly at: number;
  readonly customer: string;
  readonly ask: Workspace["ask"];
}) {
  const { at, customer, ask } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<Result<readonly string[]> | null>(null);
  useEffect(() => {
    let current = true;
    void ask("explain", { at, language }).then((told) => {
      if (current) setAnswer(told);
    });
    return () => {
      current = false;
    };
  }, [ask, at, language]);
  if (!answer) return <p className={content["quiet"]}>{say("pane.customers.explaining")}</p>;
  if (!answer.ok) return <TroubleBar troubles={answer.troubles} />;
  return (
    <ul className={styles["why"]} aria-label={say("pane.customers.why", { customer })}>
      {answer.value.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
