import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Result } from "../../src/core/language/message";
import type { CustomerLine } from "../classifier/protocol";
import type { Workspace } from "../classifier/workspace";
import { useLanguage, useSay } from "../language/language-context";
import { TroubleBar } from "./TroubleBar";

const useStyles = makeStyles({
  why: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
    listStyleType: "disc",
    lineHeight: tokens.lineHeightBase300,
    "& li": { marginBlock: tokens.spacingVerticalXXS },
  },
  wait: { justifyContent: "start", padding: tokens.spacingVerticalM },
});

/** Why a customer has its scores, segment, stage and tier, and what would change the tier. */
export function CustomerExplanation({
  line,
  ask,
}: {
  readonly line: CustomerLine;
  readonly ask: Workspace["ask"];
}) {
  const styles = useStyles();
  const say = useSay();
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<Result<readonly string[]> | null>(null);
  const { at } = line;
  useEffect(() => {
    let current = true;
    void ask("explain", { at, language }).then((told) => {
      if (current) setAnswer(told);
    });
    return () => {
      current = false;
    };
  }, [ask, at, language]);
  if (!answer)
    return <Spinner className={styles.wait} size="tiny" label={say("pane.customers.explaining")} />;
  if (!answer.ok) return <TroubleBar troubles={answer.troubles} />;
  return (
    <ul className={styles.why} aria-label={say("pane.customers.why", { customer: line.customer })}>
      {answer.value.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
