import { makeStyles, mergeClasses, Subtitle1, tokens } from "@fluentui/react-components";
import { useState, type DragEvent, type ReactNode } from "react";
import type { Workspace } from "../classifier/workspace";
import { useSay } from "../language/language-context";

const useStyles = makeStyles({
  overlay: {
    position: "fixed",
    inset: tokens.spacingHorizontalM,
    zIndex: 10,
    display: "grid",
    placeItems: "center",
    textAlign: "center",
    pointerEvents: "none",
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
});

/** Everything on the page takes a dropped file: one at a time. */
export function FileDrop(props: {
  readonly workspace: Workspace;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { workspace, className, children } = props;
  const styles = useStyles();
  const say = useSay();
  const [over, setOver] = useState(false);

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    const { files } = event.dataTransfer;
    setOver(false);
    if (files.length === 0) return;
    event.preventDefault();
    const [file] = files;
    if (files.length > 1 || !file) {
      workspace.refuse({ code: "pane.one-file", params: { count: files.length } });
    } else void workspace.open({ kind: "file", file });
  };

  return (
    <div
      className={mergeClasses(className)}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
      {over && (
        <div className={styles.overlay}>
          <Subtitle1>{say("pane.drop-here")}</Subtitle1>
        </div>
      )}
    </div>
  );
}
