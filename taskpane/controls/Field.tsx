import { cloneElement, useId, type ReactElement, type ReactNode } from "react";
import styles from "./controls.module.css";

interface Described {
  readonly id?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
}

/** A control under its label, with what there is to say about it below. */
export function Field(props: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with what stands in it. */
  readonly validationMessage?: ReactNode;
  readonly className?: string;
  readonly children: ReactElement<Described>;
}) {
  const { label, hint, validationMessage, className, children } = props;
  const id = useId();
  const wrong = Boolean(validationMessage);
  const told = wrong || hint ? `${id}-told` : undefined;
  return (
    <div className={[styles["field"], className].filter(Boolean).join(" ")}>
      <label className={styles["label"]} htmlFor={id}>
        {label}
      </label>
      {cloneElement(children, { id, "aria-describedby": told, "aria-invalid": wrong || undefined })}
      {told && (
        <div id={told} className={wrong ? styles["invalid"] : styles["hint"]}>
          {wrong ? validationMessage : hint}
        </div>
      )}
    </div>
  );
}
