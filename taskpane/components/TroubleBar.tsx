import type { ReactNode } from "react";
import type { Trouble } from "../../src/core/language/message";
import { Button } from "../controls/Button";
import { MessageBar } from "../controls/MessageBar";
import { useSay } from "../language/language-context";
import styles from "./content.module.css";

/** What went wrong, as sentences that say what to do; `children` is where to do it. */
export function TroubleBar(props: {
  readonly troubles: readonly Trouble[];
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}) {
  const { troubles, onClose, children } = props;
  const say = useSay();
  const cancelled = troubles.every(({ code }) => code === "pane.cancelled");
  const [only] = troubles;
  return (
    <MessageBar
      intent={cancelled ? "info" : "error"}
      alert
      actions={
        (onClose || children) && (
          <>
            {children}
            {onClose && (
              <Button size="small" onClick={onClose}>
                {say("pane.close")}
              </Button>
            )}
          </>
        )
      }
    >
      {!cancelled && <div className={styles["strong"]}>{say("pane.trouble.heading")}</div>}
      {troubles.length === 1 && only ? (
        say(only)
      ) : (
        <ul className={styles["bullets"]}>
          {troubles.map((trouble, at) => (
            <li key={at}>{say(trouble)}</li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}
