import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  LargeTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ColumnTripleRegular } from "@fluentui/react-icons/svg/column-triple";
import { TableSparkleRegular } from "@fluentui/react-icons/svg/table-sparkle";
import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { TaskListSquareLtrRegular } from "@fluentui/react-icons/svg/task-list-square-ltr";
import { LightbulbFilamentRegular } from "@fluentui/react-icons/svg/lightbulb-filament";
import type { ReactElement } from "react";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { useLanguage, useSay } from "../language/language-context";
import { OpenFileButton } from "./OpenFileButton";
import { Tidings } from "./Tidings";
import { WrittenBar } from "./WrittenBar";

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    width: "100%",
    maxWidth: "820px",
    boxSizing: "border-box",
    margin: "0 auto",
    padding: `clamp(20px, 6vh, 72px) ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXL,
  },
  heading: { margin: 0, fontSize: "clamp(24px, 5vw, 40px)", lineHeight: 1.25 },
  lead: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase400, lineHeight: "1.5" },
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    padding: `clamp(24px, 5vh, 48px) ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  zoneIcon: { fontSize: "40px", color: tokens.colorBrandForeground1, lineHeight: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  privacy: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    justifyContent: "center",
  },
  privacyIcon: { flexShrink: 0, fontSize: "20px", color: tokens.colorBrandForeground1 },
  steps: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingHorizontalXL,
  },
  step: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  stepIcon: { fontSize: "24px", color: tokens.colorBrandForeground1, lineHeight: 0 },
});

/** Nothing open yet: what Tiersheet does, and where to begin. */
export function StartScreen(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const styles = useStyles();
  const say = useSay();
  const { language } = useLanguage();
  const { excel } = state;
  return (
    <main className={styles.main}>
      <LargeTitle as="h1" className={styles.heading}>
        {say(excel ? "pane.excel.heading" : "pane.start.heading")}
      </LargeTitle>
      <Body1 className={styles.lead}>{say(excel ? "pane.excel.lead" : "pane.start.lead")}</Body1>
      <Tidings workspace={workspace} state={state} />
      {excel && <WrittenBar workspace={workspace} state={state} written={excel} />}
      {excel ? (
        <div className={styles.zone}>
          <TableSparkleRegular className={styles.zoneIcon} aria-hidden />
          <Button
            appearance="primary"
            size="large"
            onClick={() => void workspace.open({ kind: "sheet", id: null })}
          >
            {say("pane.excel.classify")}
          </Button>
          <Button appearance="secondary" onClick={() => void workspace.addSample(language)}>
            {say("pane.excel.sample")}
          </Button>
          <OpenFileButton workspace={workspace} appearance="subtle">
            {say("pane.excel.file")}
          </OpenFileButton>
        </div>
      ) : (
        <div className={styles.zone}>
          <DocumentAddRegular className={styles.zoneIcon} aria-hidden />
          <OpenFileButton workspace={workspace} appearance="primary" size="large">
            {say("pane.start.choose")}
          </OpenFileButton>
          <Caption1 className={styles.quiet}>{say("pane.start.drop")}</Caption1>
          <Button appearance="secondary" onClick={() => void workspace.open({ kind: "sample", language })}>
            {say("pane.start.sample")}
          </Button>
        </div>
      )}
      <div className={styles.privacy}>
        <ShieldCheckmarkRegular className={styles.privacyIcon} aria-hidden />
        <Caption1>{say(excel ? "pane.excel.private" : "pane.start.private")}</Caption1>
      </div>
      <ul className={styles.steps}>
        {STEPS.map(({ step, icon }) => (
          <li key={step} className={styles.step}>
            <span className={styles.stepIcon}>{icon}</span>
            <Body1Strong>{say(`pane.start.step.${step}`)}</Body1Strong>
            <Caption1 className={styles.quiet}>{say(`pane.start.step.${step}.more`)}</Caption1>
          </li>
        ))}
      </ul>
    </main>
  );
}

const STEPS: readonly { readonly step: "read" | "check" | "tier"; readonly icon: ReactElement }[] = [
  { step: "read", icon: <ColumnTripleRegular aria-hidden /> },
  { step: "check", icon: <TaskListSquareLtrRegular aria-hidden /> },
  { step: "tier", icon: <LightbulbFilamentRegular aria-hidden /> },
];
