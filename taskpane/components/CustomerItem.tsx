import { useId } from "react";
import type { Policy } from "../../src/core/policy/policy";
import { stageLabel, tierLabel } from "../../src/core/tiers/labels";
import type { CustomerLine } from "../classifier/protocol";
import type { Workspace } from "../classifier/workspace";
import { classes } from "../controls/classes";
import { Icon } from "../controls/Icon";
import { useLanguage } from "../language/language-context";
import content from "./content.module.css";
import { CustomerExplanation } from "./CustomerExplanation";
import styles from "./CustomerItem.module.css";
import { moneyText } from "./figures";
import { TierBadge } from "./TierBadge";

/** A customer in the list: what it is, and opened, why. */
export function CustomerItem(props: {
  readonly line: CustomerLine;
  readonly policy: Policy;
  readonly ask: Workspace["ask"];
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { line, policy, ask, open, onToggle } = props;
  const { language } = useLanguage();
  const id = useId();
  const { list } = policy.tiers;
  return (
    <li className={styles["item"]}>
      <button
        type="button"
        className={styles["button"]}
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <Icon name="chevron" size={12} />
        <span>
          <span className={styles["name"]}>{line.customer}</span>
          <span className={classes(content["quiet"], content["small"])}>
            {line.stage ? stageLabel(line.stage, language) : "–"}
          </span>
        </span>
        <span className={content["number"]}>{moneyText(line.monetary)}</span>
        <TierBadge
          label={tierLabel(list[line.tier]?.id ?? null, policy, language)}
          rank={line.tier < 0 ? null : line.tier}
          of={list.length}
        />
      </button>
      <div id={id} hidden={!open}>
        {open && <CustomerExplanation at={line.at} customer={line.customer} ask={ask} />}
      </div>
    </li>
  );
}
