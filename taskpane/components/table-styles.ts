import { makeStyles, tokens } from "@fluentui/react-components";

/** How tables of numbers look: plain tables, which screen readers know and narrow panes hold. */
export const useTableStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  head: {
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    textAlign: "start",
    verticalAlign: "bottom",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { paddingInlineEnd: 0 },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    verticalAlign: "middle",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { paddingInlineEnd: 0 },
  },
  rowHead: { textAlign: "start", fontWeight: tokens.fontWeightRegular },
  number: {
    textAlign: "end",
    whiteSpace: "nowrap",
    paddingInlineStart: tokens.spacingHorizontalXS,
    "@media (min-width: 640px)": { paddingInlineEnd: tokens.spacingHorizontalL },
  },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
