import type { Role } from "../../src/core/ledger/roles";
import type { ColumnView } from "../classifier/outcome";
import { classes } from "../controls/classes";
import { useSay } from "../language/language-context";
import styles from "./ColumnList.module.css";
import content from "./content.module.css";
import { RoleChoice } from "./RoleChoice";

/** A column: its header and some of its cells, what it was taken for, and why. */
export function ColumnItem(props: {
  readonly view: ColumnView;
  readonly onChoose: (role: Role | null) => void;
}) {
  const { view, onChoose } = props;
  const say = useSay();
  const { header, examples, reason } = view;
  const quiet = classes(content["quiet"], content["small"]);
  return (
    <li className={styles["item"]}>
      <div>
        <div className={content["strong"]}>{header}</div>
        {examples.length > 0 && (
          <div className={classes(quiet, styles["examples"])} title={examples.join(" · ")}>
            {examples.join(" · ")}
          </div>
        )}
      </div>
      <RoleChoice view={view} onChoose={onChoose} />
      <div className={classes(quiet, styles["reason"])}>{say(reason)}</div>
    </li>
  );
}
