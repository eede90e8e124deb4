import { useEffect, useRef } from "react";
import type { Workspace } from "../classifier/workspace";
import type { WorkspaceState } from "../classifier/workspace-state";
import { Button } from "../controls/Button";
import { MessageBar } from "../controls/MessageBar";
import { useLanguage, useSay } from "../language/language-context";
import { EncodingChoice } from "./EncodingChoice";
import styles from "./shell.module.css";
import { TroubleBar } from "./TroubleBar";

/** What went wrong, what went well, and an earlier run that ended in the middle. */
export function Tidings(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const { refused, excel, news, newer, troubles, working } = state;
  const say = useSay();
  const { language } = useLanguage();
  // What is wrong may have come of a button far below.
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (troubles.length > 0) top.current?.scrollIntoView({ block: "center" });
  }, [troubles]);
  return (
    <>
      {excel && !excel.complete && !working && (
        <MessageBar
          intent="warning"
          actions={
            <>
              <Button size="small" appearance="primary" onClick={() => void workspace.refresh(language)}>
                {say("pane.unfinished.finish")}
              </Button>
              <Button size="small" onClick={() => void workspace.takeBack()}>
                {say("pane.excel.take-back")}
              </Button>
            </>
          }
        >
          {say("pane.unfinished", { sheets: excel.sheets.map(({ name }) => name) })}
        </MessageBar>
      )}
      {newer.length > 0 && (
        <MessageBar
          intent="warning"
          actions={
            <Button size="small" onClick={workspace.giveUpNewer}>
              {say("pane.newer.replace")}
            </Button>
          }
        >
          {say("pane.newer")}
        </MessageBar>
      )}
      {troubles.length > 0 && (
        <div ref={top}>
          <TroubleBar troubles={troubles} onClose={workspace.dismiss}>
            {refused &&
              refused !== state.work?.source &&
              troubles.some(({ code }) => code === "file-undecodable") && (
                <EncodingChoice
                  found={null}
                  chosen={null}
                  onChoose={(encoding) => void workspace.open(refused, { encoding: encoding ?? undefined })}
                />
              )}
            {troubles.some(({ code }) => code === "excel-refers-to-ours") && (
              <Button size="small" onClick={() => void workspace.takeBack({ anyway: true })}>
                {say("excel-take-back-anyway")}
              </Button>
            )}
          </TroubleBar>
        </div>
      )}
      {news && !working && troubles.length === 0 && TOLD.has(news.code) && (
        <div className={styles["told"]}>
          <MessageBar
            intent="success"
            actions={
              <Button size="small" onClick={workspace.dismiss}>
                {say("pane.close")}
              </Button>
            }
          >
            {say(news)}
          </MessageBar>
        </div>
      )}
    </>
  );
}

/** News to be seen as well as heard; the others are seen where they happened. */
const TOLD: ReadonlySet<string> = new Set([
  "pane.filled",
  "pane.taken-back",
  "pane.taken-back-columns",
  "pane.taken-back-in-part",
  "pane.sample-added",
  "pane.frozen",
  "pane.frozen-none",
  "pane.frozen-in-part",
  "pane.policy-saved",
  "pane.selected-in-part",
]);
