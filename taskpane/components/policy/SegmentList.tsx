import { useState } from "react";
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
  const { draft, edit } = useDraft();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className={styles["segments"]}>
      <caption>{say("policy-editor.segments")}</caption>
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
          <tr key={segment}>
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
              {open === segment &&
                (["en", "zh"] as const).map((language) => {
                  const name = {
                    en: segmentLabel(segment, draft.policy, "en"),
                    zh: segmentLabel(segment, draft.policy, "zh"),
                  };
                  const rename = (value: string) =>
                    edit(`/grid/label/${segment}/${language}`, {
                      ...draft.policy,
                      grid: withSegmentLabel(grid, segment, { ...name, [language]: value }),
                    });
                  return (
                    <Field
                      key={language}
                      label={say(`policy-editor.label.${language}`)}
                      validationMessage={name[language] === "" ? say("policy-editor.empty") : undefined}
                    >
                      <Input
                        value={name[language]}
                        maxLength={40}
                        lang={language === "zh" ? "zh-CN" : "en"}
                        onChange={(_, { value }) => rename(value)}
                      />
                    </Field>
                  );
                })}
            </th>
            <td>{codes}</td>
            {map.counted && <td>{countText(customers)}</td>}
            {map.counted && <td>{shareText(share)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
