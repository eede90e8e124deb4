import { useState } from "react";
import type { Names } from "../../src/core/report/summary-section";
import type { Workspace } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { Details } from "../controls/Details";
import { Field } from "../controls/Field";
import { Icon } from "../controls/Icon";
import { Select } from "../controls/Select";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";

const NAMES: readonly Names[] = ["out", "mask", "keep"];

/** A workbook to hand on to managers, and how much of single customers it tells. */
export function ManagersCopy(props: { readonly workspace: Workspace; readonly busy: boolean }) {
  const { workspace, busy } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [names, setNames] = useState<Names>("out");
  return (
    <Details title={say("pane.managers-copy")}>
      <p className={content["quiet"]}>{say("pane.managers-copy.more")}</p>
      <Field label={say("pane.managers-copy.names")}>
        <Select
          value={names}
          onChange={(_, { value }) => setNames(NAMES.find((one) => one === value) ?? "out")}
        >
          {NAMES.map((one) => (
            <option key={one} value={one}>
              {say(`pane.managers-copy.names.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={content["row"]}>
        <Button
          icon={<Icon name="file" />}
          disabledFocusable={busy}
          onClick={() => void workspace.managersCopy(language, names)}
        >
          {say("pane.managers-copy.open")}
        </Button>
      </div>
    </Details>
  );
}
