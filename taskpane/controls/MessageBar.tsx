import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./controls.module.css";
import { Icon } from "./Icon";

/** Something to know, with what can be done about it below. */
export function MessageBar(props: {
  readonly intent: "info" | "success" | "warning" | "error";
  readonly actions?: ReactNode;
  /** Said at once by screen readers. */
  readonly alert?: boolean;
  readonly children: ReactNode;
}) {
  const { intent, actions, alert, children } = props;
  return (
    <div className={classes(styles["message"], styles[intent])} role={alert ? "alert" : undefined}>
      <Icon name={intent} />
      <div>
        {children}
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </div>
    </div>
  );
}
