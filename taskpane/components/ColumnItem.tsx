import { Body1Strong, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { Role } from "../../src/core/ledger/roles";
import type { ColumnView } from "../classifier/outcome";
import { useSay } from "../language/language-context";
import { RoleChoice } from "./RoleChoice";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 170px)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: "center",
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottomStyle: "none" },
    "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" },
  },
  what: { display: "flex", flexDirection: "column", minWidth: 0 },
  examples: {
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  reason: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground3 },
});

/** A column: its header and some of its cells, what it was taken for, and why. */
export function ColumnItem({
  view,
  onChoose,
}: {
  readonly view: ColumnView;
  readonly onChoose: (role: Role | null) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const { header, examples, reason } = view;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Body1Strong>{header}</Body1Strong>
        {examples.length > 0 && (
          <Caption1 className={styles.examples} title={examples.join(" · ")}>
            {examples.join(" · ")}
          </Caption1>
        )}
      </div>
      <RoleChoice view={view} onChoose={onChoose} />
      <Caption1 className={styles.reason}>{say(reason)}</Caption1>
    </li>
  );
}
