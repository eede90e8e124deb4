import { NO_TIER_COLOUR, tierColours } from "../../src/core/report/tier-colours";
import styles from "./GroupPreview.module.css";

/** A tier's name in its colour: the same as in cells and charts. `rank` counts from 0, null for no tier. */
export function TierBadge(props: {
  readonly label: string;
  readonly rank: number | null;
  readonly of: number;
}) {
  const { label, rank, of } = props;
  const { fill, text } = (rank === null ? undefined : tierColours(of)[rank]) ?? NO_TIER_COLOUR;
  return (
    <span className={styles["badge"]} style={{ backgroundColor: `#${fill}`, color: `#${text}` }}>
      {label}
    </span>
  );
}
