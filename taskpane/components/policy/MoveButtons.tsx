import type { MouseEvent } from "react";
import { Button } from "../../controls/Button";
import { Icon } from "../../controls/Icon";
import { useSay } from "../../language/language-context";
import styles from "./policy.module.css";

/** Marks the list within which the focus follows an entry that is moved. */
export const ENTRIES = { "data-entries": "" } as const;

/**
 * What can be done with an entry of a list: one place up, one down, away. The focus goes with what was moved, and to
 * the next entry where one is gone.
 */
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
  const follow = (event: MouseEvent<HTMLElement>, to: number) => {
    const { doing } = event.currentTarget.dataset;
    const list = event.currentTarget.closest("[data-entries]");
    requestAnimationFrame(() => {
      list?.querySelectorAll<HTMLElement>(`[data-doing="${doing}"]`)[to]?.focus();
    });
  };
  const move = (step: -1 | 1) => (event: MouseEvent<HTMLElement>) => {
    follow(event, at + step);
    onMove?.(step);
  };
  return (
    <span className={styles["moves"]}>
      {onMove && (
        <>
          <Button
            size="small"
            appearance="subtle"
            data-doing="up"
            className={styles["upwards"]}
            icon={<Icon name="down" size={12} />}
            aria-label={say("policy-editor.up", { name })}
            disabledFocusable={at === 0}
            onClick={move(-1)}
          />
          <Button
            size="small"
            appearance="subtle"
            data-doing="down"
            icon={<Icon name="down" size={12} />}
            aria-label={say("policy-editor.down", { name })}
            disabledFocusable={at === of - 1}
            onClick={move(1)}
          />
        </>
      )}
      <Button
        size="small"
        appearance="subtle"
        data-doing="remove"
        icon={<Icon name="dismiss" size={12} />}
        aria-label={say("policy-editor.remove", { name })}
        disabledFocusable={of <= fewest}
        onClick={(event) => {
          follow(event, Math.min(at, of - 2));
          onRemove();
        }}
      />
    </span>
  );
}
