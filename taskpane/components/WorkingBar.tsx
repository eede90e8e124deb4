import { Body1, Button, Field, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { Working } from "../classifier/workspace";
import { useSay, type Say } from "../language/language-context";

const useStyles = makeStyles({
  bar: {
    // Over the page, so that nothing jumps when it comes and goes.
    position: "fixed",
    zIndex: 5,
    insetInline: tokens.spacingHorizontalM,
    bottom: tokens.spacingVerticalL,
    maxWidth: "560px",
    marginInline: "auto",
    boxShadow: tokens.shadow16,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    // What is done in a blink isn't worth a flicker.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "150ms",
    animationDelay: "250ms",
    animationFillMode: "both",
  },
  field: { flexGrow: 1, minWidth: 0 },
});

/** How far a long job is, and the way to stop it. */
export function WorkingBar({
  working,
  onCancel,
}: {
  readonly working: Working;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const share = "share" in working && working.share > 0 ? working.share : undefined;
  const text = textOf(working, say);
  return (
    <div className={styles.bar}>
      <Field className={styles.field} validationState="none" label={<Body1>{text}</Body1>}>
        <ProgressBar value={share} thickness="large" />
      </Field>
      {STOPPABLE.has(working.kind) && <Button onClick={onCancel}>{say("pane.cancel")}</Button>}
    </div>
  );
}

const STOPPABLE: ReadonlySet<Working["kind"]> = new Set(["reading", "classifying", "writing", "filling"]);

function textOf(working: Working, say: Say): string {
  if (working.kind !== "reading") return say(`pane.working.${working.kind}`);
  const { source } = working;
  if (source.kind === "sheet") return say("pane.working.reading-sheet");
  return say("pane.working.reading", {
    file: source.kind === "file" ? source.file.name : say("pane.source.sample"),
  });
}
