import { Body1, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { segmentLabel, stageLabel, tierLabel } from "../../src/core/tiers/labels";
import type { Summary } from "../classifier/outcome";
import { useLanguage, useSay } from "../language/language-context";
import { Card } from "./Card";
import { shareText } from "./figures";
import { GroupTable, type GroupRow } from "./GroupTable";

const useStyles = makeStyles({
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  headline: { color: tokens.colorNeutralForeground2 },
});

const KINDS = ["tiers", "segments", "stages"] as const;
const NOBODY: GroupRow = { id: "", label: "", customers: 0, monetary: 0, share: 0 };
type Kind = (typeof KINDS)[number];
const COLUMN = { tiers: "column.tier", segments: "column.segment", stages: "column.stage" } as const;

/** Who brings the money: tiers, and beside them segments and lifecycle stages. */
export function GroupsCard({ summary }: { readonly summary: Summary }) {
  const styles = useStyles();
  const say = useSay();
  const { language } = useLanguage();
  const [kind, setKind] = useState<Kind>("tiers");
  const { policy } = summary;
  const rows: Readonly<Record<Kind, readonly GroupRow[]>> = {
    tiers: summary.tiers.map((tier) => ({
      ...tier,
      id: tier.tier ?? "",
      label: tierLabel(tier.tier, policy, language),
    })),
    segments: summary.segments.map((group) => ({
      ...group,
      label: segmentLabel(group.id, policy, language),
    })),
    stages: summary.stages.map((group) => ({ ...group, label: stageLabel(group.id, language) })),
  };
  const shown = rows[kind];
  // Of tiers the best one that anybody is in, else the group with the most money.
  const first = shown.find(({ customers }) => customers > 0);
  const richest = shown.reduce((best, row) => (row.share > best.share ? row : best), first ?? NOBODY);
  const told = kind === "tiers" ? (first ?? NOBODY) : richest;
  return (
    <Card title={policy.title[language]}>
      <TabList
        className={styles.tabs}
        selectedValue={kind}
        onTabSelect={(_, { value }) => setKind(value as Kind)}
      >
        {KINDS.map((each) => (
          <Tab key={each} value={each} id={`groups-${each}`} aria-controls="groups-panel">
            {say(`pane.groups.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="groups-panel" aria-labelledby={`groups-${kind}`} className={styles.panel}>
        {told.share > 0 && (
          <Body1 className={styles.headline}>
            {say("pane.groups.headline", {
              kind: say(COLUMN[kind]),
              group: told.label,
              customers: shareText(told.customers / summary.customers),
              money: shareText(told.share),
            })}
          </Body1>
        )}
        <GroupTable
          caption={say(`pane.groups.${kind}`)}
          first={say(COLUMN[kind])}
          rows={shown}
          customers={summary.customers}
          ranked={kind === "tiers"}
        />
      </div>
    </Card>
  );
}
