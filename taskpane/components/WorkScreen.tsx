import { makeStyles, tokens } from "@fluentui/react-components";
import type { Outcome } from "../classifier/outcome";
import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { CheckCard } from "./CheckCard";
import { ColumnsCard } from "./ColumnsCard";
import { CustomersCard } from "./CustomersCard";
import { GroupsCard } from "./GroupsCard";
import { KeyFigures } from "./KeyFigures";
import { NotesCard } from "./NotesCard";
import { SettingsBar } from "./SettingsBar";
import { SourceBar } from "./SourceBar";
import { Tidings } from "./Tidings";
import { TroubleBar } from "./TroubleBar";
import { ValueCard } from "./ValueCard";
import { WrittenBar } from "./WrittenBar";

const WIDE = "@media (min-width: 960px)";

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    width: "100%",
    maxWidth: "1240px",
    boxSizing: "border-box",
    margin: "0 auto",
    padding: tokens.spacingHorizontalM,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    [WIDE]: { padding: tokens.spacingHorizontalXXL, gap: tokens.spacingVerticalL },
  },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    alignItems: "start",
    [WIDE]: {
      gridTemplateColumns: "minmax(0, 1fr) minmax(0, 400px)",
      gap: tokens.spacingHorizontalL,
    },
  },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    [WIDE]: { gap: tokens.spacingVerticalL },
  },
});

/** A file is open: its result, or what keeps it from having one, with everything that can be decided about it. */
export function WorkScreen(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly work: Work;
  readonly outcome: Outcome;
}) {
  const { workspace, state, work, outcome } = props;
  const styles = useStyles();
  const { summary } = outcome;
  return (
    <main className={styles.main} aria-busy={state.working !== null}>
      <SourceBar workspace={workspace} state={state} work={work} />
      {state.excel && <WrittenBar workspace={workspace} state={state} written={state.excel} />}
      <SettingsBar workspace={workspace} state={state} work={work} outcome={outcome} />
      <Tidings workspace={workspace} state={state} />
      {!summary.ok && <TroubleBar troubles={summary.troubles} />}
      {summary.ok ? (
        <div className={styles.columns}>
          <div className={styles.column}>
            <KeyFigures summary={summary.value} />
            <GroupsCard summary={summary.value} />
            {summary.value.value && <ValueCard value={summary.value.value} />}
            <CustomersCard key={work.run} ask={workspace.ask} policy={summary.value.policy} />
          </div>
          <div className={styles.column}>
            <CheckCard check={summary.value.check} />
            <ColumnsCard workspace={workspace} state={state} outcome={outcome} />
            <NotesCard notes={summary.value.notes} />
          </div>
        </div>
      ) : (
        <ColumnsCard workspace={workspace} state={state} outcome={outcome} />
      )}
    </main>
  );
}
