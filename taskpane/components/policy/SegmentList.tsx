import { Fragment, useState } from "react";
import type { Grid } from "../../../src/core/segments/grids";
import { segmentLabel } from "../../../src/core/tiers/labels";
import { Button } from "../../controls/Button";
import { Field } from "../../controls/Field";
import { Icon } from "../../controls/Icon";
import { Input } from "../../controls/Input";
import { useSay } from "../../language/language-context";
import { withSegmentLabel } from "../../policy/grid-edits";
import type { GridMap } from "../../policy/grid-map";
import { countText, shareText } from "../figures";
import { useDraft } from "./draft-context";
import content from "../content.module.css";
import styles from "./policy.module.css";
import { segmentColour } from "./segment-colour";

/** The segments of the map by number, with their customers and share of the money, to be called otherwise. */
export function SegmentList(props: {
  readonly map: GridMap;
  readonly grid: Grid;
  readonly label: (segment: string) => string;
}) {
  const { map, grid, label } = props;
  const say = useSay();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className={styles["segments"]}>
      <caption className={content["unseen"]}>{say("policy-editor.segments")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("column.segment")}</th>
          <th scope="col">{say("column.codes")}</th>
          {map.counted && <th scope="col">{say("column.customers")}</th>}
          {map.counted && <th scope="col">{say("column.share")}</th>}
        </tr>
      </thead>
      <tbody>
        {map.segments.map(({ segment, codes, customers, share }, place) => (
          <Fragment key={segment}>
            <tr>
              <th scope="row">
                <span className={styles["named"]}>
                  <b style={{ backgroundColor: segmentColour(place) }}>{place + 1}</b>
                  <span>{label(segment)}</span>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<Icon name="edit" size={12} />}
                    aria-label={say("policy-editor.rename", { name: label(segment) })}
                    aria-expanded={open === segment}
                    onClick={() => setOpen(open === segment ? null : segment)}
                  />
                </span>
              </th>
              <td>{codes}</td>
              {map.counted && <td>{countText(customers)}</td>}
              {map.counted && <td>{shareText(share)}</td>}
            </tr>
            {open === segment && (
              <tr className={styles["names"]}>
                <td colSpan={4}>
                  <SegmentNames segment={segment} grid={grid} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** What a segment is called, in both languages. */
function SegmentNames({ segment, grid }: { readonly segment: string; readonly grid: Grid }) {
  const say = useSay();
  const { draft, edit } = useDraft();
  const { policy } = draft;
  const name = { en: segmentLabel(segment, policy, "en"), zh: segmentLabel(segment, policy, "zh") };
  return (
    <div className={styles["pair"]}>
      {(["en", "zh"] as const).map((language) => (
        <Field
          key={language}
          label={say(`policy-editor.label.${language}`)}
          validationMessage={name[language] === "" ? say("policy-editor.empty") : undefined}
        >
          <Input
            value={name[language]}
            maxLength={40}
            lang={language === "zh" ? "zh-CN" : "en"}
            onChange={(_, { value }) => {
              const label = { ...name, [language]: value };
              const changed = { ...policy, grid: withSegmentLabel(grid, segment, label) };
              edit(`/grid/label/${segment}/${language}`, changed);
            }}
          />
        </Field>
      ))}
    </div>
  );
}
