import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  badge: {
    display: "inline-block",
    minWidth: "24px",
    boxSizing: "border-box",
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    textAlign: "center",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  best: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  good: {
    backgroundColor: tokens.colorBrandBackground2Pressed,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorBrandStroke2),
  },
  fair: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorBrandStroke2),
  },
  rest: { backgroundColor: tokens.colorNeutralBackground6, color: tokens.colorNeutralForeground2 },
});

/** A tier's name, the stronger the better the tier. `rank` counts from 0, null for no tier. */
export function TierBadge(props: {
  readonly label: string;
  readonly rank: number | null;
  readonly of: number;
}) {
  const { label, rank, of } = props;
  const styles = useStyles();
  const place =
    rank === null || rank === of - 1 ? "rest" : rank === 0 ? "best" : rank === 1 ? "good" : "fair";
  return <span className={mergeClasses(styles.badge, styles[place])}>{label}</span>;
}
