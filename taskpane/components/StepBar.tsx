import { useEffect, useState } from "react";
import { useSay } from "../language/language-context";
import { goToStep, StepDot, STEPS, type StepName, type StepState } from "./Step";
import styles from "./Step.module.css";

/** The steps at the top of the pane: which is in view, which need something, and a way to each at any time. */
export function StepBar({ states }: { readonly states: Readonly<Record<StepName, StepState>> }) {
  const say = useSay();
  const current = useStepInView();
  return (
    <nav aria-label={say("pane.steps")}>
      <ol className={styles["steps"]}>
        {STEPS.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              className={styles["to"]}
              aria-current={step === current ? "step" : undefined}
              aria-label={say(`pane.step.state.${states[step]}`, {
                number: at + 1,
                step: { code: `pane.step.${step}` },
              })}
              onClick={() => goToStep(step)}
            >
              <StepDot step={step} state={states[step]} />
              {say(`pane.step.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The step that the reader looks at: the last whose top has passed the upper third of the pane. */
function useStepInView(): StepName {
  const [step, setStep] = useState<StepName>("what");
  useEffect(() => {
    const look = () => {
      const line = innerHeight * 0.4;
      const passed = [...document.querySelectorAll<HTMLElement>("[data-step]")].filter(
        (section) => section.getBoundingClientRect().top < line,
      );
      const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      const seen = atEnd ? STEPS.at(-1) : passed.at(-1)?.dataset["step"];
      setStep(STEPS.find((each) => each === seen) ?? "what");
    };
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, []);
  return step;
}
