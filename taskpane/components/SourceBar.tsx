import { Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";
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
  const heading = useRef<HTMLHeadingElement>(null);
  const { source } = work;
  // What was pressed to open it is gone: the focus goes to what came instead.
  useEffect(() => heading.current?.focus(), [source]);
  const name = work.source.kind === "file" ? work.source.file.name : say("pane.source.sample");
  return (
    <div className={styles.bar}>
      <div className={styles.what}>
        <h1 ref={heading} tabIndex={-1} className={styles.name}>
          {name}
        </h1>
        <Caption1 className={styles.quiet}>
          {[work.opened.sheet, say("pane.source.rows", { rows: work.opened.rows })]
            .filter(Boolean)
            .join(" · ")}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        <OpenFileButton workspace={workspace} icon={<FolderOpenRegular />}>
          {say("pane.source.other")}
        </OpenFileButton>
        <DownloadButton
          workspace={workspace}
          name={name}
          disabled={!work.outcome?.summary.ok || state.working?.kind === "writing"}
        />
      </div>
    </div>
  );
}
