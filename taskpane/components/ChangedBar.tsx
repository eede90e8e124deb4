import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { MessageBar } from "../controls/MessageBar";
import { useSay } from "../language/language-context";

/** What is shown was read before the sheet changed, and the way to read it again. */
export function ChangedBar(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const { changed, work, working } = state;
  const say = useSay();
  if (!changed || !work) return null;
  return (
    <MessageBar
      intent="warning"
      actions={
        <Button
          size="small"
          disabledFocusable={working !== null}
          onClick={() => void workspace.open(work.source, { encoding: work.encoding })}
        >
          {say("pane.excel.again")}
        </Button>
      }
    >
      {say("pane.changed")}
    </MessageBar>
  );
}
