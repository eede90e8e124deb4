import { Button, Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { TableAddRegular } from "@fluentui/react-icons/svg/table-add";
import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { useLanguage, useSay, type Say } from "../language/language-context";
import { DownloadButton } from "./DownloadButton";
import { OpenFileButton } from "./OpenFileButton";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, flexWrap: "wrap" },
  what: { flexGrow: 1, minWidth: "min(200px, 100%)" },
  name: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: "none" },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

/** What is open, the way to open something else, and the workbook to take away. */
export function SourceBar(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly work: Work;
}) {
  const { workspace, state, work } = props;
  const styles = useStyles();
  const say = useSay();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { source } = work;
  // What was pressed to open it is gone: the focus goes to what came instead.
  useEffect(() => heading.current?.focus(), [source]);
  const name = nameOf(work, say);
  const ready = Boolean(work.outcome?.summary.ok) && state.working === null;
  return (
    <div className={styles.bar}>
      <div className={styles.what}>
        <h1 ref={heading} tabIndex={-1} className={styles.name}>
          {name}
        </h1>
        <Caption1 className={styles.quiet}>
          {[source.kind === "file" && work.opened.sheet, say("pane.source.rows", { rows: work.opened.rows })]
            .filter(Boolean)
            .join(" · ")}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        {state.excel ? (
          <>
            {source.kind === "sheet" && (
              <Button
                icon={<ArrowClockwiseRegular />}
                disabledFocusable={state.working !== null}
                onClick={() => void workspace.open(source)}
              >
                {say("pane.excel.again")}
              </Button>
            )}
            <Button
              disabledFocusable={state.working !== null}
              onClick={() => void workspace.open({ kind: "sheet", id: null })}
            >
              {say("pane.excel.other")}
            </Button>
            <Button
              appearance="primary"
              icon={<TableAddRegular />}
              disabledFocusable={!ready}
              onClick={() => void workspace.fill(language)}
            >
              {say("pane.excel.fill")}
            </Button>
          </>
        ) : (
          <>
            <OpenFileButton workspace={workspace} icon={<FolderOpenRegular />}>
              {say("pane.source.other")}
            </OpenFileButton>
            <DownloadButton
              workspace={workspace}
              name={name}
              disabled={!work.outcome?.summary.ok || state.working?.kind === "writing"}
            />
          </>
        )}
      </div>
    </div>
  );
}

function nameOf({ source, opened }: Work, say: Say): string {
  if (source.kind === "file") return source.file.name;
  return source.kind === "sheet" ? (opened.sheet ?? "") : say("pane.source.sample");
}
