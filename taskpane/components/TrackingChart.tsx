import { sayNumber } from "../../src/core/language/message";
import type { ValueSummary } from "../classifier/outcome";
import { useSay } from "../language/language-context";
import styles from "./TrackingChart.module.css";

const WIDTH = 320;
const HEIGHT = 120;

/** Cumulative purchases as the model expected them, dashed, and as they came; what was held out is shaded. */
export function TrackingChart({ tracking }: { readonly tracking: NonNullable<ValueSummary["tracking"]> }) {
  const say = useSay();
  const { from, fromDay, days, expected, actual } = tracking;
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 1;
  const most = Math.max(1, ...expected, ...actual);
  const x = (day: number) => (last === first ? 0 : (WIDTH * (day - first)) / (last - first));
  const y = (purchases: number) => HEIGHT * (1 - purchases / most);
  const points = (line: readonly number[]) =>
    line.map((purchases, at) => `${x(days[at] ?? 0).toFixed(1)},${y(purchases).toFixed(1)}`).join(" ");
  const heldOut = Math.max(0, x(fromDay));
  const told = say("pane.value.chart", {
    from,
    expected: sayNumber(expected.at(-1) ?? 0, 0),
    actual: sayNumber(actual.at(-1) ?? 0, 0),
  });
  return (
    <figure className={styles["figure"]}>
      <svg className={styles["chart"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told}>
        <rect className={styles["heldOut"]} x={heldOut} y={0} width={WIDTH - heldOut} height={HEIGHT} />
        <line className={styles["axis"]} x1={0} y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        <polyline className={`${styles["line"]} ${styles["expected"]}`} points={points(expected)} />
        <polyline className={`${styles["line"]} ${styles["actual"]}`} points={points(actual)} />
      </svg>
      <figcaption className={styles["legend"]}>
        {(["expected", "actual"] as const).map((line) => (
          <span key={line} className={styles["key"]}>
            <svg width="24" height="8" aria-hidden>
              <line className={`${styles["line"]} ${styles[line]}`} x1={0} y1={4} x2={24} y2={4} />
            </svg>
            <span>{say(`column.${line}`)}</span>
          </span>
        ))}
        <span>{told}</span>
      </figcaption>
    </figure>
  );
}
