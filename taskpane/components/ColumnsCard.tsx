import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState } from "react";
import type { ColumnView, Outcome } from "../classifier/outcome";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";
import { Card } from "./Card";
import { ColumnItem } from "./ColumnItem";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** What each column was taken for, and the way to say otherwise. Columns that aren't used are folded away. */
export function ColumnsCard(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly outcome: Outcome;
}) {
  const { workspace, state, outcome } = props;
  const styles = useStyles();
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { roles } = state.choices;
  const chosen = Object.keys(roles).length > 0;
  // What the reader has just said isn't to be used stays where it was.
  const isUnused = ({ column, role }: ColumnView) => role === null && !(column in roles);
  // Where a role is missing, any column may have it.
  const folded = outcome.summary.ok ? outcome.columns.filter(isUnused) : [];
  const shown = outcome.columns.filter((column) => !folded.includes(column));
  const list = (columns: readonly ColumnView[]) => (
    <ul className={styles.list}>
      {columns.map((column) => (
        <ColumnItem
          key={column.column}
          view={column}
          onChoose={(role) => {
            // A role goes to one column: who had it is recognised anew.
            const others = Object.entries(roles).filter(([, other]) => other === null || other !== role);
            void workspace.choose({ roles: { ...Object.fromEntries(others), [column.column]: role } });
          }}
        />
      ))}
    </ul>
  );
  return (
    <Card
      title={say("pane.columns")}
      action={
        chosen && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowResetRegular />}
            onClick={() => void workspace.choose({ roles: {} })}
          >
            {say("pane.columns.reset")}
          </Button>
        )
      }
    >
      <Caption1 className={styles.quiet}>{say(`pane.columns.${outcome.kind}`)}</Caption1>
      {list(shown)}
      {folded.length > 0 && (
        <>
          <Button
            className={styles.more}
            appearance="transparent"
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {say("pane.columns.unused", { columns: folded.length })}
          </Button>
          <div id={id} hidden={!open}>
            {open && list(folded)}
          </div>
        </>
      )}
    </Card>
  );
}
