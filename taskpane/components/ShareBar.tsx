import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  track: {
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground6,
  },
  money: { height: "8px" },
  customers: { height: "4px" },
  fill: {
    height: "100%",
    borderRadius: tokens.borderRadiusMedium,
    transitionProperty: "width",
    transitionDuration: tokens.durationSlow,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight" },
  },
  moneyFill: { backgroundColor: tokens.colorCompoundBrandBackground },
  customersFill: {
    backgroundColor: tokens.colorNeutralForeground4,
    "@media (forced-colors: active)": { backgroundColor: "GrayText" },
  },
});

/** A share of 0–1 as a bar: of the money, or, thinner, of the customers. The number stands beside it. */
export function ShareBar({ share, kind }: { readonly share: number; readonly kind: "money" | "customers" }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.track, styles[kind])} aria-hidden>
      <div
        className={mergeClasses(styles.fill, styles[`${kind}Fill`])}
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </div>
  );
}
