import type { Working } from "../classifier/workspace-state";
import { Button } from "../controls/Button";
import { Progress } from "../controls/Progress";
import { useSay, type Say } from "../language/language-context";
import { shareText } from "./figures";
import styles from "./shell.module.css";

/** How far a long job is, and the way to stop it. */
export function WorkingBar(props: { readonly working: Working | null; readonly onCancel: () => void }) {
  const { working, onCancel } = props;
  const say = useSay();
  if (!working) return null;
  const share = "share" in working && working.share > 0 ? working.share : undefined;
  const text = workingText(working, say);
  return (
    <div className={styles["action"]}>
      <div className={styles["working"]}>
        <div className={styles["share"]}>
          <span>{text}</span>
          {share !== undefined && <span aria-hidden>{shareText(share, 0)}</span>}
        </div>
        <Progress value={share} label={text} />
      </div>
      {STOPPABLE.has(working.kind) && <Button onClick={onCancel}>{say("pane.cancel")}</Button>}
    </div>
  );
}

const STOPPABLE: ReadonlySet<Working["kind"]> = new Set(["reading", "classifying", "filling"]);

/** What is going on, in words. */
export function workingText(working: Working, say: Say): string {
  if (working.kind !== "reading") return say(`pane.working.${working.kind}`);
  const { source } = working;
  if (source.kind === "sheet") return say("pane.working.reading-sheet");
  return say("pane.working.reading", {
    file: source.kind === "file" ? source.file.name : say("pane.source.sample"),
  });
}
