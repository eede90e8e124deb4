import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import type { Trouble } from "../../src/core/language/message";
import { useSay } from "../language/language-context";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  body: { paddingBlock: tokens.spacingVerticalXS },
});

/** What went wrong, as sentences that say what to do; `children` is where to do it. */
export function TroubleBar(props: {
  readonly troubles: readonly Trouble[];
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}) {
  const { troubles, onClose, children } = props;
  const styles = useStyles();
  const say = useSay();
  const cancelled = troubles.every(({ code }) => code === "pane.cancelled");
  const [only] = troubles;
  return (
    <MessageBar
      intent={cancelled ? "info" : "error"}
      layout="multiline"
      politeness={cancelled ? "polite" : "assertive"}
    >
      <MessageBarBody className={styles.body}>
        {!cancelled && (
          <>
            <MessageBarTitle>{say("pane.trouble.heading")}</MessageBarTitle>
            <br />
          </>
        )}
        {troubles.length === 1 && only ? (
          say(only)
        ) : (
          <ul className={styles.list}>
            {troubles.map((trouble, at) => (
              <li key={at}>{say(trouble)}</li>
            ))}
          </ul>
        )}
        {children}
      </MessageBarBody>
      {onClose && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={say("pane.close")}
              icon={<DismissRegular />}
              onClick={onClose}
            />
          }
        />
      )}
    </MessageBar>
  );
}
