import type { Workspace } from "../classifier/workspace";
import type { WorkspaceState } from "../classifier/workspace-state";
import { Button } from "../controls/Button";
import { Icon } from "../controls/Icon";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";
import { WrittenLinks } from "./WrittenLinks";

/** What of the open workbook is Tiersheet's, from an earlier time: go there, do it again, take it back. */
export function WrittenCard(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { excel, working } = state;
  if (!excel) return null;
  return (
    <section className={content["card"]} aria-labelledby="written">
      <h2 id="written" className={content["title"]}>
        {say("pane.written")}
      </h2>
      <WrittenLinks workspace={workspace} written={excel} />
      <div className={content["row"]}>
        <Button
          size="small"
          icon={<Icon name="refresh" />}
          disabledFocusable={working !== null}
          onClick={() => void workspace.refresh(language)}
        >
          {say("pane.again")}
        </Button>
        <Button
          size="small"
          icon={<Icon name="undo" />}
          disabledFocusable={working !== null}
          onClick={() => void workspace.takeBack()}
        >
          {say("pane.excel.take-back")}
        </Button>
      </div>
    </section>
  );
}
