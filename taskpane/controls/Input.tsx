import type { ChangeEvent, InputHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes";
import styles from "./controls.module.css";

/** A field to type in. */
export function Input({
  className,
  onChange,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> & {
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>, data: { readonly value: string }) => void;
}) {
  return (
    <input
      {...rest}
      className={classes(styles["input"], className)}
      onChange={(event) => onChange?.(event, { value: event.currentTarget.value })}
    />
  );
}

/** A box to tick, or with `type="radio"` one of several, with its words beside it. */
export function Checkbox({
  label,
  more,
  className,
  onChange,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> & {
  readonly label: ReactNode;
  /** In small print below. */
  readonly more?: ReactNode;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>, data: { readonly checked: boolean }) => void;
}) {
  return (
    <label className={classes(styles["check"], className)}>
      <input
        type="checkbox"
        {...rest}
        onChange={(event) => onChange(event, { checked: event.currentTarget.checked })}
      />
      <span>
        {label}
        {more && <small>{more}</small>}
      </span>
    </label>
  );
}
