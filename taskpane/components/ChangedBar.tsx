import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { MessageBar } from "../controls/MessageBar";
import { useSay } from "../language/language-context";
import { ReadAgainButton } from "./ReadAgainButton";

/** What is shown was read before the sheet changed, and the way to read it again. */
export function ChangedBar(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const say = useSay();
  if (!props.state.changed) return null;
  return (
    <MessageBar
      intent="warning"
      actions={<ReadAgainButton {...props}>{say("pane.excel.again")}</ReadAgainButton>}
    >
      {say("pane.changed")}
    </MessageBar>
  );
}
