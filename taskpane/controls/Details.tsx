import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./controls.module.css";
import { Icon } from "./Icon";

/** Something folded away under its title, natively: found by the browser's search and by every screen reader. */
export function Details(props: {
  readonly title: ReactNode;
  /** In small print at the end of the line. */
  readonly more?: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  const { title, more, open, className, onToggle, children } = props;
  return (
    <details
      className={classes(styles["details"], className)}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={styles["summary"]}>
        <Icon name="chevron" size={12} />
        <span>{title}</span>
        {more && <span className={styles["more"]}>{more}</span>}
      </summary>
      <div className={styles["inner"]}>{children}</div>
    </details>
  );
}
