import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId } from "react";
import { stageLabel, tierLabel } from "../../src/core/tiers/labels";
import type { Policy } from "../../src/core/policy/policy";
import type { CustomerLine } from "../classifier/protocol";
import type { Workspace } from "../classifier/workspace";
import { useLanguage } from "../language/language-context";
import { CustomerExplanation } from "./CustomerExplanation";
import { moneyText } from "./figures";
import { TierBadge } from "./TierBadge";

const useStyles = makeStyles({
  item: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottomStyle: "none" },
  },
  button: {
    width: "100%",
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto auto",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { fontSize: "16px", color: tokens.colorNeutralForeground3, lineHeight: 0 },
  who: { display: "flex", flexDirection: "column", minWidth: 0 },
  name: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 3,
    overflow: "hidden",
  },
  stage: { color: tokens.colorNeutralForeground3 },
  money: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

/** A customer in the list: what it is, and opened, why. */
export function CustomerItem(props: {
  readonly line: CustomerLine;
  readonly policy: Policy;
  readonly ask: Workspace["ask"];
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { line, policy, ask, open, onToggle } = props;
  const styles = useStyles();
  const { language } = useLanguage();
  const id = useId();
  const { list } = policy.tiers;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <span className={styles.chevron}>
          {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        </span>
        <span className={styles.who}>
          <span className={styles.name}>{line.customer}</span>
          <Caption1 className={styles.stage}>{line.stage ? stageLabel(line.stage, language) : "–"}</Caption1>
        </span>
        <span className={styles.money}>{moneyText(line.monetary)}</span>
        <TierBadge
          label={tierLabel(list[line.tier]?.id ?? null, policy, language)}
          rank={line.tier < 0 ? null : line.tier}
          of={list.length}
        />
      </button>
      <div id={id} hidden={!open}>
        {open && <CustomerExplanation line={line} ask={ask} />}
      </div>
    </li>
  );
}
