import type { Outcome } from "../classifier/outcome";
import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { useLanguage, useSay } from "../language/language-context";
import { classes } from "../controls/classes";
import content from "./content.module.css";
import { countText } from "./figures";
import styles from "./shell.module.css";
import { goToStep } from "./Step";
import { WorkingBar } from "./WorkingBar";

/** At the bottom of the pane, always: the one thing to do, or how far it is. */
export function ActionBar(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly outcome: Outcome;
}) {
  const { workspace, state, outcome } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { summary } = outcome;
  const { working, excel, changed } = state;
  const again = excel !== null && (excel.sheets.length > 0 || excel.beside.length > 0);
  const write = async () => {
    if (await (again ? workspace.again(language) : workspace.fill(language))) goToStep("after");
  };
  return (
    <footer className={styles["bottom"]}>
      {working ? (
        <WorkingBar working={working} onCancel={workspace.cancel} />
      ) : (
        <div className={styles["action"]}>
          <div>
            {summary.ok ? (
              <>
                <div className={content["strong"]}>
                  {say("pane.action.customers", { customers: summary.value.customers })}
                </div>
                <div className={classes(content["quiet"], content["small"])}>
                  {changed
                    ? say("pane.action.reads-first")
                    : say("pane.action.tiers", {
                        tiers: countText(summary.value.policy.tiers.list.length),
                        asOf: summary.value.asOf ?? "–",
                      })}
                </div>
              </>
            ) : (
              <span className={content["quiet"]}>{say("pane.action.not-yet")}</span>
            )}
          </div>
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={!summary.ok || excel === null}
            onClick={() => void write()}
          >
            {say(again ? "pane.again" : "pane.action.classify")}
          </Button>
        </div>
      )}
    </footer>
  );
}
