import type { WorkspaceState } from "../classifier/workspace-state";
import { useSay } from "../language/language-context";
import { workingText } from "./WorkingBar";
import content from "./content.module.css";

/** Says to screen readers what is going on and what came of it. Troubles are said by their own bars. */
export function Announcer({ state }: { readonly state: WorkspaceState }) {
  const say = useSay();
  const { working, news, changed } = state;
  const told = [...(news ? [say(news)] : []), ...(changed ? [say("pane.changed")] : [])];
  return (
    <div role="status" className={content["unseen"]}>
      {working ? workingText(working, say) : told.join(" ")}
    </div>
  );
}
