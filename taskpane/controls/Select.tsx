import type { ChangeEvent, SelectHTMLAttributes } from "react";
import { classes } from "./classes";
import styles from "./controls.module.css";
import { Icon } from "./Icon";

/** A native list: every screen reader and every narrow pane can show it. */
export function Select({
  size,
  className,
  onChange,
  ...rest
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "size"> & {
  readonly size?: "small" | "medium";
  readonly onChange: (event: ChangeEvent<HTMLSelectElement>, data: { readonly value: string }) => void;
}) {
  return (
    <span className={classes(styles["select"], size === "small" && styles["smallSelect"], className)}>
      <select {...rest} onChange={(event) => onChange(event, { value: event.currentTarget.value })} />
      <Icon name="down" size={12} />
    </span>
  );
}
