import type { ReactNode } from "react";
import { Icon } from "../controls/Icon";
import { classes } from "../controls/classes";
import { useSay } from "../language/language-context";
import { bringIntoView } from "./bring-into-view";
import content from "./content.module.css";
import styles from "./Step.module.css";

/** The steps from a sheet to its tiers, in their order. */
export const STEPS = ["what", "check", "how", "write", "after"] as const;
export type StepName = (typeof STEPS)[number];
/** `stuck`: something there has to be decided or mended. */
export type StepState = "open" | "done" | "stuck";

/** Where a step stands: its number, or a sign that it is done or needs something. The words are beside it. */
export function StepDot({ step, state }: { readonly step: StepName; readonly state: StepState }) {
  return (
    <span className={classes(styles["dot"], styles[state])} aria-hidden>
      {state === "done" ? <Icon name="check" size={12} /> : state === "stuck" ? "!" : STEPS.indexOf(step) + 1}
    </span>
  );
}

/** A step of the flow under its heading. */
export function Step(props: {
  readonly step: StepName;
  readonly state: StepState;
  /** What can be done beside the heading. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const { step, state, action, children } = props;
  const say = useSay();
  const id = headingOf(step);
  return (
    <section className={classes(content["card"], styles["step"])} aria-labelledby={id} data-step={step}>
      <div className={styles["head"]}>
        <StepDot step={step} state={state} />
        <h2 id={id} tabIndex={-1} className={styles["heading"]}>
          {say(`pane.step.${step}.heading`)}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

function headingOf(step: StepName): string {
  return `step-${step}`;
}

/** Shows a step and puts the focus on its heading. */
export function goToStep(step: StepName): void {
  const heading = document.getElementById(headingOf(step));
  const section = heading?.closest("section");
  if (section) bringIntoView(section);
  heading?.focus({ preventScroll: true });
}
