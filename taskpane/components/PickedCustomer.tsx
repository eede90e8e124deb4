import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { CustomerExplanation } from "./CustomerExplanation";
import styles from "./CustomerItem.module.css";

/** The customer whose row was picked in the sheet, explained. */
export function PickedCustomer(props: {
  readonly picked: NonNullable<WorkspaceState["picked"]>;
  readonly ask: Workspace["ask"];
}) {
  const { at, customer } = props.picked;
  const say = useSay();
  return (
    <section className={styles["picked"]} aria-label={say("pane.picked")}>
      <div className={styles["head"]}>
        <Icon name="person" />
        <span>{customer}</span>
      </div>
      {at < 0 ? (
        <span>{say("pane.picked.unknown")}</span>
      ) : (
        <CustomerExplanation at={at} customer={customer} ask={props.ask} />
      )}
    </section>
  );
}
