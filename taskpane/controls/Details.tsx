import { useEffect, useRef, useState, type ReactNode } from "react";
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
  /** True for what is long: it is made only while it is to be seen. */
  readonly whenOpen?: boolean;
  /** True where it is what somebody came for: it has the focus once it is drawn, and is in sight. */
  readonly sought?: boolean;
  readonly children: ReactNode;
}) {
  const { title, more, open, className, whenOpen, sought, children } = props;
  const [shown, setShown] = useState(open ?? false);
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    // After the focus that a change of screens sets.
    if (sought) requestAnimationFrame(() => summary.current?.focus());
  }, [sought]);
  return (
    <details
      className={classes(styles["details"], className)}
      open={open}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary ref={summary} className={styles["summary"]}>
        <Icon name="chevron" size={12} />
        <span>{title}</span>
        {more && <span className={styles["more"]}>{more}</span>}
      </summary>
      <div className={styles["inner"]}>{(!whenOpen || shown) && children}</div>
    </details>
  );
}
