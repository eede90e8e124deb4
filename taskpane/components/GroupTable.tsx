import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSay } from "../language/language-context";
import { countText, moneyText, shareText } from "./figures";
import { ShareBar } from "./ShareBar";
import { TierBadge } from "./TierBadge";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  share: { width: "34%", "@media (max-width: 640px)": { width: "26%" } },
  shares: { display: "flex", flexDirection: "column", gap: "3px", lineHeight: tokens.lineHeightBase200 },
  percent: { whiteSpace: "nowrap" },
  risk: { "@media (max-width: 640px)": { display: "none" } },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
  },
  key: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  swatch: { width: "20px" },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** A group of customers: a tier, a segment, a stage. Money is in currency, the share 0–1. */
export interface GroupRow {
  readonly id: string;
  readonly label: string;
  readonly customers: number;
  readonly monetary: number;
  readonly share: number;
  readonly revenueAtRisk?: number;
}

/** Groups with their customers and money, and bars that set the two shares against each other. */
export function GroupTable(props: {
  readonly caption: string;
  /** The header of the groups' names. */
  readonly first: string;
  readonly rows: readonly GroupRow[];
  /** All customers. */
  readonly customers: number;
  /** True where the order of the rows is a rank. */
  readonly ranked: boolean;
}) {
  const { caption, first, rows, customers, ranked } = props;
  const styles = useStyles();
  const table = useTableStyles();
  const say = useSay();
  const withRisk = rows.some(({ revenueAtRisk }) => revenueAtRisk !== undefined);
  return (
    <>
      <table className={table.table}>
        <caption className={table.unseen}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {first}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {say("column.customers")}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {say("column.monetary")}
            </th>
            {withRisk && (
              <th scope="col" className={mergeClasses(table.head, table.number, styles.risk)}>
                {say("column.revenueAtRisk")}
              </th>
            )}
            <th scope="col" className={mergeClasses(table.head, styles.share)}>
              {say("column.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rank) => (
            <tr key={row.id}>
              <th scope="row" className={mergeClasses(table.cell, table.rowHead)}>
                {ranked ? (
                  <TierBadge label={row.label} rank={row.id === "" ? null : rank} of={rows.length} />
                ) : (
                  <span className={styles.name}>{row.label}</span>
                )}
              </th>
              <td className={mergeClasses(table.cell, table.number)}>{countText(row.customers)}</td>
              <td className={mergeClasses(table.cell, table.number)}>{moneyText(row.monetary)}</td>
              {withRisk && (
                <td className={mergeClasses(table.cell, table.number, styles.risk)}>
                  {moneyText(row.revenueAtRisk ?? 0)}
                </td>
              )}
              <td className={mergeClasses(table.cell, styles.share)}>
                <div className={styles.shares}>
                  <span className={styles.percent}>{shareText(row.share)}</span>
                  <ShareBar share={row.share} kind="money" />
                  <ShareBar share={customers === 0 ? 0 : row.customers / customers} kind="customers" />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Caption1 className={styles.legend} aria-hidden>
        {(["money", "customers"] as const).map((kind) => (
          <span key={kind} className={styles.key}>
            <span className={styles.swatch}>
              <ShareBar share={1} kind={kind} />
            </span>
            {say(`pane.groups.legend.${kind}`)}
          </span>
        ))}
      </Caption1>
    </>
  );
}
