import { useRef, useState } from "react";
import { gridOf } from "../../../src/core/policy/check-policy";
import { grids, type GridName } from "../../../src/core/segments/grids";
import { segmentLabel } from "../../../src/core/tiers/labels";
import { classes } from "../../controls/classes";
import { Field } from "../../controls/Field";
import { MessageBar } from "../../controls/MessageBar";
import { Select } from "../../controls/Select";
import { useLanguage, useSay } from "../../language/language-context";
import { gridMap, type CodeCounts } from "../../policy/grid-map";
import { withGrid } from "../../policy/score-edits";
import { AssignBar } from "./AssignBar";
import { useDraft } from "./draft-context";
import { ChoiceAt, WrongAt } from "./fields";
import { GridTable } from "./GridTable";
import styles from "./policy.module.css";
import { Section } from "./Section";
import { SegmentList } from "./SegmentList";

const NAMES = Object.keys(grids) as GridName[];

/** The grid of segments as a map, with its customers, its gaps and what in it never applies. */
export function SegmentsSection({ codes }: { readonly codes: CodeCounts | null }) {
  const say = useSay();
  const { language } = useLanguage();
  const { draft, edit } = useDraft();
  const { policy } = draft;
  const grid = gridOf(policy);
  const here = useRef<HTMLDivElement>(null);
  const [level, setLevel] = useState<number | null>(null);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const m = level !== null && level <= grid.scores ? level : null;
  const map = gridMap(grid, codes, m);
  const own = typeof policy.grid !== "string";
  const label = (segment: string | null) =>
    segment === null ? say("policy-editor.map.none") : segmentLabel(segment, policy, language);
  const { gaps } = map;
  const mixed = map.rows.some((cells) => cells.some(({ segments }) => segments.length > 1));
  return (
    <Section
      title={say("policy-editor.segments")}
      more={own ? say("policy-editor.grid.own") : say(`policy-editor.grid.${policy.grid as GridName}`)}
      words={[]}
      paths={["/grid"]}
    >
      <div className={classes(styles["pair"], styles["roomy"])}>
        <ChoiceAt
          path="/grid/name"
          label={say("policy-editor.grid")}
          value={own ? "" : (policy.grid as string)}
          options={[
            ...(own ? [{ value: "", label: say("policy-editor.grid.own") }] : []),
            ...NAMES.map((value) => ({ value, label: say(`policy-editor.grid.${value}`) })),
          ]}
          onChoose={(name) => {
            setPicked([]);
            if (name !== "") edit("/", withGrid(policy, name as GridName));
          }}
        />
        <Field label={say("policy-editor.level")}>
          <Select
            value={String(m ?? "")}
            onChange={(_, { value }) => {
              setPicked([]);
              setLevel(value === "" ? null : Number(value));
            }}
          >
            <option value="">{say("policy-editor.level.all")}</option>
            {Array.from({ length: grid.scores }, (_, at) => (
              <option key={at} value={at + 1}>
                {at + 1}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <WrongAt paths={["/grid"]} />
      {gaps.codes.length > 0 && !gaps.left && (
        <MessageBar intent="info">
          {say("policy-editor.rest", {
            codes: gaps.codes.length,
            customers: gaps.customers,
            segment: label(grid.rest),
          })}
        </MessageBar>
      )}
      {map.shadows.map(({ rule, segment, customers }) => (
        <MessageBar key={rule} intent="warning">
          {say("policy-editor.shadow", { segment: label(segment), customers })}
        </MessageBar>
      ))}
      <div ref={here}>
        <GridTable map={map} label={label} picked={picked} onPick={setPicked} />
      </div>
      {mixed && (
        <p className={styles["note"]}>
          <span className={styles["dot"]} aria-hidden /> {say("policy-editor.map.dot")}
        </p>
      )}
      {picked.length > 0 ? (
        <AssignBar
          grid={grid}
          picked={picked}
          label={label}
          onDone={() => {
            setPicked([]);
            // What had the focus is gone.
            here.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
          }}
        />
      ) : (
        <p className={styles["note"]}>{say("policy-editor.map.hint")}</p>
      )}
      <SegmentList map={map} grid={grid} label={label} />
      {!map.counted && <p className={styles["note"]}>{say("policy-editor.uncounted")}</p>}
    </Section>
  );
}
