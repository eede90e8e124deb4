import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Summary } from "../classifier/outcome";
import { useSay } from "../language/language-context";
import { countText, moneyText, shareText } from "./figures";

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  figure: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} clamp(12px, 3vw, 16px)`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontSize: "clamp(18px, 5.4vw, 24px)",
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  more: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The numbers that a manager asks for first. */
export function KeyFigures({ summary }: { readonly summary: Summary }) {
  const styles = useStyles();
  const say = useSay();
  const { customers, atRisk, asOf, purchases } = summary;
  const figures = [
    {
      name: say("pane.figure.customers"),
      value: countText(customers),
      more: asOf === null ? "" : say("pane.figure.as-of", { asOf }),
    },
    {
      name: say("pane.figure.money"),
      value: moneyText(summary.monetary),
      more: say("pane.figure.purchases", { purchases }),
    },
    {
      name: say("pane.figure.repeat"),
      value: shareText(summary.repeatRate),
      more: say("pane.figure.repeat.more"),
    },
    {
      name: say("pane.figure.risk"),
      value: moneyText(summary.revenueAtRisk),
      more: say("pane.figure.risk.more", { customers: atRisk }),
    },
  ];
  return (
    <dl className={styles.list}>
      {figures.map(({ name, value, more }) => (
        <div key={name} className={styles.figure}>
          <dt className={mergeClasses(styles.small, styles.name)}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={mergeClasses(styles.small, styles.more)}>{more}</dd>
        </div>
      ))}
    </dl>
  );
}
