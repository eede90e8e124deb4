import type { Outcome } from "../classifier/outcome";
import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { ActionBar } from "./ActionBar";
import { AfterStep } from "./AfterStep";
import { CheckStep } from "./CheckStep";
import { HowStep } from "./HowStep";
import styles from "./shell.module.css";
import { stepStates } from "./step-states";
import { Tidings } from "./Tidings";
import { TroubleBar } from "./TroubleBar";
import { WhatStep } from "./WhatStep";
import { WriteStep } from "./WriteStep";

/** What every step is told. */
export interface StepProps {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly work: Work;
  readonly outcome: Outcome;
}

/** Something is open: the five steps, all of them in reach, and what is to be done next at the bottom. */
export default function WorkScreen(props: StepProps) {
  const { workspace, state, outcome } = props;
  const { summary } = outcome;
  const states = stepStates(state);
  return (
    <>
      <main className={styles["main"]} aria-busy={state.working !== null}>
        <Tidings workspace={workspace} state={state} />
        {!summary.ok && <TroubleBar troubles={summary.troubles} />}
        <WhatStep {...props} stepState={states.what} />
        <CheckStep {...props} stepState={states.check} />
        <HowStep {...props} stepState={states.how} />
        <WriteStep {...props} stepState={states.write} />
        <AfterStep {...props} stepState={states.after} />
      </main>
      <ActionBar workspace={workspace} state={state} outcome={outcome} />
    </>
  );
}
