import type { Ref } from "react";
import type { MessageCode } from "../../src/core/language/catalogue";
import type { Workspace } from "../classifier/workspace";
import type { WorkspaceState } from "../classifier/workspace-state";
import { Button } from "../controls/Button";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { Logo } from "./Logo";
import styles from "./shell.module.css";
import { StepBar } from "./StepBar";
import { stepStates } from "./step-states";

const TITLES: Readonly<Record<"policy" | "settings" | "help", MessageCode>> = {
  policy: "pane.policy-screen",
  settings: "pane.settings",
  help: "pane.help",
};

/** The head of the pane: what is shown, the way to settings and help or back from them, and the steps of the work. */
export function AppHeader(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly heading: Ref<HTMLHeadingElement>;
}) {
  const { workspace, state, heading } = props;
  const say = useSay();
  const { screen, work, outside } = state;
  const beside = screen === "policy" || screen === "settings" || screen === "help";
  const back = () => workspace.show(work?.outcome ? "work" : "start");
  return (
    <header className={styles["top"]}>
      <div className={styles["bar"]}>
        {beside ? (
          <Button
            appearance="subtle"
            icon={<Icon name="back" />}
            aria-label={say("pane.back")}
            title={say("pane.back")}
            onClick={back}
          />
        ) : (
          <Logo size={24} />
        )}
        <h1 ref={heading} tabIndex={-1} className={styles["name"]}>
          {beside ? say(TITLES[screen]) : "Tiersheet"}
        </h1>
        {!beside && !outside && (
          <>
            <Button
              appearance="subtle"
              icon={<Icon name="settings" />}
              aria-label={say("pane.settings")}
              title={say("pane.settings")}
              onClick={() => workspace.show("settings")}
            />
            <Button
              appearance="subtle"
              icon={<Icon name="help" />}
              aria-label={say("pane.help")}
              title={say("pane.help")}
              onClick={() => workspace.show("help")}
            />
          </>
        )}
      </div>
      {screen === "work" && work?.outcome && <StepBar states={stepStates(state)} />}
    </header>
  );
}
