import { useState } from "react";
import type { Grid } from "../../../src/core/segments/grids";
import { Button } from "../../controls/Button";
import { Field } from "../../controls/Field";
import { Input } from "../../controls/Input";
import { Select } from "../../controls/Select";
import { useSay } from "../../language/language-context";
import { assignCodes, newId, segmentsOf } from "../../policy/grid-edits";
import { useDraft } from "./draft-context";
import styles from "./policy.module.css";

/** Gives the picked codes to a segment, or to a new one. */
export function AssignBar(props: {
  readonly grid: Grid;
  readonly picked: readonly number[];
  readonly label: (segment: string) => string;
  readonly onDone: () => void;
}) {
  const { grid, picked, label, onDone } = props;
  const say = useSay();
  const { draft, edit } = useDraft();
  const segments = segmentsOf(grid);
  const [chosen, setChosen] = useState(segments[0] ?? "");
  const [name, setName] = useState({ en: "", zh: "" });
  const isNew = !segments.includes(chosen);
  // A name in one language stands for both until the other is given.
  const both = { en: name.en.trim() || name.zh.trim(), zh: name.zh.trim() || name.en.trim() };
  const ready = !isNew || both.en !== "";

  const assign = () => {
    const segment = isNew ? newId(both.en, segments, "segment") : chosen;
    edit("/", { ...draft.policy, grid: assignCodes(grid, picked, segment, isNew ? both : undefined) });
    onDone();
  };
  return (
    <form
      className={styles["assign"]}
      aria-label={say("policy-editor.assign-to")}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) assign();
      }}
    >
      <Field
        label={say("policy-editor.assign-to")}
        hint={say("policy-editor.picked", { codes: picked.length })}
      >
        <Select value={isNew ? "" : chosen} onChange={(_, { value }) => setChosen(value)}>
          {segments.map((segment) => (
            <option key={segment} value={segment}>
              {label(segment)}
            </option>
          ))}
          <option value="">{say("policy-editor.new-segment")}</option>
        </Select>
      </Field>
      {isNew && (
        <div className={styles["pair"]}>
          {(["en", "zh"] as const).map((language) => (
            <Field key={language} label={say(`policy-editor.label.${language}`)}>
              <Input
                value={name[language]}
                maxLength={40}
                lang={language === "zh" ? "zh-CN" : "en"}
                onChange={(_, { value }) => setName({ ...name, [language]: value })}
              />
            </Field>
          ))}
        </div>
      )}
      <div className={styles["bar"]}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready}>
          {say("policy-editor.assign")}
        </Button>
        <Button size="small" onClick={onDone}>
          {say("policy-editor.unpick")}
        </Button>
      </div>
    </form>
  );
}
