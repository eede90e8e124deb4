import { makeStyles } from "@fluentui/react-components";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";
import { EncodingChoice } from "./EncodingChoice";
import { TroubleBar } from "./TroubleBar";
import { WorkingBar } from "./WorkingBar";

const useStyles = makeStyles({
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** What is going on and what went wrong, seen and said. */
export function Tidings(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const { refused } = state;
  const styles = useStyles();
  const say = useSay();
  return (
    <>
      {state.working && <WorkingBar working={state.working} onCancel={workspace.cancel} />}
      {state.troubles.length > 0 && (
        <TroubleBar troubles={state.troubles} onClose={workspace.dismiss}>
          {refused &&
            refused !== state.work?.source &&
            state.troubles.some(({ code }) => code === "file-undecodable") && (
              <EncodingChoice
                found={null}
                chosen={null}
                onChoose={(encoding) => void workspace.open(refused, { encoding: encoding ?? undefined })}
              />
            )}
        </TroubleBar>
      )}
      <div role="status" className={styles.unseen}>
        {state.news ? say(state.news) : ""}
      </div>
    </>
  );
}
