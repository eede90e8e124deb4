import { useRef, useState, type KeyboardEvent } from "react";
import { lowestDigit } from "../../../src/core/segments/pattern";
import { classes } from "../../controls/classes";
import { useSay } from "../../language/language-context";
import type { GridMap, MapCell } from "../../policy/grid-map";
import { countText } from "../figures";
import content from "../content.module.css";
import styles from "./policy.module.css";
import { segmentColour } from "./segment-colour";

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -9],
  End: [0, 9],
  PageUp: [-9, 0],
  PageDown: [9, 0],
};

/**
 * The map of a grid: R down, F across. A grid to screen readers too: arrow keys go from square to square, space and
 * enter pick, as in the pattern of WAI-ARIA.
 */
export function GridTable(props: {
  readonly map: GridMap;
  readonly label: (segment: string | null) => string;
  /** Places of the picked codes. */
  readonly picked: readonly number[];
  readonly onPick: (codes: readonly number[]) => void;
}) {
  const { map, label, picked, onPick } = props;
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const { rows } = map;
  const size = rows.length;
  const within = (place: number) => Math.min(size - 1, Math.max(0, place));
  const [row, column] = at.map(within) as [number, number];
  const digit = lowestDigit(size) - 1;
  const places = new Map(map.segments.map(({ segment }, place) => [segment, place]));

  const toggle = ({ codes }: MapCell) => {
    const on = codes.every((code) => picked.includes(code));
    const others = picked.filter((code) => !codes.includes(code));
    onPick(on ? others : [...others, ...codes]);
  };
  const onKeyDown = (event: KeyboardEvent, cell: MapCell) => {
    const step = STEPS[event.key];
    if (step) {
      const next = [within(row + step[0]), within(column + step[1])] as const;
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-at="${next.join()}"]`)?.focus();
    } else if (event.key === " " || event.key === "Enter") toggle(cell);
    else return;
    event.preventDefault();
  };

  return (
    <table
      ref={table}
      role="grid"
      aria-multiselectable
      className={classes(styles["grid"], size > 5 && styles["small"])}
    >
      <caption className={content["unseen"]}>{say("policy-editor.map")}</caption>
      <thead>
        <tr>
          <th scope="col">R / F</th>
          {rows[0]?.map(({ f }) => (
            <th key={f} scope="col">
              F {f + digit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, y) => (
          <tr key={size - y}>
            <th scope="row">R {size - y + digit}</th>
            {cells.map((cell, x) => {
              const [main] = cell.segments;
              const segment = main?.segment ?? null;
              const place = segment === null ? null : (places.get(segment) ?? 0);
              const parts = cell.segments.map(({ segment, customers }) =>
                say("policy-editor.map.part", { segment: label(segment), customers }),
              );
              const name = say("policy-editor.map.cell", {
                r: cell.r + digit,
                f: cell.f + digit,
                segments: parts,
              });
              return (
                <td
                  key={x}
                  role="gridcell"
                  data-at={`${y},${x}`}
                  tabIndex={y === row && x === column ? 0 : -1}
                  aria-selected={cell.codes.every((code) => picked.includes(code))}
                  aria-label={name}
                  title={name}
                  className={place === null ? styles["gap"] : undefined}
                  style={place === null ? undefined : { backgroundColor: segmentColour(place) }}
                  onClick={() => {
                    setAt([y, x]);
                    toggle(cell);
                  }}
                  onKeyDown={(event) => onKeyDown(event, cell)}
                >
                  <span className={styles["what"]}>
                    <b>{place === null ? "!" : place + 1}</b>
                    {size <= 5 && <span className={styles["segment"]}>{label(segment)}</span>}
                    {cell.segments.length > 1 && <span className={styles["dot"]} aria-hidden />}
                  </span>
                  {cell.customers > 0 && (
                    <span className={styles["customers"]}>{countText(cell.customers)}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
