import { Button } from "../../controls/Button";
import { Icon } from "../../controls/Icon";
import { useSay } from "../../language/language-context";
import styles from "./policy.module.css";

/** What can be done with an entry of a list: one place up, one down, away. */
export function MoveButtons(props: {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  /** So many entries there must be. */
  readonly fewest: number;
  readonly onMove?: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const { name, at, of, fewest, onMove, onRemove } = props;
  const say = useSay();
  return (
    <span className={styles["moves"]}>
      {onMove && (
        <>
          <Button
            size="small"
            appearance="subtle"
            className={styles["upwards"]}
            icon={<Icon name="down" size={12} />}
            aria-label={say("policy-editor.up", { name })}
            disabledFocusable={at === 0}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="down" size={12} />}
            aria-label={say("policy-editor.down", { name })}
            disabledFocusable={at === of - 1}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="dismiss" size={12} />}
        aria-label={say("policy-editor.remove", { name })}
        disabledFocusable={of <= fewest}
        onClick={onRemove}
      />
    </span>
  );
}
