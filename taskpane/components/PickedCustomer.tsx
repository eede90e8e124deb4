import { useEffect, useRef } from "react";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { bringIntoView, isInField } from "./bring-into-view";
import content from "./content.module.css";
import { CustomerExplanation } from "./CustomerExplanation";
import styles from "./CustomerItem.module.css";

/** The customer whose row was picked in the sheet, explained: it comes into view with each pick. */
export function PickedCustomer(props: {
  readonly picked: WorkspaceState["picked"];
  /** True where the sheet was changed since it was read. */
  readonly changed: boolean;
  /** The run that the customer's place holds for. */
  readonly run: number;
  readonly ask: Workspace["ask"];
}) {
  const { picked, changed, run, ask } = props;
  const say = useSay();
  const card = useRef<HTMLElement>(null);
  // One that was picked before this screen was shown isn't scrolled to.
  const seen = useRef(picked);
  useEffect(() => {
    if (picked !== seen.current && card.current && !isInField()) bringIntoView(card.current);
    seen.current = picked;
  }, [picked]);
  if (!picked) return null;
  const { at, customer } = picked;
  return (
    <section ref={card} className={styles["picked"]} aria-label={say("pane.picked")}>
      <div className={styles["head"]}>
        <Icon name="person" />
        <span>{customer}</span>
      </div>
      {changed && <p className={content["text"]}>{say("pane.picked.changed")}</p>}
      {at < 0 ? (
        <span>{say("pane.picked.unknown")}</span>
      ) : (
        <CustomerExplanation key={`${run}-${at}`} at={at} customer={customer} ask={ask} />
      )}
    </section>
  );
}
