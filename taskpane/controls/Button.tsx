import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classes } from "./classes";
import styles from "./controls.module.css";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly appearance?: "primary" | "secondary" | "subtle" | "transparent";
  readonly size?: "small" | "medium" | "large";
  readonly icon?: ReactNode;
  /** Can't be pressed for now, but keeps the focus that it has. */
  readonly disabledFocusable?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. One with an icon alone needs an `aria-label`. */
export function Button(props: ButtonProps) {
  const {
    appearance = "secondary",
    size = "medium",
    icon,
    disabledFocusable,
    className,
    children,
    onClick,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        styles["button"],
        styles[appearance],
        styles[size],
        !children && styles["iconOnly"],
        className,
      )}
      aria-disabled={disabledFocusable || undefined}
      onClick={disabledFocusable ? undefined : onClick}
    >
      {icon}
      {children}
    </button>
  );
}

/** A button among words that looks like a link: it goes somewhere in the workbook or the pane. */
export function LinkButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={classes(styles["link"], props.className)} />;
}
