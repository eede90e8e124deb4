import { classes } from "../controls/classes";
import styles from "./GroupPreview.module.css";

/** A share of 0–1 as a bar: of the money, or, thinner, of the customers. The number stands beside it. */
export function Bar({ share, kind }: { readonly share: number; readonly kind: "money" | "customers" }) {
  return (
    <div className={classes(styles["bar"], kind === "customers" && styles["thin"])} aria-hidden>
      <div style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </div>
  );
}
