import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Written } from "../../src/excel/take-back";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";

/** What of the open workbook is Tiersheet's, and the way to take it back. Nothing where there is none. */
export function WrittenBar(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly written: Written;
}) {
  const { workspace, state, written } = props;
  const say = useSay();
  const { sheets, complete } = written;
  if (sheets.length === 0 || state.working) return null;
  return (
    <MessageBar intent={complete ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        {say(complete ? "pane.excel.written" : "pane.excel.unfinished", { sheets })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void workspace.takeBack()}>{say("pane.excel.take-back")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
