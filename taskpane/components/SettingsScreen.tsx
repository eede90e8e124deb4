import { useState } from "react";
import { keepDefaults, keptDefaults, type Defaults } from "../classifier/defaults";
import type { Workspace } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";
import { ResultColumnsChoice } from "./ResultColumnsChoice";
import shell from "./shell.module.css";

const RULES = ["last", "today", "month-end"] as const;

/** What holds for the person in every workbook: the language, and how runs begin. */
export default function SettingsScreen({ workspace }: { readonly workspace: Workspace }) {
  const say = useSay();
  const { chosen, setLanguage } = useLanguage();
  const [defaults, setDefaults] = useState(keptDefaults);
  const change = (part: Partial<Defaults>) => {
    const next = { ...defaults, ...part };
    setDefaults(next);
    keepDefaults(next);
    // What is open follows at once, as far as nothing else was said about it.
    if (workspace.state().work) void workspace.choose(part);
    else workspace.begin(part);
  };
  return (
    <main className={shell["main"]}>
      <section className={content["card"]} aria-labelledby="settings-language">
        <h2 id="settings-language" className={content["title"]}>
          {say("pane.settings.language")}
        </h2>
        <Field label={say("pane.settings.language.label")}>
          <Select
            value={chosen ?? ""}
            onChange={(_, { value }) => setLanguage(value === "zh" || value === "en" ? value : null)}
          >
            <option value="">{say("pane.settings.language.host")}</option>
            <option value="en" lang="en">
              English
            </option>
            <option value="zh" lang="zh-CN">
              简体中文
            </option>
          </Select>
        </Field>
      </section>
      <section className={content["card"]} aria-labelledby="settings-run">
        <h2 id="settings-run" className={content["title"]}>
          {say("pane.settings.run")}
        </h2>
        <Field label={say("pane.as-of")} hint={say("pane.settings.as-of.more")}>
          <Select
            value={defaults.asOf.rule}
            onChange={(_, { value }) => {
              const rule = RULES.find((each) => each === value);
              if (rule) change({ asOf: { rule } });
            }}
          >
            {RULES.map((rule) => (
              <option key={rule} value={rule}>
                {say(`pane.as-of.${rule}`)}
              </option>
            ))}
          </Select>
        </Field>
        <ResultColumnsChoice columns={defaults.columns} onChoose={(columns) => change({ columns })} />
      </section>
      <p className={content["quiet"]}>{say("pane.settings.kept")}</p>
      <div>
        <Button onClick={() => workspace.show("start")}>{say("pane.done")}</Button>
      </div>
    </main>
  );
}
