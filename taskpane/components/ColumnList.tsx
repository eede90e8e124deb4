import type { ColumnView, Outcome } from "../classifier/outcome";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { classes } from "../controls/classes";
import { Details } from "../controls/Details";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { ColumnItem } from "./ColumnItem";
import content from "./content.module.css";

/** What each column was taken for, and the way to say otherwise. Columns that aren't used are folded away. */
export function ColumnList(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly outcome: Outcome;
}) {
  const { workspace, state, outcome } = props;
  const say = useSay();
  const { roles } = state.choices;
  const chosen = Object.keys(roles).length > 0;
  // What the reader has just said isn't to be used stays where it was.
  const isUnused = ({ column, role }: ColumnView) => role === null && !(column in roles);
  // Where a role is missing, any column may have it.
  const folded = outcome.summary.ok ? outcome.columns.filter(isUnused) : [];
  const shown = outcome.columns.filter((column) => !folded.includes(column));
  const list = (columns: readonly ColumnView[]) => (
    <ul className={classes(content["plain"], content["lines"])}>
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
    <>
      <p className={classes(content["quiet"], content["small"])}>{say(`pane.columns.${outcome.kind}`)}</p>
      {list(shown)}
      {folded.length > 0 && (
        <Details title={say("pane.columns.unused", { columns: folded.length })}>{list(folded)}</Details>
      )}
      {chosen && (
        <div>
          <Button
            size="small"
            icon={<Icon name="undo" />}
            onClick={() => void workspace.choose({ roles: {} })}
          >
            {say("pane.columns.reset")}
          </Button>
        </div>
      )}
    </>
  );
}
