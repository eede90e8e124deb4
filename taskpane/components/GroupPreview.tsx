import { useId, useState } from "react";
import { segmentLabel, stageLabel, tierLabel } from "../../src/core/tiers/labels";
import type { Summary } from "../classifier/outcome";
import { classes } from "../controls/classes";
import { useLanguage, useSay } from "../language/language-context";
import { Bar } from "./Bar";
import content from "./content.module.css";
import { countText, moneyText, shareText } from "./figures";
import styles from "./GroupPreview.module.css";
import { TierBadge } from "./TierBadge";

const KINDS = ["tiers", "segments", "stages"] as const;
type Kind = (typeof KINDS)[number];

/** A group of customers: a tier, a segment, a stage. Money is in currency, the share of it 0–1. */
interface Row {
  readonly id: string | null;
  readonly label: string;
  readonly customers: number;
  readonly monetary: number;
  readonly share: number;
}

/** Who brings the money, as the rules stand now: tiers, and beside them segments and stages. */
export function GroupPreview({ summary }: { readonly summary: Summary }) {
  const say = useSay();
  const { language } = useLanguage();
  const [kind, setKind] = useState<Kind>("tiers");
  const name = useId();
  const { policy } = summary;
  const rows: Readonly<Record<Kind, readonly Row[]>> = {
    tiers: summary.tiers.map((tier) => ({
      ...tier,
      id: tier.tier,
      label: tierLabel(tier.tier, policy, language),
    })),
    segments: summary.segments.map((group) => ({
      ...group,
      label: segmentLabel(group.id, policy, language),
    })),
    stages: summary.stages.map((group) => ({ ...group, label: stageLabel(group.id, language) })),
  };
  const { list } = policy.tiers;
  return (
    <div className={content["group"]}>
      <fieldset className={classes(content["set"], styles["tabs"])} style={{ flexDirection: "row" }}>
        <legend className={content["unseen"]}>{say("pane.groups")}</legend>
        {KINDS.map((each) => (
          <label key={each} className={styles["tab"]}>
            <input type="radio" name={name} checked={each === kind} onChange={() => setKind(each)} />
            <span>{say(`pane.groups.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <ul className={styles["list"]} aria-label={say(`pane.groups.${kind}`)}>
        {rows[kind].map(({ id, label, customers, monetary, share }) => (
          <li key={id ?? ""} className={styles["group"]}>
            <span>
              {kind === "tiers" ? (
                <TierBadge label={label} rank={placeOf(list, id)} of={list.length} />
              ) : (
                <span className={content["strong"]}>{label}</span>
              )}
            </span>
            <span className={content["number"]}>
              {countText(customers)}
              <span className={content["quiet"]}>
                {" · "}
                {moneyText(monetary)} · {shareText(share, share > 0 && share < 0.01 ? 1 : 0)}
              </span>
            </span>
            <div className={styles["bars"]}>
              <Bar share={share} kind="money" />
              <Bar share={summary.customers === 0 ? 0 : customers / summary.customers} kind="customers" />
            </div>
          </li>
        ))}
      </ul>
      <div className={styles["legend"]}>
        {(["money", "customers"] as const).map((each) => (
          <span key={each}>
            <Bar share={1} kind={each} />
            {say(`pane.groups.legend.${each}`)}
          </span>
        ))}
      </div>
    </div>
  );
}

function placeOf(list: readonly { readonly id: string }[], id: string | null): number | null {
  const at = list.findIndex((tier) => tier.id === id);
  return at < 0 ? null : at;
}
