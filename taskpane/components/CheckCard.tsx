import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { Check } from "../../src/core/ledger/check";
import { reasonLabel } from "../../src/core/tiers/labels";
import { useLanguage, useSay } from "../language/language-context";
import { Card } from "./Card";
import { centsText, countText } from "./figures";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  ties: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
  tick: { flexShrink: 0, fontSize: "20px", color: tokens.colorStatusSuccessForeground1 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  examples: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** The account of every row and every cent: read = used + set aside, by reason, with rows to look at. */
export function CheckCard({ check }: { readonly check: Check }) {
  const styles = useStyles();
  const table = useTableStyles();
  const say = useSay();
  const { language } = useLanguage();
  const line = (what: string, rows: number, amount: number, strong: boolean, examples = "") => (
    <tr key={what}>
      <th scope="row" className={mergeClasses(table.cell, table.rowHead, strong && styles.strong)}>
        {what}
        {examples !== "" && <Caption1 className={styles.examples}>{examples}</Caption1>}
      </th>
      <td className={mergeClasses(table.cell, table.number)}>{countText(rows)}</td>
      <td className={mergeClasses(table.cell, table.number)}>{centsText(amount)}</td>
    </tr>
  );
  return (
    <Card title={say("pane.check")}>
      <div className={styles.ties}>
        <CheckmarkCircleFilled className={styles.tick} aria-hidden />
        <span>{say("pane.check.ties")}</span>
      </div>
      <table className={table.table}>
        <caption className={table.unseen}>{say("title.check")}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {say("column.what")}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {say("column.rows")}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {say("column.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {line(say("text.read"), check.rowsIn, check.amountIn, true)}
          {line(say("text.used"), check.rowsUsed, check.amountUsed, true)}
          {check.setAside.map(({ reason, rows, amount, examples }) =>
            line(
              say("text.set-aside", { reason: reasonLabel(reason, language) }),
              rows,
              amount,
              false,
              say(rows > examples.length ? "pane.check.examples.more" : "pane.check.examples", {
                rows: examples.map(String),
              }),
            ),
          )}
        </tbody>
      </table>
    </Card>
  );
}
